import { MONTHS } from "../lexicon/calendar.ts";
import type { Meaning } from "../meaning.ts";
import type { Rule } from "../rule.ts";

type RunningUnit = "month" | "quarter" | "year" | "week" | "weekend" | "decade" | "century";

/** Any month, decade or century may be "the" one; the end of it is this one's. */
const EDGED: ReadonlySet<string> = new Set(["month", "decade", "century"]);

const NOT_BY_ITSELF = new Set(["of", "that", "when", "-", "before", "after"]);

const DESCRIBING = new Set(["latest", "full", "fiscal"]);
const EDGES = new Set(["end", "beginning", "start", "middle"]);
const SPANNING = new Set(["ended", "ending", "through", "to"]);

/** "the quarter", "the latest quarter", "the quarter ended Sept. 30", "the week", "the weekend", "the year to March 31". */
export const theUnit: Rule = {
  name: "the-unit",
  triggers: ["month", "quarter", "year", "week", "weekend", "decade", "century"],
  match: ({ lower }, at) => {
    const unit = lower[at] as RunningUnit;
    const before = lower[at - 1] ?? "";
    const described = DESCRIBING.has(before) && lower[at - 2] === "the";
    if (before !== "the" && !described) return null;
    if (EDGED.has(unit) && !(lower[at - 2] === "of" && EDGES.has(lower[at - 3] ?? ""))) return null;
    const first = described ? at - 2 : at - 1;
    const span = { first, end: at + 1, confidence: 0.6 };
    const after = lower[at + 1] ?? "";
    if (unit === "year" && SPANNING.has(after))
      return { ...span, meaning: { kind: "fixed", type: "DURATION", value: "P1Y" } };
    const last = after === "ended" || after === "ending" ? MONTHS.get(lower[at + 2] ?? "") : undefined;
    if (unit === "quarter" && last) return { ...span, meaning: quarterTo(last, after === "ended") };
    // "the week of March 6", "the year that", "the quarter-finals": no date by themselves.
    return NOT_BY_ITSELF.has(after) ? null : { ...span, meaning: meaningOf(unit) };
  },
};

/** The quarter of the calendar that most of three months lie in, by the last of them. */
const quarterTo = (lastMonth: number, isOver: boolean): Meaning => ({
  kind: "part-of-year",
  part: `Q${Math.ceil((((lastMonth + 10) % 12) + 1) / 3)}`,
  toward: isOver ? "last" : null,
});

/** A quarter is reported on when it is over; the other units are the running ones. */
const meaningOf = (unit: RunningUnit): Meaning =>
  unit === "quarter"
    ? { kind: "shift", unit, amount: 0, from: "period", otherwise: -1 }
    : { kind: "shift", unit, amount: unit === "weekend" ? -1 : 0, from: "published" };
