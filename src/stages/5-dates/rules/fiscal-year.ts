import { yearAt } from "../lexicon/numerals.ts";
import type { Rule } from "../rule.ts";

/** "fiscal 1989", "fiscal year 2026", "FY2026". */
export const fiscalYear: Rule = {
  name: "fiscal-year",
  triggers: ["fiscal", "fy"],
  match: (words, at) => {
    const next = words.lower[at + 1] === "year" ? at + 2 : at + 1;
    const year = yearAt(words, next);
    return year ? { first: at, end: next + 1, meaning: { kind: "fixed", type: "DATE", value: String(year) } } : null;
  },
};
