import type { Rule } from "../rule.ts";
import { monthDayYear } from "./month-day-year.ts";

/** "the week of March 25", "the week of 25 March 2013": the ISO week that the day is in. */
export const weekOfDay: Rule = {
  name: "week-of",
  triggers: ["week"],
  match: (words, at) => {
    const { lower } = words;
    if (lower[at + 1] !== "of") return null;
    const start = at + 2;
    const day = [start, start + 1].map((month) => monthAt(words, month)).find((found) => found?.first === start);
    if (!day) return null;
    return {
      first: lower[at - 1] === "the" ? at - 1 : at,
      end: day.end,
      meaning: { kind: "week-of", day: day.meaning },
    };
  },
};

const monthAt: Rule["match"] = (words, at) =>
  monthDayYear.triggers.includes(words.lower[at] ?? "") ? monthDayYear.match(words, at) : null;
