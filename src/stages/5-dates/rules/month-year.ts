import { isCapital } from "../../../words.ts";
import { DOUBTFUL_MONTHS, MONTHS } from "../lexicon/calendar.ts";
import { yearAt } from "../lexicon/numerals.ts";
import type { Rule } from "../rule.ts";

/** What a year is called that is named from the one of publication: "9 March last year". */
export const RELATIVE_YEARS: ReadonlyMap<string, number> = new Map([
  ["last", -1],
  ["this", 0],
  ["next", 1],
]);

/** "January 2025", "Sept. 2008", "January of 2025", "June last year". */
export const monthYear: Rule = {
  name: "month-year",
  triggers: [...MONTHS.keys()],
  match: (words, at) => {
    const { lower } = words;
    const name = lower[at]!;
    if (DOUBTFUL_MONTHS.has(name) && !isCapital(words, at)) return null;
    const month = String(MONTHS.get(name)).padStart(2, "0");
    const next = lower[at + 1] === "," || lower[at + 1] === "of" ? at + 2 : at + 1;
    const year = yearAt(words, next);
    if (year) return { first: at, end: next + 1, meaning: { kind: "fixed", type: "DATE", value: `${year}-${month}` } };
    const amount = RELATIVE_YEARS.get(lower[next] ?? "");
    if (amount === undefined || lower[next + 1] !== "year") return null;
    return {
      first: at,
      end: next + 2,
      meaning: { kind: "shift", unit: "year", amount, from: "published", part: month },
    };
  },
};
