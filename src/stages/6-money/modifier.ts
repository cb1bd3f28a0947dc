import type { MoneyModifier } from "../../schema/money.ts";
import type { Words } from "../../words.ts";

type Phrase = readonly [words: readonly string[], modifier: MoneyModifier];

const phrases = (of: Readonly<Partial<Record<MoneyModifier, string>>>): Phrase[] =>
  Object.entries(of).flatMap(([modifier, list]) =>
    list.split("|").map((phrase) => [phrase.split(" "), modifier as MoneyModifier] as const),
  );

const BEFORE = phrases({
  "at-most": "up to|as much as|as many as|as high as|no more than|not more than|at most|maximum of|capped at|≤",
  "at-least": "at least|no less than|not less than|no fewer than|minimum of|as little as|as low as|starting at|≥",
  "more-than":
    "more than|greater than|over|above|in excess of|upwards of|upward of|exceeding|exceeds|exceeded|topped|topping|north of|>",
  "less-than":
    "less than|fewer than|lower than|under|below|nearly|almost|just under|just shy of|shy of|not quite|south of|<",
  about:
    "about|around|approximately|roughly|some|estimated|circa|approx|close to|closer to|near|nearer|nearer to|something like|somewhere around|in the region of|in the order of|on the order of|in the neighborhood of|in the neighbourhood of|to the tune of about|~|≈",
});

const AFTER = phrases({
  "at-least": "or more|or higher|or above|and up|and above|plus|- plus|+",
  about: "or so|or thereabouts|give or take",
  "at-most": "or less|or lower|or below|or under|at most|tops",
});

/** The phrases by the word next to the amount, the longest first. */
function byWord(list: readonly Phrase[], at: number): ReadonlyMap<string, readonly Phrase[]> {
  const index = new Map<string, Phrase[]>();
  for (const phrase of list) {
    const word = phrase[0].at(at)!;
    index.set(word, [...(index.get(word) ?? []), phrase]);
  }
  for (const some of index.values()) some.sort(([a], [b]) => b.length - a.length);
  return index;
}

const BY_LAST = byWord(BEFORE, -1);
const BY_FIRST = byWord(AFTER, 0);

/** What the words before `first` or after `end` say of how exact an amount is. The longest phrase wins. */
export function modifierOf({ lower }: Words, first: number, end: number): MoneyModifier | null {
  const before = BY_LAST.get(lower[first - 1] ?? "")?.find(([words]) =>
    words.every((word, i) => lower[first - words.length + i] === word),
  );
  if (before) return before[1];
  const after = BY_FIRST.get(lower[end] ?? "")?.find(([words]) => words.every((word, i) => lower[end + i] === word));
  return after?.[1] ?? null;
}
