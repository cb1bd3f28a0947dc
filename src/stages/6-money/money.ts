import { defineStage } from "../../pipeline.ts";
import type { Money } from "../../schema/money.ts";
import type { Quantity } from "../../schema/quantities.ts";
import { textSpan } from "../../span.ts";
import { readWords, type Words } from "../../words.ts";
import type { Amount } from "./amounts/amount.ts";
import { type Currency, currencyFinder } from "./evidence.ts";
import { decimal } from "./exact.ts";
import { findNumbers } from "./find.ts";
import { modifierOf } from "./modifier.ts";
import { perAfter } from "./per.ts";
import type { QuantityFound } from "./rules/rule.ts";

/**
 * Stage 6: numbers in; amounts of money, and quantities (percentages, measures, ordinals, counts) out. Numbers that
 * dates are made of are left to them. Amounts are exact decimals throughout.
 */
export const money = () =>
  defineStage({
    name: "money",
    needs: ["article", "text", "tokens", "sentences", "dates"],
    adds: ["money", "quantities"],
    run: ({ article, text, tokens, dates }) => {
      const words = readWords(text.value, tokens);
      const found = findNumbers(words, dates);
      const currencyOf = currencyFinder(article, words);
      return {
        money: found.amounts.map((amount, i) => asMoney(words, amount, currencyOf(amount.unit), i)),
        quantities: found.quantities.map((quantity, i) => asQuantity(words, quantity, i)),
      };
    },
  });

/** How sure the currency is, by what decided it. */
const CONFIDENCE: Readonly<Record<string, number>> = { code: 0.98, symbol: 0.95, name: 0.9, article: 0.75 };

function asMoney(words: Words, { first, end, low, high, open }: Amount, currency: Currency, index: number): Money {
  return {
    id: `m${index + 1}`,
    ...textSpan(words.text, words.start[first]!, words.end[end - 1]!),
    amount: high || open ? null : decimal(low),
    min: high || open ? decimal(low) : null,
    max: high && decimal(high),
    ...currency,
    modifier: modifierOf(words, first, end) ?? (open ? "at-least" : null),
    per: perAfter(words, end),
    rule: `money/${open ? "vague" : high ? "range" : "amount"}`,
    confidence: CONFIDENCE[currency.currencyFrom ?? ""] ?? 0.6,
  };
}

function asQuantity(words: Words, found: QuantityFound & { rule: string }, index: number): Quantity {
  const { first, end, low, high, open, kind, unit, of, rule, confidence } = found;
  return {
    id: `n${index + 1}`,
    ...textSpan(words.text, words.start[first]!, words.end[end - 1]!),
    kind,
    value: high || open ? null : decimal(low),
    min: high || open ? decimal(low) : null,
    max: high && decimal(high),
    unit,
    of,
    rule,
    confidence,
  };
}
