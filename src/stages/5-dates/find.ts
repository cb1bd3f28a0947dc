import type { Words } from "../../words.ts";
import type { Candidate } from "./meaning.ts";
import { DIGITS, FOUR_DIGITS, isFourDigits, type Rule } from "./rule.ts";

/** Rules by what triggers them. */
export interface RuleIndex {
  readonly byWord: ReadonlyMap<string, readonly Rule[]>;
  readonly byNumber: readonly Rule[];
  readonly byFourDigits: readonly Rule[];
  /** Whether any trigger has that look (`lookOf`): most words have none of them, and need not be looked up. */
  readonly looks: Uint8Array;
}

const LOOKS = 1 << 13;

/** The length of a word and its first, second and last characters as one small number. */
function lookOf(word: string): number {
  const { length } = word;
  if (length === 0) return 0;
  const second = length > 1 ? word.charCodeAt(1) : 0;
  const ends = word.charCodeAt(0) * 961 + second * 131 + word.charCodeAt(length - 1) * 17;
  return (ends + length * 1009) & (LOOKS - 1);
}

export function indexRules(rules: readonly Rule[]): RuleIndex {
  const byWord = new Map<string, Rule[]>();
  const looks = new Uint8Array(LOOKS);
  for (const rule of rules)
    for (const trigger of new Set(rule.triggers)) {
      byWord.set(trigger, [...(byWord.get(trigger) ?? []), rule]);
      looks[lookOf(trigger)] = 1;
    }
  const byNumber = byWord.get(DIGITS) ?? [];
  return { byWord, byNumber, byFourDigits: byWord.get(FOUR_DIGITS) ?? [], looks };
}

/** All that any rule sees in the text, overlaps included, by position of the trigger. */
export function findCandidates(words: Words, index: RuleIndex): Candidate[] {
  const { lower } = words;
  const found: Candidate[] = [];
  for (let at = 0; at < lower.length; at++) {
    const rules = rulesFor(lower[at]!, index);
    if (!rules) continue;
    for (let i = 0; i < rules.length; i++) {
      const rule = rules[i]!;
      const seen = rule.match(words, at);
      if (!seen) continue;
      const { first, end, meaning, mod = null, confidence = 0.9 } = seen;
      found.push({ first, end, meaning, mod, confidence, rule: `dates/${rule.name}` });
    }
  }
  return found;
}

function rulesFor(word: string, index: RuleIndex): readonly Rule[] | undefined {
  if (word === "") return undefined;
  const code = word.charCodeAt(0);
  if (code >= 48 && code <= 57) return isFourDigits(word) ? index.byFourDigits : index.byNumber;
  return index.looks[lookOf(word)] === 1 ? index.byWord.get(word) : undefined;
}
