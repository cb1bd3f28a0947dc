import { isCapital, type Words } from "../../../words.ts";
import { ABBREVIATED_MONTHS, DOUBTFUL_MONTHS, MONTHS, NAME_MONTHS } from "../lexicon/calendar.ts";
import { TOWARD } from "../lexicon/toward.ts";
import type { Rule } from "../rule.ts";

/** "December", "last April", "next May". */
export const month: Rule = {
  name: "month",
  triggers: [...MONTHS.keys()],
  match: (words, at) => {
    const { lower } = words;
    const name = lower[at]!;
    if (ABBREVIATED_MONTHS.has(name) || !isMonth(words, at)) return null;
    const toward = TOWARD.get(lower[at - 1] ?? "") ?? null;
    const part = String(MONTHS.get(name)).padStart(2, "0");
    return { first: toward ? at - 1 : at, end: at + 1, meaning: { kind: "part-of-year", part, toward } };
  },
};

const LEADING = new Set(
  "in last next this since until till by through during of from to early late mid for before after between every each".split(
    " ",
  ),
);

/** What leads to a month even where its name goes on as that of a person or place could. */
const LEADING_NAMES = new Set("in last next this since until by early late mid".split(" "));

/** Tells the month from the verb ("may", "march on") and from people ("Theresa May", "June Smith"). */
function isMonth(words: Words, at: number): boolean {
  const { lower, pos } = words;
  if (!isCapital(words, at)) return false;
  const before = at - 1 - Number(lower[at - 1] === "-");
  // "the March accession", and not "the March on Washington"
  const described = lower[at - 1] === "the" && pos[at + 1] === "NOUN";
  const led = described || LEADING.has(lower[before] ?? "");
  if (DOUBTFUL_MONTHS.has(lower[at]!)) return led && (!isCapital(words, at + 1) || lower[before] !== "of");
  if (NAME_MONTHS.has(lower[at]!)) {
    if (isCapital(words, at + 1)) return LEADING_NAMES.has(lower[before] ?? "");
    return led || !isCapital(words, at - 1);
  }
  return true;
}
