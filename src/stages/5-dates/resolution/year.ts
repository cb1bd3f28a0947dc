import type { Meaning } from "../meaning.ts";
import { type CalendarDay, dayFrom, dayOf, daysUntil } from "./calendar.ts";
import { rememberByDay } from "./memo.ts";
import type { Tense } from "./tense.ts";

/** A date far off in the direction of the tense is less likely than one close by on the other side, in days. */
const FAR = 215;

/** How many years around the publication are looked at; February 29 may be up to eight years away. */
const REACH = 1;
const LEAP_REACH = 8;

const TENSES: readonly Tense[] = [null, "past", "present", "future"];

/** The day of that month and date that is meant, as ISO; null if no year has it (February 30). */
export const dayNear: (published: CalendarDay, month: number, day: number, tense: Tense) => string | null =
  rememberByDay(
    (month: number, day: number, tense: Tense) => (month * 100 + day) * TENSES.length + TENSES.indexOf(tense),
    (published: CalendarDay, month, day, tense) =>
      nearest(published, tense, (year) => [dayFrom(year, month, day)].filter((iso) => iso !== null)),
  );

/** Of the days that a rule gives for the years around the publication, the one that is meant. */
export const nearest = (
  published: CalendarDay,
  tense: Tense,
  daysIn: (year: number) => readonly string[],
): string | null =>
  nearestWithin(REACH, published, tense, daysIn) ?? nearestWithin(LEAP_REACH, published, tense, daysIn);

function nearestWithin(
  reach: number,
  published: CalendarDay,
  tense: Tense,
  daysIn: (year: number) => readonly string[],
): string | null {
  const { year } = published;
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let candidate = year - reach; candidate <= year + reach; candidate++) {
    for (const iso of daysIn(candidate)) {
      const distance = daysUntil(published, dayOf(iso));
      const wrong = tense === "past" ? distance > 0 : tense === "future" && distance < 0;
      const cost = Math.abs(distance) + (wrong ? FAR : 0);
      if (cost >= least) continue;
      best = iso;
      least = cost;
    }
  }
  return best;
}

/** The first month of each part of a year. */
const FIRST_MONTHS: Readonly<Record<string, number>> = {
  Q1: 1,
  Q2: 4,
  Q3: 7,
  Q4: 10,
  H1: 1,
  H2: 7,
  SP: 3,
  SU: 6,
  FA: 9,
  WI: 12,
};

/** What the wrong direction costs a month or season, in months; and a quarter, which companies expect when it is over. */
const FAR_MONTHS = 7;
const FAR_QUARTERS = 3;

/** In January and February, "last winter" is not the one that goes on. */
const lastYearOf = (part: string, first: number, year: number, month: number): number =>
  part === "WI" && month <= 2 ? year - 2 : first < month ? year : year - 1;

/** The year of a month, quarter or season: the last or next one as the words or the verb say. */
export function yearOfPart(
  { year, month }: CalendarDay,
  { part, toward, fiscal }: Meaning & { kind: "part-of-year" },
  tenseOf: () => Tense,
): number {
  const first = FIRST_MONTHS[part] ?? Number(part);
  // In January and February, the winter is that of the year before.
  if (toward === "this") return part === "WI" && month <= 2 ? year - 1 : year;
  if (toward === "last" || toward === "previous") return lastYearOf(part, first, year, month);
  if (toward === "next" || toward === "following") return first > month ? year : year + 1;
  const tense = tenseOf();
  if (fiscal && tense !== "future") return first <= month ? year : year - 1;
  const far = part.startsWith("Q") ? FAR_QUARTERS : FAR_MONTHS;
  let best = year;
  let least = Number.POSITIVE_INFINITY;
  for (let candidate = year - 1; candidate <= year + 1; candidate++) {
    const away = (candidate - year) * 12 + first - month;
    const wrong =
      tense === "past" || (tense === null && far === FAR_MONTHS) ? away > 0 : tense === "future" && away < 0;
    const cost = Math.abs(away) + (wrong ? far : 0);
    if (cost >= least) continue;
    best = candidate;
    least = cost;
  }
  return best;
}
