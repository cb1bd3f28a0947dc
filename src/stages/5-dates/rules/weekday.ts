import { isCapital, type Words } from "../../../words.ts";
import { MONTHS, WEEKDAY_ABBREVIATIONS, WEEKDAYS } from "../lexicon/calendar.ts";
import { TOWARD } from "../lexicon/toward.ts";
import type { Rule } from "../rule.ts";

/** "Tuesday", "last Friday", "this coming Sunday", "the previous Friday"; "Sat." beside a date. */
export const weekday: Rule = {
  name: "weekday",
  triggers: [...WEEKDAYS.keys(), ...WEEKDAY_ABBREVIATIONS.keys()],
  match: (words, at) => {
    const { lower } = words;
    if (!isCapital(words, at)) return null;
    const short = WEEKDAY_ABBREVIATIONS.get(lower[at]!);
    if (short && !besideDate(words, at)) return null;
    const toward = TOWARD.get(lower[at - 1] ?? "") ?? null;
    let first = toward ? at - 1 : at;
    if (toward && /^(this|the)$/.test(lower[first - 1] ?? "")) first--;
    return { first, end: at + 1, meaning: { kind: "weekday", weekday: WEEKDAYS.get(lower[at]!) ?? short!, toward } };
  },
};

function besideDate({ lower }: Words, at: number): boolean {
  const next = lower[at + 1] === "," ? at + 2 : at + 1;
  return MONTHS.has(lower[next] ?? "");
}
