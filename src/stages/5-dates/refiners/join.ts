import type { Words } from "../../../words.ts";
import { PARTS_OF_DAY } from "../lexicon/calendar.ts";
import type { Candidate, Meaning } from "../meaning.ts";
import { isFourDigits } from "../rule.ts";

/** Makes one date of neighbours that name the same time: "Friday, Oct. 23", "10 p.m. Wednesday", "Tuesday night". */
export function join(words: Words, candidates: readonly Candidate[]): Candidate[] {
  const joined: Candidate[] = [];
  for (const alone of candidates) {
    const candidate = withPartOfDay(words, alone);
    const before = joined.at(-1);
    if (before && candidate.first < before.end) continue; // the "noon" of "Tuesday noon"
    const both = before && touch(words, before, candidate) ? merge(before, candidate) : null;
    if (both) joined[joined.length - 1] = both;
    else joined.push(candidate);
  }
  return joined;
}

const touch = ({ lower }: Words, a: Candidate, b: Candidate): boolean =>
  b.first === a.end || (b.first === a.end + 1 && (lower[a.end] === "," || lower[a.end] === "of"));

function merge(a: Candidate, b: Candidate): Candidate | null {
  const span = { first: a.first, end: b.end, confidence: Math.min(a.confidence, b.confidence) };
  if (a.meaning.kind === "weekday" && b.meaning.kind === "day")
    return { ...b, ...span, meaning: { ...b.meaning, withWeekday: true } };
  if (a.meaning.kind === "time" && !a.meaning.day && isDay(b.meaning))
    return { ...a, ...span, meaning: { ...a.meaning, day: b.meaning } };
  // "Feb. 5, 2026, 10:52 a.m. ET"
  if (b.meaning.kind === "time" && !b.meaning.day && b.meaning.time.includes(":") && isDay(a.meaning))
    return { ...b, ...span, meaning: { ...b.meaning, day: a.meaning } };
  // "the night of Friday, Oct. 23"
  if (a.meaning.kind === "time" && a.meaning.day?.kind === "weekday" && b.meaning.kind === "day")
    return { ...a, ...span, meaning: { ...a.meaning, day: { ...b.meaning, withWeekday: true } } };
  if (a.meaning.kind === "part-of-year" && !a.meaning.toward && isYear(b.meaning))
    return { ...a, ...span, meaning: { ...b.meaning, value: `${b.meaning.value}-${a.meaning.part}` } };
  return null;
}

const isYear = (meaning: Meaning): meaning is Meaning & { kind: "fixed" } =>
  meaning.kind === "fixed" && isFourDigits(meaning.value);

/** True if a time of day can belong to it. */
const isDay = (meaning: Meaning): boolean =>
  meaning.kind === "weekday" ||
  meaning.kind === "day" ||
  meaning.kind === "reckoned" ||
  (meaning.kind === "shift" && meaning.unit === "day");

/** "Tuesday" with the "night" behind it. */
function withPartOfDay({ lower }: Words, candidate: Candidate): Candidate {
  const time = PARTS_OF_DAY.get(lower[candidate.end] ?? "");
  if (!time || !isDay(candidate.meaning)) return candidate;
  return { ...candidate, end: candidate.end + 1, meaning: { kind: "time", time, day: candidate.meaning } };
}
