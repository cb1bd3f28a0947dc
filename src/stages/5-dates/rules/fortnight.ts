import { isHyphen } from "../../../words.ts";
import { amountBefore } from "../lexicon/amounts.ts";
import type { Rule } from "../rule.ts";

const WEEKS = 2;

/** Where a fortnight is counted to, as a sign. */
const WAYS: ReadonlyMap<string, number> = new Map([
  ["ago", -1],
  ["earlier", -1],
  ["later", 1],
]);

/** "a fortnight", "two fortnights", "the past fortnight"; "a fortnight ago", "a fortnight later". */
export const fortnight: Rule = {
  name: "fortnight",
  triggers: ["fortnight", "fortnights"],
  match: (words, at) => {
    const { lower } = words;
    const past = lower[at - 1] === "past" || lower[at - 1] === "last" || lower[at - 1] === "next";
    if (past) {
      const first = lower[at - 2] === "the" ? at - 2 : at - 1;
      return { first, end: at + 1, meaning: { kind: "fixed", type: "DURATION", value: `P${WEEKS}W` } };
    }
    const counted = amountBefore(words, isHyphen(lower[at - 1]) ? at - 1 : at);
    if (counted?.amount == null) return null;
    const { first } = counted;
    const weeks = counted.amount * WEEKS;
    const way = WAYS.get(lower[at + 1] ?? "");
    if (way === undefined)
      return { first, end: at + 1, meaning: { kind: "fixed", type: "DURATION", value: `P${weeks}W` } };
    const from = lower[at + 1] === "ago" ? "published" : "narrative";
    const amount = way * weeks;
    const otherwise = amount < 0 ? { otherwise: amount } : {};
    return { first, end: at + 2, meaning: { kind: "shift", unit: "week", amount, from, ...otherwise } };
  },
};
