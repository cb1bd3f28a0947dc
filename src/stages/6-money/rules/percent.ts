import { isJoined, pastHyphen, type Words } from "../../../words.ts";
import { nounAfter } from "./noun.ts";
import type { QuantityRule } from "./rule.ts";
import { farEnd } from "./shared-unit.ts";

const SIGNS: ReadonlySet<string> = new Set(["%", "percent", "pct"]);
const POINTS: ReadonlySet<string> = new Set(["point", "points"]);

/** "12.5%", "ten percent", "40 per cent of voters", "two percentage points"; the "9" of "rose from 9 to 12 percent". */
export const percent: QuantityRule = {
  name: "percent",
  match: (words, number) => {
    const { first, end, value, high } = number;
    const own = percentAt(words, end);
    const far = own ? null : farEnd(words, number);
    const unit = own ?? (far && percentAt(words, far.end));
    if (!unit) return null;
    const last = own ? own.end : end;
    return { first, end: last, kind: "percent", low: value, high, unit: unit.unit, of: unit.of, confidence: 0.95 };
  },
};

/** What stands after a percentage at word `end`: its sign or words, and of what it is. */
function percentAt(words: Words, after: number): { unit: string; end: number; of: string | null } | null {
  const { lower } = words;
  const at = pastHyphen(words, after);
  const word = lower[at] ?? "";
  const points = pastHyphen(words, at + 1);
  if (word === "percentage" || word === "basis") {
    if (!POINTS.has(lower[points] ?? "")) return null;
    return { unit: word === "basis" ? "basis point" : "percentage point", end: points + 1, of: null };
  }
  const one = SIGNS.has(word) || (word === "pc" && isJoined(words, at));
  if (!one && !(word === "per" && lower[at + 1] === "cent")) return null;
  const end = one ? at + 1 : at + 2;
  const noun = lower[end] === "of" ? nounAfter(words, lower[end + 1] === "the" ? end + 2 : end + 1) : null;
  return { unit: "percent", end, of: noun?.text ?? null };
}
