import { pastHyphen, type Words } from "../../words.ts";
import { PER } from "./lexicon/measures.ts";

const ADVERBS: ReadonlyMap<string, string> = new Map([
  ["hourly", "hour"],
  ["daily", "day"],
  ["weekly", "week"],
  ["monthly", "month"],
  ["annually", "year"],
  ["yearly", "year"],
]);

/** The unit of a rate after word `end`: "an hour", "per barrel", "/month", "-a-share", "annually"; null if none. */
export function perAfter(words: Words, end: number): string | null {
  const { lower, pos, lemma } = words;
  const adverb = ADVERBS.get(lower[end] ?? "");
  if (adverb) return adverb;
  const at = pastHyphen(words, end);
  const unit = pastHyphen(words, at + 1);
  const word = lower[unit] ?? "";
  if (/^an?$/.test(lower[at] ?? "")) return PER.has(word) ? word : null;
  if (lower[at] === "/") return PER.has(word) ? word : null;
  if (lower[at] !== "per" || !word) return null;
  return PER.has(word) ? word : /^(NOUN|PROPN)$/.test(pos[unit]!) ? lemma[unit]! : null;
}
