import type { Words } from "../../../words.ts";
import type { Candidate, Meaning } from "../meaning.ts";
import { type CalendarDay, dayOf, daysAfter, daysUntil } from "./calendar.ts";
import type { Narrative } from "./narrative.ts";
import type { Tense } from "./tense.ts";

/** Where no verb tells, news speaks of the last such day, unless the next one is this close, in days. */
const SOON = 2;

/** A day that was spoken of longer ago than this, in days, is not what "the previous Friday" starts from. */
const NEAR = 14;

/**
 * The day that a weekday means, as ISO: the last or next one as the words, the verb or the article itself say. In
 * "Tuesday's vote" the verb tells when the vote was spoken of, so the Tuesday that the article named before counts first.
 */
export function weekdayNear(
  words: Words,
  { first, end }: Candidate,
  { weekday, toward }: Meaning & { kind: "weekday" },
  published: CalendarDay,
  narrative: Narrative,
  tenseOf: () => Tense,
): string {
  const ahead = (weekday - published.weekday + 7) % 7;
  const back = (7 - ahead) % 7;
  const known = narrative.weekdays[weekday];
  // In talk of a Friday, "the previous Friday" is the one before it.
  if (toward === "previous" && known) return daysAfter(dayOf(known), -7);
  if (toward === "previous" || toward === "following") return besideDay(weekday, toward, published, narrative);
  if (toward === "that") return aroundDay(narrative.day ? dayOf(narrative.day.value.slice(0, 10)) : published, weekday);
  if (toward === "last") return daysAfter(published, -(back || 7));
  if (toward === "next") return daysAfter(published, ahead || 7);
  if (known && words.lower[end] === "'s") return known;
  const tense = tenseOf();
  // "The ferry sails on Monday": what happens on a day that is named is not going on now, so it is planned.
  if (tense === "present" && words.lower[first - 1] === "on") return daysAfter(published, ahead);
  if (tense === "past") return daysAfter(published, -back);
  if (tense === "future") return daysAfter(published, ahead);
  return known ?? daysAfter(published, ahead > SOON ? -back : ahead);
}

/** So many days ahead, "that Friday" is more likely the one just gone. */
const MOST_AHEAD = 5;

/** "That Friday", told of a day: the first one from it on, if it is not the day right before. */
function aroundDay(day: CalendarDay, weekday: number): string {
  const ahead = (weekday - day.weekday + 7) % 7;
  return daysAfter(day, ahead > MOST_AHEAD ? ahead - 7 : ahead);
}

/** The last or next such weekday from the day that was spoken of, if that was lately, or else from the publication. */
function besideDay(
  weekday: number,
  toward: "previous" | "following",
  published: CalendarDay,
  { day }: Narrative,
): string {
  const spokenOf = day && dayOf(day.value.slice(0, 10));
  const near = spokenOf && Math.abs(daysUntil(published, spokenOf)) < NEAR;
  const from = near ? spokenOf : published;
  const ahead = (weekday - from.weekday + 7) % 7;
  return daysAfter(from, toward === "following" ? ahead || 7 : ahead - 7);
}
