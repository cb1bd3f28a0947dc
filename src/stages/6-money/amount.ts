import { isHyphen, isJoined, type Words } from "../../words.ts";
import { type Unit, unitAfter, unitBefore } from "./currency.ts";
import { type Exact, exact } from "./exact.ts";
import { MAGNITUDES } from "./lexicon/numerals.ts";
import { type NumberFound, numberAt } from "./number.ts";

/** Words `first` up to but not including `end` name an amount, or a range from `low` to `high`. */
export interface Amount {
  readonly first: number;
  readonly end: number;
  readonly low: Exact;
  readonly high: Exact | null;
  readonly unit: Unit;
}

/** The amount of money whose number begins at word `at`, with a sign before or a name after it; null if it is no money. */
export function amountAt(words: Words, at: number): Amount | null {
  const before = unitBefore(words, at);
  const number = numberAt(words, at, before !== null);
  if (!number) return null;
  return before ? signedAmount(words, number, before) : namedAmount(words, number);
}

/** "$5 million", "US$3-4bn", "$3 to $4 billion", "$10 dollars", "Rs 500 crore". */
function signedAmount(words: Words, number: NumberFound, before: Unit): Amount {
  const { first } = before;
  const to = rangeEnd(words, number.end, first, before);
  if (to) {
    const low = sharesMagnitude(number, to) ? number.value.times(to.magnitude!) : number.value;
    if (low.lt(to.value)) return { first, end: to.end, low, high: to.value, unit: before };
  }
  const after = unitAfter(words, number.end);
  // "$10 dollars", "$300 million US dollars" say it twice; "$10 50p" does not.
  const again =
    after && !after.hundredth && (after.shared === before.shared || after.code !== null) && after.from !== "symbol";
  return {
    first,
    end: again ? after.end : number.end,
    low: number.value,
    high: null,
    unit: again && after.code ? after : before,
  };
}

/** "five million dollars", "5€", "50 cents", "3 to 4 billion euros", "3 dollars 50 cents". */
function namedAmount(words: Words, first: NumberFound): Amount | null {
  const own = unitAfter(words, first.end);
  if (own && isSignOfNext(words, own)) return null;
  if (own && isMoney(words, first, own)) return scaledAfter(words, first, own) ?? withHundredths(words, first, own);
  const to = rangeEnd(words, first.end, first.first, null);
  const unit = to && unitAfter(words, to.end);
  if (!to || !unit || !isMoney(words, to, unit)) return null;
  const low = sharesMagnitude(first, to) ? first.value.times(to.magnitude!) : first.value;
  if (!low.lt(to.value)) return null;
  return { first: first.first, end: unit.end, low: scaled(low, unit), high: scaled(to.value, unit), unit };
}

/** True if a sign after a number stands before another one, to which it belongs: "3 US$50 notes". */
const isSignOfNext = (words: Words, { first, end, from }: Unit): boolean =>
  from !== "name" &&
  !isJoined(words, first) &&
  numberAt(words, end) !== null &&
  !unitAfter(words, numberAt(words, end)!.end)?.hundredth;

/** "75 USD million": the magnitude stands behind the code. */
function scaledAfter(words: Words, number: NumberFound, unit: Unit): Amount | null {
  const factor = number.magnitude || unit.from === "name" ? undefined : MAGNITUDES.get(words.lower[unit.end] ?? "");
  if (!factor) return null;
  return { first: number.first, end: unit.end + 1, low: number.value.times(exact(factor)), high: null, unit };
}

const scaled = (value: Exact, unit: Unit): Exact => (unit.hundredth ? value.times(exact("0.01")) : value);

function withHundredths(words: Words, number: NumberFound, unit: Unit): Amount {
  const whole = { first: number.first, end: unit.end, low: scaled(number.value, unit), high: null, unit };
  if (unit.hundredth) return whole;
  const next = words.lower[unit.end] === "and" ? unit.end + 1 : unit.end;
  const rest = numberAt(words, next);
  const cents = rest && unitAfter(words, rest.end);
  if (!rest || !cents?.hundredth || !rest.value.lt(exact("100"))) return whole;
  return { ...whole, end: cents.end, low: whole.low.plus(scaled(rest.value, cents)) };
}

/** Words that name money only in company: weights, and a verb. */
function isMoney({ lower, text }: Words, number: NumberFound, unit: Unit): boolean {
  const word = lower[unit.end - 1]!;
  const large = number.magnitude !== null || number.value.gte(exact("1000"));
  if (word === "won") return large;
  if (word === "pounds" || word === "pound")
    return unit.code !== null || unit.from !== "name" || large || text.includes("£");
  return true;
}

/** The other end of a range: a hyphen, "to", or "and" after "between"; not what a price fell to ("from $5 to $4"). */
function rangeEnd(words: Words, at: number, first: number, before: Unit | null): NumberFound | null {
  const { lower } = words;
  const lead = lower[first - 1] ?? "";
  const word = lower[at] ?? "";
  const joins = isHyphen(word)
    ? isJoined(words, at)
    : (word === "to" && lead !== "from") || (word === "and" && lead === "between");
  if (!joins) return null;
  const number = numberAfter(words, at + 1, before !== null);
  if (!number) return null;
  const sign = unitBefore(words, number.first);
  return !sign || (before && sign.code === before.code && sign.shared === before.shared) ? number : null;
}

/** A number at word `at`, or after the sign there. */
function numberAfter(words: Words, at: number, beside: boolean): NumberFound | null {
  for (const first of [at, at + 1, at + 2]) {
    const sign = first === at || unitBefore(words, first)?.first === at;
    const number = sign ? numberAt(words, first, beside) : null;
    if (number) return number;
  }
  return null;
}

/** "$3-4 billion" means from three billion; "$500-$1 million" does not mean from five hundred million. */
const sharesMagnitude = (low: NumberFound, high: NumberFound): boolean =>
  low.magnitude === null && high.magnitude !== null && low.value.times(high.magnitude).lt(high.value);
