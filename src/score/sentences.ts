import type { Span } from "../schema/span.ts";
import { trimmed } from "../span.ts";
import { asSpan, inSource } from "./comparison.ts";
import { addCounts, type Measure, measure, noCounts, percentOf } from "./counts.ts";
import { errorLog } from "./errors.ts";
import type { LayerScorer } from "./layer-scorer.ts";

/** `exactTexts` is how many texts, in percent, were split without fault. */
export interface SentenceScores {
  readonly boundaries: Measure;
  readonly exactTexts: number;
}

/** Scores where sentences end; white space at the end makes no difference. An error shows the sentence with that end. */
export function scoreSentences(limit: number): LayerScorer<SentenceScores> {
  const boundaries = noCounts();
  const texts = { exact: 0, all: 0 };
  const log = errorLog("sentences", limit);
  return {
    add: (comparison) => {
      const byEnd = (sentences: readonly Span[]) =>
        new Map(sentences.map((s) => [trimmed(comparison.text, s.start, s.end)?.end ?? s.end, s]));
      const gold = byEnd((comparison.gold.sentences ?? []).map(asSpan));
      const found = byEnd(comparison.document.sentences.map((sentence) => inSource(comparison, sentence)));
      const missed = [...gold].filter(([end]) => !found.has(end));
      const spurious = [...found].filter(([end]) => !gold.has(end));
      addCounts(boundaries, { tp: gold.size - missed.length, gold: gold.size, pred: found.size });
      texts.all++;
      if (missed.length + spurious.length === 0) texts.exact++;
      for (const [, sentence] of missed) log.note(comparison, "missed", [sentence]);
      for (const [, sentence] of spurious) log.note(comparison, "spurious", [sentence]);
    },
    result: () => ({ boundaries: measure(boundaries), exactTexts: percentOf(texts.exact, texts.all) }),
    errors: log.noted,
    errorTotals: log.totals,
    sums: () => [boundaries, texts],
  };
}
