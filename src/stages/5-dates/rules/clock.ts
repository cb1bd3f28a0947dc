import { isCapital, isJoined, type Words } from "../../../words.ts";
import { SMALL } from "../lexicon/numerals.ts";
import { FOUR_DIGITS, type Match, type Rule } from "../rule.ts";

const ZONES = /^(est|edt|et|cst|cdt|ct|mst|mdt|pst|pdt|pt|gmt|utc|bst|cet|cest|ist|jst|eastern|pacific)$/;

/** "5 p.m.", "9:30am", "17:00 GMT", "1600 hours", "five o’clock", "noon", "midnight". */
export const clock: Rule = {
  name: "clock",
  triggers: ["am", "pm", ":", "o'clock", "o", "noon", "midnight", FOUR_DIGITS],
  match: (words, at) => {
    const { lower } = words;
    const word = lower[at]!;
    if (word === "noon" || word === "midnight")
      return isCapital(words, at) ? null : found(words, at, at + 1, word === "noon" ? 12 : 24, 0);
    if (word === "am" || word === "pm") return twelveHours(words, at);
    if (word === "o'clock" || (word === "o" && lower[at + 1] === "'clock")) return oClock(words, at);
    return word === ":" ? twentyFourHours(words, at) : military(words, at);
  },
};

function twelveHours(words: Words, at: number): Match | null {
  const { lower } = words;
  const time = minutesBefore(words, at);
  const hour = time ? time.hour : hourAt(lower[at - 1] ?? "");
  if (hour === null || hour < 1 || hour > 12) return null;
  // "9.30 a.m." in British papers.
  const [, minutes] = /^\d{1,2}\.([0-5]\d)$/.exec(lower[at - 1] ?? "") ?? [];
  const first = time?.first ?? at - 1;
  return found(words, first, at + 1, (hour % 12) + (lower[at] === "pm" ? 12 : 0), time?.minute ?? Number(minutes ?? 0));
}

const hourAt = (word: string): number | null =>
  SMALL.get(word) ?? (/^\d{1,2}(\.[0-5]\d)?$/.test(word) ? Math.trunc(Number(word)) : null);

function minutesBefore(words: Words, at: number): { first: number; hour: number; minute: number } | null {
  const { lower } = words;
  if (lower[at - 2] !== ":" || !isJoined(words, at - 1) || !isJoined(words, at - 2)) return null;
  if (!/^\d{1,2}$/.test(lower[at - 3] ?? "") || !/^[0-5]\d$/.test(lower[at - 1] ?? "")) return null;
  return { first: at - 3, hour: Number(lower[at - 3]), minute: Number(lower[at - 1]) };
}

/** "17:00"; a score such as "2:1" has no two digits after the colon, and "3:16" no zone or hour to tell by. */
function twentyFourHours(words: Words, at: number): Match | null {
  const { lower } = words;
  const time = minutesBefore(words, at + 2);
  if (!time || time.hour > 24 || /^(am|pm|:)$/.test(lower[at + 2] ?? "") || lower[at - 2] === ":") return null;
  if (time.hour < 13 && lower[at - 1]!.length < 2 && !ZONES.test(lower[at + 2] ?? "")) return null;
  return { ...found(words, time.first, at + 2, time.hour, time.minute), confidence: 0.7 };
}

/** "1600 GMT", "0930 hours". */
function military(words: Words, at: number): Match | null {
  const [, hour, minute] = /^([01]\d|2[0-3])([0-5]\d)$/.exec(words.lower[at]!) ?? [];
  const after = words.lower[at + 1] ?? "";
  if (!hour || !minute || !(ZONES.test(after) || after === "hours")) return null;
  const match = found(words, at, at + 1, Number(hour), Number(minute));
  return after === "hours" ? { ...match, end: at + 2 } : match;
}

function oClock(words: Words, at: number): Match | null {
  const hour = hourAt(words.lower[at - 1] ?? "");
  return hour && hour <= 12 ? found(words, at - 1, words.lower[at] === "o" ? at + 2 : at + 1, hour, 0) : null;
}

function found({ lower }: Words, first: number, end: number, hour: number, minute: number): Match {
  const time = `T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  const zone = ZONES.test(lower[end] ?? "") ? end + 1 + Number(lower[end + 1] === "time") : end;
  return { first, end: zone, meaning: { kind: "time", time, day: null } };
}
