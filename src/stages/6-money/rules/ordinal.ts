import { areDigits, isCapital, isJoined, isSpelled, type Words } from "../../../words.ts";
import { exact } from "../exact.ts";
import { ORDINALS } from "../lexicon/numerals.ts";
import { nounAfter } from "./noun.ts";
import type { QuantityFound } from "./rule.ts";

const ENDINGS: ReadonlySet<string> = new Set(["st", "nd", "rd", "th"]);
/** "First Lady", "First Minister", "First Nations", "the Second Amendment", "the Third World". */
const NAMED: ReadonlySet<string> = new Set(
  "nation nations lady ladies minister ministers secretary amendment world".split(" "),
);

/** "the third time", "21st", "her third, …". Asked at words that may be ordinals, which are no numbers by themselves. */
export function ordinalAt(words: Words, at: number): QuantityFound | null {
  const { lower } = words;
  const named = ORDINALS.get(lower[at] ?? "");
  const figure = ENDINGS.has(lower[at + 1] ?? "") && areDigits(lower[at], 1, 4) && isJoined(words, at + 1);
  // "@ana_5th"
  if ((!named && !figure) || (isJoined(words, at) && (isSpelled(lower[at - 1]) || lower[at - 1] === "_"))) return null;
  // "one-third", "two thirds"; and "first" and "second" as adverbs.
  const end = figure ? at + 2 : at + 1;
  const noun = nounAfter(words, end);
  if (named && ((!noun && !isNoun(words, at)) || lower[at - 1] === "-" || lower[end] === "-")) return null;
  if (NAMED.has(lower[end] ?? "") && isCapital(words, at)) return null;
  const value = exact(named ? String(named) : lower[at]!);
  return {
    first: at,
    end,
    kind: "ordinal",
    low: value,
    high: null,
    unit: null,
    of: noun?.text ?? null,
    confidence: 0.8,
  };
}

const OWNERS: ReadonlySet<string> = new Set("the its his her their my our your 's whose".split(" "));

/** "the first of", "her third", "the company’s first since": the noun is understood. No seconds of time. */
const isNoun = ({ lower }: Words, at: number): boolean =>
  OWNERS.has(lower[at - 1] ?? "") && !(lower[at] === "second" && lower[at - 1] === "the");
