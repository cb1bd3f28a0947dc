import { isSpelled, type Words } from "../../../words.ts";

/** How many words a counted thing may have ("former defense secretaries"). */
const LONGEST = 5;

/** Participles that say which ones are counted, and words that taggers take for prepositions before a noun. */
const DESCRIBING: ReadonlySet<string> = new Set(
  "remaining missing leading surviving rising existing competing outstanding running working ruling opposing neighboring neighbouring warring outside inside".split(
    " ",
  ),
);

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
    else if (!(word && (tag === "ADJ" || (last < 0 && isParticiple(words, i)))) && lower[i] !== "-") break;
  }
  return last < 0 ? null : { end: last + 1, text: text.slice(start[at], end[last]) };
}

/** "injured", "remaining" right before a noun in lower case. */
const isParticiple = ({ lower, pos, text, start }: Words, i: number): boolean =>
  pos[i + 1] === "NOUN" &&
  text[start[i + 1]!] === lower[i + 1]![0] &&
  (DESCRIBING.has(lower[i]!) || (pos[i] === "VERB" && lower[i]!.endsWith("ed")));
