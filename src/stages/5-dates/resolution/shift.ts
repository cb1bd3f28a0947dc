import type { Unit } from "../meaning.ts";
import { type Day, dayOf, monthOf, pad, quarterOf, weekOf } from "./calendar.ts";

/** The value `amount` units away from a day, as fine as the unit. */
export function shiftDay(day: Day, unit: Unit, amount: number): string {
  switch (unit) {
    case "second":
    case "minute":
    case "hour":
      return day.toString();
    case "day":
      return day.add({ days: amount }).toString();
    case "week":
      return weekOf(day.add({ weeks: amount }));
    case "weekend":
      // On a Monday or Tuesday "this weekend" may be the one before; the ISO week's own is the plain reading.
      return `${weekOf(day.add({ weeks: amount }))}-WE`;
    case "month":
      return monthOf(day.with({ day: 1 }).add({ months: amount }));
    case "quarter":
      return quarterOf(day.with({ day: 1 }).add({ months: 3 * amount }));
    case "year":
      return pad(day.year + amount, 4);
    case "decade":
      return pad(Math.floor(day.year / 10) + amount, 3);
    case "century":
      return pad(Math.floor(day.year / 100) + amount, 2);
    case "millennium":
      return pad(Math.floor(day.year / 1000) + amount, 1);
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
