import type { Words } from "../../../words.ts";

export type Tense = "past" | "future" | null;

/** What is planned, asked for or expected lies ahead even if the planning is past: "summoned … on Tuesday". */
const AHEAD = new Set(
  "plan schedule expect slate set summon invite intend hope aim due order vow promise pledge propose await anticipate".split(
    " ",
  ),
);
const FUTURE = new Set(["will", "'ll", "shall", "wo", "going"]);
const PAST_AUXILIARIES = new Set(["was", "were", "had", "did", "been"]);
const IRREGULAR =
  /(?:ought|aught|ept|elt|eld|old|ood|ound|ent|ew|ung|ang|ade|aid|ame|ave|oke|ose|ote|ore|et|ut|an|ook|ell|ost|ed|id|it|at|on|eft)$/;

/** How far from the date its verb is looked for, in words. */
const REACH = 40;

/**
 * The tense of the clause that words `first` to `end` stand in, going by the nearest verb before them in the sentence,
 * or else by the first one after. Null where the verb does not tell.
 */
export function tenseAt(words: Words, first: number, end: number): Tense {
  for (let i = first - 1; i > first - REACH && words.lower[i] !== ""; i--) {
    if (!isVerb(words, i)) continue;
    const tense = tenseOf(words, i);
    if (tense !== undefined) return tense;
  }
  for (let i = end; i < end + REACH && words.lower[i] !== "" && i < words.lower.length; i++) {
    if (!isVerb(words, i)) continue;
    const tense = tenseOf(words, i);
    if (tense !== undefined) return tense;
  }
  return null;
}

const isVerb = ({ pos, lower }: Words, i: number): boolean =>
  pos[i] === "VERB" || pos[i] === "AUX" || FUTURE.has(lower[i]!) || lower[i] === "due";

/** The tense that one verb shows; undefined if it shows none (participles in -ing) and another one must tell. */
function tenseOf(words: Words, i: number): Tense | undefined {
  const { lower, lemma } = words;
  const word = lower[i]!;
  if (FUTURE.has(word)) return "future";
  if (AHEAD.has(lemma[i]!) || word === "due") return "future";
  if (PAST_AUXILIARIES.has(word)) return "past";
  if (word.endsWith("ing")) return undefined;
  if (isPastForm(word, lemma[i]!)) return "past";
  const before = /^(not|n't|also|then|now|soon|likely)$/.test(lower[i - 1] ?? "") ? i - 2 : i - 1;
  if (lower[before] === "to" || FUTURE.has(lower[before] ?? "")) return "future";
  if (/^(may|might|could|would|should|can|must)$/.test(word)) return "future";
  return null;
}

const isPastForm = (word: string, lemma: string): boolean =>
  word.endsWith("ed") || (word !== lemma && !word.endsWith("s") && IRREGULAR.test(word));
