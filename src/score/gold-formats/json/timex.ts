import type { DateType } from "../../../schema/dates.ts";

const YEAR = String.raw`(?:\d{4}|\d{3}X|\d{2}XX|XXXX)`;
const SEASON = "SP|SU|FA|WI";
const PART_OF_DAY = "MO|MI|AF|EV|NI|DT|PM|AM";
const DAY = new RegExp(
  `^(?:BC)?(?:\\d{2,3}|${YEAR}(?:-(?:(?:\\d{2}|XX)(?:-(?:\\d{2}|XX))?|W(?:\\d{2}|XX)(?:-(?:[1-7X]|WE))?|Q[1-4X]|H[12X]|${SEASON}))?)$`,
);
const CLOCK = new RegExp(
  String.raw`^(?:${PART_OF_DAY}|(?:\d{2}|XX)(?::(?:\d{2}|XX)(?::(?:\d{2}|XX)(?:\.\d+)?)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)$`,
);
const DURATION =
  /^P(?=.)(?:(?:\d+(?:\.\d+)?|X)(?:Y|DE|CE|CX|ML|M|Q|H|SP|SU|FA|WI|WE|W|D))*(?:T(?:(?:\d+(?:\.\d+)?|X)(?:H|M|S|MO|AF|EV|NI))+)?$/;
const REFERENCE = /^(?:PRESENT|PAST|FUTURE)_REF$/;

/**
 * What is wrong with a value, or null: it is none of TIMEX3's (TimeML 1.2.1), no calendar has it, or another type has
 * such values. Values of sets may be any.
 */
export function timexFault(value: string, type: DateType): string | null {
  const kind = timexType(value);
  if (kind === null) return `${JSON.stringify(value)} is no TIMEX3 value`;
  const [day, clock] = value.split("T");
  if (kind !== "DURATION" && !isInCalendar(day!, clock)) return `no calendar has ${value}`;
  if (type !== "SET" && type !== kind) return `${value} is a ${kind}, not a ${type}`;
  return null;
}

/** The type that a value shows, null if it is no TIMEX3 value: `P2Y` is a DURATION, `2026-02-24TMO` a TIME. */
export function timexType(value: string): DateType | null {
  if (REFERENCE.test(value)) return "DATE";
  if (DURATION.test(value)) return "DURATION";
  const at = value.indexOf("T");
  if (at < 0) return DAY.test(value) ? "DATE" : null;
  // A time of no day that is known is written with its clock alone.
  const isDay = at === 0 || DAY.test(value.slice(0, at));
  return isDay && CLOCK.test(value.slice(at + 1)) ? "TIME" : null;
}

/** False for a thirteenth month, a thirtieth of February, a fifty-fourth week, a twenty-fifth hour. */
function isInCalendar(day: string, clock: string | undefined): boolean {
  const [, year, month, date] = /^(\d{4}|XXXX)-(\d{2}|XX)(?:-(\d{2}))?$/.exec(day) ?? [];
  if (month !== undefined && month !== "XX") {
    if (+month < 1 || +month > 12) return false;
    const days = new Date(Date.UTC(year === "XXXX" ? 2000 : +year!, +month, 0)).getUTCDate();
    if (date !== undefined && (+date < 1 || +date > days)) return false;
  } else if (date !== undefined && (+date < 1 || +date > 31)) return false;
  const [, week] = /-W(\d{2})/.exec(day) ?? [];
  if (week !== undefined && (+week < 1 || +week > 53)) return false;
  const [, hour, minute] = /^(\d{2})(?::(\d{2}))?/.exec(clock ?? "") ?? [];
  return (hour === undefined || +hour <= 24) && (minute === undefined || +minute < 60);
}
