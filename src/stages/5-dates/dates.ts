import type { Layers } from "../../layers.ts";
import { defineStage } from "../../pipeline.ts";
import type { DateExpression } from "../../schema/dates.ts";
import { textSpan } from "../../span.ts";
import { readWords, type Words } from "../../words.ts";
import { findCandidates, indexRules } from "./find.ts";
import type { Candidate } from "./meaning.ts";
import { join } from "./refiners/join.ts";
import { modify } from "./refiners/modify.ts";
import { widest } from "./refiners/widest.ts";
import { type Bounds, boundsOf } from "./resolution/bounds.ts";
import { dayOf } from "./resolution/calendar.ts";
import { type Referent, resolve } from "./resolution/resolve.ts";
import { RULES } from "./rules/index.ts";

/**
 * Stage 5: dates, times, durations and sets with their TIMEX3 values. Rules find what could be a date, refiners settle
 * what belongs together, and what is relative is then resolved against the day of publication.
 */
export const dates = () => {
  const index = indexRules(RULES);
  return defineStage({
    name: "dates",
    needs: ["article", "text", "tokens", "sentences"],
    adds: ["dates"],
    run: ({ article, text, tokens }) => {
      const words = readWords(text.value, tokens);
      const candidates = modify(words, join(words, widest(findCandidates(words, index))));
      return { dates: resolveAll(words, candidates, article) };
    },
  });
};

/** True of "a year earlier": what comes after it goes back to the same date that it did. */
const refersBack = ({ meaning }: Candidate): boolean =>
  meaning.kind === "shift" && (meaning.from === "context" || meaning.comparing === true);

function resolveAll(
  words: Words,
  candidates: readonly Candidate[],
  { published }: Layers["article"],
): DateExpression[] {
  const day = published === null ? null : dayOf(published);
  const found: DateExpression[] = [];
  let referent: Referent | null = null;
  const known = new Map<string, Bounds>(); // an article names the same few days again and again
  for (const candidate of candidates) {
    const resolved = resolve(words, candidate, day, referent);
    if (!resolved) continue;
    const { rule, confidence, first, end } = candidate;
    const id = `d${found.length + 1}`;
    const span = textSpan(words.text, words.start[first]!, words.end[end - 1]!);
    const bounds = known.get(resolved.value) ?? boundsOf(resolved.value);
    known.set(resolved.value, bounds);
    found.push({ id, ...span, ...resolved, ...bounds, rule, confidence });
    if (bounds.begin && !refersBack(candidate)) referent = { id, value: resolved.value };
  }
  return found;
}
