import { pastHyphen, type Words } from "../../words.ts";
import { type Exact, exact } from "./exact.ts";
import { MAGNITUDES, SOME, VAGUE } from "./lexicon/numerals.ts";

/** A number of which only the least it can be is known: words `first` up to but not including `end`. */
export interface VagueNumber {
  readonly first: number;
  readonly end: number;
  readonly low: Exact;
}

/** "tens of thousands of crores" has three. */
const MOST_STEPS = 3;

/**
 * The vague number that begins at word `at`: "millions", "hundreds of thousands", "several million", "a few hundred",
 * "a couple of", "multimillion". Null if there is none.
 */
export function vagueAt(words: Words, at: number): VagueNumber | null {
  const { lower } = words;
  const word = lower[at] ?? "";
  if (word.startsWith("multi")) return multiple(words, at);
  const some = word === "a" ? at + 1 : at;
  if (SOME.has(lower[some] ?? "") && (word !== "few" || lower[at - 1] !== "a")) return several(words, at, some);
  const first = VAGUE.get(word);
  if (!first) return null;
  let [low, end] = [exact(first), at + 1];
  for (let step = 1; step < MOST_STEPS && lower[end] === "of"; step++) {
    const next = VAGUE.get(lower[end + 1] ?? "");
    if (!next) break;
    [low, end] = [low.times(exact(next)), end + 2];
  }
  return { first: at, end, low };
}

/** "several hundred million", "a few", "a couple of thousand". */
function several({ lower }: Words, at: number, some: number): VagueNumber | null {
  let low = exact("2");
  let end = some + 1;
  if (lower[some] === "couple" && lower[end] === "of" && MAGNITUDES.has(lower[end + 1] ?? "")) end++;
  for (let step = 0; step < MOST_STEPS && MAGNITUDES.has(lower[end] ?? ""); step++, end++)
    low = low.times(exact(MAGNITUDES.get(lower[end]!)!));
  return { first: at, end, low };
}

/** "multimillion", "multi-billion": one at least, and more by the word, so how many is left open. */
function multiple(words: Words, at: number): VagueNumber | null {
  const { lower } = words;
  const rest = lower[at]!.slice("multi".length);
  const end = rest === "" ? pastHyphen(words, at + 1) : at;
  const low = MAGNITUDES.get(rest || (lower[end] ?? ""));
  return low ? { first: at, end: end + 1, low: exact(low) } : null;
}
