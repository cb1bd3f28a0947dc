import { beforeHyphen, isArticle, isCapital, isHyphen, isNumber, pastHyphen, type Words } from "../../../words.ts";
import { amountBefore } from "../lexicon/amounts.ts";
import { PARTS_OF_DAY } from "../lexicon/calendar.ts";
import { type Numeral, numeralBefore } from "../lexicon/numerals.ts";
import { durationOf, UNITS } from "../lexicon/units.ts";
import type { Unit } from "../meaning.ts";
import type { Match, Rule } from "../rule.ts";

const LONG: ReadonlyMap<string, Unit> = new Map([
  ["hourlong", "hour"],
  ["daylong", "day"],
  ["weeklong", "week"],
  ["monthlong", "month"],
  ["yearlong", "year"],
]);

/** "two years", "two-year", "a few days", "the past two months", "two to three weeks", "recent years", "months of". */
export const duration: Rule = {
  name: "duration",
  triggers: [...UNITS.keys(), ...LONG.keys()],
  match: (words, at) => {
    const { lower } = words;
    const long = LONG.get(lower[at]!);
    if (long) return fixed(at, at + 1, durationOf(long, 1));
    const unit = UNITS.get(lower[at]!)!;
    if (isCapital(words, at) && (lower[at - 1] === "60" || lower[at - 1] === "48")) return null; // the programmes
    if (lower[at] === "second" || unit === "weekend" || isAge(words, at) || isFraction(words, at)) return null;
    return (
      quartersOf(words, at, unit) ??
      counted(words, at, unit) ??
      half(words, at, unit) ??
      drawnOut(words, at, unit) ??
      pastUnit(words, at, unit) ??
      bare(words, at, unit)
    );
  },
};

const fixed = (first: number, end: number, value: string, confidence = 0.9): Match => ({
  first,
  end,
  meaning: { kind: "fixed", type: "DURATION", value },
  confidence,
});

/** "24-year-old", "three years old": how old somebody is dates nothing. */
const isAge = (words: Words, at: number): boolean => words.lower[pastHyphen(words, at + 1)] === "old";

const ONE = new Set(["a", "an", "one", "-"]);

/** "a quarter of the voters", "three-quarters". */
const isFraction = ({ lower }: Words, at: number): boolean =>
  (lower[at] === "quarter" && ONE.has(lower[at - 1] ?? "")) ||
  (lower[at] === "quarters" &&
    (lower[at - 1] === "three" || lower[at - 1] === "-") &&
    !DETERMINED.has(lower[at - 2] ?? ""));

/** "a quarter of an hour", "three quarters of an hour". */
function quartersOf({ lower }: Words, at: number, unit: Unit): Match | null {
  if (unit !== "hour" || lower[at - 1] !== "an" || lower[at - 2] !== "of") return null;
  const three = lower[at - 3] === "quarters";
  if (!three && lower[at - 3] !== "quarter") return null;
  const first = isHyphen(lower[at - 4]) ? at - 5 : at - 4;
  if (!(three ? lower[first] === "three" : ONE.has(lower[first] ?? ""))) return null;
  return fixed(first, at + 1, three ? "PT45M" : "PT15M");
}

const BETWEEN = new Set([
  "more",
  "fewer",
  "full",
  "additional",
  "straight",
  "consecutive",
  "whole",
  "long",
  "short",
  "entire",
  "solid",
  "business",
  "working",
  "trading",
]);

function counted(words: Words, at: number, unit: Unit): Match | null {
  const { lower } = words;
  const last = BETWEEN.has(lower[at - 1] ?? "") ? at - 1 : at;
  const joined = beforeHyphen(words, last - 1) < last - 1;
  const amount = amountBefore(words, joined ? last - 1 : last);
  if (!amount || isRate(words, amount.first, at)) return null;
  if (isArticle(lower[amount.end - 1]) && lower[at] !== unit) return null; // "a decades-long feud"
  const andHalf = lower[at + 1] === "and" && lower[at + 2] === "a" && lower[at + 3] === "half";
  const least = lowerEnd(words, amount);
  const count = least ? least.amount : amount.amount;
  const first = least?.first ?? amount.first;
  const value = durationOf(unit, count === null ? null : count + (andHalf ? 0.5 : 0));
  return fixed(joined ? first : withDeterminer(words, first), andHalf ? at + 4 : at + 1, value);
}

/** The "two" of "two to three weeks", the "12" of "12-18 months". */
function lowerEnd(words: Words, { first, amount }: Numeral): Numeral | null {
  const to = words.lower[first - 1];
  if (amount === null || !(to === "to" || to === "or" || isHyphen(to))) return null;
  const least = numeralBefore(words, first - 1);
  return least?.amount != null && least.amount < amount ? least : null;
}

const PER = new Set([
  "million",
  "billion",
  "times",
  "once",
  "twice",
  "cent",
  "cents",
  "dollar",
  "euro",
  "penny",
  "pence",
  "dollars",
  "%",
  "percent",
  "pounds",
  "euros",
]);

/** "$15 an hour", "24 hours a day", "300 words a day": the article there means "each". */
const isRate = (words: Words, first: number, at: number): boolean => {
  const { lower, pos } = words;
  return (
    first === at - 1 &&
    isArticle(lower[first]) &&
    (pos[first - 1] === "NUM" ||
      PER.has(lower[first - 1] ?? "") ||
      UNITS.has(lower[first - 1] ?? "") ||
      isCounted(words, first - 1))
  );
};

/** How many words a counted noun may have before it and still be a rate ("600,000 metric tons a year"). */
const LONGEST_COUNTED = 3;

/** True of the last word of "300 words", "12 police cars". */
function isCounted({ lower, pos }: Words, last: number): boolean {
  if (pos[last] !== "NOUN" || !lower[last]!.endsWith("s")) return false;
  for (let i = last - 1; i >= last - LONGEST_COUNTED && lower[i]; i--) {
    if (isNumber(lower[i])) return true;
    if (pos[i] !== "NOUN" && pos[i] !== "ADJ") return pos[i] === "NUM";
  }
  return false;
}

const DETERMINED = new Set([
  "past",
  "last",
  "next",
  "first",
  "final",
  "coming",
  "previous",
  "following",
  "latest",
  "other",
  "preceding",
]);

const PLURAL = new Set(["the", "these", "those"]);

/** Takes in "the past", "the first", "the next" before a number. */
function withDeterminer({ lower }: Words, first: number): number {
  const at = DETERMINED.has(lower[first - 1] ?? "") ? first - 1 : first;
  return PLURAL.has(lower[at - 1] ?? "") ? at - 1 : at;
}

const HALVED = new Set(["hour", "day", "century", "decade", "year"]);

/** "half an hour", "half-hour", "half a century". */
function half({ lower }: Words, at: number, unit: Unit): Match | null {
  const before = lower[at - 1] ?? "";
  const first = before === "a" || before === "an" || isHyphen(before) ? at - 2 : at - 1;
  if (lower[first] !== "half" || !HALVED.has(lower[at]!)) return null;
  return fixed(lower[first - 1] === "a" ? first - 1 : first, at + 1, durationOf(unit, 0.5));
}

/** "decades-long", "day-long". */
function drawnOut({ lower }: Words, at: number, unit: Unit): Match | null {
  if (!isHyphen(lower[at + 1]) || lower[at + 2] !== "long") return null;
  return fixed(at, at + 3, durationOf(unit, lower[at] === unit ? 1 : null));
}

const BESIDE = new Set(["last", "next", "coming"]);

/** "the past year", "the next decade". */
function pastUnit({ lower }: Words, at: number, unit: Unit): Match | null {
  const long = unit === "decade" || unit === "century";
  const led = lower[at - 1] === "past" || (long && BESIDE.has(lower[at - 1] ?? ""));
  if (!led || lower[at - 2] !== "the") return null;
  return fixed(at - 2, at + 1, durationOf(unit, lower[at] === unit ? 1 : null));
}

/** What a bare "months" stands after. */
const LEADING = new Set([
  "for",
  "in",
  "over",
  "after",
  "took",
  "take",
  "within",
  "last",
  "lasted",
  "despite",
  "following",
]);
/** What it stands before. */
const TRAILING = new Set(["of", "before", "after", "since", "ahead", "leading", "that"]);

const NEAR = new Set(["recent", "coming", "past"]);
/** What makes a date of "months of": "the last months of the war". */
const NOT_LED = new Set(["of", "the", "early", "last"]);

/** "recent years", "coming months", "for years", "months of talks", "in the weeks before". */
function bare({ lower }: Words, at: number, unit: Unit): Match | null {
  if (lower[at] === unit) return null;
  const before = lower[at - 1] ?? "";
  const value = durationOf(unit, null);
  if (NEAR.has(before)) return fixed(lower[at - 2] === "the" ? at - 2 : at - 1, at + 1, value, 0.7);
  if (PARTS_OF_DAY.has(before)) return null; // "the morning hours of Friday"
  const after = lower[at + 1] ?? "";
  if (before === "the" && after === "ahead") return fixed(at - 1, at + 2, value, 0.7);
  if (before === "the" && TRAILING.has(after) && after !== "of") return fixed(at, at + 1, value, 0.6);
  const isLed = LEADING.has(before) || (after === "of" && !NOT_LED.has(before));
  return isLed ? fixed(at, at + 1, value, 0.7) : null;
}
