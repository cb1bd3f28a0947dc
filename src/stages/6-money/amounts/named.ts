import { isJoined, type Words } from "../../../words.ts";
import type { Unit } from "../currencies/unit.ts";
import { unitAfter } from "../currency.ts";
import { exact } from "../exact.ts";
import { MAGNITUDES, SHORT_MAGNITUDES } from "../lexicon/numerals.ts";
import { type NumberFound, numberAt } from "../number.ts";
import { isChange, rangeEnd, sharesMagnitude } from "../range.ts";
import { type Amount, scaled } from "./amount.ts";
import { grand } from "./grand.ts";
import { centsBehindCode, withHundredths } from "./hundredths.ts";
import { isMoney } from "./other-senses.ts";
import { isSignOfNext } from "./signed.ts";

/** "five million dollars", "5€", "50 cents", "3 to 4 billion euros", "3 dollars 50 cents", "ten grand". */
export function namedAmount(words: Words, number: NumberFound): Amount | null {
  const own = unitAfter(words, number.end);
  if (own && isSignOfNext(words, own)) return centsBehindCode(words, number, own);
  if (own && isMoney(words, number, own))
    return scaledAfter(words, number, own) ?? namedRange(words, number, own) ?? withHundredths(words, number, own);
  const to = rangeEnd(words, number.end, number.first, null);
  const unit = to && unitAfter(words, to.end);
  if (!to || !unit || !isMoney(words, to, unit))
    return shortAmount(words, number) ?? changedFrom(words, number) ?? grand(words, number);
  const low = sharesMagnitude(number, to) ? number.value.times(to.magnitude!) : number.value;
  if (!low.lt(to.value)) return null;
  return { first: number.first, end: unit.end, low: scaled(low, unit), high: scaled(to.value, unit), unit };
}

/** "5 euros to 7 euros". */
function namedRange(words: Words, number: NumberFound, unit: Unit): Amount | null {
  const plain = rangeEnd(words, unit.end, number.first, null);
  const to = (plain && withShort(words, plain)) ?? plain;
  const other = to && unitAfter(words, to.end);
  if (!to || !other || other.code !== unit.code || other.shared !== unit.shared || other.factor !== unit.factor)
    return null;
  if (!number.value.lt(to.value)) return null;
  return { first: number.first, end: other.end, low: scaled(number.value, unit), high: scaled(to.value, unit), unit };
}

/** "75 USD million": the magnitude stands behind the code. */
function scaledAfter(words: Words, number: NumberFound, unit: Unit): Amount | null {
  const factor = number.magnitude || unit.from === "name" ? undefined : MAGNITUDES.get(words.lower[unit.end] ?? "");
  if (!factor) return null;
  return { first: number.first, end: unit.end + 1, low: number.value.times(exact(factor)), high: null, unit };
}

/** "5k euros", "1.2M US dollars": a short magnitude right after the digits, before a name. */
function shortAmount(words: Words, number: NumberFound): Amount | null {
  const { lower } = words;
  const short = withShort(words, number);
  // "the 400m won by" a runner
  if (!short || lower[short.end] === "won") return null;
  return unitAfter(words, short.end)?.from === "name" ? namedAmount(words, short) : shortRange(words, short);
}

/** A number in digits with the short magnitude right after it; null if there is none. */
function withShort(words: Words, number: NumberFound): NumberFound | null {
  const { end, value, inDigits } = number;
  const factor = isJoined(words, end) ? SHORT_MAGNITUDES.get(words.lower[end] ?? "") : undefined;
  if (!factor || !inDigits || number.magnitude) return null;
  const magnitude = exact(factor);
  return { ...number, end: end + 1, value: value.times(magnitude), magnitude };
}

/** "5m to 10m euros", "5k-10k US dollars": both ends have a short magnitude, and only the second the name. */
function shortRange(words: Words, low: NumberFound): Amount | null {
  const plain = rangeEnd(words, low.end, low.first, null);
  const to = plain && withShort(words, plain);
  const unit = to && unitAfter(words, to.end);
  if (!to || unit?.from !== "name" || !low.value.lt(to.value)) return null;
  return { first: low.first, end: unit.end, low: low.value, high: to.value, unit };
}

/** How much a sum may change for both ends to be thought of in the same magnitude ("from 1.4 to 1.2 billion"). */
const TENFOLD = exact("10");

/** The first of two amounts where only the second has a unit: "cut from 40 to 50 euros". */
function changedFrom(words: Words, number: NumberFound): Amount | null {
  if (words.lower[number.end] !== "to" || !isChange(words, number.first)) return null;
  const to = numberAt(words, number.end + 1);
  const unit = to && unitAfter(words, to.end);
  if (!to || !unit || unit.from === "symbol" || !isMoney(words, to, unit)) return null;
  const large = number.magnitude || !to.magnitude ? null : number.value.times(to.magnitude);
  const low = large?.lt(to.value.times(TENFOLD)) ? large : number.value;
  return { first: number.first, end: number.end, low: scaled(low, unit), high: null, unit };
}
