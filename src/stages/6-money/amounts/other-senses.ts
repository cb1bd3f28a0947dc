import type { Words } from "../../../words.ts";
import type { Unit } from "../currencies/unit.ts";
import { exact } from "../exact.ts";
import type { NumberFound } from "../number.ts";

/** Words that name money only in company: weights, a verb, headgear; and what is said of opinions ("my two cents"). */
export function isMoney({ lower, text, pos }: Words, number: NumberFound, unit: Unit): boolean {
  const word = lower[unit.end - 1]!;
  const large = number.magnitude !== null || number.value.gte(exact("1000"));
  if (unit.from === "name" && unit.end - unit.first > 1) return true;
  if (/^(won|crowns?|pula|kips?|sterling|leones?|mark)$/.test(word)) return large;
  if (/^pounds?$/.test(word)) return !isWeight(lower, unit.end) && (large || text.includes("£"));
  if (/^bitcoins?$/.test(word)) return !/^(NOUN|PROPN)$/.test(pos[unit.end] ?? "");
  if (/^cents?$/.test(word) && lower[number.end - 1] === "two")
    return !/^(my|his|her|their|your)$/.test(lower[number.first - 1] ?? "");
  return true;
}

/** "50,000 pounds of cocaine" are weighed. */
export const isWeight = (lower: readonly string[], end: number): boolean =>
  (lower[end] === "of" &&
    !/^(public|taxpayer|taxpayers|state|government|federal|investment|debt|aid|funding|new)$/.test(
      lower[end + 1] ?? "",
    )) ||
  (/^(per)$/.test(lower[end] ?? "") && /^(square|acre|hectare)$/.test(lower[end + 1] ?? ""));
