import { pastHyphen } from "../../../words.ts";
import { yearAt } from "../lexicon/numerals.ts";
import type { Rule } from "../rule.ts";

const LEADING = new Set(["by", "at", "before", "until", "around", "since", "the"]);

/** "year-end", "by year end", "year-end 2025", "month-end". */
export const yearEnd: Rule = {
  name: "year-end",
  triggers: ["year", "month"],
  match: (words, at) => {
    const { lower } = words;
    const end = lower[at + 1] === "'s" ? at + 2 : pastHyphen(words, at + 1);
    if (lower[end] !== "end" || (lower[end - 1] !== "-" && !LEADING.has(lower[at - 1] ?? ""))) return null;
    const first = lower[at - 1] === "the" ? at - 1 : at;
    const unit = lower[at] === "year" ? "year" : "month";
    const year = unit === "year" ? yearAt(words, end + 1) : null;
    if (year) return { first, end: end + 2, mod: "END", meaning: { kind: "fixed", type: "DATE", value: String(year) } };
    return { first, end: end + 1, mod: "END", meaning: { kind: "shift", unit, amount: 0, from: "published" } };
  },
};
