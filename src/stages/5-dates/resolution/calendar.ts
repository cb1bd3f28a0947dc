import { Temporal } from "temporal-polyfill";

export type Day = Temporal.PlainDate;

export const dayOf = (iso: string): Day => Temporal.PlainDate.from(iso);

/** The day of that year, month and date; null if there is none such (February 30). */
export function dayFrom(year: number, month: number, day: number): Day | null {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return day >= 1 && day <= first.daysInMonth ? first.with({ day }) : null;
}

export const pad = (n: number, length = 2): string => String(n).padStart(length, "0");

/** The ISO week that a day is in, as TIMEX3 writes it. */
export const weekOf = (day: Day): string => `${pad(day.yearOfWeek ?? day.year, 4)}-W${pad(day.weekOfYear ?? 1)}`;

export const monthOf = (day: Day): string => day.toPlainYearMonth().toString();

export const quarterOf = (day: Day): string => `${pad(day.year, 4)}-Q${Math.ceil(day.month / 3)}`;

/** The Monday of an ISO week: the week with January 4 is the first (ISO 8601). */
export function mondayOf(year: number, week: number): Day {
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  return fourth.add({ days: 1 - fourth.dayOfWeek + (week - 1) * 7 });
}
