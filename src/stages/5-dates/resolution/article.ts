import { isNumber, type Words } from "../../../words.ts";
import type { Candidate, Meaning } from "../meaning.ts";
import { type Bounds, boundsOf } from "./bounds.ts";
import { type CalendarDay, dayOf } from "./calendar.ts";
import { type Narrative, NOTHING_SAID, type Referent } from "./narrative.ts";
import { type Resolved, resolve, timeOn } from "./resolve.ts";

export interface ResolvedCandidate {
  readonly id: string;
  readonly candidate: Candidate;
  readonly resolved: Resolved;
  readonly bounds: Bounds;
}

/** With the number of the sentence that it stands in. */
interface Placed extends ResolvedCandidate {
  readonly sentence: number;
}

/**
 * Resolves the candidates of an article, in text order; those that are no day of any calendar are left out. First
 * everything by itself and by what was said before it, and then the times that name no day, each by the day that its
 * sentence names: that may come after it.
 */
export function resolveAll(
  words: Words,
  candidates: readonly Candidate[],
  published: string | null,
): readonly ResolvedCandidate[] {
  const day = published === null ? null : dayOf(published);
  const found: Placed[] = [];
  let narrative = NOTHING_SAID;
  let sentence = 0;
  let at = 0;
  for (const candidate of candidates) {
    for (; at < candidate.first; at++) if (words.lower[at] === "") sentence++;
    const resolved = resolve(words, candidate, day, narrative);
    if (!resolved) continue;
    const bounds = boundsOf(resolved.value);
    const placed = { id: `d${found.length + 1}`, candidate, resolved, bounds, sentence };
    found.push(placed);
    narrative = goOn(narrative, placed, day);
  }
  return withDays(words, found, day);
}

/** The narrative after one more date. Dates that themselves refer back leave it where it was. */
function goOn(
  narrative: Narrative,
  { id, candidate: { meaning }, resolved: { value }, bounds: { begin, until } }: Placed,
  published: CalendarDay | null,
): Narrative {
  if (isDayless(meaning)) return narrative;
  if (meaning.kind === "fixed" && meaning.type === "DURATION")
    return endsPeriod(value) ? { ...narrative, period: null } : narrative;
  if (meaning.kind === "period-in-year" || (meaning.kind === "shift" && meaning.from !== "published")) return narrative;
  if (!begin) return narrative;
  const date = { id, value };
  if (meaning.kind === "weekday" || (meaning.kind === "time" && meaning.day?.kind === "weekday")) {
    const { weekday, toward } = meaning.kind === "time" ? (meaning.day as Meaning & { kind: "weekday" }) : meaning;
    if (toward === "previous" || toward === "following") return { ...narrative, date, day: date };
    const weekdays = narrative.weekdays.with(weekday, value.slice(0, 10));
    return { date, day: date, period: narrative.period, weekdays };
  }
  const isDay = isDayValue(value);
  const { day, period, weekdays } = narrative;
  // A quarter that is not over can only be a fiscal one, and is what is reported on if no other was.
  const isQuarter = value.length === 7 && value[5] === "Q" && (!published || !period || until! <= published.iso);
  return { date, day: isDay ? date : day, period: isQuarter ? date : period, weekdays };
}

/** True of the nine months or the year that a company reports on: what is compared then is years and not quarters. */
const endsPeriod = (value: string): boolean => value === "P9M" || value === "P6M";

const isDayless = (meaning: Candidate["meaning"]): boolean => meaning.kind === "time" && meaning.day === null;

/**
 * Gives the times that name no day the one right behind them ("at 6.40am on 9 March"), or else the last day named before
 * them in their sentence, or else the next one after.
 */
function withDays({ lower }: Words, found: readonly Placed[], published: CalendarDay | null): readonly Placed[] {
  if (!found.some(({ candidate }) => isDayless(candidate.meaning))) return found;
  const after = new Array<Referent | null>(found.length).fill(null);
  for (let i = found.length - 2; i >= 0; i--)
    after[i] = sameSentence(found, i, i + 1) ? (dayIn(found[i + 1]!) ?? after[i + 1]!) : null;
  let before: Referent | null = null;
  return found.map((placed, i) => {
    if (i > 0) before = sameSentence(found, i - 1, i) ? (dayIn(found[i - 1]!) ?? before) : null;
    const { meaning } = placed.candidate;
    if (meaning.kind !== "time" || meaning.day) return placed;
    const next = found[i + 1]?.candidate.first === placed.candidate.end + 1 && lower[placed.candidate.end] === "on";
    const resolved = timeOn(meaning.time, (next && dayIn(found[i + 1]!)) || (before ?? after[i]!), published);
    return { ...placed, resolved, bounds: boundsOf(resolved.value) };
  });
}

const sameSentence = (found: readonly Placed[], i: number, j: number): boolean =>
  found[i]!.sentence === found[j]!.sentence;

const dayIn = ({ id, candidate, resolved: { value } }: Placed): Referent | null =>
  !isDayless(candidate.meaning) && isDayValue(value) ? { id, value } : null;

/** True of "2026-02-24", with or without a time. */
const isDayValue = (value: string): boolean =>
  value.length >= 10 && isNumber(value) && value[4] === "-" && value[7] === "-";
