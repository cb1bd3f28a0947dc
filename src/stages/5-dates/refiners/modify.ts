import type { DateMod } from "../../../schema/dates.ts";
import { beforeHyphen, type Words } from "../../../words.ts";
import type { Candidate, Meaning } from "../meaning.ts";
import { isFourDigits } from "../rule.ts";

/** Words right before a point in time that say which part of it is meant. */
const PARTS: ReadonlyMap<string, DateMod> = new Map([
  ["early", "START"],
  ["earlier", "START"],
  ["mid", "MID"],
  ["late", "END"],
  ["later", "END"],
]);

/** The same before "of" or "in": "the end of 1990". */
const NOUNS: ReadonlyMap<string, DateMod> = new Map([
  ["beginning", "START"],
  ["start", "START"],
  ["middle", "MID"],
  ["end", "END"],
  ["earlier", "START"],
  ["later", "END"],
]);

/** Words before an amount of time. */
const AMOUNTS: readonly (readonly [words: readonly string[], mod: DateMod])[] = [
  [["no", "more", "than"], "EQUAL_OR_LESS"],
  [["not", "more", "than"], "EQUAL_OR_LESS"],
  [["no", "less", "than"], "EQUAL_OR_MORE"],
  [["not", "less", "than"], "EQUAL_OR_MORE"],
  [["no", "fewer", "than"], "EQUAL_OR_MORE"],
  [["more", "than"], "MORE_THAN"],
  [["less", "than"], "LESS_THAN"],
  [["fewer", "than"], "LESS_THAN"],
  [["at", "least"], "EQUAL_OR_MORE"],
  [["at", "most"], "EQUAL_OR_LESS"],
  [["up", "to"], "EQUAL_OR_LESS"],
  [["over"], "MORE_THAN"],
  [["under"], "LESS_THAN"],
  [["nearly"], "LESS_THAN"],
  [["almost"], "LESS_THAN"],
  [["about"], "APPROX"],
  [["around"], "APPROX"],
  [["roughly"], "APPROX"],
  [["approximately"], "APPROX"],
  [["some"], "APPROX"],
];

/** The same behind it: "two days at most". */
const AFTER_AMOUNTS: readonly (readonly [words: readonly string[], mod: DateMod])[] = [
  [["at", "most"], "EQUAL_OR_LESS"],
  [["at", "least"], "EQUAL_OR_MORE"],
];

/** What the distance from now tells of a point in the past, and of one in the future: "more than two years ago" is before. */
const PAST_POINTS: ReadonlyMap<DateMod, DateMod> = new Map([
  ["MORE_THAN", "BEFORE"],
  ["LESS_THAN", "AFTER"],
  ["EQUAL_OR_MORE", "ON_OR_BEFORE"],
  ["EQUAL_OR_LESS", "ON_OR_AFTER"],
]);
const FUTURE_POINTS: ReadonlyMap<DateMod, DateMod> = new Map([
  ["MORE_THAN", "AFTER"],
  ["LESS_THAN", "BEFORE"],
  ["EQUAL_OR_MORE", "ON_OR_AFTER"],
  ["EQUAL_OR_LESS", "ON_OR_BEFORE"],
]);

/** What is compared by "more than", where that is no part of a date: "a quarter more than two decades ago". */
const COMPARED = new Set("% percent quarter third half times points twice much far".split(" "));

const AMOUNT_ENDS = new Set(AMOUNTS.map(([words]) => words.at(-1)!));

/** Takes in the words before a date that TIMEX3 makes a `mod` of. */
export function modify(words: Words, candidates: readonly Candidate[]): Candidate[] {
  let free = 0; // the first word that no earlier candidate has
  return candidates.map((candidate) => {
    const wider = isAmount(words, candidate) ? modifiedAmount(words, candidate) : modifiedPoint(words, candidate);
    const kept = wider.first >= free ? wider : candidate;
    free = kept.end;
    return kept;
  });
}

/** What durations begin with that are no plain amounts. */
const DETERMINED = new Set(["the", "past", "recent", "these"]);

const isAmount = ({ lower }: Words, { meaning, first }: Candidate): boolean =>
  (meaning.kind === "fixed" && meaning.type === "DURATION" && !DETERMINED.has(lower[first]!)) ||
  (meaning.kind === "shift" && !POINTS.has(lower[first]!)) ||
  (meaning.kind === "time" && meaning.time.includes(":"));

const isDay = (meaning: Meaning): boolean =>
  meaning.kind === "weekday" || meaning.kind === "day" || (meaning.kind === "shift" && meaning.unit === "day");

/** What points of time begin with, and no amounts ("two years ago"). */
const POINTS = new Set(
  "the last this next that same today yesterday tomorrow current coming previous following year".split(" "),
);

function modifiedAmount({ lower }: Words, candidate: Candidate): Candidate {
  const { first, end, meaning } = candidate;
  if (AMOUNT_ENDS.has(lower[first - 1] ?? ""))
    for (const [before, mod] of AMOUNTS) {
      const from = first - before.length;
      if (before.every((word, i) => lower[from + i] === word))
        return before.length === 2 && before[1] === "than" && COMPARED.has(lower[from - 1] ?? "")
          ? candidate
          : { ...candidate, first: from, mod: pointMod(meaning, mod) };
    }
  if (lower[end] !== "at" || meaning.kind !== "fixed") return candidate;
  for (const [after, mod] of AFTER_AMOUNTS)
    if (after.every((word, i) => lower[end + i] === word)) return { ...candidate, end: end + after.length, mod };
  return candidate;
}

/** The modifier of a duration, or of the point of time that it leads to. */
function pointMod(meaning: Meaning, mod: DateMod): DateMod {
  if (meaning.kind !== "shift") return mod;
  return (meaning.amount < 0 ? PAST_POINTS : FUTURE_POINTS).get(mod) ?? mod;
}

/** Prepositions before a year that is "about 1975"; "about" by itself may tell what is talked of. */
const DATING = new Set(["since", "in", "from", "until", "by", "to", "of", "before", "after"]);
const ROUGHLY = new Set(["about", "around", "circa", "roughly", "approximately"]);

/** "since about 1975", "circa 1820". */
const isRoughYear = ({ lower }: Words, { first, meaning }: Candidate): boolean =>
  meaning.kind === "fixed" &&
  isFourDigits(meaning.value) &&
  ROUGHLY.has(lower[first - 1] ?? "") &&
  (lower[first - 1] !== "about" || DATING.has(lower[first - 2] ?? ""));

const FIRST_HALF: ReadonlyMap<string, DateMod> = new Map([
  ["first", "START"],
  ["second", "END"],
]);

/** "the first half of the 19th century", "… of the 1990s": first word and modifier; null if it is no such thing. */
function halfOf({ lower }: Words, { first, meaning }: Candidate): Pick<Candidate, "first" | "mod"> | null {
  if (lower[first - 1] !== "of" || lower[first - 2] !== "half" || lower[first - 4] !== "the") return null;
  const mod = FIRST_HALF.get(lower[first - 3] ?? "");
  return mod && meaning.kind === "fixed" && meaning.value.length < 4 ? { first: first - 4, mod } : null;
}

function modifiedPoint(words: Words, candidate: Candidate): Candidate {
  const { lower } = words;
  if (candidate.meaning.kind === "fixed" && candidate.meaning.type !== "DATE") return candidate;
  if (isRoughYear(words, candidate)) return { ...candidate, first: candidate.first - 1, mod: "APPROX" };
  const half = halfOf(words, candidate);
  if (half) return { ...candidate, ...half };
  const before = beforeHyphen(words, candidate.first - 1);
  const part = PARTS.get(lower[before] ?? "");
  // "Earlier Friday" says what was earlier, "earlier this year" which part of the year.
  if (part && lower[before]!.endsWith("er") && isDay(candidate.meaning)) return candidate;
  if (part && before < candidate.first - 1) return { ...candidate, first: before, mod: part };
  if (part) return { ...candidate, first: lower[before - 1] === "the" ? before - 1 : before, mod: part };
  const noun = lower[before] === "of" || lower[before] === "in" ? NOUNS.get(lower[before - 1] ?? "") : undefined;
  if (!noun) return candidate;
  const plain = lower[before - 1] === "earlier" || lower[before - 1] === "later";
  if (plain === (lower[before] === "of")) return candidate;
  return { ...candidate, first: lower[before - 2] === "the" ? before - 2 : before - 1, mod: noun };
}
