import type { DateMod } from "../../schema/dates.ts";
import type { Words } from "../../words.ts";
import type { Meaning } from "./meaning.ts";

/** What a rule found around its trigger: words `first` up to but not including `end`. */
export interface Match {
  readonly first: number;
  readonly end: number;
  readonly meaning: Meaning;
  readonly mod?: DateMod | null;
  readonly confidence?: number;
}

/** Stands among triggers for any number of four digits, and for any other number. */
export const FOUR_DIGITS = "0000";
export const DIGITS = "0";

/**
 * One kind of expression. `match` is asked at each word that is one of `triggers` (lower case), and looks only at the
 * few words around it, so that all rules together are linear in the text.
 */
export interface Rule {
  readonly name: string;
  readonly triggers: readonly string[];
  readonly match: (words: Words, at: number) => Match | null;
}

/** True of "2026", and of no other kind of number. */
export function isFourDigits(word: string): boolean {
  if (word.length !== 4) return false;
  for (let i = 0; i < 4; i++) {
    const code = word.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}
