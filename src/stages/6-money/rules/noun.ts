import { isSpelled, type Words } from "../../../words.ts";

/** How many words a counted thing may have ("former defense secretaries"). */
const LONGEST = 5;

/**
 * The noun that begins at word `at`, with adjectives and nouns before it; null if there is none. It ends with its last
 * noun: "people", "former defense secretaries", "largest US companies".
 */
export function nounAfter(words: Words, at: number): { end: number; text: string } | null {
  const { lower, pos, start, end, text } = words;
  let last = -1;
  for (let i = at; i < at + LONGEST && lower[i]; i++) {
    const tag = pos[i]!;
    const word = isSpelled(lower[i]);
    if (word && (tag === "NOUN" || tag === "PROPN")) last = i;
    else if (!(word && tag === "ADJ") && lower[i] !== "-") break;
  }
  return last < 0 ? null : { end: last + 1, text: text.slice(start[at], end[last]) };
}
