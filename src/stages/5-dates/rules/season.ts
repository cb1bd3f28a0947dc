import { areDigits, isCapital } from "../../../words.ts";
import { SEASONS } from "../lexicon/calendar.ts";
import type { Rule } from "../rule.ts";
import { inYear } from "./in-year.ts";

/** The Arab and the Prague Spring. */
const REVOLTS = new Set(["arab", "prague"]);
const LEADING = new Set("in by during until since early late mid".split(" "));
const LEADING_THE = new Set("in into by during until since for over of early late".split(" "));
const YEARS = new Set("nineteen twenty eighteen last this that next '".split(" "));

/** What a year can begin with: "the fall of 1989", "of '68", "of last year". */
const isYearLike = (word: string): boolean =>
  YEARS.has(word) || areDigits(word[0] === "'" ? word.slice(1) : word, 1, Number.POSITIVE_INFINITY);

/** "last summer", "the winter of 1994", "spring 2026", "this fall"; "fall" and "spring" by themselves are verbs. */
export const season: Rule = {
  name: "season",
  triggers: [...SEASONS.keys()],
  match: (words, at) => {
    const { lower } = words;
    if (isCapital(words, at) && (isCapital(words, at + 1) || REVOLTS.has(lower[at - 1] ?? ""))) return null;
    const found = inYear(words, at, at + 1, SEASONS.get(lower[at]!)!);
    if (found.meaning.kind !== "part-of-year" || found.meaning.toward) return found;
    // "the fall of the government"
    if (lower[at + 1] === "of" && !isYearLike(lower[at + 2] ?? "")) return null;
    const verb = lower[at] === "fall" || lower[at] === "spring";
    const before = lower[at - 1] ?? "";
    const led = LEADING.has(before);
    const determined = before === "the" && LEADING_THE.has(lower[at - 2] ?? "");
    return determined || (led && !verb) ? found : null;
  },
};
