import { isCapital, type Words } from "../../../words.ts";
import { UNITS } from "../lexicon/units.ts";
import type { Meaning, Unit } from "../meaning.ts";
import type { Match, Rule } from "../rule.ts";

const SHIFTS: ReadonlyMap<string, number> = new Map([
  ["last", -1],
  ["this", 0],
  ["current", 0],
  ["next", 1],
  ["coming", 1],
]);
/** Relative to the date that was spoken of, not to the publication. */
const NARRATIVE_SHIFTS: ReadonlyMap<string, number> = new Map([
  ["previous", -1],
  ["prior", -1],
  ["preceding", -1],
  ["that", 0],
  ["same", 0],
  ["following", 1],
]);
const PARTS = new Set(["later", "earlier", "early", "late"]);
const OPENING = new Set(['"', "“", "‘", "'", "`"]);
const ENDS = new Set(["", ".", ",", ";"]);
const SINGULAR = ["day", "weekend", "week", "month", "quarter", "year", "decade", "century"];

/** "last week", "this year", "the current quarter", "the latest fiscal year", "the next day", "that year", "later in the day". */
export const lastNextUnit: Rule = {
  name: "last-next-unit",
  triggers: SINGULAR,
  match: (words, at) => {
    const { lower } = words;
    const unit = UNITS.get(lower[at]!)!;
    const fiscal = lower[at - 1] === "fiscal" || lower[at - 1] === "calendar";
    const before = fiscal ? at - 2 : at - 1;
    const word = lower[before] ?? "";
    if (isCapital(words, at) && OPENING.has(lower[before - 1] ?? "")) return null; // “This Week”
    if (word === "the" && !fiscal) return unit === "day" ? theDay(words, at) : besideThat(words, at, unit);
    // "the last week of February" is counted in the month; "this past weekend" is the last one.
    if (word === "last" && lower[before - 1] === "the" && lower[at + 1] === "of") return null;
    if (word === "past" && lower[before - 1] === "this" && unit !== "day")
      return span(before - 1, at + 1, unit, -1, "published");
    const first =
      lower[before - 1] === "the" || (word === "same" && lower[before - 1] === "that") ? before - 1 : before;
    // "over the next decade" is a duration.
    if ((unit === "decade" || unit === "century") && lower[before - 1] === "the" && word !== "current") return null;
    const here = fiscal && word === "latest" ? -1 : SHIFTS.get(word);
    if (here !== undefined && unit !== "day") {
      const soOr = lower[at + 1] === "or" && lower[at + 2] === "so";
      return { ...span(first, soOr ? at + 3 : at + 1, unit, here, "published"), mod: soOr ? "APPROX" : null };
    }
    const there = NARRATIVE_SHIFTS.get(word) ?? (unit === "day" && word === "next" ? 1 : undefined);
    return there === undefined ? null : span(first, at + 1, unit, there, "narrative");
  },
};

function span(first: number, end: number, unit: Unit, amount: number, from: "published" | "narrative"): Match {
  // Without a date before it, "that year" is this year at best, and "the next day" nobody's.
  const otherwise = from === "narrative" && amount <= 0 ? { otherwise: amount } : {};
  const meaning: Meaning = { kind: "shift", unit, amount, from, ...otherwise };
  return { first, end, meaning, confidence: from === "narrative" ? 0.7 : 0.9 };
}

/** "later in the day", "the day before": the day that was spoken of. */
function theDay(words: Words, at: number): Match | null {
  const { lower } = words;
  const part = lower[at - 2] === "in" && PARTS.has(lower[at - 3] ?? "");
  if (part) return span(at - 1, at + 1, "day", 0, "narrative");
  return besideThat(words, at, "day");
}

/** "the week before", "the year after": seen from the date that was spoken of. */
function besideThat({ lower }: Words, at: number, unit: Unit): Match | null {
  const step = lower[at + 1] === "before" ? -1 : lower[at + 1] === "after" ? 1 : 0;
  return step && ENDS.has(lower[at + 2] ?? "") ? span(at - 1, at + 2, unit, step, "narrative") : null;
}
