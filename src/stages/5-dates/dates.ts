import type { Layers } from "../../layers.ts";
import { defineStage } from "../../pipeline.ts";
import type { DateExpression } from "../../schema/dates.ts";
import { readWords, type Words } from "../../words.ts";
import { findCandidates, indexRules } from "./find.ts";
import type { Candidate } from "./meaning.ts";
import { join } from "./refiners/join.ts";
import { modify } from "./refiners/modify.ts";
import { ranges } from "./refiners/ranges.ts";
import { widest } from "./refiners/widest.ts";
import { resolveAll } from "./resolution/article.ts";
import { statedIn } from "./resolution/stated.ts";
import type { Rule } from "./rule.ts";
import { age } from "./rules/age.ts";
import { RULES } from "./rules/index.ts";

export interface DatesOptions {
  /** Rules of your own. Of two rules that take the same words, one of these wins. */
  readonly rules?: readonly Rule[];
  /** True to find ages too ("the 40-year-old"), as durations. TimeML's corpora leave them out. */
  readonly ages?: boolean;
}

/**
 * Stage 5: dates, times, durations and sets with their TIMEX3 values. Rules find what could be a date, refiners settle
 * what belongs together, and what is relative is then resolved against the day of publication.
 */
export const dates = ({ rules = [], ages = false }: DatesOptions = {}) => {
  const index = indexRules([...rules, ...RULES, ...(ages ? [age] : [])]);
  return defineStage({
    name: "dates",
    needs: ["article", "text", "tokens", "sentences"],
    adds: ["dates"],
    options: { rules: rules.map(({ name }) => name), ages },
    run: ({ article, text, tokens }) => {
      const words = readWords(text.value, tokens);
      const candidates = modify(words, join(words, ranges(words, widest(findCandidates(words, index)))));
      return { dates: datesOf(words, candidates, article) };
    },
  });
};

const datesOf = (words: Words, candidates: readonly Candidate[], { published }: Layers["article"]): DateExpression[] =>
  resolveAll(words, candidates, published).map(({ candidate, id, resolved, bounds }) => {
    const { rule, confidence, first, end, mod, meaning } = candidate;
    const start = words.start[first]!;
    const to = words.end[end - 1]!;
    const { type, value, anchor, unresolved } = resolved;
    const { grain, begin, until } = bounds;
    return {
      id,
      start,
      end: to,
      text: words.text.slice(start, to),
      type,
      value,
      mod,
      stated: statedIn(meaning),
      anchor,
      grain,
      begin,
      until,
      rule,
      confidence,
      unresolved,
    };
  });
