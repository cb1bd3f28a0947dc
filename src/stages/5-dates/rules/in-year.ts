import { isHyphen, type Words } from "../../../words.ts";
import { yearAt } from "../lexicon/numerals.ts";
import { TOWARD } from "../lexicon/toward.ts";
import type { Match } from "../rule.ts";

const SHIFTS: ReadonlyMap<string, number> = new Map([
  ["last", -1],
  ["this", 0],
  ["next", 1],
]);

/**
 * A quarter, half or season at words `first` to `end`, with the year that the words around it give it: "of 1990",
 * "2025", "of last year", "last year's …", "1988 …", or with "last" and "next" right before it.
 */
export function inYear(words: Words, first: number, end: number, part: string): Match {
  const { lower } = words;
  const next = lower[end] === "of" || lower[end] === "," ? end + 1 : end;
  const after = yearAt(words, next);
  if (after) return fixed(withThe(words, first), next + 1, `${after}-${part}`);
  const shiftAfter = lower[next] === "the" && next > end ? 0 : SHIFTS.get(lower[next] ?? "");
  if (shiftAfter !== undefined && lower[next + 1] === "year")
    return shifted(withThe(words, first), next + 2, shiftAfter, part);
  const before = yearAt(words, first - 1);
  if (before) return fixed(withThe(words, first - 1), end, `${before}-${part}`);
  const shiftBefore = SHIFTS.get(lower[first - 3] ?? "");
  if (shiftBefore !== undefined && lower[first - 2] === "year" && lower[first - 1] === "'s")
    return shifted(first - 3, end, shiftBefore, part);
  const toward = TOWARD.get(lower[first - 1] ?? "") ?? null;
  const fiscal = lower[isHyphen(lower[first - 1]) ? first - 2 : first - 1] === "fiscal";
  const from = withThe(words, toward ? first - 1 : first);
  return { first: from, end, meaning: { kind: "part-of-year", part, toward, ...(fiscal && { fiscal }) } };
}

const withThe = ({ lower }: Words, first: number): number => {
  const before = isHyphen(lower[first - 1]) ? first - 2 : first - 1;
  const from = lower[before] === "fiscal" ? before : first;
  return lower[from - 1] === "the" ? from - 1 : from;
};

const fixed = (first: number, end: number, value: string): Match => ({
  first,
  end,
  meaning: { kind: "fixed", type: "DATE", value },
});

const shifted = (first: number, end: number, amount: number, part: string): Match => ({
  first,
  end,
  meaning: { kind: "shift", unit: "year", amount, from: "published", part },
});
