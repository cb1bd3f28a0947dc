import { beforeHyphen } from "../../../words.ts";
import { ordinalBefore } from "../lexicon/numerals.ts";
import type { Rule } from "../rule.ts";

/** "the 20th century", "nineteenth-century". */
export const century: Rule = {
  name: "century",
  triggers: ["century"],
  match: (words, at) => {
    const ordinal = ordinalBefore(words, beforeHyphen(words, at - 1) + 1);
    if (!ordinal || ordinal.value > 30 || ordinal.value < 2) return null;
    const first = words.lower[ordinal.first - 1] === "the" ? ordinal.first - 1 : ordinal.first;
    const value = String(ordinal.value - 1).padStart(2, "0");
    return { first, end: at + 1, meaning: { kind: "fixed", type: "DATE", value } };
  },
};
