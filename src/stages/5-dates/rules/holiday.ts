import { isCapital } from "../../../words.ts";
import { HOLIDAYS } from "../lexicon/calendar.ts";
import { yearAt } from "../lexicon/numerals.ts";
import type { Rule } from "../rule.ts";

const FIRST_WORDS = new Set([...HOLIDAYS.keys()].map((name) => name.replace(/[ '].*/, "")));

/** Holidays on a fixed day: "Christmas", "New Year’s Eve". */
export const holiday: Rule = {
  name: "holiday",
  triggers: [...FIRST_WORDS],
  match: (words, at) => {
    const { lower } = words;
    if (!isCapital(words, at)) return null;
    for (const length of [4, 3, 2, 1]) {
      const name = lower
        .slice(at, at + length)
        .join(" ")
        .replaceAll(" '", "'");
      const [month, day] = HOLIDAYS.get(name) ?? [];
      if (!month || !day) continue;
      const year = yearAt(words, at + length);
      const meaning = { kind: "day", year, month, day, toward: null } as const;
      return { first: at, end: at + length + (year ? 1 : 0), meaning };
    }
    return null;
  },
};
