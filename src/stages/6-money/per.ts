import { pastHyphen, type Words } from "../../words.ts";
import { PER, PER_SHORT } from "./lexicon/measures.ts";
import { measureAt } from "./measured.ts";

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

const EACH: ReadonlySet<string> = new Set(["a", "an", "each", "every", "/"]);
const NOUNS: ReadonlySet<string> = new Set(["NOUN", "PROPN"]);
/** What makes "a year" a distance from then to now: "against $5 million a year earlier". */
const DISTANCE: ReadonlySet<string> = new Set(["earlier", "ago", "later", "before", "previously", "hence"]);

/** The unit of a rate after word `end`: "an hour", "per barrel", "/kg", "-a-share", "each year", "annually"; null if none. */
export function perAfter(words: Words, end: number): string | null {
  const { lower } = words;
  const adverb = ADVERBS.get(lower[end] ?? "");
  if (adverb) return adverb;
  const at = pastHyphen(words, end);
  const unit = pastHyphen(words, at + 1);
  const word = lower[at] ?? "";
  if (EACH.has(word)) return isDistance(words, unit + 1) ? null : paidFor(words, unit);
  if (word !== "per") return null;
  const known = paidFor(words, unit);
  if (known) return known;
  return NOUNS.has(words.pos[unit]!) && lower[unit] ? words.lemma[unit]! : null;
}

/** "a year earlier", "a month before." but not "an hour before tax". */
const isDistance = ({ lower, pos }: Words, at: number): boolean =>
  DISTANCE.has(lower[at] ?? "") && !(lower[at] === "before" && NOUNS.has(pos[at + 1]!));

/** What is paid for, by one name: "hr" is an hour, "square metre" a square meter. */
function paidFor(words: Words, at: number): string | null {
  const word = words.lower[at] ?? "";
  const measured = measureAt(words, at);
  const short = PER_SHORT.get(word);
  // "a square" is as good as any noun, "£5 a stone" weighs one; plurals are no units of rates.
  if (measured && (word.length > 2 || !short) && !words.lower[measured.end - 1]!.endsWith("s")) return measured.unit;
  return short ?? (PER.has(word) ? word : null);
}
