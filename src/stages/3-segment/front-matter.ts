import { AGENCIES } from "./lexicon/page-furniture.ts";

const MONTHS = "january february march april may june july august september october november december".split(" ");
const DAYS = "sun mon tue wed thu fri sat".split(" ");
const MONTH = "(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
const WEEKDAY = "(?:(?<weekday>mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?\\.?,?\\s+)?";
const FULL_DATE = new RegExp(
  `${WEEKDAY}(?:${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})|(?<day2>\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH.replace("month", "month2")},?\\s+(?<year2>\\d{4})|(?<iso>\\d{4}-\\d{2}-\\d{2}))(?![\\d])`,
  "i",
);
/** What may stand around the date of a line that says nothing else. */
const BEFORE_DATE = /^(?:(?:last |first )?(?:published|posted|updated|modified)(?: on| at)?:?\s*|[|•·,–—-]\s*)?$/i;
const AFTER_DATE = /^(?:[\s,|•·–—/-]+(?:(?:at )?\d{1,2}[:.h]?\d{0,2}\b.{0,40}|updated\b.{0,50})?|t\d{2}:.{0,20})?\.?$/i;
const CLOCK_LINE =
  /^(?:(?:last )?(?:updated|published) (?:at )?)?\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?$/i;

const DATELINE_PLACE = "(?<place>[\\p{Lu}][\\p{L}'’. -]{1,40}?(?:,\\s[\\p{Lu}][\\p{L}. ]{1,25}){0,2}?)";
const DATELINE_DAY =
  "(?:,\\s(?<date>\\p{Lu}\\p{L}{2,8}\\.?\\s\\d{1,2}(?:,\\s\\d{4})?|\\d{1,2}\\s\\p{Lu}\\p{L}{2,8}(?:\\s\\d{4})?))?";
const DATELINE_AGENCY = "(?:,?\\s\\((?<agency>\\p{Lu}[^()]{1,40})\\))?";
const DATELINE = new RegExp(
  `^${DATELINE_PLACE}${DATELINE_DAY}${DATELINE_AGENCY}\\s?(?<dash>--|[—–―_]|-(?=\\s)|:(?=\\s))`,
  "u",
);
/** A dateline with all it may have is not longer than this. */
const LONGEST_DATELINE = 110;

const PARTICLES = new Set("de da del della di du van von der den al el bin ibn la le dos das bint ap".split(" "));
const ROLE =
  /\b(?:staff|correspondent|reporter|editor|writer|desk|bureau|agency|newsroom|chief|columnist|contributor|news|team|service|analyst)\b/i;
const CAPITALIZED = /^\p{Lu}[\p{L}'’.-]*$/u;

/** Capitals before a dash or colon that name no place. */
const NO_PLACE = new Set(
  "LIVE BREAKING WATCH VIDEO UPDATE UPDATED EXCLUSIVE RELATED OPINION ANALYSIS COMMENTARY EDITORIAL INTERVIEW NOTE GOALS SUBS BUT AND".split(
    " ",
  ),
);

/** A date that a text states: the ISO day, or why it cannot be trusted. */
export interface StatedDate {
  readonly day: string | null;
  readonly text: string;
  readonly problem: string | null;
}

export interface Byline {
  /** The names, as written, with "By" and roles left out. */
  readonly names: string;
  readonly date: StatedDate | null;
}

export interface Dateline {
  readonly place: string;
  readonly agency: string | null;
  readonly date: StatedDate | null;
  /** Characters it takes, with the dash. */
  readonly length: number;
}

/** Reads "By Ana Ruiz and Li Wei, Harbor News | 3 March 2026"; null if the line is no byline. `afterTitle` allows "Ana Ruiz in Lima" too. */
export function readByline(line: string, afterTitle: boolean): Byline | null {
  if (line.length > 120) return null;
  const by = /^by:?\s+/i.exec(line);
  const at = by ? null : /^(.{4,40}?) (?:in|at) (\p{Lu}.{1,30})$/u.exec(line);
  if (!by && !(at && afterTitle && isName(at[1]!) && at[2]!.split(" ").every((word) => CAPITALIZED.test(word))))
    return null;
  const rest = by ? line.slice(by[0].length) : at![1]!;
  const names: string[] = [];
  for (const part of rest.split(/\s*[|•·;–—/]\s*|,\s+|\s+(?:and|&)\s+/)) {
    if (isDatePart(part) || !(isName(part) || AGENCIES.has(part.toLowerCase()) || (names.length === 0 && isDesk(part))))
      break;
    names.push(part);
  }
  if (names.length === 0) return null;
  const end = rest.indexOf(names.at(-1)!, rest.indexOf(names.at(-1)!)) + names.at(-1)!.length;
  const after = rest.slice(end);
  if (/[.!?]$/.test(after) && !/\b[ap]\.m\.$/i.test(after)) return null; // a sentence
  if (after !== "" && !/^\s*[,|•·;–—/(]/.test(after)) return null;
  return { names: rest.slice(0, end), date: readDate(after) };
}

const isDatePart = (part: string): boolean =>
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d)/i.test(part) || FULL_DATE.test(part);

const isDesk = (part: string): boolean => /^\p{Lu}/u.test(part) && part.split(" ").length <= 4 && ROLE.test(part);

/** Two to four words with capitals, particles aside. */
function isName(part: string): boolean {
  const words = part.split(/\s+/);
  if (words.length < 2 || words.length > 5 || !CAPITALIZED.test(words[0]!) || !CAPITALIZED.test(words.at(-1)!))
    return false;
  return (
    words.every((word) => CAPITALIZED.test(word) || PARTICLES.has(word)) && !MONTHS.includes(words[0]!.toLowerCase())
  );
}

/** Reads the dateline at the beginning of a paragraph: "LIMA, Peru, March 3 (Reuters) —", "LIMA:". Null if there is none. */
export function readDateline(paragraph: string): Dateline | null {
  const match = DATELINE.exec(paragraph.slice(0, LONGEST_DATELINE));
  const groups = match?.groups;
  if (!match || !groups) return null;
  const { place, date, agency, dash } = groups as { place: string; date?: string; agency?: string; dash: string };
  const city = place.split(",")[0]!;
  const isUpper = city.length > 2 && city === city.toUpperCase();
  if (!isUpper && !date && !(agency && AGENCIES.has(agency.toLowerCase()))) return null;
  if (NO_PLACE.has(city) || (dash === ":" && (place.includes(",") || date || city.split(" ").length > 3))) return null;
  return { place: place.trim(), agency: agency ?? null, date: date ? readDate(date) : null, length: match[0].length };
}

/** Reads a line that is a date and perhaps a time of day, and nothing else; null if it says more. `date` is null for a time alone. */
export function readDateLine(line: string): { date: StatedDate | null } | null {
  if (line.length > 100) return null;
  if (CLOCK_LINE.test(line)) return { date: null };
  const match = FULL_DATE.exec(line);
  if (
    !match ||
    !BEFORE_DATE.test(line.slice(0, match.index)) ||
    !AFTER_DATE.test(line.slice(match.index + match[0].length))
  )
    return null;
  return { date: readDate(line) };
}

/** The first full date in a short text. One that no calendar has, or whose weekday is another, has a `problem` and no day. */
function readDate(text: string): StatedDate | null {
  const match = FULL_DATE.exec(text);
  if (!match) return null;
  const { month, day, year, month2, day2, year2, iso, weekday } = match.groups!;
  const number = MONTHS.findIndex((name) => name.startsWith((month ?? month2 ?? "").slice(0, 3).toLowerCase())) + 1;
  const value = iso ?? `${year ?? year2}-${pad(number)}-${pad(Number(day ?? day2))}`;
  const time = Date.parse(`${value}T00:00:00Z`);
  const stated = { text: match[0].trim(), day: null };
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value)
    return { ...stated, problem: "no such day" };
  if (value < "1800" || value > "2100") return { ...stated, problem: "out of the years 1800 to 2099" };
  if (weekday && DAYS[new Date(time).getUTCDay()] !== weekday.slice(0, 3).toLowerCase())
    return { ...stated, problem: "that day was another day of the week" };
  return { ...stated, day: value, problem: null };
}

const pad = (n: number): string => String(n).padStart(2, "0");
