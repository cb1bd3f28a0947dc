import { inSource } from "./comparison.ts";
import { addCounts, type Measure, measure, noCounts } from "./counts.ts";
import { errorLog } from "./errors.ts";
import type { LayerScorer } from "./layer-scorer.ts";
import { pairSpans } from "./pairing.ts";

export type BlockScores = Record<"strict" | "kind", Measure>;

/** Scores blocks: same span, and same span with the same kind. */
export function scoreBlocks(limit: number): LayerScorer<BlockScores> {
  const [strict, kind] = [noCounts(), noCounts()];
  const log = errorLog("blocks", limit);
  return {
    add: (comparison) => {
      const gold = comparison.gold.blocks ?? [];
      const found = comparison.document.blocks.map((block) => inSource(comparison, block));
      const { pairs, missed, spurious } = pairSpans(gold, found);
      const exact = pairs.filter((pair) => pair.exact);
      const otherwise = exact.filter((pair) => pair.gold.kind !== pair.found.kind);

      const sizes = { gold: gold.length, pred: found.length };
      addCounts(strict, { tp: exact.length, ...sizes });
      addCounts(kind, { tp: exact.length - otherwise.length, ...sizes });

      for (const { gold: block, found: got } of otherwise)
        log.note(comparison, "value", [block], { gold: block.kind, got: got.kind });
      const shifted = pairs.filter((pair) => !pair.exact);
      for (const block of [...missed, ...shifted.map((pair) => pair.gold)])
        log.note(comparison, "missed", [block], { gold: block.kind });
      for (const block of [...spurious, ...shifted.map((pair) => pair.found)])
        log.note(comparison, "spurious", [block], { got: block.kind });
    },
    result: () => ({ strict: measure(strict), kind: measure(kind) }),
    errors: log.noted,
    errorTotals: log.totals,
    sums: () => [strict, kind],
  };
}
