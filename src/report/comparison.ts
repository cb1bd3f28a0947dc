import type { DiffTotals } from "../diff/totals.ts";
import type { Comparison } from "./page-data.ts";

/** How two runs differ, at a glance; the rules that changed most come first. */
export function comparisonFrom({ articles, layers, rules }: DiffTotals): Comparison {
  const { changed, onlyBefore, onlyAfter, inParts } = articles;
  return {
    changed,
    onlyBefore,
    onlyAfter,
    inParts,
    layers: Object.entries(layers).map(([layer, { before, after, changed: all, gain, loss, even, ...kinds }]) => ({
      layer: layer as keyof typeof layers,
      before,
      after,
      changed: all,
      gain,
      loss,
      even,
      kinds,
    })),
    rules: Object.entries(rules)
      .map(([rule, { gain, loss, even, ...kinds }]) => ({ rule, gain, loss, even, kinds }))
      .sort((a, b) => sum(b.kinds) - sum(a.kinds) || (a.rule < b.rule ? -1 : 1)),
  };
}

const sum = (kinds: Readonly<Record<string, number>>): number =>
  Object.values(kinds).reduce((all, count) => all + count, 0);
