import { isJoined, isSpelled, type Words } from "../../../words.ts";
import { numberAt } from "../number.ts";
import { vagueAt } from "../vague.ts";
import { nounAfter } from "./noun.ts";
import type { NumberOrRange, QuantityFound, QuantityRule } from "./rule.ts";

/** "87 people", "five former defense secretaries", "1,200 jobs", "Eight of the 10 largest US companies". */
export const count: QuantityRule = {
  name: "count",
  match: (words, number) => {
    if (isLabel(words, number)) return null;
    const { first, end, value, high } = number;
    const noun = nounAfter(words, end) ?? groupAfter(words, end);
    if (!noun || isOneOfSome(words, number, noun.text)) return null;
    return { first, end: noun.end, kind: "count", low: value, high, unit: null, of: noun.text, confidence: 0.8 };
  },
};

/** "dozens of officials", "hundreds of thousands of people": a count that is open above. */
export function vagueCountAt(words: Words, at: number): QuantityFound | null {
  const vague = vagueAt(words, at);
  if (!vague || words.lower[vague.end] !== "of") return null;
  const noun = nounAfter(words, pastDeterminer(words.lower, vague.end + 1));
  if (!noun) return null;
  const { first, low } = vague;
  return {
    first,
    end: noun.end,
    kind: "count",
    low,
    high: null,
    open: true,
    unit: null,
    of: noun.text,
    confidence: 0.7,
  };
}

const DETERMINERS: ReadonlySet<string> = new Set("the its their his her our these those".split(" "));

const pastDeterminer = (lower: readonly string[], at: number): number =>
  DETERMINERS.has(lower[at] ?? "") ? at + 1 : at;

/** "of the 10 largest companies", "of its members": the group that those counted are of. */
function groupAfter(words: Words, at: number): { end: number; text: string } | null {
  const { lower, text, start } = words;
  if (lower[at] !== "of") return null;
  const first = pastDeterminer(lower, at + 1);
  if (first === at + 1) return null;
  const number = numberAt(words, first);
  const noun = nounAfter(words, number?.end ?? first);
  return noun && { end: noun.end, text: number ? text.slice(start[first], words.end[noun.end - 1]) : noun.text };
}

/** "one man", "one of its goals" say no more than "a" does; "one of the 10 companies" counts. */
const isOneOfSome = ({ lower }: Words, { first, end }: NumberOrRange, of: string): boolean =>
  lower[end - 1] === "one" && end - first === 1 && !/\d/.test(of);

const NUMBERED: ReadonlySet<string> = new Set(
  "no number # page chapter section article flight room route highway block version age aged".split(" "),
);
/** Signs that join a number to what stands before it, and to what stands after. */
const JOINING: ReadonlySet<string> = new Set(["-", "–", ":", "/", "."]);
const JOINED: ReadonlySet<string> = new Set(["-", "–", ":", "/"]);

/** Numbers that name a thing and count nothing: "G7 leaders", "No. 1 seed", "24-year-old", "Route 66 diner". */
function isLabel(words: Words, { first, end, inDigits }: NumberOrRange): boolean {
  const { lower, pos } = words;
  const before = lower[first - 1] ?? "";
  if (NUMBERED.has(before)) return true;
  if (isJoined(words, first) && (isSpelled(before) || JOINING.has(before[0] ?? ""))) return true;
  if (JOINED.has(lower[end] ?? "")) return true;
  // "the 1940s", "255m"
  if (inDigits && isJoined(words, end) && lower[end] !== "") return true;
  return inDigits && pos[first - 1] === "PROPN" && first > 1;
}
