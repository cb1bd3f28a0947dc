import { areDigits, isCapital, isHyphen, isJoined, type Words } from "../../../words.ts";
import { candidatesFor } from "../currencies/names.ts";
import { isHundredth, type Unit } from "../currencies/unit.ts";
import { unitAfter, unitBefore } from "../currency.ts";
import { exact } from "../exact.ts";
import { MAGNITUDES } from "../lexicon/numerals.ts";
import { isMinus } from "../negative.ts";
import { type NumberFound, numberAt } from "../number.ts";
import { rangeEnd, sharesMagnitude } from "../range.ts";
import { type Amount, scaled } from "./amount.ts";
import { pastGrand } from "./grand.ts";

/** True if a minus or a bracket stands between a sign and the number at word `at`: "$-5", "$(5.2) million". */
export const isOpening = ({ lower, start, end }: Words, at: number): boolean =>
  (isMinus(lower[at - 1]) || lower[at - 1] === "(") &&
  lower[at - 2] === "$" &&
  start[at] === end[at - 1] &&
  start[at - 1] === end[at - 2];

export function insideSign(words: Words, number: NumberFound, before: Unit): Amount | null {
  const { lower } = words;
  const bracket = lower[number.first - 1] === "(";
  if (bracket && lower[number.end] !== ")") return null;
  const end = bracket ? number.end + 1 : number.end;
  const factor = bracket && !number.magnitude ? MAGNITUDES.get(lower[end] ?? "") : undefined;
  const value = factor ? number.value.times(exact(factor)) : number.value;
  return { first: before.first, end: factor ? end + 1 : end, low: value.neg(), high: null, unit: before };
}

/** "$.50": the number begins at its point. */
export function pointAmount(words: Words, at: number): Amount | null {
  const { lower } = words;
  if (
    lower[at - 1] !== "." ||
    !isJoined(words, at) ||
    !isJoined(words, at - 1) ||
    !areDigits(lower[at], 1, Number.POSITIVE_INFINITY)
  )
    return null;
  const before = unitBefore(words, at - 1);
  return before && { first: before.first, end: at + 1, low: exact(`0.${lower[at]}`), high: null, unit: before };
}

/** "$5 million", "US$3-4bn", "$3 to $4 billion", "$10 dollars", "Rs 500 crore". */
export function signedAmount(words: Words, number: NumberFound, sign: Unit): Amount {
  const { first } = sign;
  const to = rangeEnd(words, number.end, first, sign);
  if (to) {
    const low = sharesMagnitude(number, to) ? number.value.times(to.magnitude!) : number.value;
    if (low.lt(to.value)) return { first, end: to.end, low, high: to.value, unit: sign };
  }
  const thousands = pastGrand(words, number);
  if (thousands) return { first, end: thousands, low: number.value.times(exact("1000")), high: null, unit: sign };
  const again = sameAgain(words, number, sign);
  const said = again?.code ? { ...again, factor: "1" } : sign;
  return { first, end: again ? again.end : number.end, low: scaled(number.value, sign), high: null, unit: said };
}

/** "$10 dollars", "US$300 million dollars", "$300 million Canadian" say it twice; "$10 50p" and "rmb 10 usd 20" do not. */
function sameAgain(words: Words, number: NumberFound, sign: Unit): Unit | null {
  const after = unitAfter(words, number.end) ?? adjectiveAfter(words, number.end, sign);
  if (!after || isHundredth(after) || after.from === "symbol") return null;
  if (after.code !== null && after.code === sign.code) return after;
  const isDollar = sign.shared === "dollar" || words.lower[sign.end - 1] === "$";
  if (after.shared === "dollar" && isDollar) return after;
  if (after.shared !== null) return after.shared === sign.shared ? after : null;
  const fits = sign.shared === null || candidatesFor(sign.shared).some(({ code }) => code === after.code);
  return fits && sign.code === null && !isSignOfNext(words, after) ? after : null;
}

/** "canadian", "australian", "us" … to their dollars. */
const DOLLAR_ADJECTIVES: ReadonlyMap<string, string> = new Map(
  candidatesFor("dollar").flatMap(({ code, words: [adjective] }) =>
    adjective?.length === 1 ? [[adjective[0]!, code] as const] : [],
  ),
);

/** "$5 million Canadian", but not "$5 million Canadian grant". */
function adjectiveAfter(words: Words, at: number, sign: Unit): Unit | null {
  const { lower, pos } = words;
  if (sign.shared !== "dollar" || !isCapital(words, at)) return null;
  const word = lower[at] === "american" ? "us" : lower[at] === "cdn" ? "canadian" : lower[at];
  if (/^(NOUN|PROPN|ADJ)$/.test(pos[at + 1] ?? "") || isHyphen(lower[at + 1])) return null;
  const code = DOLLAR_ADJECTIVES.get(word ?? "");
  return code ? { first: at, end: at + 1, code, shared: null, from: "name", factor: "1" } : null;
}

/** True if a sign after a number stands before another one, to which it belongs: "3 US$50 notes". */
export function isSignOfNext(words: Words, { first, end, from }: Unit): boolean {
  if (from === "name" || isJoined(words, first)) return false;
  const next = numberAt(words, end, true);
  return next !== null && !isHundredth(unitAfter(words, next.end));
}
