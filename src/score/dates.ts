import { inSource, wordsAt } from "./comparison.ts";
import { addCounts, type Measure, measure, noCounts } from "./counts.ts";
import { errorLog } from "./errors.ts";
import type { LayerScorer } from "./layer-scorer.ts";
import { pairSpans } from "./pairing.ts";

/** `value` is there if the gold has values, `mod` (the same value and modifier) if it has modifiers. */
export type DateScores = Record<"strict" | "relaxed" | "type", Measure> & { value?: Measure; mod?: Measure };

/** Scores dates as TempEval-3 did: same span, any overlap, and overlap with the same TIMEX3 type or value. */
export function scoreDates(limit: number): LayerScorer<DateScores> {
  const [strict, relaxed, type, value, mod] = [noCounts(), noCounts(), noCounts(), noCounts(), noCounts()];
  const log = errorLog("dates", limit);
  let [hasValue, hasMod] = [false, false];
  return {
    add: (comparison) => {
      const all = comparison.gold.dates ?? [];
      hasValue ||= all.some((date) => date.value !== undefined);
      hasMod ||= all.some((date) => date.mod !== undefined);
      const gold = all.filter(comparison.inScope);
      const found = comparison.document.dates.map((date) => inSource(comparison, date)).filter(comparison.inScope);
      const { pairs, missed, spurious } = pairSpans(gold, found);

      const sizes = { gold: gold.length, pred: found.length };
      addCounts(relaxed, { tp: pairs.length, ...sizes });
      addCounts(strict, { tp: pairs.filter((pair) => pair.exact).length, ...sizes });
      addCounts(type, { tp: pairs.filter((pair) => pair.gold.type === pair.found.type).length, ...sizes });
      const otherwise = pairs.filter((pair) => pair.gold.value !== pair.found.value);
      addCounts(value, { tp: pairs.length - otherwise.length, ...sizes });
      const modified = pairs.filter(({ gold: { mod = null }, found }) => mod !== found.mod);
      const sameMod = pairs.filter((pair) => !otherwise.includes(pair) && !modified.includes(pair));
      addCounts(mod, { tp: sameMod.length, ...sizes });

      const { published } = comparison.gold;
      for (const { gold: date, found: got, exact } of pairs) {
        if (!exact) log.note(comparison, "bounds", [date], { got: wordsAt(comparison, got), rule: got.rule });
        if (date.type !== undefined && date.type !== got.type)
          log.note(comparison, "type", [date], { gold: date.type, got: got.type, rule: got.rule });
      }
      for (const { gold: date, found: got } of otherwise)
        if (date.value !== undefined)
          log.note(comparison, "value", [date], { gold: date.value, got: got.value, published, rule: got.rule });
      for (const { gold: date, found: got } of modified)
        if (date.mod !== undefined)
          log.note(comparison, "value", [date], { type: "mod", gold: date.mod, got: got.mod, rule: got.rule });
      for (const date of missed) log.note(comparison, "missed", [date], { gold: date.value });
      for (const date of spurious) log.note(comparison, "spurious", [date], { got: date.value, rule: date.rule });
    },
    result: () => ({
      strict: measure(strict),
      relaxed: measure(relaxed),
      type: measure(type),
      ...(hasValue && { value: measure(value) }),
      ...(hasMod && { mod: measure(mod) }),
    }),
    errors: log.noted,
    errorTotals: log.totals,
    sums: () => [strict, relaxed, type, value, mod],
  };
}
