import type { Quantity } from "../schema/quantities.ts";
import { inSource, wordsAt } from "./comparison.ts";
import { addCounts, type Measure, measure, noCounts } from "./counts.ts";
import { errorLog } from "./errors.ts";
import type { GoldQuantity } from "./gold.ts";
import type { LayerScorer } from "./layer-scorer.ts";
import { pairSpans } from "./pairing.ts";

export type QuantityScores = Record<"strict" | "relaxed" | "value", Measure>;

/** Scores quantities: same span, any overlap, and overlap with the same kind, decimals and unit. */
export function scoreQuantities(limit: number): LayerScorer<QuantityScores> {
  const [strict, relaxed, value] = [noCounts(), noCounts(), noCounts()];
  const log = errorLog("quantities", limit);
  return {
    add: (comparison) => {
      const gold = (comparison.gold.quantities ?? []).filter(comparison.inScope);
      const found = comparison.document.quantities
        .map((quantity) => inSource(comparison, quantity))
        .filter(comparison.inScope);
      const { pairs, missed, spurious } = pairSpans(gold, found);

      const sizes = { gold: gold.length, pred: found.length };
      addCounts(relaxed, { tp: pairs.length, ...sizes });
      addCounts(strict, { tp: pairs.filter((pair) => pair.exact).length, ...sizes });
      const otherwise = pairs.filter((pair) => !isSameQuantity(pair.gold, pair.found));
      addCounts(value, { tp: pairs.length - otherwise.length, ...sizes });

      for (const { gold: quantity, found: got, exact } of pairs)
        if (!exact) log.note(comparison, "bounds", [quantity], { got: wordsAt(comparison, got), rule: got.rule });
      for (const { gold: quantity, found: got } of otherwise)
        log.note(comparison, "value", [quantity], { gold: inWords(quantity), got: inWords(got), rule: got.rule });
      for (const quantity of missed) log.note(comparison, "missed", [quantity], { gold: inWords(quantity) });
      for (const quantity of spurious)
        log.note(comparison, "spurious", [quantity], { got: inWords(quantity), rule: quantity.rule });
    },
    result: () => ({ strict: measure(strict), relaxed: measure(relaxed), value: measure(value) }),
    errors: log.noted,
    errorTotals: log.totals,
    sums: () => [strict, relaxed, value],
  };
}

const PARTS = ["kind", "value", "min", "max", "unit"] as const;

/** All that is said of them is the same. */
export const isSameQuantity = (gold: GoldQuantity, found: Quantity): boolean =>
  PARTS.every((part) => gold[part] === found[part]);

const inWords = ({ kind, value, min, max, unit }: Pick<Quantity, (typeof PARTS)[number]> | GoldQuantity): string =>
  [kind, value ?? `${min ?? ""}–${max ?? ""}`, unit].filter((part) => part !== null).join(" ");
