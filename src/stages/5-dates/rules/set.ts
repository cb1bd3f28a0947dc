import { areDigits, isCapital, type Words } from "../../../words.ts";
import { MONTHS, PARTS_OF_DAY, SEASONS, WEEKDAY_PLURALS, WEEKDAYS } from "../lexicon/calendar.ts";
import { SMALL } from "../lexicon/numerals.ts";
import { durationOf, UNITS } from "../lexicon/units.ts";
import type { Match, Rule } from "../rule.ts";

const ADVERBS: ReadonlyMap<string, string> = new Map([
  ["hourly", "PT1H"],
  ["daily", "P1D"],
  ["nightly", "P1D"],
  ["weekly", "P1W"],
  ["fortnightly", "P2W"],
  ["monthly", "P1M"],
  ["annually", "P1Y"],
  ["yearly", "P1Y"],
]);

/** "daily", "every day", "each year", "every Monday", "each July", "Tuesdays", "twice a year". */
export const set: Rule = {
  name: "set",
  triggers: [
    ...ADVERBS.keys(),
    "every",
    "each",
    "once",
    "twice",
    "times",
    ...WEEKDAY_PLURALS.keys(),
    ...WEEKDAYS.keys(),
  ],
  match: (words, at) => {
    const { lower } = words;
    const word = lower[at]!;
    const adverb = ADVERBS.get(word);
    // "Daily News", "The Weekly Standard" are newspapers.
    if (adverb) return isCapital(words, at) && isCapital(words, at + 1) ? null : found(at, at + 1, adverb);
    const part = PARTS_OF_DAY.get(singular(lower[at + 1] ?? ""));
    const weekday = WEEKDAYS.get(word);
    if (weekday) {
      if (goesOn(words, at)) return found(at, at + 1, `XXXX-WXX-${weekday}`);
      // "Tuesday nights"
      const plural = part?.startsWith("T") && !part.includes(":") && lower[at + 1]!.endsWith("s");
      return plural && isCapital(words, at) ? found(at, at + 2, `XXXX-WXX-${weekday}${part}`) : null;
    }
    const plural = WEEKDAY_PLURALS.get(word);
    if (plural) return isCapital(words, at) ? found(at, at + 1, `XXXX-WXX-${plural}`) : null;
    return word === "every" || word === "each" ? every(words, at) : timesA(words, at);
  },
};

/** The "Friday" of "every Tuesday and Friday". */
export const goesOn = (words: Words, at: number): boolean => {
  const { lower } = words;
  return (
    lower[at - 1] === "and" &&
    WEEKDAYS.has(lower[at - 2] ?? "") &&
    (lower[at - 3] === "every" || lower[at - 3] === "each") &&
    isCapital(words, at)
  );
};

const singular = (word: string): string => (word.endsWith("s") ? word.slice(0, -1) : word);

/** True of "2" to "9". */
const isFewTimes = (word: string | undefined): boolean => areDigits(word, 1, 1) && word! >= "2";

function every({ lower }: Words, at: number): Match | null {
  const other = lower[at + 1] === "other" ? 1 : 0;
  const number = isFewTimes(lower[at + 1]) ? Number(lower[at + 1]) : (SMALL.get(lower[at + 1] ?? "") ?? null);
  const next = at + 1 + (other || number ? 1 : 0);
  const unit = UNITS.get(lower[next] ?? "");
  if (unit) return found(at, next + 1, durationOf(unit, number ?? 1 + other));
  const weekday = WEEKDAYS.get(lower[next] ?? "");
  if (weekday) return found(at, next + 1, `XXXX-WXX-${weekday}`);
  const month = MONTHS.get(lower[next] ?? "");
  if (month) return found(at, next + 1, `XXXX-${String(month).padStart(2, "0")}`);
  const part = PARTS_OF_DAY.get(lower[next] ?? "");
  if (part && !part.includes(":")) return found(at, next + 1, `XXXX-XX-XX${part}`);
  const season = SEASONS.get(lower[next] ?? "");
  return season ? found(at, next + 1, `XXXX-${season}`) : null;
}

const EACH = new Set(["a", "an", "per", "each", "every"]);

/** "twice a year", "three times a week". */
function timesA({ lower }: Words, at: number): Match | null {
  const unit = UNITS.get(lower[at + 2] ?? "");
  if (!unit || !EACH.has(lower[at + 1] ?? "")) return null;
  const first = lower[at] === "times" ? at - 1 : at;
  return found(first, at + 3, durationOf(unit, 1));
}

const found = (first: number, end: number, value: string): Match => ({
  first,
  end,
  meaning: { kind: "fixed", type: "SET", value },
});
