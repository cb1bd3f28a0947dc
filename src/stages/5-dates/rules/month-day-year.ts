import { areDigits, isCapital, isJoined, type Words } from "../../../words.ts";
import { DOUBTFUL_MONTHS, MONTHS } from "../lexicon/calendar.ts";
import { ordinalAt, ordinalBefore, yearAt } from "../lexicon/numerals.ts";
import type { Meaning } from "../meaning.ts";
import type { Match, Rule } from "../rule.ts";
import { RELATIVE_YEARS } from "./month-year.ts";

/** "January 3", "Feb. 4, 2026", "March eighth", "3 January 2026", "the 3rd of January". */
export const monthDayYear: Rule = {
  name: "month-day-year",
  triggers: [...MONTHS.keys()],
  match: (words, at) => {
    const month = MONTHS.get(words.lower[at]!)!;
    if (DOUBTFUL_MONTHS.has(words.lower[at]!) && !isCapital(words, at)) return null;
    const year = yearAfter(words, at + 1);
    return (year ? dayFirst(words, at, month) : null) ?? monthFirst(words, at, month) ?? dayFirst(words, at, month);
  },
};

function monthFirst(words: Words, at: number, month: number): Match | null {
  const day = dayAt(words, at + 1);
  if (!day) return null;
  const year = yearAfter(words, day.end);
  return { first: at, end: year?.end ?? day.end, meaning: meaningOf(year?.value ?? null, month, day.value) };
}

function dayFirst(words: Words, at: number, month: number): Match | null {
  const { lower } = words;
  const of = lower[at - 1] === "of";
  const before = of ? at - 1 : at;
  const ordinal = ordinalBefore(words, before);
  const plain = !of && areDigits(lower[before - 1], 1, 2);
  const value = ordinal?.value ?? (plain ? Number(lower[before - 1]) : 0);
  if (!isDayOfMonth(value)) return null;
  const first = ordinal?.first ?? before - 1;
  const amount = lower[at + 2] === "year" ? RELATIVE_YEARS.get(lower[at + 1] ?? "") : undefined;
  if (amount !== undefined && !(month === 2 && value === 29)) {
    const part = `${String(month).padStart(2, "0")}-${String(value).padStart(2, "0")}`;
    const span = { first: lower[first - 1] === "the" ? first - 1 : first, end: at + 3 };
    return { ...span, meaning: { kind: "shift", unit: "year", amount, from: "published", part } };
  }
  const year = yearAfter(words, at + 1);
  return {
    first: lower[first - 1] === "the" ? first - 1 : first,
    end: year?.end ?? at + 1,
    meaning: meaningOf(year?.value ?? null, month, value),
  };
}

function dayAt(words: Words, at: number): { value: number; end: number } | null {
  const { lower } = words;
  const ordinal = ordinalAt(words, at);
  if (ordinal) return isDayOfMonth(ordinal.value) ? ordinal : null;
  // "June 30 percent" and "May 5:30" have no day.
  if (!areDigits(lower[at], 1, 2) || isOtherNumber(words, at)) return null;
  return isDayOfMonth(Number(lower[at])) ? { value: Number(lower[at]), end: at + 1 } : null;
}

const COUNTED = new Set(["%", "percent", "million", "billion"]);

const isOtherNumber = (words: Words, at: number): boolean =>
  COUNTED.has(words.lower[at + 1] ?? "") ||
  (words.lower[at + 1] === ":" && areDigits(words.lower[at + 2], 2, 2) && isJoined(words, at + 2));

function yearAfter(words: Words, at: number): { value: number; end: number } | null {
  const next = words.lower[at] === "," ? at + 1 : at;
  const value = yearAt(words, next);
  return value ? { value, end: next + 1 } : null;
}

const isDayOfMonth = (n: number): boolean => Number.isInteger(n) && n >= 1 && n <= 31;

const meaningOf = (year: number | null, month: number, day: number): Meaning => ({
  kind: "day",
  year,
  month,
  day,
  toward: null,
});
