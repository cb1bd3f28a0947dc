import { areDigits, isHyphen, isJoined, isNumber, type Words } from "../../../words.ts";
import { yearAt } from "../lexicon/numerals.ts";
import type { Candidate, Meaning } from "../meaning.ts";
import { isFourDigits } from "../rule.ts";

/** Words between the two ends of a range. */
const BETWEEN = new Set(["to", "through", "and", "until", "or", "-", "–", "‑", "—"]);

/**
 * Finds the end of a range that is only a number ("Jan. 3–5", "3 to 5 January", "1991–96", "8 to 10 p.m."), and gives the
 * first of two dates the year that only the second one names ("from March to May 2024").
 */
export function ranges(words: Words, candidates: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  let free = 0; // the first word that no earlier candidate has
  for (let i = 0; i < candidates.length; i++) {
    const candidate = candidates[i]!;
    const before = numberBefore(words, candidate, free);
    if (before) found.push(before);
    const next = candidates[i + 1];
    const after = before ? null : numberAfter(words, candidate, next?.first ?? Number.POSITIVE_INFINITY);
    const year = after?.meaning.kind === "day" ? after.meaning.year : null;
    const dated = year ? withYear(candidate, year) : next ? sharingYear(words, candidate, next) : candidate;
    found.push(followingWeekday(words, dated, candidates[i - 1]));
    if (after) found.push(after);
    free = after?.end ?? candidate.end;
  }
  return found;
}

const isSmall = (word: string | undefined, most: number): boolean =>
  areDigits(word, 1, 2) && Number(word) >= 1 && Number(word) <= most;

/** The "5" of "Jan. 3–5", the "96" of "1991–96". */
function numberAfter(words: Words, candidate: Candidate, limit: number): Candidate | null {
  const { lower } = words;
  const { meaning, end } = candidate;
  const number = lower[end + 1] ?? "";
  if (end + 1 >= limit || !BETWEEN.has(lower[end] ?? "")) return null;
  if (meaning.kind === "fixed" && isFourDigits(meaning.value)) {
    const tight = isHyphen(lower[end]) && isJoined(words, end) && isJoined(words, end + 1);
    if (!tight || !areDigits(number, 2, 2) || Number(number) <= Number(meaning.value.slice(2))) return null;
    const value = meaning.value.slice(0, 2) + number;
    return { ...candidate, first: end + 1, end: end + 2, meaning: { ...meaning, value } };
  }
  if (meaning.kind !== "day" || meaning.year !== null || !isNumber(lower[end - 1])) return null;
  if (!isSmall(number, 31) || Number(number) <= meaning.day || isCount(words, end + 1)) return null;
  const comma = lower[end + 2] === "," ? 1 : 0;
  const named = yearAt(words, end + 2 + comma);
  const year = named && named >= 1900 && named < 2100 ? named : null;
  const span = { first: end + 1, end: year ? end + 3 + comma : end + 2 };
  return { ...candidate, ...span, meaning: { ...meaning, year, day: Number(number) } };
}

/** The "3" of "3 to 5 January", the "8" of "8 to 10 p.m.". */
function numberBefore({ lower }: Words, candidate: Candidate, free: number): Candidate | null {
  const { first, meaning } = candidate;
  const number = lower[first - 2];
  if (first - 2 < free || !BETWEEN.has(lower[first - 1] ?? "") || !isNumber(lower[first])) return null;
  const loose = lower[first - 1] === "and" || lower[first - 1] === "or";
  if (loose && lower[first - 3] !== "between" && meaning.kind !== "day") return null;
  const span = { first: first - 2, end: first - 1 };
  if (meaning.kind === "day")
    return isSmall(number, meaning.day - 1) && lower[first - 3] !== "than"
      ? { ...candidate, ...span, meaning: { ...meaning, day: Number(number) } }
      : null;
  if (meaning.kind !== "time" || !meaning.time.includes(":") || !isSmall(number, 12)) return null;
  const noon =
    Number(meaning.time.slice(1, 3)) >= 12 && Number(number) < 12 && Number(number) <= Number(lower[first]) ? 12 : 0;
  const time = `T${String((Number(number) % 12) + noon).padStart(2, "0")}:00`;
  return { ...candidate, ...span, meaning: { ...meaning, time } };
}

/** True of the number of something: "Sept. 11 and 12 people", "May 5 to 10 percent". */
const isCount = ({ lower, pos }: Words, at: number): boolean =>
  pos[at + 1] === "NOUN" || pos[at + 1] === "ADJ" || COUNTED.has(lower[at + 1] ?? "");

const COUNTED = new Set(["%", "percent", "million", "billion", ":"]);
const THROUGH = new Set(["to", "through", "until", "-", "–"]);
const PART = new Set(["early", "mid", "late"]);

/** True if nothing but "to", "and mid-" … stands between two candidates. */
function isBetween(lower: readonly string[], end: number, first: number): boolean {
  if (!BETWEEN.has(lower[end] ?? "") || first <= end || first > end + 3) return false;
  return first === end + 1 || PART.has(lower[end + 1]!);
}

/** "Monday through Friday": the Friday after that Monday. */
function followingWeekday({ lower }: Words, candidate: Candidate, last: Candidate | undefined): Candidate {
  const { meaning, first } = candidate;
  if (meaning.kind !== "weekday" || meaning.toward || last?.meaning.kind !== "weekday") return candidate;
  const through = first === last.end + 1 && THROUGH.has(lower[last.end] ?? "");
  return through ? { ...candidate, meaning: { ...meaning, toward: "following" } } : candidate;
}

function sharingYear({ lower }: Words, candidate: Candidate, next: Candidate): Candidate {
  if (!isBetween(lower, candidate.end, next.first)) return candidate;
  const { meaning } = next;
  const year =
    meaning.kind === "day"
      ? meaning.year
      : meaning.kind === "fixed" && meaning.value[4] === "-" && isFourDigits(meaning.value.slice(0, 4))
        ? Number(meaning.value.slice(0, 4))
        : null;
  return year !== null && orderOf(candidate.meaning) <= orderOf(meaning) ? withYear(candidate, year) : candidate;
}

/** Month and day as one number, to tell whether both ends can be of one year. Parts of a year only go with their like. */
function orderOf(meaning: Meaning): number {
  if (meaning.kind === "day") return meaning.month * 100 + meaning.day;
  const part = meaning.kind === "part-of-year" ? meaning.part : meaning.kind === "fixed" ? meaning.value.slice(5) : "";
  if (areDigits(part, 2, 2)) return Number(part) * 100;
  return part.length === 2 && (part[0] === "Q" || part[0] === "H") ? Number(part[1]) : Number.NaN;
}

function withYear(candidate: Candidate, year: number): Candidate {
  const { meaning } = candidate;
  if (meaning.kind === "day" && meaning.year === null) return { ...candidate, meaning: { ...meaning, year } };
  if (meaning.kind !== "part-of-year" || meaning.toward) return candidate;
  return { ...candidate, meaning: { kind: "fixed", type: "DATE", value: `${year}-${meaning.part}` } };
}
