import { isCapital, isJoined, isSpelled, type Words } from "../../../words.ts";
import { exact } from "../exact.ts";
import { vagueAt } from "../vague.ts";
import { groupAfter, pastDeterminer } from "./group.ts";
import { nounAfter } from "./noun.ts";
import type { NumberOrRange, QuantityFound, QuantityRule } from "./rule.ts";

/** "87 people", "one man", "five former defense secretaries", "Eight of the 10 largest US companies", "nine of them". */
export const count: QuantityRule = {
  name: "count",
  match: (words, number) => {
    if (isLabel(words, number) || isName(words, number) || isPronoun(words, number)) return null;
    const { first, end, value, high } = number;
    const noun = nounAfter(words, end) ?? plural(words, number) ?? groupAfter(words, end);
    if (!noun || (isOne(words.lower, number) && isSuperlative(noun.text))) return null;
    return { first, end: noun.end, kind: "count", low: value, high, unit: null, of: noun.text, confidence: 0.8 };
  },
};

/** The least that "several hundred" and other vague numbers without "of" can mean. */
const MANY = exact("12");

/** "dozens of officials", "hundreds of thousands of people", "several hundred people": a count that is open above. */
export function vagueCountAt(words: Words, at: number): QuantityFound | null {
  const vague = vagueAt(words, at);
  if (!vague) return null;
  const of = words.lower[vague.end] === "of";
  if (!of && (vague.low.lt(MANY) || vague.end === at + 1)) return null;
  const noun = nounAfter(words, of ? pastDeterminer(words, vague.end + 1) : vague.end);
  if (!noun) return null;
  return {
    first: vague.first,
    end: noun.end,
    kind: "count",
    low: vague.low,
    high: null,
    open: true,
    unit: null,
    of: noun.text,
    confidence: 0.7,
  };
}

/** "two counts", "five runs": after a number that is no name, a word in -s is a noun, though it is tagged a verb. */
function plural(
  { lower, pos, lemma, text, start, end }: Words,
  number: NumberOrRange,
): { end: number; text: string } | null {
  const at = number.end;
  const word = lower[at] ?? "";
  if (pos[at] !== "VERB" || word.length < 4 || !word.endsWith("s") || word === lemma[at] || isOne(lower, number))
    return null;
  return { end: at + 1, text: text.slice(start[at], end[at]) };
}

const isOne = (lower: readonly string[], { first, end }: NumberOrRange): boolean =>
  end - first === 1 && lower[first] === "one";

/** What stands before a "one" that counts nothing. */
const BEFORE_ONE: ReadonlySet<string> = new Set(
  "no this that the every each any which another some not such a".split(" "),
);
/** "one day", "one another", "one time": no counts. */
const AFTER_ONE: ReadonlySet<string> = new Set(
  "day morning afternoon evening night another time other point".split(" "),
);

/** True of the "one" of "every one of", "the one thing" and "one day". */
const isPronoun = ({ lower }: Words, number: NumberOrRange): boolean =>
  isOne(lower, number) && (BEFORE_ONE.has(lower[number.first - 1] ?? "") || AFTER_ONE.has(lower[number.end] ?? ""));

const HIGHEST: ReadonlySet<string> = new Set(["most", "best", "worst", "few", "top"]);

/** "one of the largest cities" counts no cities. */
function isSuperlative(group: string | null): boolean {
  const word = group?.split(" ", 1)[0]?.toLowerCase() ?? "";
  return HIGHEST.has(word) || (word.length > 4 && word.endsWith("est"));
}

/** Words and signs that stand before the first word of a sentence, heading or speech. */
const OPENING: ReadonlySet<string> = new Set(["", '"', "“", "‘", "'", "(", ":", "—", "–", "-", "•", "*"]);

/**
 * True of numbers in names: "Two Rivers" among words in lower case, "League Two side". In headlines, where all words have
 * capitals, and at the beginning of a sentence nobody can tell.
 */
export function isName(words: Words, { first, end, inDigits }: NumberOrRange): boolean {
  const { lower } = words;
  if (inDigits || !isCapital(words, first) || OPENING.has(lower[first - 1] ?? "")) return false;
  return isCapital(words, first - 1) !== isCapital(words, end);
}

const NUMBERED: ReadonlySet<string> = new Set(
  "no number # page chapter section article flight room route highway block version age aged".split(" "),
);
/** Signs that join a number to what stands before it, and to what stands after. */
const JOINING: ReadonlySet<string> = new Set(["-", "–", ":", "/", "."]);
const JOINED: ReadonlySet<string> = new Set(["-", "–", ":", "/"]);

/** Numbers that name a thing and count nothing: "G7 leaders", "No. 1 seed", "24-year-old", "Route 66 diner". */
export function isLabel(words: Words, { first, end, inDigits }: NumberOrRange): boolean {
  const { lower, pos } = words;
  const before = lower[first - 1] ?? "";
  if (NUMBERED.has(before)) return true;
  if (isJoined(words, first) && (isSpelled(before) || JOINING.has(before[0] ?? ""))) return true;
  if (JOINED.has(lower[end] ?? "")) return true;
  // "the 1940s", "255m"
  if (inDigits && isJoined(words, end) && isSpelled(lower[end])) return true;
  return inDigits && pos[first - 1] === "PROPN" && first > 1;
}
