import type { DateExpression, DateMod, DateType } from "../../../schema/dates.ts";
import type { Words } from "../../../words.ts";
import type { Candidate, Meaning, Toward } from "../meaning.ts";
import { type Day, dayFrom, pad } from "./calendar.ts";
import { fromDate, openShift, shiftDay } from "./shift.ts";
import { type Tense, tenseAt } from "./tense.ts";

/** What a candidate's value is, and what it was resolved against. */
export type Resolved = Pick<DateExpression, "type" | "value" | "mod" | "anchor" | "unresolved">;

/** A date that later words may refer back to ("a year earlier"). */
export interface Referent {
  readonly id: string;
  readonly value: string;
}

interface Value {
  readonly type: DateType;
  readonly value: string;
  readonly anchor: string | null;
  readonly unresolved: string | null;
}

const NOT_KNOWN = "publication date not known";

/**
 * Gives a candidate its TIMEX3 value. `published` is the day the article appeared, `referent` the last date before the
 * candidate. Null if there is no such day (February 30).
 */
export function resolve(
  words: Words,
  candidate: Candidate,
  published: Day | null,
  referent: Referent | null,
): Resolved | null {
  const tense = (): Tense => tenseAt(words, candidate.first, candidate.end);
  const found = meant(candidate.meaning, published, referent, tense);
  if (!found) return null;
  return { ...found, mod: candidate.mod satisfies DateMod | null };
}

function meant(meaning: Meaning, published: Day | null, referent: Referent | null, tense: () => Tense): Value | null {
  switch (meaning.kind) {
    case "fixed":
      return { type: meaning.type, value: meaning.value, anchor: null, unresolved: null };
    case "weekday":
      return published
        ? dated(weekdayNear(published, meaning.weekday, meaning.toward, tense).toString(), published)
        : open(`XXXX-WXX-${meaning.weekday}`);
    case "day":
      return dayValue(meaning, published, tense);
    case "part-of-year":
      return published
        ? dated(`${yearOfPart(published, meaning.part, meaning.toward, tense)}-${meaning.part}`, published)
        : open(`XXXX-${meaning.part}`);
    case "shift":
      return shiftValue(meaning, published, referent);
    case "time":
      return timeValue(meaning, published, referent, tense);
  }
}

const dated = (value: string, anchor: Day): Value => ({
  type: "DATE",
  value,
  anchor: anchor.toString(),
  unresolved: null,
});

const open = (value: string): Value => ({ type: "DATE", value, anchor: null, unresolved: NOT_KNOWN });

/** Where no verb tells, news speaks of the last such day, unless the next one is this close, in days. */
const SOON = 2;

/** The weekday meant: the last or next one as the words or the verb say. */
function weekdayNear(published: Day, weekday: number, toward: Toward | null, tense: () => Tense): Day {
  const ahead = (weekday - published.dayOfWeek + 7) % 7;
  const back = (7 - ahead) % 7;
  if (toward === "last") return published.subtract({ days: back || 7 });
  if (toward === "next") return published.add({ days: ahead || 7 });
  const direction = tense();
  if (direction === "past") return published.subtract({ days: back });
  if (direction === "future") return published.add({ days: ahead });
  return ahead > SOON ? published.subtract({ days: back }) : published.add({ days: ahead });
}

function dayValue(meaning: Meaning & { kind: "day" }, published: Day | null, tense: () => Tense): Value | null {
  const { month, day } = meaning;
  if (meaning.year !== null) {
    const given = dayFrom(meaning.year, month, day);
    return given && { type: "DATE", value: given.toString(), anchor: null, unresolved: null };
  }
  if (!dayFrom(2024, month, day)) return null;
  if (!published) return open(`XXXX-${pad(month)}-${pad(day)}`);
  // February 29 may be up to eight years away.
  const reach = month === 2 && day === 29 ? 8 : 1;
  const years = Array.from({ length: 2 * reach + 1 }, (_, i) => published.year - reach + i);
  const days = years.flatMap((year) => dayFrom(year, month, day) ?? []);
  return dated(nearest(days, published, tense()).toString(), published);
}

/** A date far off in the direction of the tense is less likely than one close by on the other side, in days. */
const FAR = 120;

function nearest(days: readonly Day[], published: Day, tense: Tense): Day {
  const cost = (day: Day): number => {
    const distance = published.until(day).days;
    const wrong = tense === "past" ? distance > 0 : tense === "future" && distance < 0;
    return Math.abs(distance) + (wrong ? FAR : 0);
  };
  return days.reduce((best, day) => (cost(day) < cost(best) ? day : best));
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

/** What the wrong direction costs a month or quarter, in months. */
const FAR_MONTHS = 4;

function yearOfPart(published: Day, part: string, toward: Toward | null, tense: () => Tense): number {
  const first = FIRST_MONTHS[part] ?? Number(part);
  const { year, month } = published;
  if (toward === "this") return year;
  if (toward === "last") return first < month ? year : year - 1;
  if (toward === "next") return first > month ? year : year + 1;
  const direction = tense();
  const years = [year - 1, year, year + 1];
  const cost = (candidate: number): number => {
    const away = (candidate - year) * 12 + first - month;
    const wrong = direction === "past" ? away > 0 : direction === "future" && away < 0;
    return Math.abs(away) + (wrong ? FAR_MONTHS : 0);
  };
  return years.reduce((best, candidate) => (cost(candidate) < cost(best) ? candidate : best));
}

function shiftValue(meaning: Meaning & { kind: "shift" }, published: Day | null, referent: Referent | null): Value {
  const { unit, amount, part } = meaning;
  const ofQuarter = unit === "year" && referent !== null && /-Q\d$/.test(referent.value);
  if (meaning.from === "context" || (ofQuarter && amount === -1 && meaning.comparing)) {
    const value = referent && fromDate(referent.value, unit, amount);
    if (value) return { type: "DATE", value, anchor: referent.id, unresolved: null };
  }
  if (!published) return open(part ? `XXXX-${part}` : openShift(unit));
  if (part) return dated(`${pad(published.year + amount, 4)}-${part}`, published);
  return dated(shiftDay(published, unit, meaning.otherwise ?? amount), published);
}

function timeValue(
  meaning: Meaning & { kind: "time" },
  published: Day | null,
  referent: Referent | null,
  tense: () => Tense,
): Value | null {
  const { time } = meaning;
  if (meaning.day) {
    const day = meant(meaning.day, published, referent, tense);
    // A weekday without a week has no place for a time: TIMEX3 writes it the same way.
    return day && { ...day, type: "TIME", value: day.value + time };
  }
  const day = referent && /^\d{4}-\d\d-\d\d/.exec(referent.value)?.[0];
  if (day) return { type: "TIME", value: day + time, anchor: referent.id, unresolved: null };
  if (published) return { ...dated(published.toString() + time, published), type: "TIME" };
  return { ...open(`XXXX-XX-XX${time}`), type: "TIME" };
}
