import { asSpan } from "./comparison.ts";
import { addCounts, type Measure, measure, noCounts } from "./counts.ts";
import { errorLog } from "./errors.ts";
import type { LayerScorer } from "./layer-scorer.ts";
import { spanKey } from "./pairing.ts";

export interface TokenScores {
  readonly spans: Measure;
}

/** Scores the spans of tokens. Two tokens that repairs lead back to the same place count as one. */
export function scoreTokens(limit: number): LayerScorer<TokenScores> {
  const spans = noCounts();
  const log = errorLog("tokens", limit);
  return {
    add: (comparison) => {
      const { start, end } = comparison.document.tokens;
      const gold = (comparison.gold.tokens ?? []).map(asSpan);
      const found = new Map(
        start.map((from, i) => {
          const span = comparison.source.span({ start: from, end: end[i]! });
          return [spanKey(span), span];
        }),
      );
      const missed = gold.filter((token) => !found.has(spanKey(token)));
      addCounts(spans, { tp: gold.length - missed.length, gold: gold.length, pred: found.size });

      for (const token of gold) found.delete(spanKey(token));
      for (const token of missed) log.note(comparison, "missed", [token]);
      for (const token of found.values()) log.note(comparison, "spurious", [token]);
    },
    result: () => ({ spans: measure(spans) }),
    errors: log.noted,
    errorTotals: log.totals,
    sums: () => [spans],
  };
}
