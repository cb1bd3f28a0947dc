import { beforeHyphen, pastHyphen, type Words } from "../../../words.ts";
import { amountBefore } from "../lexicon/amounts.ts";
import { durationOf, UNITS } from "../lexicon/units.ts";
import type { Unit } from "../meaning.ts";
import type { Match, Rule } from "../rule.ts";

/** "two years", "two-year", "a few days", "the past two months", "the first nine months", "recent years". */
export const duration: Rule = {
  name: "duration",
  triggers: [...UNITS.keys()],
  match: (words, at) => {
    const { lower } = words;
    const unit = UNITS.get(lower[at]!)!;
    if (lower[at] === "second" || unit === "weekend" || isAge(words, at) || isFraction(words, at)) return null;
    return counted(words, at, unit) ?? pastUnit(words, at, unit) ?? bare(words, at, unit);
  },
};

/** "24-year-old", "aged three years": how old somebody is dates nothing. */
const isAge = (words: Words, at: number): boolean => words.lower[pastHyphen(words, at + 1)] === "old";

/** "a quarter of the voters", "three-quarters". */
const isFraction = ({ lower }: Words, at: number): boolean =>
  (lower[at] === "quarter" && /^(an?|one|-)$/.test(lower[at - 1] ?? "")) ||
  (lower[at] === "quarters" && /^(three|-)$/.test(lower[at - 1] ?? ""));

function counted(words: Words, at: number, unit: Unit): Match | null {
  const { lower } = words;
  const last = /^(more|full|additional|straight|consecutive|whole|long|short)$/.test(lower[at - 1] ?? "") ? at - 1 : at;
  const joined = beforeHyphen(words, last - 1) < last - 1;
  const amount = amountBefore(words, joined ? last - 1 : last);
  if (!amount || isRate(words, amount.first, at)) return null;
  const half = lower[at + 1] === "and" && lower[at + 2] === "a" && lower[at + 3] === "half";
  const count = amount.amount === null ? null : amount.amount + (half ? 0.5 : 0);
  return {
    first: joined ? amount.first : withDeterminer(words, amount.first),
    end: half ? at + 4 : at + 1,
    meaning: { kind: "fixed", type: "DURATION", value: durationOf(unit, count) },
  };
}

/** "$15 an hour", "twice a week": the article there means "each". */
const isRate = ({ lower, pos }: Words, first: number, at: number): boolean =>
  first === at - 1 &&
  /^an?$/.test(lower[first] ?? "") &&
  (pos[first - 1] === "NUM" ||
    /^(million|billion|times|once|twice|cents|dollars|%|percent)$/.test(lower[first - 1] ?? ""));

/** Takes in "the past", "the first", "the next" before a number. */
function withDeterminer({ lower }: Words, first: number): number {
  let at = first;
  if (/^(past|last|next|first|final|coming|previous|following|latest|other)$/.test(lower[at - 1] ?? "")) at--;
  return /^(the|these|those)$/.test(lower[at - 1] ?? "") ? at - 1 : at;
}

/** "the past year". */
function pastUnit({ lower }: Words, at: number, unit: Unit): Match | null {
  if (lower[at - 1] !== "past" || lower[at - 2] !== "the") return null;
  const one = lower[at] === unit ? 1 : null;
  return { first: at - 2, end: at + 1, meaning: { kind: "fixed", type: "DURATION", value: durationOf(unit, one) } };
}

/** "recent years", "coming months", "for years". */
function bare({ lower }: Words, at: number, unit: Unit): Match | null {
  if (lower[at] === unit) return null;
  const before = lower[at - 1] ?? "";
  const led = /^(recent|coming|past)$/.test(before);
  if (!led && !/^(for|in|of|over|after|took|take|within|last|lasted)$/.test(before)) return null;
  if (before === "of" && !/^(hundreds|thousands|dozens|couple|number|lots|after)$/.test(lower[at - 2] ?? ""))
    return null;
  const meaning = { kind: "fixed", type: "DURATION", value: durationOf(unit, null) } as const;
  return { first: led ? at - 1 : at, end: at + 1, meaning, confidence: 0.7 };
}
