import type { DateExpression, DateType } from "../../../schema/dates.ts";
import type { Words } from "../../../words.ts";
import type { Candidate, Meaning, Toward } from "../meaning.ts";
import { type CalendarDay, dayFrom, dayOf, pad, weekOf } from "./calendar.ts";
import type { Narrative, Referent } from "./narrative.ts";
import { reckon } from "./reckon.ts";
import { fromDate, openShift, shiftDay } from "./shift.ts";
import { type Tense, tenseAt } from "./tense.ts";
import { weekdayNear } from "./weekday.ts";
import { dayNear, nearest, yearOfPart } from "./year.ts";

/** What a candidate's value is, and what it was resolved against. */
export type Resolved = Pick<DateExpression, "type" | "value" | "anchor" | "unresolved">;

/** What a meaning is resolved with. `tense` looks for the verb when it is first asked. */
interface Setting {
  readonly words: Words;
  readonly candidate: Candidate;
  readonly published: CalendarDay | null;
  readonly narrative: Narrative;
  readonly tense: () => Tense;
}

const NOT_KNOWN = "publication date not known";
const NO_CALENDAR = "no calendar of that year is kept";
const NOTHING_BEFORE = "no date before it to count from";

/**
 * Gives a candidate its TIMEX3 value. `published` is the day the article appeared, `narrative` what was said before. Null
 * if there is no such day (February 30).
 */
export function resolve(
  words: Words,
  candidate: Candidate,
  published: CalendarDay | null,
  narrative: Narrative,
): Resolved | null {
  let found: Tense | undefined;
  const tense = (): Tense => {
    if (found === undefined) found = tenseAt(words, candidate.first, candidate.end);
    return found;
  };
  return meant(candidate.meaning, { words, candidate, published, narrative, tense });
}

function meant(meaning: Meaning, setting: Setting): Resolved | null {
  const { published } = setting;
  switch (meaning.kind) {
    case "fixed":
      return { type: meaning.type, value: meaning.value, anchor: null, unresolved: null };
    case "weekday":
      return weekdayValue(meaning, setting);
    case "day":
      return dayValue(meaning, setting);
    case "reckoned":
      return reckonedValue(meaning, setting);
    case "unknown":
      return open(meaning.value, meaning.why);
    case "part-of-year":
      return published
        ? dated(`${yearOfPart(published, meaning, setting.tense)}-${meaning.part}`, published)
        : open(`XXXX-${meaning.part}`);
    case "shift":
      return shiftValue(meaning, setting);
    case "period-in-year":
      return periodValue(meaning.year, setting.narrative.period);
    case "week-of":
      return weekValue(meaning.day, setting);
    case "time":
      return timeValue(meaning, setting);
  }
}

const dated = (value: string, { iso }: CalendarDay, type: DateType = "DATE"): Resolved => ({
  type,
  value,
  anchor: iso,
  unresolved: null,
});

const referring = (value: string, { id }: Referent, type: DateType = "DATE"): Resolved => ({
  type,
  value,
  anchor: id,
  unresolved: null,
});

const open = (value: string, unresolved = NOT_KNOWN, type: DateType = "DATE"): Resolved => ({
  type,
  value,
  anchor: null,
  unresolved,
});

function weekdayValue(
  meaning: Meaning & { kind: "weekday" },
  { words, candidate, published, narrative, tense }: Setting,
): Resolved {
  if (!published) return open(`XXXX-WXX-${meaning.weekday}`);
  return dated(weekdayNear(words, candidate, meaning, published, narrative, tense), published);
}

function dayValue(
  { year, month, day, toward }: Meaning & { kind: "day" },
  { published, tense }: Setting,
): Resolved | null {
  if (year !== null) {
    const given = dayFrom(year, month, day);
    return given === null ? null : { type: "DATE", value: given, anchor: null, unresolved: null };
  }
  if (!dayFrom(2024, month, day)) return null; // a leap year has all days there are
  if (!published) return open(`XXXX-${pad(month)}-${pad(day)}`);
  return dated(dayNear(published, month, day, wayOf(toward, tense))!, published);
}

function reckonedValue(
  { how, year, toward }: Meaning & { kind: "reckoned" },
  { published, tense }: Setting,
): Resolved | null {
  const [day] = year === null ? [] : reckon(how, year);
  if (day) return { type: "DATE", value: day, anchor: null, unresolved: null };
  if (year !== null) return open(`${pad(year, 4)}-XX-XX`, NO_CALENDAR);
  if (!published) return open("day" in how ? `XXXX-${pad(how.month)}-${pad(how.day)}` : "XXXX-XX-XX");
  const found = nearest(published, wayOf(toward, tense), (candidate) => reckon(how, candidate));
  return found === null ? open("XXXX-XX-XX", NO_CALENDAR) : dated(found, published);
}

/** The way that the words beside a day show, or else its verb. */
function wayOf(toward: Toward | null, tense: () => Tense): Tense {
  if (toward === "last" || toward === "previous") return "past";
  return toward === "next" || toward === "following" ? "future" : tense();
}

function shiftValue(meaning: Meaning & { kind: "shift" }, { published, narrative }: Setting): Resolved {
  const { unit, amount, part, from, otherwise } = meaning;
  const referent = from === "period" ? narrative.period : from === "narrative" ? narrative.date : null;
  const value = referent && fromDate(referent.value, unit, amount);
  if (value) return referring(value, referent);
  const day = from === "narrative" && unit === "day" ? narrative.day : null;
  const dayValue = day && fromDate(day.value, unit, amount);
  if (dayValue) return referring(dayValue, day);
  const count = from === "published" ? amount : otherwise;
  if (count === undefined) return open(openShift(unit), NOTHING_BEFORE);
  if (!published) return open(part ? `XXXX-${part}` : openShift(unit));
  return dated(part ? `${pad(published.year + count, 4)}-${part}` : shiftDay(published, unit, count), published);
}

const periodValue = (year: number, period: Referent | null): Resolved =>
  period
    ? referring(year + period.value.slice(4), period)
    : { type: "DATE", value: String(year), anchor: null, unresolved: null };

/** The week of a day; of an unknown year, an unknown week. */
function weekValue(day: Meaning, setting: Setting): Resolved | null {
  const found = meant(day, setting);
  if (!found) return null;
  return { ...found, value: found.unresolved ? openShift("week") : weekOf(dayOf(found.value).date) };
}

function timeValue({ time, day }: Meaning & { kind: "time" }, setting: Setting): Resolved | null {
  if (!day) return timeOn(time, null, setting.published);
  const found = meant(day, setting);
  // A weekday without a week has no place for a time: TIMEX3 writes it the same way.
  return found && { ...found, type: "TIME", value: found.value + time };
}

/** A time of the day that was spoken of in the same sentence, or else of the day of publication. */
export function timeOn(time: string, sameSentence: Referent | null, published: CalendarDay | null): Resolved {
  const day = sameSentence && /^\d{4}-\d\d-\d\d/.exec(sameSentence.value)?.[0];
  if (day) return referring(day + time, sameSentence, "TIME");
  return published ? dated(published.iso + time, published, "TIME") : open(`XXXX-XX-XX${time}`, NOT_KNOWN, "TIME");
}
