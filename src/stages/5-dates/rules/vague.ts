import { isCapital, type Words } from "../../../words.ts";
import { UNITS } from "../lexicon/units.ts";
import type { Match, Rule } from "../rule.ts";

type Reference = "PAST_REF" | "PRESENT_REF" | "FUTURE_REF";

/** Words that mean no more than then, now or some day. */
const REFERENCES: ReadonlyMap<string, Reference> = new Map([
  ["now", "PRESENT_REF"],
  ["currently", "PRESENT_REF"],
  ["nowadays", "PRESENT_REF"],
  ["presently", "PRESENT_REF"],
  ["current", "PRESENT_REF"],
  ["recently", "PAST_REF"],
  ["recent", "PAST_REF"],
  ["lately", "PAST_REF"],
  ["soon", "FUTURE_REF"],
  ["someday", "FUTURE_REF"],
]);

/** Phrases of the same kind, by their last word and the words before it. */
const PHRASES: ReadonlyMap<string, readonly (readonly [before: readonly string[], value: Reference])[]> = new Map([
  [
    "day",
    [
      [["will", "one"], "FUTURE_REF"],
      [["may", "one"], "FUTURE_REF"],
      [["could", "one"], "FUTURE_REF"],
    ],
  ],
  ["days", [[["these"], "PRESENT_REF"]]],
  [
    "term",
    [
      [["the", "near"], "FUTURE_REF"],
      [["the", "short"], "FUTURE_REF"],
    ],
  ],
  [
    "date",
    [
      [["a", "later"], "FUTURE_REF"],
      [["a", "future"], "FUTURE_REF"],
    ],
  ],
  ["possible", [[["as", "soon", "as"], "FUTURE_REF"]]],
  ["present", [[["at"], "PRESENT_REF"]]],
]);

const DEGREES = new Set(["as", "how", "too", "so"]);

/** "now", "currently", "recently", "soon", "the future", "the past", "these days", "a later date". */
export const vague: Rule = {
  name: "vague",
  triggers: [...REFERENCES.keys(), ...PHRASES.keys(), "past", "future"],
  match: (words, at) => {
    const { lower } = words;
    const word = lower[at]!;
    if (word === "past") return thePast(words, at);
    if (word === "future") return future(words, at);
    const value = REFERENCES.get(word);
    if (!value) return phrase(words, at);
    if (word === "soon" && DEGREES.has(lower[at - 1] ?? "")) return null;
    if (word === "soon" && (lower[at + 1] === "after" || isTold(words, at))) return null;
    const more = word === "recently" && lower[at - 1] === "more" ? 1 : 0;
    return { first: at - more, end: at + 1, meaning: fixed(value), confidence: 0.8 };
  },
};

const PAST = new Set(["was", "were", "had"]);
const AHEAD = new Set(["will", "'ll", "to", "be", "could", "may", "would", "can"]);

/** "soon became", "was soon released": what came soon is past, and dates nothing. */
const isTold = ({ lower, pos, lemma }: Words, at: number): boolean =>
  PAST.has(lower[at - 1] ?? "") ||
  (pos[at + 1] === "VERB" && !AHEAD.has(lower[at - 1] ?? "") && lower[at + 1] !== lemma[at + 1]);

const NOUNS = new Set(["NOUN", "PROPN"]);
const DESCRIBED = new Set([...NOUNS, "NUM", "ADJ"]);

function thePast({ lower, pos }: Words, at: number): Match | null {
  const noun = lower[at - 1] === "the" && !DESCRIBED.has(pos[at + 1]!);
  return noun ? { first: at - 1, end: at + 1, meaning: fixed("PAST_REF") } : null;
}

/** "the future", "the near future"; "future quarters" where the noun is a time. */
function future(words: Words, at: number): Match | null {
  const { lower, pos } = words;
  if (isCapital(words, at)) return null;
  if (UNITS.has(lower[at + 1] ?? "") && lower[at + 1]!.endsWith("s"))
    return { first: at, end: at + 2, meaning: fixed("FUTURE_REF") };
  const first = lower[at - 1] === "near" || lower[at - 1] === "distant" ? at - 2 : at - 1;
  // "the future of the company" is what will become of it.
  if (lower[first] !== "the" || NOUNS.has(pos[at + 1]!) || lower[at + 1] === "of") return null;
  return { first, end: at + 1, meaning: fixed("FUTURE_REF") };
}

function phrase({ lower }: Words, at: number): Match | null {
  for (const [before, value] of PHRASES.get(lower[at]!)!) {
    const first = at - before.length;
    if (!before.every((word, i) => lower[first + i] === word)) continue;
    // "a later date": the article belongs to it; "at present", "will one day": the first word does not.
    const start = lower[first] === "at" ? at : lower[at] === "day" ? at - 1 : first;
    return { first: start, end: at + 1, meaning: fixed(value), confidence: 0.8 };
  }
  return null;
}

const fixed = (value: Reference) => ({ kind: "fixed", type: "DATE", value }) as const;
