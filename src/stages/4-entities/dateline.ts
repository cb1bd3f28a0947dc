import type { TokenColumns } from "../../layers.ts";
import type { Block } from "../../schema/blocks.ts";
import { groupsOf, ORGANIZATION, PLACE } from "../../tagger/classes.ts";
import type { Reading } from "../../tagger/reading.ts";
import { tokenFrom } from "../../tokens.ts";
import type { Named, Range } from "./names.ts";

const DASH = new Set(["—", "–", "-", "--", "―"]);
/** A dateline is no longer than this many tokens. */
const LONGEST = 16;
const WORD = /^\p{L}/u;
/** "SHAH ALAM, Thurs. —" */
const DAY = /^(?:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?\.?$/;

/**
 * Puts in the names of datelines: "NAIROBI, Kenya (AP) —" at the beginning of a block is a place in capitals, perhaps the
 * place that it lies in, and perhaps the agency, before a dash. They win over what was found there.
 */
export function withDatelines(
  reading: Reading,
  blocks: readonly Block[],
  tokens: TokenColumns,
  names: readonly Named[],
): Named[] {
  const found = blocks.flatMap(({ start }) => dateline(reading, tokenFrom(tokens, start)));
  if (found.length === 0) return [...names];
  const rest = names.filter((name) => !found.some(({ first, last }) => first < name.last && name.first < last));
  return [...rest, ...found].sort((a, b) => a.first - b.first);
}

function dateline(reading: Reading, start: number): Named[] {
  const { word, length } = reading;
  const end = Math.min(length, start + LONGEST);
  let at = start;
  const town = run(reading, at, end, (i) => word[i]!.shouted);
  if (!town || isOrganization(reading, town.first)) return [];
  at = town.last;
  const found = [place(town)];
  if (word[at]?.text === ",") {
    const around = run(reading, at + 1, end, (i) => word[i]!.capital);
    if (around) {
      if (!DAY.test(word[around.first]!.lower)) found.push(place(around));
      at = around.last;
    }
    if (word[at]?.text === "," || /^\d/.test(word[at]?.text ?? "")) return []; // a list, or a date
  }
  if (word[at]?.text === "(") {
    const agency = run(reading, at + 1, end, (i) => word[i]!.capital);
    if (!agency || word[agency.last]?.text !== ")") return [];
    found.push({ ...agency, type: "ORG", rule: "entities/dateline", confidence: 0.9, role: null });
    at = agency.last + 1;
  }
  return at < end && DASH.has(word[at]!.text) && !(reading.glued[at] && reading.glued[at + 1]) ? found : [];
}

/** "NATO - the alliance" is no dateline. */
function isOrganization({ word }: Reading, at: number): boolean {
  const groups = groupsOf(word[at]!.classes);
  return (groups & ORGANIZATION) !== 0 && (groups & PLACE) === 0;
}

const place = (range: Range): Named => ({
  ...range,
  type: "GPE",
  rule: "entities/dateline",
  confidence: 0.9,
  role: null,
});

/** The words from `first` on that are so, with the stops of their abbreviations; null if there is none. */
function run({ word }: Reading, first: number, end: number, isSo: (at: number) => boolean): Range | null {
  let last = first;
  while (last < end && ((WORD.test(word[last]!.text) && isSo(last)) || (last > first && word[last]!.text === ".")))
    last++;
  return last > first ? { first, last } : null;
}
