import { isHyphen, pastHyphen, type Words } from "../../../words.ts";
import { type Exact, exact } from "../exact.ts";
import { SMALL } from "../lexicon/numerals.ts";
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
const NO_SHARE =
  /^(first|second|third|fourth|other|latter|last|final|next|top|bottom|better|lower|upper|early|late|this|previous|northern|southern|eastern|western)$/;

/**
 * "half of voters", "a quarter of the budget", "two-thirds of its staff", "one in five adults": shares, in percent. A
 * share that has no end in decimals has its bounds to a tenth.
 */
export function fractionOf(words: Words, at: number): QuantityFound | null {
  const { lower } = words;
  const word = lower[at]!;
  const bare = PARTS.get(word) === 2 || word === "quarter";
  const count = bare ? 1 : word === "a" || word === "an" ? 1 : SMALL.get(word);
  if (count === undefined || count === 0) return null;
  const name = bare ? at : pastHyphen(words, at + 1);
  const part = lower[name] ?? "";
  if (count === 1 && part === "in") return oneIn(words, at, name + 1);
  const under = PARTS.get(part) ?? (part.endsWith("s") ? PARTS.get(part.slice(0, -1)) : undefined);
  if (!under || count >= under || (bare && word === "quarter" && lower[at - 1] !== "a")) return null;
  if (lower[name + 1] !== "of" || NO_SHARE.test(lower[at - 1] ?? "")) return null;
  const noun = nounAfter(words, pastDeterminer(lower, name + 2));
  if (!noun) return null;
  return {
    first: at,
    end: name + 1,
    kind: "percent",
    ...share(count, under),
    unit: "percent",
    of: noun.text,
    confidence: 0.85,
  };
}

/** "one in five adults". */
function oneIn(words: Words, at: number, number: number): QuantityFound | null {
  const { lower } = words;
  const named = SMALL.get(lower[number] ?? "");
  const under = named ?? (/^\d{1,4}$/.test(lower[number] ?? "") ? Number(lower[number]) : 0);
  const noun = under > 1 && !isHyphen(lower[number + 1]) ? nounAfter(words, number + 1) : null;
  if (!noun) return null;
  return {
    first: at,
    end: number + 1,
    kind: "percent",
    ...share(1, under),
    unit: "percent",
    of: noun.text,
    confidence: 0.8,
  };
}

const pastDeterminer = (lower: readonly string[], at: number): number =>
  /^(the|its|their|his|her|our|all|these|those|this|that)$/.test(lower[at] ?? "") ? at + 1 : at;

/** The hundredfold of `count` over `under`, exactly, or between two tenths. Whole numbers until the last step: no float. */
function share(count: number, under: number): { low: Exact; high: Exact | null } {
  const millionths = (count * 100_000_000) / under;
  if (Number.isInteger(millionths)) return { low: exact(String(millionths)).times(exact("0.000001")), high: null };
  const tenths = Math.floor((count * 1000) / under);
  return { low: exact(String(tenths)).times(exact("0.1")), high: exact(String(tenths + 1)).times(exact("0.1")) };
}
