import type { Words } from "../../words.ts";
import type { Candidate } from "./meaning.ts";
import { type Rule, triggerOf } from "./rule.ts";

/** Rules by what triggers them. */
export type RuleIndex = ReadonlyMap<string, readonly Rule[]>;

export function indexRules(rules: readonly Rule[]): RuleIndex {
  const index = new Map<string, Rule[]>();
  for (const rule of rules)
    for (const trigger of new Set(rule.triggers)) index.set(trigger, [...(index.get(trigger) ?? []), rule]);
  return index;
}

/** All that any rule sees in the text, overlaps included, by position of the trigger. */
export function findCandidates(words: Words, index: RuleIndex): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < words.lower.length; at++) {
    const rules = index.get(triggerOf(words.lower[at]!));
    if (!rules) continue;
    for (const { name, match } of rules) {
      const seen = match(words, at);
      if (seen) found.push({ mod: null, confidence: 0.9, ...seen, rule: `dates/${name}` });
    }
  }
  return found;
}
