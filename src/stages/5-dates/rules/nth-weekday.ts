import { MONTHS, WEEKDAYS } from "../lexicon/calendar.ts";
import { ORDINALS, yearAt } from "../lexicon/numerals.ts";
import type { Match, Rule } from "../rule.ts";

/** "the first Tuesday of March", "the last Friday in May 2025", "the first Monday of every month". */
export const nthWeekday: Rule = {
  name: "nth-weekday",
  triggers: [...WEEKDAYS.keys()],
  match: (words, at): Match | null => {
    const { lower } = words;
    if (lower[at + 1] !== "of" && lower[at + 1] !== "in") return null;
    const word = lower[at - 1] ?? "";
    const nth = word === "last" ? -1 : (ORDINALS.get(word) ?? 0);
    if (nth === 0 || nth > 5) return null;
    const weekday = WEEKDAYS.get(lower[at]!)!;
    const first = lower[at - 2] === "the" ? at - 2 : at - 1;
    if ((lower[at + 2] === "every" || lower[at + 2] === "each") && lower[at + 3] === "month")
      return { first, end: at + 4, meaning: { kind: "fixed", type: "SET", value: `XXXX-WXX-${weekday}` } };
    const month = MONTHS.get(lower[at + 2] ?? "");
    if (!month || nth === 5) return null; // not every month has five
    const year = yearAt(words, at + 3);
    const how = { month, weekday, nth };
    const meaning = { kind: "reckoned", how, year, toward: null, stated: ["month", "weekday"] } as const;
    return { first, end: year ? at + 4 : at + 3, meaning };
  },
};
