import type { Reading } from "../../tagger/reading.ts";
import { Trait } from "../../tagger/spellings.ts";
import { inSentence, type Named, namesByToken, type Range } from "./names.ts";

/** Acronyms of parties have so many letters at most. */
const LONGEST_PARTY = 5;
/** Names of constituencies have so many words at most. */
const LONGEST_PLACE = 3;
const LETTERS = /^\p{Lu}+$/u;

/**
 * Sets right what stands beside members of parliament: "(R-Texas)", ", D-Calif.," are the place alone, and "(DAP-Tanjung)"
 * after a person is a party and a place. They win over what was found there. Names in text order in and out.
 */
export function withConstituencies(reading: Reading, names: Named[]): Named[] {
  const { word, length } = reading;
  const members = new Set<number>(); // where people's names end
  for (const { type, last } of names) if (type === "PERSON") members.add(last);
  const found: Named[] = [];
  for (let at = 2; at + 1 < length; at++)
    if (word[at]!.traits & Trait.hyphen) found.push(...constituency(reading, members, at));
  if (found.length === 0) return names;
  const owner = namesByToken(length, found);
  const rest = names.filter(({ first, last }) => owner.subarray(first, last).every((other) => other < 0));
  return [...rest, ...found].sort((a, b) => a.first - b.first);
}

/** The names around the hyphen at a token, if that joins a party and a place. */
function constituency(reading: Reading, members: ReadonlySet<number>, hyphen: number): Named[] {
  const { word, glued } = reading;
  const party = word[hyphen - 1]!.text;
  const opening = word[hyphen - 2]!.text;
  if (!glued[hyphen] || !glued[hyphen + 1] || (opening !== "(" && opening !== ",")) return [];
  if (party.length > LONGEST_PARTY || !LETTERS.test(party) || !inSentence(reading, hyphen, hyphen - 2)) return [];
  const place = placeFrom(reading, hyphen + 1);
  if (!place || word[place.last]?.text !== (opening === "(" ? ")" : ",")) return [];
  const seat: Named = { ...place, type: "GPE", rule: "entities/constituency", confidence: 0.9, role: null };
  if (party.length === 1) return [seat];
  if (opening !== "(" || !members.has(hyphen - 2)) return [];
  return [{ ...seat, first: hyphen - 1, last: hyphen, type: "ORG" }, seat];
}

/** The capitalized words from a token on, with the stops of abbreviations: "Calif.", "Kuala Pilah". */
function placeFrom(reading: Reading, first: number): Range | null {
  const { word, glued } = reading;
  let last = first;
  let words = 0;
  while (inSentence(reading, first, last) && words <= LONGEST_PLACE) {
    if (word[last]!.capital) words++;
    else if (last === first || word[last]!.text !== "." || !glued[last]) break;
    last++;
  }
  return last > first && words <= LONGEST_PLACE ? { first, last } : null;
}
