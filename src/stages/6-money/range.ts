import { isHyphen, isJoined, type Words } from "../../words.ts";
import type { Unit } from "./currencies/unit.ts";
import { unitBefore } from "./currency.ts";
import { type NumberFound, numberAt } from "./number.ts";

/** How far a verb of change stands before "from". */
const REACH = 7;

/** What makes two ends of "from $5 to $7" two amounts: something went from the one to the other. */
const CHANGES: ReadonlySet<string> = new Set(
  (
    "rise increase raise climb jump grow soar surge gain fall drop decline decrease slip sink plunge tumble cut lower " +
    "slash reduce shrink ease edge narrow widen double triple quadruple hike boost lift move change go up down swell " +
    "rose fell grew went risen fallen grown cutting reducing raising bring take balloon expand advance improve revise"
  ).split(" "),
);

/**
 * The other end of a range whose first end stops before word `at` and begins, sign and all, at word `first`: after a
 * hyphen, "to", or "and" after "between". What a price rose or fell to ("from $5 to $4") is no range.
 */
export function rangeEnd(words: Words, at: number, first: number, before: Unit | null): NumberFound | null {
  const { lower } = words;
  const word = lower[at] ?? "";
  const hyphen = isHyphen(word);
  const spaced = hyphen && !isJoined(words, at);
  const joins = hyphen
    ? !spaced || (before !== null && !isJoined(words, at + 1))
    : (word === "to" && !isChange(words, first)) || (word === "and" && words.lower[leadAt(words, first)] === "between");
  if (!joins) return null;
  const number = numberAfter(words, at + 1, before !== null);
  if (!number) return null;
  const sign = unitBefore(words, number.first);
  if (spaced && !sign) return null;
  return !sign || (before && sign.code === before.code && sign.shared === before.shared) ? number : null;
}

/** The word before an amount, past "about" and the like. */
const leadAt = ({ lower }: Words, first: number): number =>
  /^(about|around|roughly|approximately|some|by|another)$/.test(lower[first - 1] ?? "") ? first - 2 : first - 1;

/** Verbs of the market, and what stands for them: what they are followed by is how far a price went, then where to. */
const MOVES: ReadonlySet<string> = new Set(
  (
    "rise fall gain drop climb jump slip lose add advance decline shed tumble sink plunge soar ease edge slide surge up " +
    "down rose fell sank lost slid"
  ).split(" "),
);

/** True if the amount at word `first` is what a verb of change starts "from", or how far a price "rose" or "fell". */
export function isChange(words: Words, first: number): boolean {
  const lead = leadAt(words, first);
  const word = words.lower[lead] ?? "";
  if (word !== "from") {
    const verb = words.lemma[lead] ?? "";
    return MOVES.has(word) || MOVES.has(verb) || (words.lower[first - 1] === "by" && CHANGES.has(verb));
  }
  const { lower, lemma } = words;
  for (let i = first - 2; i > first - 2 - REACH && lower[i]; i--)
    if (CHANGES.has(lower[i]!) || CHANGES.has(lemma[i]!)) return true;
  return false;
}

/** A number at word `at`, or after the sign there. */
function numberAfter(words: Words, at: number, beside: boolean): NumberFound | null {
  for (const first of [at, at + 1, at + 2]) {
    const sign = first === at || unitBefore(words, first)?.first === at;
    const number = sign ? numberAt(words, first, beside) : null;
    if (number) return number;
  }
  return null;
}

/** "$3-4 billion" means from three billion; "$500-$1 million" does not mean from five hundred million. */
export const sharesMagnitude = (low: NumberFound, high: NumberFound): boolean =>
  low.magnitude === null && high.magnitude !== null && low.value.times(high.magnitude).lt(high.value);
