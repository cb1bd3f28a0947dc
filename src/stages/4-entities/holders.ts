import { bitOf } from "../../tagger/classes.ts";
import type { Reading } from "../../tagger/reading.ts";
import { inSentence, type Named, namesByToken } from "./names.ts";

/** Titles that organizations give: right after the name of one, and before that of a person. */
const TITLES = new Set("ceo,cfo,coo,cto,founder,co-founder,cofounder".split(","));
/** So many words may make the name of the organization. */
const LONGEST = 3;
/** A place or a person that is surer than this stays one. */
const UNCLEAR = 0.6;
/** What words of names that nobody knows may be in the lexicon. */
const KNOWN = ~bitOf("surname");

/** Organizations that nobody knows by who heads them: "Lumora CEO Petra Valdane", "Lumora chief executive Ana Ruiz". */
export function withHolders(reading: Reading, names: readonly Named[]): readonly Named[] {
  const { word } = reading;
  let owner: Int32Array | null = null;
  const found: Named[] = [];
  for (const { type, first: start } of names) {
    if (type !== "PERSON") continue;
    const title = titleStart(reading, start);
    if (title < 0) continue;
    owner ??= namesByToken(reading.length, names);
    let first = title;
    const isPart = (at: number) => word[at]!.capital && (word[at]!.classes & KNOWN) === 0;
    while (inSentence(reading, title, first - 1) && title - first <= LONGEST && isPart(first - 1)) first--;
    const before = inSentence(reading, title, first - 1) && word[first - 1]!.capital;
    if (first === title || title - first > LONGEST || before) continue;
    const name = names[owner[first]!];
    if (name && (name.type === "ORG" || name.confidence >= UNCLEAR || name.first < first || name.last > title))
      continue;
    found.push({ first, last: title, type: "ORG", rule: "entities/holder", confidence: 0.8, role: null });
  }
  if (found.length === 0) return names;
  const taken = namesByToken(reading.length, found);
  const rest = names.filter(({ first, last }) => taken.subarray(first, last).every((other) => other < 0));
  return [...rest, ...found].sort((a, b) => a.first - b.first);
}

/** Where the title begins that stands right before a token, if it is one that organizations give; or -1. */
function titleStart(reading: Reading, at: number): number {
  const { word } = reading;
  if (!inSentence(reading, at, at - 1)) return -1;
  const { lower } = word[at - 1]!;
  if (TITLES.has(lower)) return at - 1;
  const isChief = lower === "executive" && inSentence(reading, at, at - 2) && word[at - 2]!.lower === "chief";
  return isChief ? at - 2 : -1;
}
