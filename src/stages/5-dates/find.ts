import { isNumber, type Words, watchFor } from "../../words.ts";
import type { Candidate } from "./meaning.ts";
import { DIGITS, FOUR_DIGITS, isFourDigits, type Rule } from "./rule.ts";

/** Rules by what triggers them. */
export interface RuleIndex {
  readonly byWord: ReadonlyMap<string, readonly Rule[]>;
  readonly byNumber: readonly Rule[];
  readonly byFourDigits: readonly Rule[];
}

export function indexRules(rules: readonly Rule[]): RuleIndex {
  const byWord = new Map<string, Rule[]>();
  for (const rule of rules)
    for (const trigger of new Set(rule.triggers)) byWord.set(trigger, [...(byWord.get(trigger) ?? []), rule]);
  watchFor(byWord.keys());
  return { byWord, byNumber: byWord.get(DIGITS) ?? [], byFourDigits: byWord.get(FOUR_DIGITS) ?? [] };
}

/** All that any rule sees in the text, overlaps included, by position of the trigger. */
export function findCandidates(words: Words, index: RuleIndex): Candidate[] {
  const found: Candidate[] = [];
  for (const at of words.watched) {
    const rules = rulesFor(words.lower[at]!, index);
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
  if (!isNumber(word)) return index.byWord.get(word);
  return isFourDigits(word) ? index.byFourDigits : index.byNumber;
}
