import type { Reckoning } from "../lexicon/holidays.ts";
import { dayFrom, dayOf, daysAfter } from "./calendar.ts";

/** The days that a reckoning gives in a year, as ISO: one, or by other calendars two, or none that are known. */
export const reckon = (how: Reckoning, year: number): readonly string[] =>
  "days" in how ? (byYear(how.days).get(year) ?? []).map((day) => daysAfter(dayOf(day), how.plus)) : [dayIn(how, year)];

const YEARS = new WeakMap<readonly string[], ReadonlyMap<number, readonly string[]>>();

/** The days of a list by their years; worked out when a list is first asked for. */
function byYear(days: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const known = YEARS.get(days);
  if (known) return known;
  const years = new Map<number, string[]>();
  for (const day of days) {
    const year = Number(day.slice(0, 4));
    years.set(year, [...(years.get(year) ?? []), day]);
  }
  YEARS.set(days, years);
  return years;
}

function dayIn(how: Exclude<Reckoning, { days: readonly string[] }>, year: number): string {
  if ("easter" in how) return daysAfter(dayOf(easterIn(year)), how.easter);
  if ("day" in how) return dayFrom(year, how.month, how.day)!;
  const first = dayOf(dayFrom(year, how.month, 1)!);
  const toFirst = (how.weekday - first.weekday + 7) % 7;
  const weeks = how.nth > 0 ? how.nth - 1 : Math.floor((first.date.daysInMonth - 1 - toFirst) / 7);
  return daysAfter(first, toFirst + 7 * weeks + (how.plus ?? 0));
}

/** Easter Sunday of the Gregorian calendar, by the algorithm that Meeus gives (Astronomical Algorithms, chapter 8). */
function easterIn(year: number): string {
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const golden = year % 19;
  const moved = century - Math.floor((century + 8) / 25) + 1;
  const epact = (19 * golden + century - Math.floor(century / 4) - Math.floor(moved / 3) + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return dayFrom(year, Math.floor(days / 31), (days % 31) + 1)!;
}
