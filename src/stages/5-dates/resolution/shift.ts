import type { Unit } from "../meaning.ts";
import { type CalendarDay, dayOf, daysAfter, monthOf, pad, quarterOf, weekOf } from "./calendar.ts";
import { rememberByDay } from "./memo.ts";

const UNITS: readonly Unit[] = [
  "day",
  "week",
  "month",
  "year",
  "quarter",
  "weekend",
  "second",
  "minute",
  "hour",
  "decade",
  "century",
  "millennium",
];

/** The value `amount` units away from a day, as fine as the unit. */
export const shiftDay: (day: CalendarDay, unit: Unit, amount: number) => string = rememberByDay(
  (unit: Unit, amount: number) => amount * UNITS.length + UNITS.indexOf(unit),
  reckonShift,
);

function reckonShift(day: CalendarDay, unit: Unit, amount: number): string {
  const { date, year } = day;
  switch (unit) {
    case "second":
    case "minute":
    case "hour":
      return day.iso;
    case "day":
      return daysAfter(day, amount);
    case "week":
      return weekOf(date.add({ weeks: amount }));
    case "weekend":
      // On a Monday or Tuesday "this weekend" may be the one before; the ISO week's own is the plain reading.
      return `${weekOf(date.add({ weeks: amount }))}-WE`;
    case "month":
      return monthOf(date.with({ day: 1 }).add({ months: amount }));
    case "quarter":
      return quarterOf(date.with({ day: 1 }).add({ months: 3 * amount }));
    case "year":
      return pad(year + amount, 4);
    case "decade":
      return pad(Math.floor(year / 10) + amount, 3);
    case "century":
      return pad(Math.floor(year / 100) + amount, 2);
    case "millennium":
      return pad(Math.floor(year / 1000) + amount, 1);
  }
}

/** The same with an unknown day to start from. */
export function openShift(unit: Unit): string {
  switch (unit) {
    case "week":
      return "XXXX-WXX";
    case "weekend":
      return "XXXX-WXX-WE";
    case "month":
      return "XXXX-XX";
    case "quarter":
      return "XXXX-QX";
    case "year":
    case "decade":
    case "century":
    case "millennium":
      return "XXXX";
    default:
      return "XXXX-XX-XX";
  }
}

/**
 * The value `amount` units away from another value, as fine as that one where years are counted ("a year earlier" than a
 * quarter is a quarter); null if the other value is no plain date.
 */
export function fromDate(value: string, unit: Unit, amount: number): string | null {
  const day = /^\d{4}-\d\d-\d\d/.exec(value)?.[0];
  if (day) return shiftDay(dayOf(day), unit, amount);
  const [, year, rest] = /^(\d{4})(?:-(\d\d|[QH]\d|S[PU]|FA|WI))?$/.exec(value) ?? [];
  if (!year) return null;
  if (unit === "year") return pad(Number(year) + amount, 4) + (rest && amount !== 0 ? `-${rest}` : "");
  if (unit === "month" && rest && /^\d/.test(rest)) return shiftDay(dayOf(`${value}-01`), unit, amount);
  if (unit === "quarter" && rest?.startsWith("Q"))
    return shiftDay(dayOf(`${year}-${pad(Number(rest[1]) * 3)}-01`), unit, amount);
  return null;
}
