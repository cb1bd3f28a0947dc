import type { Rule } from "../rule.ts";
import { ago } from "./ago.ts";
import { century } from "./century.ts";
import { clock } from "./clock.ts";
import { decade } from "./decade.ts";
import { duration } from "./duration.ts";
import { fiscalYear } from "./fiscal-year.ts";
import { fortnight } from "./fortnight.ts";
import { holiday } from "./holiday.ts";
import { lastNextUnit } from "./last-next-unit.ts";
import { month } from "./month.ts";
import { monthDayYear } from "./month-day-year.ts";
import { monthYear } from "./month-year.ts";
import { nthWeekday } from "./nth-weekday.ts";
import { numericDate } from "./numeric-date.ts";
import { partOfDay } from "./part-of-day.ts";
import { quarter } from "./quarter.ts";
import { relativeDay } from "./relative-day.ts";
import { reportedPeriod } from "./reported-period.ts";
import { season } from "./season.ts";
import { set } from "./set.ts";
import { theUnit } from "./the-unit.ts";
import { vague } from "./vague.ts";
import { weekOfDay } from "./week-of.ts";
import { weekday } from "./weekday.ts";
import { year } from "./year.ts";
import { yearEnd } from "./year-end.ts";

/** All rules; of two that take the same words, the earlier one wins. */
export const RULES: readonly Rule[] = [
  numericDate,
  monthDayYear,
  monthYear,
  month,
  nthWeekday,
  weekday,
  relativeDay,
  partOfDay,
  holiday,
  decade,
  century,
  reportedPeriod,
  quarter,
  season,
  fiscalYear,
  yearEnd,
  year,
  ago,
  lastNextUnit,
  theUnit,
  weekOfDay,
  set,
  fortnight,
  clock,
  vague,
  duration,
];
