import { isCapital } from "../../../words.ts";
import { SEASONS } from "../lexicon/calendar.ts";
import type { Rule } from "../rule.ts";
import { inYear } from "./in-year.ts";

/** "last summer", "the winter of 1994", "spring 2026", "this fall"; "fall" and "spring" by themselves are verbs. */
export const season: Rule = {
  name: "season",
  triggers: [...SEASONS.keys()],
  match: (words, at) => {
    const { lower } = words;
    if (isCapital(words, at) && (isCapital(words, at + 1) || /^(arab|prague)$/.test(lower[at - 1] ?? ""))) return null;
    const found = inYear(words, at, at + 1, SEASONS.get(lower[at]!)!);
    if (found.meaning.kind !== "part-of-year" || found.meaning.toward) return found;
    // "the fall of the government"
    if (
      lower[at + 1] === "of" &&
      !/^(nineteen|twenty|eighteen|last|this|that|next|'\d*|\d+)$/.test(lower[at + 2] ?? "")
    )
      return null;
    const verb = lower[at] === "fall" || lower[at] === "spring";
    const before = lower[at - 1] ?? "";
    const led = /^(in|by|during|until|since|early|late|mid)$/.test(before);
    const determined =
      before === "the" && /^(in|into|by|during|until|since|for|over|of|early|late)$/.test(lower[at - 2] ?? "");
    return determined || (led && !verb) ? found : null;
  },
};
