import type { DateMod } from "../../../schema/dates.ts";
import { beforeHyphen, type Words } from "../../../words.ts";
import type { Candidate, Meaning } from "../meaning.ts";

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
  [["no", "less", "than"], "EQUAL_OR_MORE"],
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
  if (!AMOUNT_ENDS.has(lower[candidate.first - 1] ?? "")) return candidate;
  for (const [before, mod] of AMOUNTS) {
    const first = candidate.first - before.length;
    if (before.every((word, i) => lower[first + i] === word)) return { ...candidate, first, mod };
  }
  return candidate;
}

function modifiedPoint(words: Words, candidate: Candidate): Candidate {
  const { lower } = words;
  if (candidate.meaning.kind === "fixed" && candidate.meaning.type !== "DATE") return candidate;
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
