import { pastHyphen, type Words } from "../../words.ts";
import { MEASURES, PER, PER_SHORT } from "./lexicon/measures.ts";

const ADVERBS: ReadonlyMap<string, string> = new Map([
  ["hourly", "hour"],
  ["daily", "day"],
  ["weekly", "week"],
  ["monthly", "month"],
  ["quarterly", "quarter"],
  ["annually", "year"],
  ["yearly", "year"],
  ["apiece", "piece"],
  ["pa", "year"],
  ["pw", "week"],
  ["pcm", "month"],
]);

/** The unit of a rate after word `end`: "an hour", "per barrel", "/kg", "-a-share", "each year", "annually"; null if none. */
export function perAfter(words: Words, end: number): string | null {
  const { lower } = words;
  const adverb = ADVERBS.get(lower[end] ?? "");
  if (adverb) return adverb;
  const at = pastHyphen(words, end);
  const unit = pastHyphen(words, at + 1);
  const word = lower[at] ?? "";
  if (/^(an?|each|every)$/.test(word)) return paidFor(words, unit);
  if (word === "/") return paidFor(words, unit);
  if (word !== "per") return null;
  const known = paidFor(words, unit);
  if (known) return known;
  return /^(NOUN|PROPN)$/.test(words.pos[unit]!) && lower[unit] ? words.lemma[unit]! : null;
}

/** What is paid for, by one name: "hr" is an hour, "square metre" a square meter. */
function paidFor({ lower }: Words, at: number): string | null {
  const word = lower[at] ?? "";
  const power = word === "square" || word === "cubic" ? word : null;
  const measure = power ? MEASURES.get(lower[at + 1] ?? "") : undefined;
  if (measure) return `${power}-${measure}`;
  if (word === "metric" && /^tons?$/.test(lower[at + 1] ?? "")) return "tonne";
  return PER_SHORT.get(word) ?? (PER.has(word) ? (MEASURES.get(word) ?? word) : null);
}
