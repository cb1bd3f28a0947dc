import { isJoined, type Words } from "../../../words.ts";
import { CURRENCIES } from "../lexicon/currencies.ts";
import { MAGNITUDES } from "../lexicon/numerals.ts";
import { CODES, type Unit, unit } from "./unit.ts";

/** The codes by what they are in lower case. */
const UPPER: ReadonlyMap<string, string> = new Map(CURRENCIES.map(([code]) => [code.toLowerCase(), code]));

/** Codes that are read in lower case too; most others are, or may be, words. */
const LOWER_CODES: ReadonlySet<string> = new Set("usd eur gbp jpy cny inr cad aud chf sgd hkd nzd".split(" "));

/** Codes that are words or other acronyms in capitals too ("COP 27", "ALL 12", "SDG 15"): they need a clear amount. */
const WORD_CODES: ReadonlySet<string> = new Set(
  "all ang ars bam bif bob cop cup dop ern esp gel gip gmd jod lak mad mop pen ron sar sdg shp sos ssp top try".split(
    " ",
  ),
);

const CODE_FACTORS: ReadonlyMap<string, string> = new Map([
  ["m", "1000000"],
  ["k", "1000"],
  ["t", "1000"],
]);

/** The ISO code at word `at`, beside the number whose first or last word is `number`. */
export function codeAt(words: Words, at: number, number: number): string | null {
  const { text, start, end, lower } = words;
  const word = lower[at] ?? "";
  if (word.length !== 3) return null;
  const upper = UPPER.get(word);
  if (!upper) return null;
  if (LOWER_CODES.has(word)) return upper;
  if (text.slice(start[at], end[at]) !== upper) return null;
  const glued = at > number && isJoined(words, at);
  return !WORD_CODES.has(word) || glued || isBound(words, Math.min(at, number)) || isClear(words, number)
    ? upper
    : null;
}

/** "120 MEUR", "MAUD 60", "kEUR": a code with its magnitude before it. */
export function multipleAt({ lower, text, start, end }: Words, at: number): Unit | null {
  const word = lower[at]!;
  const factor = word.length === 4 ? CODE_FACTORS.get(word[0]!) : undefined;
  const code = factor ? word.slice(1).toUpperCase() : "";
  if (!factor || !CODES.has(code) || text.slice(start[at]! + 1, end[at]) !== code) return null;
  return { ...unit(at, at + 1, code, "code"), factor };
}

/** True if a no-break space joins word `at` to the next: typographers set it between a code and its amount. */
export const isBound = ({ text, end }: Words, at: number): boolean => {
  const code = text.charCodeAt(end[at]!);
  return code === 0xa0 || code === 0x202f;
};

const isClear = ({ lower }: Words, at: number): boolean =>
  /[,.]\d\d/.test(lower[at] ?? "") || MAGNITUDES.has(lower[at] ?? "") || MAGNITUDES.has(lower[at + 1] ?? "");
