import { IsoDate, type PublishedFrom } from "../../schema/article.ts";

const isDay = (day: string): boolean => IsoDate.safeParse(day).success;

/** The day at the start of an ISO 8601 date or date-time, or of `20160912`; null if there is none. */
export function readDay(value: string): string | null {
  const [, year, month, day] = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(value) ?? [];
  const iso = `${year}-${month}-${day}`;
  return year && isDay(iso) ? iso : null;
}

/** The last day named in a path: `2016-09-12_title.txt`, `20160912.txt`, `2016/09/12/title.txt`. */
export function dayInPath(path: string): string | null {
  const days = [...path.matchAll(/(?<!\d)((?:19|20)\d{2})([-_/]?)(\d{2})\2(\d{2})(?!\d)/g)];
  const iso = days.map(([, year, , month, day]) => `${year}-${month}-${day}`);
  return iso.findLast(isDay) ?? null;
}

export interface Published {
  readonly published: string | null;
  readonly publishedFrom: PublishedFrom;
  /** A date the record gave that could not be read. */
  readonly unread: string | null;
}

/** Decides on the publication date: option, then record, then path. The clock is never asked. */
export function publicationDate(
  option: string | undefined,
  record: string | null | undefined,
  path: string | null,
): Published {
  if (option) return { published: option, publishedFrom: "option", unread: null };
  const day = record ? readDay(record) : null;
  if (day) return { published: day, publishedFrom: "record", unread: null };
  const unread = record || null;
  const fromPath = path && dayInPath(path);
  if (fromPath) return { published: fromPath, publishedFrom: "filename", unread };
  return { published: null, publishedFrom: "none", unread };
}
