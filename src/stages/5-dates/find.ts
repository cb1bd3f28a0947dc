import type { Words } from "../../words.ts";
import type { Candidate } from "./meaning.ts";
import { DIGITS, FOUR_DIGITS, isFourDigits, type Rule } from "./rule.ts";

/** Rules by what triggers them. */
export interface RuleIndex {
  readonly byWord: ReadonlyMap<string, readonly Rule[]>;
  readonly byNumber: readonly Rule[];
  readonly byFourDigits: readonly Rule[];
  /** Whether any trigger begins with those two characters: most words do not, and need not be looked up. */
  readonly begins: Uint8Array;
}

/** Characters beyond ASCII share a place. */
const WIDTH = 128;
const place = (word: string): number => {
  const first = word.charCodeAt(0);
  const second = word.length > 1 ? word.charCodeAt(1) : 0;
  return (first < WIDTH ? first : WIDTH - 1) * WIDTH + (second < WIDTH ? second : WIDTH - 1);
};

export function indexRules(rules: readonly Rule[]): RuleIndex {
  const byWord = new Map<string, Rule[]>();
  const begins = new Uint8Array(WIDTH * WIDTH);
  for (const rule of rules)
    for (const trigger of new Set(rule.triggers)) {
      byWord.set(trigger, [...(byWord.get(trigger) ?? []), rule]);
      begins[place(trigger)] = 1;
    }
  const byNumber = byWord.get(DIGITS) ?? [];
  return { byWord, byNumber, byFourDigits: byWord.get(FOUR_DIGITS) ?? [], begins };
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
  const code = word.charCodeAt(0);
  if (code >= 48 && code <= 57) return isFourDigits(word) ? index.byFourDigits : index.byNumber;
  return index.begins[place(word)] === 1 ? index.byWord.get(word) : undefined;
}
