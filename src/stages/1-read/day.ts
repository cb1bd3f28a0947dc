import { IsoDate } from "../../schema/article.ts";

/** Years outside of these are no publication dates of news, whatever a file says. */
const FIRST_YEAR = 1800;
const LAST_YEAR = 2100;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";

/** Each form gives year, month and day by name. What stands after the day is the time, which does not count. */
const FORMS: readonly RegExp[] = [
  /^(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})(?!\d)/, // ISO 8601
  /^(?<year>\d{4})(?<mark>[/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?!\d)/, // 2016/9/12
  new RegExp(
    `^(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]{1,3}(?:of\\s)?(?<name>${MONTH}),?[\\s-]{1,3}(?<year>\\d{4})(?!\\d)`,
    "i",
  ), // RFC 2822, British
  new RegExp(
    `^(?<name>${MONTH})\\s{1,3}(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(?:at\\s)?(?<year>\\d{4})(?![\\d:])`,
    "i",
  ), // American
  new RegExp(
    `^(?<name>${MONTH})\\s{1,3}(?<day>\\d{1,2})\\s[\\d:.]{4,12}\\s(?:[a-z]{2,5}\\s|[+-]\\d{4}\\s)?(?<year>\\d{4})(?!\\d)`,
    "i",
  ), // Unix `date`
];

/** `9/12/2016`: which is the month can be told only if one of them is more than 12. */
const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/;

const LEAD =
  /^\s*(?:\d{1,2}:\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?\s(?:[a-z]{2,5}\s)?)?(?:(?:published|posted|updated|date|on)\s*:?\s+)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?/i;

const EPOCH = /^\d{10}(?:\.\d{1,6})?$|^\d{13}$/;

/**
 * The calendar day that a date names, as ISO 8601; null if it cannot be read, or is before 1800 or after 2100. It is the
 * day in the zone the date itself states. Seconds and milliseconds since 1970 count in UTC. `3/4/2016` is not read:
 * nobody can tell which is the month.
 */
export function readDay(value: string): string | null {
  const given = value.slice(0, 120).trim();
  if (EPOCH.test(given)) return dayOfEpoch(Number(given));
  const date = given.replace(LEAD, "");
  for (const form of FORMS) {
    const { year, month, name, day } = form.exec(date)?.groups ?? {};
    if (year) return isoDay(Number(year), name ? monthOf(name) : Number(month), Number(day));
  }
  const [, first, , second, year] = NUMERIC.exec(date) ?? [];
  if (!year) return null;
  const [a, b] = [Number(first), Number(second)];
  if (a <= 12 && b <= 12 && a !== b) return null;
  return a > 12 ? isoDay(Number(year), b, a) : isoDay(Number(year), a, b);
}

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function isoDay(year: number, month: number, day: number): string | null {
  const iso = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return year >= FIRST_YEAR && year <= LAST_YEAR && IsoDate.safeParse(iso).success ? iso : null;
}

/** Ten digits are seconds (from 2001 on), thirteen milliseconds. */
function dayOfEpoch(value: number): string | null {
  const iso = new Date(value < 1e11 ? value * 1000 : value).toISOString();
  return isoDay(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

const IN_PATH = /(?<!\d)((?:18|19|20)\d{2})([-_/]?)(\d{2}|(?<=\/)[a-z]{3}(?=\/))\2(\d{2})(?!\d)/gi;

/** The last day named in a path or address: `2016-09-12_title.txt`, `20160912.txt`, `2016/09/12/title.txt`, `2016/sep/12`. */
export function dayInPath(path: string): string | null {
  const days = [...path.matchAll(IN_PATH)].map(([, year, , month, day]) =>
    isoDay(Number(year), /\d/.test(month!) ? Number(month) : monthOf(month!), Number(day)),
  );
  return days.findLast((day) => day !== null) ?? null;
}
