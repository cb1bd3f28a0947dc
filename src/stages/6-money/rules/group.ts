import type { Words } from "../../../words.ts";
import { numberAt } from "../number.ts";
import { nounAfter } from "./noun.ts";

const DETERMINERS: ReadonlySet<string> = new Set(
  "the its their his her our my your these those all this that every each".split(" "),
);
/** What may stand before the number of a group: "the past four seasons", "the remaining 12". */
const BEFORE_NUMBER: ReadonlySet<string> = new Set(
  "past last first next other remaining nearly almost about roughly some".split(" "),
);
const PRONOUNS: ReadonlySet<string> = new Set("them us you these those whom which it".split(" "));

/** How many words the owner of a group may have ("Northern Sea Freight’s"). */
const LONGEST_OWNER = 5;

/** What those counted are some of: words up to `end`; `text` is null for a pronoun. */
export interface Group {
  readonly end: number;
  readonly text: string | null;
}

export const pastDeterminer = ({ lower }: Words, at: number): number =>
  DETERMINERS.has(lower[at] ?? "") ? at + 1 : at;

/** Past "its", "the", "Tarn Freight’s"; the same word if there is no such thing. */
function pastOwner(words: Words, at: number): number {
  const { lower, pos } = words;
  const first = pastDeterminer(words, at);
  for (let i = first; i < first + LONGEST_OWNER && lower[i]; i++) {
    if (lower[i] === "'s") return i + 1;
    if (pos[i] !== "PROPN" && pos[i] !== "NOUN" && pos[i] !== "ADJ") break;
  }
  return first;
}

/** "of the 10 largest companies", "of its members", "of 30 seats", "of Ruiz’s 12 aides", "of them": the group after word `at`. */
export function groupAfter(words: Words, at: number): Group | null {
  const { lower, text, start, end } = words;
  if (lower[at] !== "of") return null;
  if (PRONOUNS.has(lower[at + 1] ?? "") && !nounAfter(words, at + 2)) return { end: at + 2, text: null };
  const first = pastOwner(words, at + 1);
  const counted = BEFORE_NUMBER.has(lower[first] ?? "") ? first + 1 : first;
  const number = numberAt(words, counted);
  if (!number && first === at + 1) return null;
  const noun = nounAfter(words, number?.end ?? first);
  const last = noun?.end ?? (number && first > at + 1 ? number.end : null);
  return last === null ? null : { end: last, text: text.slice(start[first], end[last - 1]) };
}
