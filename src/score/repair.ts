import { percentOf } from "./counts.ts";
import { errorLog } from "./errors.ts";
import type { LayerScorer } from "./layer-scorer.ts";

/** How many texts were repaired as expected. */
export interface Share {
  readonly right: number;
  readonly of: number;
  readonly pct: number;
}

/** By the gold's groups, if it has any, and `all` together. */
export type RepairScores = Record<string, Share>;

/** Scores repair: the text is, character for character, the one expected (`fixed`). */
export function scoreRepair(limit: number): LayerScorer<RepairScores> {
  const groups = new Map<string, { right: number; of: number }>();
  const log = errorLog("repair", limit);
  return {
    add: (comparison) => {
      const { fixed, group } = comparison.gold;
      const { value } = comparison.document.text;
      const isRight = value === fixed;
      for (const name of group === undefined ? ["all"] : [group, "all"]) {
        const share = groups.get(name) ?? { right: 0, of: 0 };
        if (isRight) share.right++;
        share.of++;
        groups.set(name, share);
      }
      if (!isRight) log.note(comparison, "wrong", [], { type: group, gold: fixed, got: value });
    },
    result: () =>
      Object.fromEntries([...groups].map(([name, { right, of }]) => [name, { right, of, pct: percentOf(right, of) }])),
    errors: log.noted,
    errorTotals: log.totals,
    sums: () => [...groups.values()],
  };
}
