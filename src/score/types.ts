import type { Comparison } from "./comparison.ts";
import { type Counts, type Measure, measure, noCounts } from "./counts.ts";
import type { Sums } from "./layer-scorer.ts";
import { matchLayer } from "./matches.ts";
import { type GoldTypes, TYPED_LAYERS, type TypedLayer } from "./type-folding.ts";

/** `strict` is same bounds and type, `relaxed` overlap and same type (SemEval-2013 Task 9.1's "strict" and "type"). */
export type LayerTypeScores = Record<"strict" | "relaxed", Readonly<Record<string, Measure>>>;

/** By layer; those without gold annotations that have types are absent. */
export type TypeScores = Readonly<Partial<Record<TypedLayer, LayerTypeScores>>>;

/** Scores each type of annotation that the gold uses. */
export interface TypeScorer {
  readonly add: (comparison: Comparison, layers: readonly string[]) => void;
  readonly result: () => TypeScores;
  readonly sums: () => readonly Sums[];
}

export function scoreTypes(types: GoldTypes): TypeScorer {
  const tallies = TYPED_LAYERS.map((layer) => ({ layer, counts: countsOf(types[layer]), isScored: false }));
  return {
    add: (comparison, layers) => {
      for (const tally of tallies) {
        if (comparison.gold[tally.layer] === undefined || !layers.includes(tally.layer)) continue;
        tally.isScored = true;
        addTypes(comparison, tally.layer, tally.counts, types);
      }
    },
    result: () => {
      const scored = tallies.filter(({ layer, isScored }) => isScored && types[layer].size > 0);
      return Object.fromEntries(scored.map(({ layer, counts }) => [layer, measures(counts)]));
    },
    sums: () =>
      tallies.flatMap(({ counts }) => [...counts.values()].flatMap(({ strict, relaxed }) => [strict, relaxed])),
  };
}

type TypeCounts = ReadonlyMap<string, Readonly<Record<"strict" | "relaxed", Counts>>>;

const countsOf = (types: ReadonlySet<string>): TypeCounts =>
  new Map([...types].sort().map((type) => [type, { strict: noCounts(), relaxed: noCounts() }]));

function addTypes(comparison: Comparison, layer: TypedLayer, counts: TypeCounts, types: GoldTypes): void {
  const { gold, found, matches } = matchLayer(comparison, layer, types);
  const both = (type: string | null): Counts[] => {
    const own = type === null ? undefined : counts.get(type);
    return own ? [own.strict, own.relaxed] : [];
  };
  for (const type of gold) for (const count of both(type)) count.gold++;
  for (const { type } of found) for (const count of both(type)) count.pred++;
  for (const { type, bounds, sameType } of matches) {
    if (!sameType) continue;
    const own = counts.get(type!)!;
    own.relaxed.tp++;
    if (bounds) own.strict.tp++;
  }
}

const measures = (counts: TypeCounts): LayerTypeScores => ({
  strict: Object.fromEntries([...counts].map(([type, { strict }]) => [type, measure(strict)])),
  relaxed: Object.fromEntries([...counts].map(([type, { relaxed }]) => [type, measure(relaxed)])),
});
