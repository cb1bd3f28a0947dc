import { areDigits, isCapital, isHyphen, isJoined, type Words } from "../../../words.ts";
import { SMALL } from "../lexicon/numerals.ts";
import { FOUR_DIGITS, type Match, type Rule } from "../rule.ts";

const ZONES = new Set(
  "est edt et cst cdt ct mst mdt pst pdt pt gmt utc bst cet cest ist jst eastern pacific".split(" "),
);

/** Words for minutes before "past" and "to". */
const STEPS: ReadonlyMap<string, number> = new Map([
  ["half", 30],
  ["quarter", 15],
  ["five", 5],
  ["ten", 10],
  ["twenty", 20],
]);
const AT = new Set(["at", "by", "until", "till", "before", "since", "about", "around"]);

/** "5 p.m.", "9:30am", "17:00 GMT", "1600 hours", "five o’clock", "noon", "midnight". */
export const clock: Rule = {
  name: "clock",
  triggers: ["am", "pm", ":", "o'clock", "o", "noon", "midnight", ...STEPS.keys(), FOUR_DIGITS],
  match: (words, at) => {
    const { lower } = words;
    const word = lower[at]!;
    if (word === "noon" || word === "midnight")
      return isCapital(words, at) ? null : found(words, at, at + 1, word === "noon" ? 12 : 24, 0);
    const step = STEPS.get(word);
    if (step) return stepped(words, at, step);
    if (word === "am" || word === "pm") return twelveHours(words, at);
    if (word === "o'clock" || (word === "o" && lower[at + 1] === "'clock")) return oClock(words, at);
    return word === ":" ? twentyFourHours(words, at) : military(words, at);
  },
};

/** "half past nine", "a quarter to six", "ten to five" and "twenty past three" after "at" and the like. */
function stepped(words: Words, at: number, minutes: number): Match | null {
  const { lower } = words;
  const way = lower[at + 1] ?? "";
  const past = way === "past" || way === "after";
  const hour = past || way === "to" ? (SMALL.get(lower[at + 2] ?? "") ?? 0) : 0;
  if (hour < 1 || hour > 12 || (minutes === 30 && !past)) return null;
  const article = lower[at] === "quarter" && lower[at - 1] === "a";
  const first = article ? at - 1 : at;
  // "Five to ten" may be a number.
  const plain = (minutes === 30 || minutes === 15) && way !== "after";
  if (!plain && !AT.has(lower[first - 1] ?? "")) return null;
  if (isHyphen(lower[at + 3])) return null;
  const end = at + 3;
  const later = lower[end] === "pm";
  const from = past ? hour : hour - 1;
  const twelve = later || lower[end] === "am" ? (from % 12) + (later ? 12 : 0) : from || 12;
  return found(words, first, later || lower[end] === "am" ? end + 1 : end, twelve, past ? minutes : 60 - minutes);
}

function twelveHours(words: Words, at: number): Match | null {
  const { lower } = words;
  const time = minutesBefore(words, at);
  const hour = time ? time.hour : hourAt(lower[at - 1] ?? "");
  if (hour === null || hour < 1 || hour > 12) return null;
  const minute = time ? time.minute : minuteIn(lower[at - 1]!);
  return found(words, time?.first ?? at - 1, at + 1, (hour % 12) + (lower[at] === "pm" ? 12 : 0), minute);
}

const isMinute = (word: string): boolean => areDigits(word, 2, 2) && word < "60";

/** The minutes of "9.30", as British papers write; 0 of "9". */
const minuteIn = (word: string): number => {
  const point = word.indexOf(".");
  return point < 0 ? 0 : Number(word.slice(point + 1));
};

/** The hour that "five", "5", and "9.30" name. */
function hourAt(word: string): number | null {
  const named = SMALL.get(word);
  if (named !== undefined) return named;
  const point = word.indexOf(".");
  const hour = point < 0 ? word : word.slice(0, point);
  return areDigits(hour, 1, 2) && (point < 0 || isMinute(word.slice(point + 1))) ? Number(hour) : null;
}

function minutesBefore(words: Words, at: number): { first: number; hour: number; minute: number } | null {
  const { lower } = words;
  if (lower[at - 2] !== ":" || !isJoined(words, at - 1) || !isJoined(words, at - 2)) return null;
  if (!areDigits(lower[at - 3], 1, 2) || !isMinute(lower[at - 1] ?? "")) return null;
  return { first: at - 3, hour: Number(lower[at - 3]), minute: Number(lower[at - 1]) };
}

const NO_ZONE = new Set(["am", "pm", ":"]);

/** "17:00"; a score such as "2:1" has no two digits after the colon, and "3:16" no zone or hour to tell by. */
function twentyFourHours(words: Words, at: number): Match | null {
  const { lower } = words;
  const time = minutesBefore(words, at + 2);
  if (!time || time.hour > 24 || NO_ZONE.has(lower[at + 2] ?? "") || lower[at - 2] === ":") return null;
  if (time.hour < 13 && lower[at - 1]!.length < 2 && !ZONES.has(lower[at + 2] ?? "")) return null;
  return { ...found(words, time.first, at + 2, time.hour, time.minute), confidence: 0.7 };
}

/** "1600 GMT", "0930 hours". */
function military(words: Words, at: number): Match | null {
  const after = words.lower[at + 1] ?? "";
  if (!(ZONES.has(after) || after === "hours")) return null;
  const digits = words.lower[at]!;
  if (digits >= "2400" || !isMinute(digits.slice(2))) return null;
  const match = found(words, at, at + 1, Number(digits.slice(0, 2)), Number(digits.slice(2)));
  return after === "hours" ? { ...match, end: at + 2 } : match;
}

function oClock(words: Words, at: number): Match | null {
  const hour = hourAt(words.lower[at - 1] ?? "");
  return hour && hour <= 12 ? found(words, at - 1, words.lower[at] === "o" ? at + 2 : at + 1, hour, 0) : null;
}

function found({ lower }: Words, first: number, end: number, hour: number, minute: number): Match {
  const time = `T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  const zone = ZONES.has(lower[end] ?? "") ? end + 1 + Number(lower[end + 1] === "time") : end;
  return { first, end: zone, meaning: { kind: "time", time, day: null } };
}
