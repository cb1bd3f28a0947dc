import { areDigits, isArticle, isHyphen, isNumber, pastHyphen, type Words } from "../../../words.ts";
import { type Exact, exact } from "../exact.ts";
import { MAGNITUDES, SMALL } from "../lexicon/numerals.ts";
import { groupAfter, pastDeterminer } from "./group.ts";
import { nounAfter } from "./noun.ts";
import type { QuantityFound } from "./rule.ts";

/** What the names of parts divide by. */
const PARTS: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["third", 3],
  ["quarter", 4],
  ["fourth", 4],
  ["fifth", 5],
  ["sixth", 6],
  ["seventh", 7],
  ["eighth", 8],
  ["ninth", 9],
  ["tenth", 10],
]);

/** Halves that are times or places, not shares: "the first half of the game". */
const NO_SHARE: ReadonlySet<string> = new Set(
  "first second third fourth other latter last final next top bottom better lower upper early late this previous northern southern eastern western".split(
    " ",
  ),
);

/** The words of a share, up to but not including `end`: so many of so many parts. */
interface Share {
  readonly end: number;
  readonly count: number;
  readonly under: number;
}

/**
 * "half of voters", "a quarter of the budget", "two-thirds of its staff", "half the seats", "Half were sold", "by about a
 * third", "one in five adults", "four out of five": shares, in percent. A share that has no end in decimals has its bounds
 * to a tenth.
 */
export function fractionOf(words: Words, at: number): QuantityFound | null {
  const ratio = inOf(words, at);
  if (ratio) return percent(at, ratio.share, ratio.of, 0.8);
  const named = namedAt(words, at);
  if (!named || NO_SHARE.has(words.lower[at - 1] ?? "")) return null;
  const of = partOf(words, named.end);
  if (of !== undefined) return percent(at, named, of, 0.85);
  return isAlone(words, at, named) ? percent(at, named, null, 0.7) : null;
}

const percent = (
  first: number,
  { end, count, under }: Share,
  of: string | null,
  confidence: number,
): QuantityFound => ({
  first,
  end,
  kind: "percent",
  ...shareOf(count, under),
  unit: "percent",
  of,
  confidence,
});

/** "half", "a third", "two-thirds", "three fifths". */
function namedAt({ lower }: Words, at: number): Share | null {
  const word = lower[at]!;
  const half = word === "half";
  const count = half || isArticle(word) ? 1 : SMALL.get(word);
  if (!count) return null;
  const name = half ? at : isHyphen(lower[at + 1]) ? at + 2 : at + 1;
  const part = lower[name] ?? "";
  const under = PARTS.get(part) ?? (part.endsWith("s") ? PARTS.get(part.slice(0, -1)) : undefined);
  if (!under || count >= under || isOfOne(lower, name + 1)) return null;
  return { end: name + 1, count, under };
}

/** "a quarter of a million", "half of a century" are numbers and times. */
const isOfOne = (lower: readonly string[], at: number): boolean =>
  lower[at] === "of" &&
  isArticle(lower[at + 1]) &&
  (MAGNITUDES.has(lower[at + 2] ?? "") || LONG.has(lower[at + 2] ?? ""));
const LONG: ReadonlySet<string> = new Set("hour day week month year decade century millennium".split(" "));

/** What the share is of: "of its staff", "of them", "the seats" after a half. Null if it is of a pronoun, undefined if of nothing. */
function partOf(words: Words, at: number): string | null | undefined {
  const { lower } = words;
  const half = lower[at - 1] === "half";
  if (lower[at] === "of") {
    const group = groupAfter(words, at);
    return group ? group.text : nounAfter(words, pastDeterminer(words, at + 1))?.text;
  }
  const first = pastDeterminer(words, at);
  return half && first > at ? nounAfter(words, first)?.text : undefined;
}

/** What stands before a share that is told by itself: "by about a third". */
const BEFORE: ReadonlySet<string> = new Set(
  "by about around nearly almost roughly approximately over than least up down only just some to".split(" "),
);
/** What stands after one that is compared: "a quarter more than". */
const COMPARED: ReadonlySet<string> = new Set("more less fewer higher lower larger smaller bigger cheaper".split(" "));
const ROUGHLY: ReadonlySet<string> = new Set(
  "about around nearly almost roughly approximately over than least".split(" "),
);

/** "Half went on bread", "by a third", "roughly a quarter more than". */
function isAlone({ lower, pos }: Words, at: number, { end, under }: Share): boolean {
  const after = lower[end] ?? "";
  if (isHyphen(after) || isNumber(after) || isHyphen(lower[at - 1])) return false;
  const next = pos[end];
  if (COMPARED.has(after)) return true;
  // "Half were", but not "half-closed" and "half asleep"
  if (under === 2) return next === "AUX" || (next === "VERB" && !after.endsWith("ing") && pos[at - 1] !== "AUX");
  if (next === "NOUN" || next === "PROPN" || next === "ADJ") return false;
  const lead = lower[at - 1] ?? "";
  if (lead === "to") return ROUGHLY.has(lower[at - 2] ?? "");
  return BEFORE.has(lead);
}

/** So many of so many are a share up to here, and a count beyond ("18 out of 30 seats"). */
const MOST_UNDER = 10;
const ROUND: ReadonlySet<number> = new Set([12, 20, 50, 100, 1000, 10000]);
/** "three in four days", "two in five games" tell how often, and not how many of them. */
const TIMES: ReadonlySet<string> = new Set(
  "minute minutes hour hours day days night nights week weeks month months year years game games match matches outings starts".split(
    " ",
  ),
);

/** "one in five adults", "3 in 10", "four out of five", "one winter out of five". */
function inOf(words: Words, at: number): { share: Share; of: string | null } | null {
  const { lower } = words;
  const count = smallAt(lower, at);
  if (!count || isHyphen(lower[at - 1]) || isNumber(lower[at - 1])) return null;
  const noun = lower[at + 1] === "in" ? null : nounAfter(words, at + 1);
  const joint = noun?.end ?? pastHyphen(words, at + 1);
  const outOf = lower[joint] === "out" && lower[joint + 1] === "of";
  if (!outOf && lower[joint] !== "in") return null;
  if (noun && !outOf) return null;
  const at2 = pastHyphen(words, outOf ? joint + 2 : joint + 1);
  const under = smallAt(lower, at2);
  if (under <= count || !(under <= MOST_UNDER || ROUND.has(under) || (!outOf && count === 1))) return null;
  const end = at2 + 1;
  if (isHyphen(lower[end]) || TIMES.has(lower[end] ?? "")) return null;
  const of = nounAfter(words, end);
  // "came 1 in 8" may be anything.
  if (!outOf && !of) return null;
  return { share: { end, count, under }, of: of?.text ?? noun?.text ?? null };
}

/** The small whole number at word `at`, in words or digits; 0 if there is none. */
const smallAt = (lower: readonly string[], at: number): number =>
  areDigits(lower[at], 1, 5) ? Number(lower[at]) : (SMALL.get(lower[at] ?? "") ?? 0);

/** The hundredfold of `count` over `under`, exactly, or between two tenths. Whole numbers until the last step: no float. */
function shareOf(count: number, under: number): { low: Exact; high: Exact | null } {
  const millionths = (count * 100_000_000) / under;
  if (Number.isInteger(millionths)) return { low: exact(String(millionths)).times(exact("0.000001")), high: null };
  const tenths = Math.floor((count * 1000) / under);
  return { low: exact(String(tenths)).times(exact("0.1")), high: exact(String(tenths + 1)).times(exact("0.1")) };
}
