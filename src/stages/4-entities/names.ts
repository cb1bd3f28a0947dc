import type { EntityType } from "../../schema/entities.ts";
import type { Reading } from "../../tagger/reading.ts";

/** Tokens of the article: `first` is in, `last` is out. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** A name with its type, why it is one and how sure that is, and the title that the text gives there. */
export interface Named extends Range {
  readonly type: EntityType;
  readonly rule: string;
  readonly confidence: number;
  readonly role: RoleRange | null;
  /** What an apposition after it calls it, where a title stands before it too. */
  readonly apposition?: RoleRange;
}

/** The titles that the text gives beside a name. */
export const rolesOf = ({ role, apposition }: Named): readonly RoleRange[] =>
  role ? (apposition ? [role, apposition] : [role]) : NONE;
const NONE: readonly RoleRange[] = [];

/** A title, and the name of whose title it is where the text says so. */
export interface RoleRange extends Range {
  readonly of: Range | null;
}

/** The words of a range in lower case, with a space between any two. */
export const phraseOf = ({ word }: Reading, { first, last }: Range): string => {
  let phrase = word[first]!.lower;
  for (let i = first + 1; i < last; i++) phrase += ` ${word[i]!.lower}`;
  return phrase;
};

export const inSentence = ({ sentence, length }: Reading, at: number, other: number): boolean =>
  other >= 0 && other < length && sentence[other] === sentence[at];

/** For each token the index of the name it is in, or -1. */
export function namesByToken(length: number, names: readonly Range[]): Int32Array {
  const owner = new Int32Array(length).fill(-1);
  for (const [i, { first, last }] of names.entries()) owner.fill(i, first, last);
  return owner;
}

/** True for a word whose first character is a letter of ASCII: a cheap look before a regular expression. */
export function beginsLatin(word: string): boolean {
  const code = word.charCodeAt(0) | 32;
  return code >= 97 && code <= 122;
}
