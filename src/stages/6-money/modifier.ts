import type { MoneyModifier } from "../../schema/money.ts";
import type { Words } from "../../words.ts";

const BEFORE: readonly (readonly [words: readonly string[], modifier: MoneyModifier])[] = (
  [
    ["at-most", "up to|as much as|as many as|no more than|not more than|at most|a maximum of|maximum of"],
    ["at-least", "at least|no less than|not less than|no fewer than|a minimum of|minimum of"],
    ["more-than", "more than|greater than|over|above|in excess of|upwards of|exceeding|well over"],
    ["less-than", "less than|fewer than|under|below|nearly|almost|close to|just under"],
    ["about", "about|around|approximately|roughly|some|an estimated|estimated|circa|approx"],
  ] as const
).flatMap(([modifier, phrases]) => phrases.split("|").map((phrase) => [phrase.split(" "), modifier] as const));

const AFTER: readonly (readonly [words: readonly string[], modifier: MoneyModifier])[] = [
  [["or", "more"], "at-least"],
  [["or", "so"], "about"],
  [["or", "less"], "at-most"],
  [["plus"], "at-least"],
  [["+"], "at-least"],
];

/** What the words before `first` or after `end` say of how exact an amount is. The longest phrase wins. */
export function modifierOf({ lower }: Words, first: number, end: number): MoneyModifier | null {
  let best: readonly [length: number, modifier: MoneyModifier] | null = null;
  for (const [words, modifier] of BEFORE)
    if (words.length > (best?.[0] ?? 0) && words.every((word, i) => lower[first - words.length + i] === word))
      best = [words.length, modifier];
  if (best) return best[1];
  return AFTER.find(([words]) => words.every((word, i) => lower[end + i] === word))?.[1] ?? null;
}
