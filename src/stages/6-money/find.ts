import type { Span } from "../../schema/span.ts";
import { isArticle, isHyphen, isJoined, isNumber, pastHyphen, type Words, watchFor } from "../../words.ts";
import { amountAt, signBefore } from "./amount.ts";
import type { Amount } from "./amounts/amount.ts";
import { FRACTIONS, MAGNITUDES, ORDINALS, SMALL, SOME, VAGUE } from "./lexicon/numerals.ts";
import { HUNDREDTHS, TENTHS } from "./lexicon/symbols.ts";
import { isMinus } from "./negative.ts";
import { type NumberFound, numberAt } from "./number.ts";
import { bareCount } from "./rules/bare-count.ts";
import { count, vagueCountAt } from "./rules/count.ts";
import { fractionOf } from "./rules/fraction.ts";
import { measure, partMeasureAt } from "./rules/measure.ts";
import { ordinalAt } from "./rules/ordinal.ts";
import { percent } from "./rules/percent.ts";
import type { NumberOrRange, QuantityFound, QuantityRule } from "./rules/rule.ts";
import { startsChange } from "./rules/shared-unit.ts";

/** What a number that is no money may be; the first that fits decides. */
const QUANTITIES: readonly QuantityRule[] = [percent, measure, count, bareCount];

/** What a number can begin with, other than digits; "a" and "an" only before what is in `AFTER_ARTICLE`. */
const FIRST_WORDS: ReadonlySet<string> = new Set([
  "a",
  "an",
  "multi",
  ...[...MAGNITUDES.keys()].map((word) => `multi${word}`),
  ...[...MAGNITUDES.keys()].filter((word) => word.endsWith("illion")),
  ...SMALL.keys(),
  ...ORDINALS.keys(),
  ...FRACTIONS.keys(),
  "half",
  "quarter",
  ...VAGUE.keys(),
  ...SOME,
]);

watchFor(FIRST_WORDS);

/** What makes an amount or a share of "a": "a million", "a half", "a few", "a penny"; "a single cent". */
const AFTER_ARTICLE: ReadonlySet<string> = new Set([
  ...MAGNITUDES.keys(),
  ...ORDINALS.keys(),
  ...SOME,
  ...HUNDREDTHS.keys(),
  ...TENTHS.keys(),
  ..."half quarter single dollar euro us canadian australian".split(" "),
]);

/** True if a number can begin at word `at`; spares the other words all further questions. */
function mayBegin(words: Words, at: number): boolean {
  const word = words.lower[at]!;
  if (isArticle(word)) return AFTER_ARTICLE.has(words.lower[pastHyphen(words, at + 1)] ?? "");
  return isNumber(word) || FIRST_WORDS.has(word);
}

export interface Found {
  readonly amounts: readonly Amount[];
  readonly quantities: readonly (QuantityFound & { readonly rule: string })[];
}

/**
 * Goes over the text once and says of every number what it is. `taken` are the spans, in text order, whose numbers belong
 * to dates already.
 */
export function findNumbers(words: Words, taken: readonly Span[]): Found {
  const amounts: Amount[] = [];
  const quantities: (QuantityFound & { rule: string })[] = [];
  let date = 0;
  let next = 0; // the first word that is in no number yet
  for (const at of words.watched) {
    if (at < next) continue;
    while (date < taken.length && taken[date]!.end <= words.start[at]!) date++;
    const inDate = date < taken.length && taken[date]!.start <= words.start[at]!;
    const looked = !inDate && mayBegin(words, at);
    if (!looked) continue;
    const sign = signBefore(words, at);
    const number = numberAt(words, at, sign !== null);
    const amount = amountAt(words, at, number, sign);
    const found = amount ? null : quantityAt(words, at, sign ? numberAt(words, at) : number);
    // A counted noun may have reached into the letters before a sign ("3 US$5 notes").
    while (amount && (quantities.at(-1)?.end ?? 0) > amount.first) quantities.pop();
    if (amount && amount.first >= (amounts.at(-1)?.end ?? 0)) amounts.push(amount);
    if (found) quantities.push(found);
    next = amount?.end ?? found?.end ?? next;
  }
  return { amounts, quantities };
}

function quantityAt(words: Words, at: number, low: NumberFound | null): (QuantityFound & { rule: string }) | null {
  const ordinal = ordinalAt(words, at);
  if (ordinal) return { ...ordinal, rule: "money/ordinal" };
  const part = partMeasureAt(words, at);
  if (part) return { ...part, rule: "money/measure" };
  const fraction = fractionOf(words, at);
  if (fraction) return { ...fraction, rule: "money/fraction" };
  const vague = vagueCountAt(words, at);
  if (vague) return { ...vague, rule: "money/vague-count" };
  if (!low) return null;
  const number = numberOrRange(words, low);
  if (!number) return null;
  for (const { name, match } of QUANTITIES) {
    const found = match(words, number);
    if (found) return { ...withMinus(words, found), rule: `money/${name}` };
  }
  return null;
}

/** "-5°C", "minus 3 percent"; nobody counts below zero. */
function withMinus(words: Words, found: QuantityFound): QuantityFound {
  const { lower, start, text } = words;
  const { first, kind, high, low } = found;
  if (kind === "count" || high) return found;
  const sign = lower[first - 1];
  const minus =
    (isMinus(sign) && isJoined(words, first) && !/[^\s(“"]/.test(text[start[first - 1]! - 1] ?? "")) ||
    sign === "minus";
  return minus ? { ...found, first: first - 1, low: low.neg() } : found;
}

/** "5-10", "5 to 10" and "between 5 and 10" are a range if they rise; a score ("11-7") is no number at all. */
function numberOrRange(words: Words, low: NumberFound): NumberOrRange | null {
  const sign = words.lower[low.end] ?? "";
  const joins = isHyphen(sign)
    ? isJoined(words, low.end)
    : sign === "to"
      ? !startsChange(words, low.first)
      : sign === "and" && words.lower[low.first - 1] === "between";
  const high = joins ? numberAt(words, low.end + 1) : null;
  if (!high) return { ...low, high: null };
  const shared = low.magnitude === null && high.magnitude ? low.value.times(high.magnitude) : low.value;
  const from = shared.lt(high.value) ? shared : low.value;
  if (from.lt(high.value)) return { ...high, first: low.first, value: from, high: high.value };
  return isHyphen(sign) ? null : { ...low, high: null };
}
