import type { PublishedFrom } from "../../schema/article.ts";
import { dayInPath, readDay } from "./day.ts";

export interface Published {
  readonly published: string | null;
  readonly publishedFrom: PublishedFrom;
}

/** A date that was given and is not used, and why. */
export interface Doubt {
  readonly code: "unread-date" | "doubtful-date";
  readonly value: string;
}

/** Everything that may say when an article was published. */
export interface DateSources {
  readonly option: string | undefined;
  /** What the record says, or the caller. */
  readonly record: string | null | undefined;
  /** What the file says of itself (JSON-LD, meta tags, front matter), in order of trust. */
  readonly metadata: readonly string[];
  /** Days that the file states for something else, and that the article cannot be much younger than: changes, its fetching. */
  readonly later: readonly string[];
  readonly path: string | null;
}

/** An article that is this many years younger than all else its file states a date for is not. */
const MOST_YEARS_AHEAD = 2;

/**
 * Decides on the publication date: option, then record, metadata, path. The clock is never asked: a date is absurd only
 * if it is years after every other date that the file states, or if `readDay` does not take it.
 */
export function publicationDate({
  option,
  record,
  metadata,
  later,
  path,
}: DateSources): Published & { doubts: Doubt[] } {
  const doubts: Doubt[] = [];
  if (option) return { published: option, publishedFrom: "option", doubts };
  const others = [...metadata, ...later].map(readDay).filter((day) => day !== null);
  const accept = (value: string): string | null => {
    const day = readDay(value);
    if (
      day &&
      !isAbsurd(
        day,
        others.filter((other) => other !== day),
      )
    )
      return day;
    doubts.push({ code: day ? "doubtful-date" : "unread-date", value });
    return null;
  };
  const fromRecord = record ? accept(record) : null;
  if (fromRecord) return { published: fromRecord, publishedFrom: "record", doubts };
  for (const value of metadata) {
    const day = accept(value);
    if (day) return { published: day, publishedFrom: "metadata", doubts };
  }
  const fromPath = path && dayInPath(path);
  if (fromPath) return { published: fromPath, publishedFrom: "filename", doubts };
  return { published: null, publishedFrom: "none", doubts };
}

function isAbsurd(day: string, others: readonly string[]): boolean {
  const latest = [...others].sort().at(-1);
  return latest !== undefined && yearOf(day) - yearOf(latest) > MOST_YEARS_AHEAD;
}

const yearOf = (day: string): number => Number(day.slice(0, 4));
