import { Temporal } from "temporal-polyfill";
import { remember, rememberByDay } from "./memo.ts";

type Day = Temporal.PlainDate;

/** A day of the calendar, with its ISO form and the parts that are asked for again and again. */
export interface CalendarDay {
  readonly iso: string;
  readonly date: Day;
  readonly year: number;
  readonly month: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** Days since January 1, 1970. */
  readonly number: number;
}

const EPOCH = Temporal.PlainDate.from("1970-01-01");

/** The day that ISO 8601 writes so. Throws a `RangeError` if there is none. */
export const dayOf: (iso: string) => CalendarDay = remember(
  (iso: string) => iso,
  (iso) => {
    const date = Temporal.PlainDate.from(iso);
    return { iso, date, year: date.year, month: date.month, weekday: date.dayOfWeek, number: EPOCH.until(date).days };
  },
);

/** The ISO form of the day of that year, month and date; null if there is none such (February 30). */
export const dayFrom = (year: number, month: number, day: number): string | null =>
  day >= 1 && day <= 31 ? dayWithin(year, month, day) : null;

const dayWithin = remember(
  (year: number, month: number, day: number) => (year * 100 + month) * 100 + day,
  (year, month, day) => {
    const first = Temporal.PlainDate.from({ year, month, day: 1 });
    return day <= first.daysInMonth ? first.with({ day }).toString() : null;
  },
);

/** The ISO form of the day so many days after another one. */
export const daysAfter: (day: CalendarDay, count: number) => string = rememberByDay(
  (count: number) => count,
  ({ date }: CalendarDay, count) => date.add({ days: count }).toString(),
);

/** How many days there are from one day to a later one; negative if it is earlier. */
export const daysUntil = (from: CalendarDay, to: CalendarDay): number => to.number - from.number;

export const pad = (n: number, length = 2): string => String(n).padStart(length, "0");

/** The ISO week that a day is in, as TIMEX3 writes it. */
export const weekOf = (date: Day): string => `${pad(date.yearOfWeek ?? date.year, 4)}-W${pad(date.weekOfYear ?? 1)}`;

export const monthOf = (date: Day): string => date.toPlainYearMonth().toString();

export const quarterOf = (date: Day): string => `${pad(date.year, 4)}-Q${Math.ceil(date.month / 3)}`;

/** The Monday of an ISO week: the week with January 4 is the first (ISO 8601). */
export function mondayOf(year: number, week: number): Day {
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  return fourth.add({ days: 1 - fourth.dayOfWeek + (week - 1) * 7 });
}
