import { isJoined, pastHyphen } from "../../../words.ts";
import { nounAfter } from "./noun.ts";
import type { QuantityRule } from "./rule.ts";

const SIGNS: ReadonlySet<string> = new Set(["%", "percent", "pct"]);
const POINTS: ReadonlySet<string> = new Set(["point", "points"]);

/** "12.5%", "ten percent", "40 per cent of voters", "two percentage points". */
export const percent: QuantityRule = {
  name: "percent",
  match: (words, { first, end, value, high }) => {
    const { lower } = words;
    const at = pastHyphen(words, end);
    const word = lower[at] ?? "";
    const points = word === "percentage" && POINTS.has(lower[pastHyphen(words, at + 1)] ?? "");
    const last = points
      ? pastHyphen(words, at + 1) + 1
      : SIGNS.has(word) || (word === "pc" && isJoined(words, at))
        ? at + 1
        : word === "per" && lower[at + 1] === "cent"
          ? at + 2
          : null;
    const basis = word === "basis" && POINTS.has(lower[pastHyphen(words, at + 1)] ?? "");
    if (basis) {
      const end = pastHyphen(words, at + 1) + 1;
      return { first, end, kind: "percent", low: value, high, unit: "basis point", of: null, confidence: 0.95 };
    }
    if (last === null) return null;
    const unit = points ? "percentage point" : "percent";
    const of =
      lower[last] === "of" ? (nounAfter(words, lower[last + 1] === "the" ? last + 2 : last + 1)?.text ?? null) : null;
    return { first, end: last, kind: "percent", low: value, high, unit, of, confidence: 0.95 };
  },
};
