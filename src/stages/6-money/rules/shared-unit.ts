import type { Words } from "../../../words.ts";
import { type NumberFound, numberAt } from "../number.ts";
import { isChange } from "../range.ts";
import type { NumberOrRange } from "./rule.ts";

const BESIDE: ReadonlySet<string> = new Set(["by", "x", "×"]);

/** The number whose unit this one shares: that after "by" in "92 by 140 cm", after "to" in "rose from 9 to 12 percent". */
export function farEnd(words: Words, { first, end }: NumberOrRange): NumberFound | null {
  const joint = words.lower[end] ?? "";
  return BESIDE.has(joint) || (joint === "to" && startsChange(words, first)) ? numberAt(words, end + 1) : null;
}

/** True if the number at word `first` is what something rose or fell "from". */
export const startsChange = (words: Words, first: number): boolean =>
  words.lower[first - 1] === "from" && isChange(words, first);
