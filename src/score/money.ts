import type { Money } from "../schema/money.ts";
import { inSource, wordsAt } from "./comparison.ts";
import { addCounts, type Measure, measure, noCounts } from "./counts.ts";
import { errorLog } from "./errors.ts";
import type { GoldMoney } from "./gold.ts";
import type { LayerScorer } from "./layer-scorer.ts";
import { pairSpans } from "./pairing.ts";

/** `value` is there if the gold has amounts. */
export type MoneyScores = Record<"strict" | "relaxed", Measure> & { value?: Measure };

/** Scores money: same span, any overlap, and overlap with the same decimals and the same currency. */
export function scoreMoney(limit: number): LayerScorer<MoneyScores> {
  const [strict, relaxed, value] = [noCounts(), noCounts(), noCounts()];
  const log = errorLog("money", limit);
  let hasValue = false;
  return {
    add: (comparison) => {
      const all = comparison.gold.money ?? [];
      hasValue ||= all.some(({ amount, min }) => amount !== undefined || min !== undefined);
      const gold = all.filter(comparison.inScope);
      const found = comparison.document.money.map((money) => inSource(comparison, money)).filter(comparison.inScope);
      const { pairs, missed, spurious } = pairSpans(gold, found);

      const sizes = { gold: gold.length, pred: found.length };
      addCounts(relaxed, { tp: pairs.length, ...sizes });
      addCounts(strict, { tp: pairs.filter((pair) => pair.exact).length, ...sizes });
      const otherwise = pairs.filter((pair) => !isSameMoney(pair.gold, pair.found));
      addCounts(value, { tp: pairs.length - otherwise.length, ...sizes });

      for (const { gold: money, found: got, exact } of pairs)
        if (!exact) log.note(comparison, "bounds", [money], { got: wordsAt(comparison, got) });
      for (const { gold: money, found: got } of otherwise)
        log.note(comparison, "value", [money], { gold: inWords(money), got: inWords(got) });
      for (const money of missed) log.note(comparison, "missed", [money], { gold: inWords(money) });
      for (const money of spurious) log.note(comparison, "spurious", [money], { got: inWords(money) });
    },
    result: () => ({
      strict: measure(strict),
      relaxed: measure(relaxed),
      ...(hasValue && { value: measure(value) }),
    }),
    errors: log.noted,
    errorTotals: log.totals,
    sums: () => [strict, relaxed, value],
  };
}

/** Only what the gold says is compared; with a currency that cannot be known, any will do. */
export function isSameMoney(gold: GoldMoney, found: Money): boolean {
  const { currency } = gold;
  return (
    (["amount", "min", "max"] as const).every((part) => gold[part] === undefined || gold[part] === found[part]) &&
    (currency === undefined || currency === null || currency === found.currency)
  );
}

function inWords({ amount, min, max, currency }: GoldMoney): string | undefined {
  const range = (min ?? max) ? `${min ?? ""}–${max ?? ""}` : undefined;
  const parts = [amount ?? range, currency].filter((part) => part !== undefined && part !== null);
  return parts.length > 0 ? parts.join(" ") : undefined;
}
