import type { Money } from "../schema/money.ts";
import { inSource, wordsAt } from "./comparison.ts";
import { addCounts, type Measure, measure, noCounts } from "./counts.ts";
import { errorLog } from "./errors.ts";
import type { GoldMoney } from "./gold.ts";
import type { LayerScorer } from "./layer-scorer.ts";
import { pairSpans } from "./pairing.ts";

/** `value` is there if the gold has amounts, `modifier` (the same value, modifier and rate) if it has modifiers. */
export type MoneyScores = Record<"strict" | "relaxed", Measure> & { value?: Measure; modifier?: Measure };

/** Scores money: same span, any overlap, and overlap with the same decimals and the same currency. */
export function scoreMoney(limit: number): LayerScorer<MoneyScores> {
  const [strict, relaxed, value, modifier] = [noCounts(), noCounts(), noCounts(), noCounts()];
  const log = errorLog("money", limit);
  let [hasValue, hasModifier] = [false, false];
  return {
    add: (comparison) => {
      const all = comparison.gold.money ?? [];
      hasValue ||= all.some(({ amount, min }) => amount !== undefined || min !== undefined);
      hasModifier ||= all.some((money) => money.modifier !== undefined);
      const gold = all.filter(comparison.inScope);
      const found = comparison.document.money.map((money) => inSource(comparison, money)).filter(comparison.inScope);
      const { pairs, missed, spurious } = pairSpans(gold, found);

      const sizes = { gold: gold.length, pred: found.length };
      addCounts(relaxed, { tp: pairs.length, ...sizes });
      addCounts(strict, { tp: pairs.filter((pair) => pair.exact).length, ...sizes });
      const otherwise = pairs.filter((pair) => !isSameMoney(pair.gold, pair.found));
      addCounts(value, { tp: pairs.length - otherwise.length, ...sizes });
      const modified = pairs.filter(({ gold, found }) => !isSameRate(gold, found));
      const sameRate = pairs.filter((pair) => !otherwise.includes(pair) && !modified.includes(pair));
      addCounts(modifier, { tp: sameRate.length, ...sizes });

      for (const { gold: money, found: got, exact } of pairs)
        if (!exact) log.note(comparison, "bounds", [money], { got: wordsAt(comparison, got), rule: got.rule });
      for (const { gold: money, found: got } of modified)
        if (money.modifier !== undefined)
          log.note(comparison, "value", [money], {
            type: "modifier",
            gold: rate(money),
            got: rate(got),
            rule: got.rule,
          });
      for (const { gold: money, found: got } of otherwise)
        log.note(comparison, "value", [money], { gold: inWords(money), got: inWords(got), rule: got.rule });
      for (const money of missed) log.note(comparison, "missed", [money], { gold: inWords(money) });
      for (const money of spurious)
        log.note(comparison, "spurious", [money], { got: inWords(money), rule: money.rule });
    },
    result: () => ({
      strict: measure(strict),
      relaxed: measure(relaxed),
      ...(hasValue && { value: measure(value) }),
      ...(hasModifier && { modifier: measure(modifier) }),
    }),
    errors: log.noted,
    errorTotals: log.totals,
    sums: () => [strict, relaxed, value, modifier],
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

/** Modifier and rate are the same. */
export const isSameRate = (gold: GoldMoney, found: Money): boolean =>
  (gold.modifier ?? null) === found.modifier && (gold.per ?? null) === found.per;

const rate = ({ modifier, per }: GoldMoney): string =>
  [modifier ?? "no modifier", per ? `per ${per}` : "no rate"].join(", ");

function inWords({ amount, min, max, currency }: GoldMoney): string | undefined {
  const range = (min ?? max) ? `${min ?? ""}–${max ?? ""}` : undefined;
  const parts = [amount ?? range, currency].filter((part) => part !== undefined && part !== null);
  return parts.length > 0 ? parts.join(" ") : undefined;
}
