import { areDigits, beforeHyphen, isCapital, type Words } from "../../../words.ts";
import { MONTHS, PARTS_OF_DAY, WEEKDAYS } from "../lexicon/calendar.ts";
import type { Meaning } from "../meaning.ts";
import type { Match, Rule } from "../rule.ts";

/** Which day's morning, seen from the day that was spoken of. */
const NARRATED: ReadonlyMap<string, number> = new Map([
  ["that", 0],
  ["same", 0],
  ["previous", -1],
  ["next", 1],
  ["following", 1],
]);

const AT_MIDDAY = new Set(["at", "by", "around", "until", "before", "after"]);
const LEADING = new Set("in by during through throughout for on since until into of".split(" "));

const ENDS = new Set(["", ".", ",", ";"]);

/** "in the morning", "by mid-afternoon", "that evening", "the next morning", "at midday", "4 in the morning". */
export const partOfDay: Rule = {
  name: "part-of-day",
  triggers: ["morning", "afternoon", "evening", "night", "midday", "lunchtime"],
  match: (words, at) => {
    const { lower } = words;
    if (isCapital(words, at)) return null;
    const time = PARTS_OF_DAY.get(lower[at]!)!;
    const before = beforeHyphen(words, at - 1);
    const word = lower[before] ?? "";
    if (word === "the") return oClock(words, at) ?? dayBefore(words, at, time) ?? withThe(words, at, time);
    const shift = NARRATED.get(word);
    if (shift !== undefined && (word !== "same" || lower[before - 1] === "the")) {
      const first = lower[before - 1] === "the" ? before - 1 : before;
      return { ...span(first, at + 1, narrated(time, shift)), confidence: 0.7 };
    }
    const bare = time === "TMI" && AT_MIDDAY.has(word);
    if (!bare && word !== "mid" && !(word === "late" && lower[before - 1] === "by")) return null;
    return span(at, at + 1, { kind: "time", time, day: null });
  },
};

const span = (first: number, end: number, meaning: Meaning): Match => ({ first, end, meaning });

/** The part of the day that was spoken of. */
const narrated = (time: string, amount: number): Meaning => ({
  kind: "time",
  time,
  day: { kind: "shift", unit: "day", amount, from: "narrative", ...(amount <= 0 && { otherwise: amount }) },
});

const isHour = (word: string | undefined): boolean => areDigits(word, 1, 2) && word?.[0] !== "0" && Number(word) <= 12;

const isDayName = (word: string): boolean => MONTHS.has(word) || WEEKDAYS.has(word);

function withThe({ lower }: Words, at: number, time: string): Match | null {
  const before = lower[at - 2] ?? "";
  const named = lower[at + 1] === "of" && isDayName(lower[at + 2] ?? "");
  if (named) return span(at - 1, at + 1, { kind: "time", time, day: null });
  const led = LEADING.has(before);
  if (!led || (lower[at + 1] === "of" && before === "of") || (lower[at] === "night" && before === "of")) return null;
  return { ...span(at - 1, at + 1, { kind: "time", time, day: null }), confidence: 0.7 };
}

/** "the night before": seen from the day that was spoken of. */
const dayBefore = ({ lower }: Words, at: number, time: string): Match | null =>
  lower[at + 1] === "before" && ENDS.has(lower[at + 2] ?? "")
    ? { ...span(at - 1, at + 2, narrated(time, -1)), confidence: 0.7 }
    : null;

/** "4 in the morning", "3 o’clock in the afternoon". */
function oClock({ lower }: Words, at: number): Match | null {
  const clock = lower[at - 3] === "o'clock" ? at - 4 : at - 3;
  if (lower[at - 2] !== "in" || !isHour(lower[clock])) return null;
  const hour = Number(lower[clock]) % 12;
  const later = lower[at] !== "morning" && !(lower[at] === "night" && hour < 6);
  const time = `T${String(hour + (later ? 12 : 0)).padStart(2, "0")}:00`;
  return span(clock, at + 1, { kind: "time", time, day: null });
}
