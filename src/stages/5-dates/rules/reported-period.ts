import { isHyphen, type Words } from "../../../words.ts";
import { ordinalAt, smallAt, yearAt } from "../lexicon/numerals.ts";
import { UNITS } from "../lexicon/units.ts";
import type { Meaning } from "../meaning.ts";
import { FOUR_DIGITS, type Match, type Rule } from "../rule.ts";

const COMPARED = new Set(["ago", "earlier"]);
const LIKE = new Set(["comparable", "corresponding", "same", "similar"]);

const ofPeriod = (amount: number): Meaning => ({
  kind: "shift",
  unit: "year",
  amount,
  from: "period",
  otherwise: amount,
});

/** The quarter that is reported on is over. */
const LATEST: Meaning = { kind: "shift", unit: "quarter", amount: 0, from: "period", otherwise: -1 };

/**
 * Periods of company reports: "the latest period", "year-earlier", "the year-ago quarter", "the corresponding period last
 * year", "the 1988 period".
 */
export const reportedPeriod: Rule = {
  name: "reported-period",
  triggers: ["year", "period", "quarter", FOUR_DIGITS],
  match: (words, at) => {
    const { lower } = words;
    if (lower[at] === "year") return yearAgo(words, at);
    if (lower[at] === "period") return period(words, at);
    if (lower[at] === "quarter") return quarterAgo(words, at);
    if (lower[at - 1] !== "the" || !(lower[at + 1] === "period" || lower[at + 1] === "quarter")) return null;
    const year = yearAt(words, at);
    if (!year) return null;
    return { first: at - 1, end: at + 2, meaning: { kind: "period-in-year", year }, confidence: 0.7 };
  },
};

/** "year-earlier", with the period that it describes, if there is one. */
function yearAgo(words: Words, at: number): Match | null {
  const { lower } = words;
  const described = at + 2;
  if (!isHyphen(lower[at + 1]) || !COMPARED.has(lower[described] ?? "")) return null;
  const noun = nounEnd(words, described + 1);
  if (!noun && amountAt(words, described + 1)) return null; // "the year-earlier nine months" are a duration
  const like = LIKE.has(lower[at - 1] ?? "") ? at - 1 : at;
  const the = lower[like - 1] === "the" ? like - 1 : at;
  return { first: noun ? the : at, end: noun ?? described + 1, meaning: ofPeriod(-1), confidence: 0.8 };
}

/** Where "period", "quarter" or "third quarter" at word `at` ends; null if none of them stands there. */
function nounEnd(words: Words, at: number): number | null {
  const ordinal = ordinalAt(words, at);
  const noun = ordinal ? ordinal.end + Number(isHyphen(words.lower[ordinal.end])) : at;
  return words.lower[noun] === "period" || words.lower[noun] === "quarter" ? noun + 1 : null;
}

/** True if a number and a unit stand there. */
const amountAt = (words: Words, at: number): boolean => {
  const number = smallAt(words, at);
  return number !== null && UNITS.has(words.lower[number.end] ?? "");
};

const isYearAgo = (lower: readonly string[], at: number): boolean =>
  lower[at] === "a" && lower[at + 1] === "year" && COMPARED.has(lower[at + 2] ?? "");

/** "the quarter a year ago", "last year's quarter". */
function quarterAgo(words: Words, at: number): Match | null {
  const { lower } = words;
  if (LIKE.has(lower[at - 1] ?? "")) return period(words, at); // "the same quarter last year"
  if (lower[at - 1] === "the" && isYearAgo(lower, at + 1))
    return { first: at - 1, end: at + 4, meaning: ofPeriod(-1), confidence: 0.8 };
  return lower[at - 1] === "'s" && lower[at - 2] === "year" && lower[at - 3] === "last"
    ? { first: at - 3, end: at + 1, meaning: ofPeriod(-1), confidence: 0.8 }
    : null;
}

function period({ lower }: Words, at: number): Match | null {
  const before = lower[at - 1] ?? "";
  if (lower[at - 2] !== "the") return null;
  if (before === "latest") return { first: at - 2, end: at + 1, meaning: LATEST, confidence: 0.7 };
  if (!LIKE.has(before)) return null;
  const next = lower[at + 1] === "of" || lower[at + 1] === "in" ? at + 2 : at + 1;
  if (lower[next] === "last" && lower[next + 1] === "year")
    return { first: at - 2, end: next + 2, meaning: ofPeriod(-1), confidence: 0.8 };
  return isYearAgo(lower, at + 1) ? { first: at - 2, end: at + 4, meaning: ofPeriod(-1), confidence: 0.8 } : null;
}
