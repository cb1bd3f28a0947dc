import { areDigits, isArticle, isCapital, isHyphen, isJoined, isSpelled, pastHyphen, type Words } from "../../words.ts";
import {
  candidatesFor,
  coinAt,
  impliedUnit,
  isHundredth,
  nameAt,
  type Unit,
  unitAfter,
  unitBefore,
} from "./currency.ts";
import { type Exact, exact } from "./exact.ts";
import { MAGNITUDES, SHORT_MAGNITUDES } from "./lexicon/numerals.ts";
import { isMinus } from "./negative.ts";
import { type NumberFound, numberAt } from "./number.ts";
import { isChange, rangeEnd, sharesMagnitude } from "./range.ts";
import { vagueAt } from "./vague.ts";

/**
 * Words `first` up to but not including `end` name an amount, or a range from `low` to `high`; an open one is at least
 * `low` ("millions of dollars").
 */
export interface Amount {
  readonly first: number;
  readonly end: number;
  readonly low: Exact;
  readonly high: Exact | null;
  readonly unit: Unit;
  readonly open?: true;
}

/** The sign, letters or code that belong to the number at word `at`, past a minus or bracket between them; null if none. */
export const signBefore = (words: Words, at: number): Unit | null =>
  unitBefore(words, isOpening(words, at) ? at - 1 : at);

/**
 * The amount of money that begins at word `at`, with a sign before or a name after it; null if it is no money. `number` is
 * what stands there, `sign` what stands before it.
 */
export function amountAt(words: Words, at: number, number: NumberFound | null, sign: Unit | null): Amount | null {
  const vague = vagueAmount(words, at);
  if (vague) return vague;
  if (!number) return oneCoin(words, at) ?? bareMagnitude(words, at);
  if (!sign) return pointAmount(words, at) ?? withSign(words, namedAmount(words, number));
  if (sign.end === at) return withSign(words, signedAmount(words, number, sign));
  return insideSign(words, number, sign);
}

/** True if a minus or a bracket stands between a sign and the number at word `at`: "$-5", "$(5.2) million". */
const isOpening = ({ lower, start, end }: Words, at: number): boolean =>
  (isMinus(lower[at - 1]) || lower[at - 1] === "(") &&
  lower[at - 2] === "$" &&
  start[at] === end[at - 1] &&
  start[at - 1] === end[at - 2];

function insideSign(words: Words, number: NumberFound, before: Unit): Amount | null {
  const { lower } = words;
  const bracket = lower[number.first - 1] === "(";
  if (bracket && lower[number.end] !== ")") return null;
  const end = bracket ? number.end + 1 : number.end;
  const factor = bracket && !number.magnitude ? MAGNITUDES.get(lower[end] ?? "") : undefined;
  const value = factor ? number.value.times(exact(factor)) : number.value;
  return { first: before.first, end: factor ? end + 1 : end, low: value.neg(), high: null, unit: before };
}

/** "$.50": the number begins at its point. */
function pointAmount(words: Words, at: number): Amount | null {
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

const LOSSES: ReadonlySet<string> = new Set("of was were is to at from by totaled totalled reached".split(" "));

/** The amount with the sign before it: "-$5", "minus 5 euros", and "(£5)" where the sentence needs an object. */
function withSign(words: Words, amount: Amount | null): Amount | null {
  if (!amount || amount.high) return amount;
  const { lower } = words;
  const { first, end, low } = amount;
  const sign = lower[first - 1];
  const negative = { ...amount, first: first - 1, low: low.neg() };
  if (isMinus(sign) && isJoined(words, first) && !/[\p{L}\d)%]$/u.test(before(words, first - 1))) return negative;
  if (sign === "negative" || (sign === "minus" && !/^(NOUN|PROPN|NUM)$/.test(words.pos[first - 2]!))) return negative;
  if (sign === "(" && lower[end] === ")" && LOSSES.has(lower[first - 2] ?? "")) return { ...negative, end: end + 1 };
  return amount;
}

/** The character right before word `i`; empty at a space. */
const before = (words: Words, i: number): string => (isJoined(words, i) ? (words.text[words.start[i]! - 1] ?? "") : "");

/** "$5 million", "US$3-4bn", "$3 to $4 billion", "$10 dollars", "Rs 500 crore". */
function signedAmount(words: Words, number: NumberFound, sign: Unit): Amount {
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

/** "five million dollars", "5€", "50 cents", "3 to 4 billion euros", "3 dollars 50 cents", "ten grand". */
function namedAmount(words: Words, number: NumberFound): Amount | null {
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

/** "ten grand". */
function grand(words: Words, number: NumberFound): Amount | null {
  const end = pastGrand(words, number);
  if (!end) return null;
  const unit = impliedUnit(end, words.text.includes("£") ? "GBP" : "dollar");
  return { first: number.first, end, low: number.value.times(exact("1000")), high: null, unit };
}

/** Past the "grand" of "ten grand" and "three grand more", but not of "two grand pianos"; null without one. */
function pastGrand({ lower, pos }: Words, { end, magnitude }: NumberFound): number | null {
  if (lower[end] !== "grand" || magnitude) return null;
  const next = lower[end + 1] ?? "";
  const counts = /^(NOUN|PROPN|ADJ)$/.test(pos[end + 1] ?? "") && !/^(more|less|extra|each|apiece)$/.test(next);
  return counts ? null : end + 1;
}

/** Sayings: "a dime a dozen", "a penny saved is a penny earned". */
const isSaying = ({ lower }: Words, at: number): boolean =>
  /^(saved|earned)$/.test(lower[at] ?? "") || (lower[at] === "a" && lower[at + 1] === "dozen");

/** "a penny", "a single cent", "a dime", but no "penny whistle"; "a dollar", "a US dollar", "a euro". */
function oneCoin(words: Words, at: number): Amount | null {
  const { lower, pos } = words;
  if (!isArticle(lower[at])) return null;
  const name = lower[at + 1] === "single" ? at + 2 : at + 1;
  const unit = coinAt(words, name) ?? oneWhole(words, at, name);
  if (!unit || /^(NOUN|PROPN)$/.test(pos[unit.end] ?? "") || isHyphen(lower[unit.end])) return null;
  return isSaying(words, unit.end) ? null : { first: at, end: unit.end, low: exact(unit.factor), high: null, unit };
}

/** "the million-euro fund": a magnitude and a name that a hyphen joins. */
function bareMagnitude(words: Words, at: number): Amount | null {
  const factor = isHyphen(words.lower[at + 1]) ? MAGNITUDES.get(words.lower[at]!) : undefined;
  const unit = factor ? nameAt(words, at + 2) : null;
  if (!factor || !unit || !isLarge(factor) || isHyphen(words.lower[at - 1])) return null;
  return { first: at, end: unit.end, low: exact(factor), high: null, unit };
}

/** True of a million and more. */
const isLarge = (digits: string): boolean => digits.length > 6;

/** Units that are spent one at a time; of others, "a pound" is weighed and "a yen" felt. */
const WHOLE: ReadonlySet<string> = new Set(["dollar", "euro"]);

/** "a dollar" that is spent, and not what another currency is told in: "300 pesos a dollar", "yen to a dollar". */
function oneWhole(words: Words, at: number, name: number): Unit | null {
  const { lower, pos } = words;
  const unit = nameAt(words, name);
  if (!unit || !WHOLE.has(lower[unit.end - 1]!)) return null;
  const before = lower[at - 1] ?? "";
  const told = pos[at - 1] === "NUM" || RATED.has(before) || nameAt(words, at - 1) || coinAt(words, at - 1);
  return told || pos[unit.end] === "ADJ" || lower[unit.end] === "'s" ? null : unit;
}

const RATED: ReadonlySet<string> = new Set(["to", "of", "on", "against", "%", "percent"]);

/** True if a sign after a number stands before another one, to which it belongs: "3 US$50 notes". */
function isSignOfNext(words: Words, { first, end, from }: Unit): boolean {
  if (from === "name" || isJoined(words, first)) return false;
  const next = numberAt(words, end, true);
  return next !== null && !isHundredth(unitAfter(words, next.end));
}

/** "15 USD 50": two digits behind a code, and nothing there that they count. */
function centsBehindCode(words: Words, number: NumberFound, unit: Unit): Amount | null {
  const { lower, pos } = words;
  const cents = unit.end;
  const whole = unit.from === "code" && unit.factor === "1" && areDigits(lower[number.end - 1], 1, 3);
  if (!whole || number.magnitude || !areDigits(lower[cents], 2, 2)) return null;
  const next = cents + 1;
  if (COUNTED.has(pos[next] ?? "") || isHyphen(lower[next]) || unitAfter(words, next) || lower[next] === "%")
    return null;
  if (MAGNITUDES.has(lower[next] ?? "") || (isJoined(words, next) && isSpelled(lower[next]))) return null;
  const low = number.value.plus(exact(lower[cents]!).times(exact("0.01")));
  return { first: number.first, end: next, low, high: null, unit };
}

const COUNTED: ReadonlySet<string> = new Set(["NOUN", "PROPN", "NUM", "SYM"]);

/** "75 USD million": the magnitude stands behind the code. */
function scaledAfter(words: Words, number: NumberFound, unit: Unit): Amount | null {
  const factor = number.magnitude || unit.from === "name" ? undefined : MAGNITUDES.get(words.lower[unit.end] ?? "");
  if (!factor) return null;
  return { first: number.first, end: unit.end + 1, low: number.value.times(exact(factor)), high: null, unit };
}

const scaled = (value: Exact, unit: Unit): Exact => (unit.factor === "1" ? value : value.times(exact(unit.factor)));

/** "3 dollars 50 cents", "3 dollars and 50 cents"; "15 dollars and 50" where nothing is left to be counted. */
function withHundredths(words: Words, number: NumberFound, unit: Unit): Amount {
  const whole = { first: number.first, end: unit.end, low: scaled(number.value, unit), high: null, unit };
  if (isHundredth(unit)) return whole;
  const { lower } = words;
  const and = lower[unit.end] === "and";
  const rest = numberAt(words, and ? unit.end + 1 : unit.end);
  if (!rest?.value.lt(exact("100"))) return whole;
  const cents = unitAfter(words, rest.end);
  const bare = and && rest.inDigits && /^\d\d$/.test(lower[rest.first]!) && /^[.,;]?$/.test(lower[rest.end] ?? "");
  if (!isHundredth(cents) && !bare) return whole;
  return {
    ...whole,
    end: cents && isHundredth(cents) ? cents.end : rest.end,
    low: whole.low.plus(rest.value.times(exact("0.01"))),
  };
}

/** Words that name money only in company: weights, a verb, headgear; and what is said of opinions ("my two cents"). */
function isMoney({ lower, text, pos }: Words, number: NumberFound, unit: Unit): boolean {
  const word = lower[unit.end - 1]!;
  const large = number.magnitude !== null || number.value.gte(exact("1000"));
  if (unit.from === "name" && unit.end - unit.first > 1) return true;
  if (/^(won|crowns?|pula|kips?|sterling|leones?|mark)$/.test(word)) return large;
  if (/^pounds?$/.test(word)) return !isWeight(lower, unit.end) && (large || text.includes("£"));
  if (/^bitcoins?$/.test(word)) return !/^(NOUN|PROPN)$/.test(pos[unit.end] ?? "");
  if (/^cents?$/.test(word) && lower[number.end - 1] === "two")
    return !/^(my|his|her|their|your)$/.test(lower[number.first - 1] ?? "");
  return true;
}

/** "50,000 pounds of cocaine" are weighed. */
const isWeight = (lower: readonly string[], end: number): boolean =>
  (lower[end] === "of" &&
    !/^(public|taxpayer|taxpayers|state|government|federal|investment|debt|aid|funding|new)$/.test(
      lower[end + 1] ?? "",
    )) ||
  (/^(per)$/.test(lower[end] ?? "") && /^(square|acre|hectare)$/.test(lower[end + 1] ?? ""));

/** "hundreds of millions of dollars", "a few thousand euros", "a multimillion-pound deal". */
function vagueAmount(words: Words, at: number): Amount | null {
  const vague = vagueAt(words, at);
  if (!vague) return null;
  const of = pastHyphen(words, vague.end); // "a trillions-of-dollars plan"
  const name = pastHyphen(words, words.lower[of] === "of" ? of + 1 : vague.end);
  const unit = coinAt(words, name) ?? nameAt(words, name);
  const weighs = unit && /^(pounds?|won|crowns?)$/.test(words.lower[unit.end - 1]!) && vague.low.lt(exact("1000"));
  if (!unit || (weighs && unit.end - unit.first === 1)) return null;
  if (/^pounds?$/.test(words.lower[unit.end - 1]!) && isWeight(words.lower, unit.end)) return null;
  return { first: vague.first, end: unit.end, low: scaled(vague.low, unit), high: null, unit, open: true };
}
