import { isCapital, type Words } from "../../../words.ts";
import { MONTHS, PARTS_OF_DAY, WEEKDAY_ABBREVIATIONS, WEEKDAYS } from "../lexicon/calendar.ts";
import { TOWARD } from "../lexicon/toward.ts";
import type { Rule } from "../rule.ts";
import { goesOn } from "./set.ts";

/** "Tuesday", "last Friday", "this coming Sunday", "the previous Friday"; "Sat." beside a date. */
export const weekday: Rule = {
  name: "weekday",
  triggers: [...WEEKDAYS.keys(), ...WEEKDAY_ABBREVIATIONS.keys()],
  match: (words, at) => {
    const { lower } = words;
    if (!isCapital(words, at)) return null;
    const short = WEEKDAY_ABBREVIATIONS.get(lower[at]!);
    if ((short && !besideDate(words, at)) || isTitle(words, at) || goesOn(words, at)) return null;
    const toward = isThat(words, at) ? "that" : (TOWARD.get(lower[at - 1] ?? "") ?? null);
    let first = toward ? at - 1 : at;
    if (toward && (lower[first - 1] === "this" || lower[first - 1] === "the")) first--;
    return { first, end: at + 1, meaning: { kind: "weekday", weekday: WEEKDAYS.get(lower[at]!) ?? short!, toward } };
  },
};

const ENDS = new Set(["", ".", ",", ";"]);

const REPORTING = new Set(
  "say tell announce report believe know think mean note add hear warn claim confirm hope agree insist suggest show".split(
    " ",
  ),
);

/** "left that Friday.", and not "said that Friday was late" or "said that Friday, …". */
const isThat = ({ lower, lemma }: Words, at: number): boolean =>
  lower[at - 1] === "that" && !REPORTING.has(lemma[at - 2] ?? "") && ENDS.has(lower[at + 1] ?? "");

/** What a weekday is only a part of: programmes, newspapers, events of history. */
const AFTER = new Set(
  "night morning afternoon times telegraph mirror mail herald post star express tribune".split(" "),
);
const BEFORE = new Set(["bloody", "black", "ruby", "sheffield", "good"]);

/** "Monday Night Football", "The Sunday Times", "Bloody Sunday". */
function isTitle(words: Words, at: number): boolean {
  const { lower } = words;
  if (BEFORE.has(lower[at - 1] ?? "") && isCapital(words, at - 1)) return true;
  if (!AFTER.has(lower[at + 1] ?? "") || !isCapital(words, at + 1)) return false;
  const partOfDay = PARTS_OF_DAY.has(lower[at + 1]!);
  return !partOfDay || (isCapital(words, at + 2) && lower[at + 2] !== "");
}

function besideDate({ lower }: Words, at: number): boolean {
  const next = lower[at + 1] === "," ? at + 2 : at + 1;
  return MONTHS.has(lower[next] ?? "");
}
