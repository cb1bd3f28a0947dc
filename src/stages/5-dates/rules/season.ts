import { SEASONS } from "../lexicon/calendar.ts";
import type { Rule } from "../rule.ts";
import { inYear } from "./in-year.ts";

/** "last summer", "the winter of 1994", "spring 2026", "this fall"; "fall" and "spring" by themselves are verbs. */
export const season: Rule = {
  name: "season",
  triggers: [...SEASONS.keys()],
  match: (words, at) => {
    const { lower } = words;
    const found = inYear(words, at, at + 1, SEASONS.get(lower[at]!)!);
    if (found.meaning.kind !== "part-of-year" || found.meaning.toward) return found;
    const verb = lower[at] === "fall" || lower[at] === "spring";
    const before = lower[at - 1] ?? "";
    const led = /^(in|by|during|until|since|early|late|mid)$/.test(before);
    const determined =
      before === "the" && /^(in|by|during|until|since|for|over|of|early|late)$/.test(lower[at - 2] ?? "");
    return determined || (led && !verb) ? found : null;
  },
};
