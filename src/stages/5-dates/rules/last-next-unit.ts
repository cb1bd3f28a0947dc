import { UNITS } from "../lexicon/units.ts";
import type { Rule } from "../rule.ts";

const SHIFTS: ReadonlyMap<string, number> = new Map([
  ["last", -1],
  ["this", 0],
  ["current", 0],
  ["next", 1],
  ["coming", 1],
]);
/** Relative to the date that was spoken of, not to the publication. */
const CONTEXT_SHIFTS: ReadonlyMap<string, number> = new Map([
  ["previous", -1],
  ["prior", -1],
  ["preceding", -1],
  ["that", 0],
  ["same", 0],
  ["following", 1],
]);
const SINGULAR = ["day", "weekend", "week", "month", "quarter", "year", "decade", "century"];

/** "last week", "this year", "the current quarter", "next month", "the following year", "that year". */
export const lastNextUnit: Rule = {
  name: "last-next-unit",
  triggers: SINGULAR,
  match: (words, at) => {
    const { lower } = words;
    const unit = UNITS.get(lower[at]!)!;
    const before = lower[at - 1] === "fiscal" || lower[at - 1] === "calendar" ? at - 2 : at - 1;
    const word = lower[before] ?? "";
    const first =
      lower[before - 1] === "the" || (word === "same" && lower[before - 1] === "that") ? before - 1 : before;
    const amount = SHIFTS.get(word);
    const here = unit === "day" ? undefined : amount;
    if (here !== undefined)
      return { first, end: at + 1, meaning: { kind: "shift", unit, amount: here, from: "published" } };
    const there = CONTEXT_SHIFTS.get(word) ?? (unit === "day" && word === "next" ? 1 : undefined);
    if (there === undefined) return null;
    return {
      first,
      end: at + 1,
      meaning: { kind: "shift", unit, amount: there, from: "narrative", otherwise: there },
      confidence: 0.7,
    };
  },
};
