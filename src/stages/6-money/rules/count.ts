import { isJoined, type Words } from "../../../words.ts";
import { nounAfter } from "./noun.ts";
import type { NumberOrRange, QuantityRule } from "./rule.ts";

/** "87 people", "five former defense secretaries", "1,200 jobs". */
export const count: QuantityRule = {
  name: "count",
  match: (words, number) => {
    if (isLabel(words, number)) return null;
    const noun = nounAfter(words, number.end);
    if (!noun) return null;
    const { first, value, high } = number;
    return { first, end: noun.end, kind: "count", low: value, high, unit: null, of: noun.text, confidence: 0.8 };
  },
};

/** Numbers that name a thing and count nothing: "G7 leaders", "No. 1 seed", "24-year-old", "Route 66 diner", "one of". */
function isLabel(words: Words, { first, end, inDigits }: NumberOrRange): boolean {
  const { lower, pos } = words;
  const before = lower[first - 1] ?? "";
  if (/^(no|number|#|page|chapter|section|article|flight|room|route|highway|block|version|age|aged)$/.test(before))
    return true;
  if (isJoined(words, first) && /^[\p{L}\-–:/.]/u.test(before)) return true;
  if (/^(-|–|:|\/)$/.test(lower[end] ?? "")) return true;
  if (inDigits && pos[first - 1] === "PROPN" && first > 1) return true;
  return lower[end - 1] === "one" && end - first === 1;
}
