import type { Meaning } from "../meaning.ts";
import type { Rule } from "../rule.ts";

/** "the quarter", "the latest quarter", "the year", "the week", "the weekend", "the year ended March 31". */
export const theUnit: Rule = {
  name: "the-unit",
  triggers: ["quarter", "year", "week", "weekend"],
  match: ({ lower }, at) => {
    const unit = lower[at] as "quarter" | "year" | "week" | "weekend";
    const before = lower[at - 1] ?? "";
    const described = /^(latest|full|fiscal)$/.test(before) && lower[at - 2] === "the";
    if (before !== "the" && !described) return null;
    const first = described ? at - 2 : at - 1;
    const span = { first, end: at + 1, confidence: 0.6 };
    const after = lower[at + 1] ?? "";
    if (unit === "year" && /^(ended|ending|through|to)$/.test(after))
      return { ...span, meaning: { kind: "fixed", type: "DURATION", value: "P1Y" } };
    // "the week of March 6", "the year that", "the quarter-finals": no date by themselves.
    if (/^(of|that|when|-|before|after)$/.test(after)) return null;
    return { ...span, meaning: meaningOf(unit) };
  },
};

/** A quarter is reported on when it is over; the other units are the running ones. */
const meaningOf = (unit: "quarter" | "year" | "week" | "weekend"): Meaning =>
  unit === "quarter"
    ? { kind: "shift", unit, amount: 0, from: "context", otherwise: -1 }
    : { kind: "shift", unit, amount: unit === "weekend" ? -1 : 0, from: "published" };
