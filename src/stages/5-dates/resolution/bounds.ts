import type { Temporal } from "temporal-polyfill";
import type { Grain } from "../../../schema/dates.ts";
import { dayOf, mondayOf, pad } from "./calendar.ts";
import { remember } from "./memo.ts";

/** What the calendar says of a TIMEX3 value: how fine it is, and from when until when (half-open). */
export interface Bounds {
  readonly grain: Grain | null;
  readonly begin: string | null;
  readonly until: string | null;
}

const NONE: Bounds = { grain: null, begin: null, until: null };

/** First month and number of months. Seasons are those of meteorology, in the northern hemisphere. */
const PARTS: Readonly<Record<string, readonly [first: number, months: number, grain: Grain]>> = {
  Q1: [1, 3, "quarter"],
  Q2: [4, 3, "quarter"],
  Q3: [7, 3, "quarter"],
  Q4: [10, 3, "quarter"],
  H1: [1, 6, "half-year"],
  H2: [7, 6, "half-year"],
  SP: [3, 3, "season"],
  SU: [6, 3, "season"],
  FA: [9, 3, "season"],
  WI: [12, 3, "season"],
};

const DURATION_GRAINS: Readonly<Record<string, Grain>> = {
  PTS: "second",
  PTM: "minute",
  PTH: "hour",
  PD: "day",
  PWE: "weekend",
  PW: "week",
  PM: "month",
  PQ: "quarter",
  PY: "year",
  PDE: "decade",
  PCE: "century",
  PML: "millennium",
};

/** Grain and bounds of a value; of a value with `X`s, and of durations, only the grain. */
export const boundsOf = remember((value: string) => value, reckonBounds);

function reckonBounds(value: string): Bounds {
  if (value.startsWith("P")) return { ...NONE, grain: durationGrain(value) };
  if (value.includes("X")) return { ...NONE, grain: openGrain(value) };
  const [, year, rest = ""] = /^(\d{2,4})(?:-(.*))?$/.exec(value) ?? [];
  if (!year) return NONE;
  if (!rest) return years(year);
  if (/^\d\d$/.test(rest)) return months(year, Number(rest), 1, "month");
  const part = PARTS[rest];
  if (part) return months(year, ...part);
  const [, week, end] = /^W(\d\d)(-WE)?$/.exec(rest) ?? [];
  if (week) return weeks(Number(year), Number(week), end !== undefined);
  return dayOrTime(value);
}

function years(digits: string): Bounds {
  const factor = 10 ** (4 - digits.length);
  const first = Number(digits) * factor;
  const grain = digits.length === 4 ? "year" : digits.length === 3 ? "decade" : "century";
  return { grain, begin: firstOf(first, 1), until: firstOf(first + factor, 1) };
}

function months(year: string, first: number, count: number, grain: Grain): Bounds {
  if (first < 1 || first > 12) return NONE;
  const next =
    first + count > 12 ? ([Number(year) + 1, first + count - 12] as const) : ([Number(year), first + count] as const);
  return { grain, begin: firstOf(Number(year), first), until: firstOf(...next) };
}

const firstOf = (year: number, month: number): string => `${pad(year, 4)}-${pad(month)}-01`;

function weeks(year: number, week: number, weekend: boolean): Bounds {
  const monday = mondayOf(year, week);
  return weekend
    ? span(monday.add({ days: 5 }), monday.add({ days: 7 }), "weekend")
    : span(monday, monday.add({ days: 7 }), "week");
}

/** A part of a day has no bounds of its own that all agree on, so it gets those of its day. */
function dayOrTime(value: string): Bounds {
  const [date, time] = value.split("T");
  const day = dayOf(date!).date;
  const next = day.add({ days: 1 });
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(time ?? "") ?? [];
  if (!hour) return span(day, next, time ? "part-of-day" : "day");
  const begin = day.toPlainDateTime().add({ hours: Number(hour), minutes: Number(minute) });
  return {
    grain: "minute",
    begin: begin.toString({ smallestUnit: "minute" }),
    until: begin.add({ minutes: 1 }).toString({ smallestUnit: "minute" }),
  };
}

const span = (begin: Temporal.PlainDate, until: Temporal.PlainDate, grain: Grain): Bounds => ({
  grain,
  begin: begin.toString(),
  until: until.toString(),
});

const durationGrain = (value: string): Grain | null => DURATION_GRAINS[value.replace(/[\dX.]/g, "")] ?? null;

/** The grain of a value whose year or day is not known: `XXXX-02`, `1989-WXX`, `XXXX-XX-XXT17:00`. */
function openGrain(value: string): Grain | null {
  const [date = "", time] = value.split("T");
  if (time) return time.includes(":") ? "minute" : "part-of-day";
  const rest = date.slice(5);
  if (rest === "") return /^\d{3}X$/.test(date) ? "decade" : "year";
  const part = PARTS[rest.replace("X", "1")];
  if (part) return part[2];
  if (rest.startsWith("W")) return rest.endsWith("-WE") ? "weekend" : rest.length > 4 ? "day" : "week";
  return rest.length > 3 ? "day" : "month";
}
