import { pastHyphen } from "../../../words.ts";
import { amountBefore } from "../lexicon/amounts.ts";
import { durationOf, UNITS } from "../lexicon/units.ts";
import type { Rule } from "../rule.ts";

/** "the 40-year-old", "24 years old", "eight-month-old": left out unless asked for, because TimeML's corpora leave them out. */
export const age: Rule = {
  name: "age",
  triggers: [...UNITS.keys()],
  match: (words, at) => {
    const end = pastHyphen(words, at + 1);
    if (words.lower[end] !== "old") return null;
    const amount = amountBefore(words, words.lower[at - 1] === "-" ? at - 1 : at);
    if (amount?.amount == null) return null;
    const value = durationOf(UNITS.get(words.lower[at]!)!, amount.amount);
    return { first: amount.first, end: end + 1, meaning: { kind: "fixed", type: "DURATION", value } };
  },
};
