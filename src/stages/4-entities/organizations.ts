import { bitOf } from "../../tagger/classes.ts";
import type { Reading } from "../../tagger/reading.ts";
import { Trait } from "../../tagger/spellings.ts";
import { inSentence, type Named, namesByToken, type Range } from "./names.ts";
import { FACILITIES, GOVERNED, MARKINGS, NATURAL } from "./words.ts";

const HEAD = bitOf("organization-head");
/** An acronym has so many letters at least and at most. */
const SHORTEST = 2;
const LONGEST = 6;

/**
 * Sets right what capitals alone say of organizations: markings of secrecy are none, "JD(S)" is one name, "Ministry of
 * Trade’s Price Bureau" is two, and a phrase in capitals whose initials are an organization elsewhere is that organization
 * ("Inspector General", later "the IG"). Names in text order in and out.
 */
export function withOrganizations(reading: Reading, names: readonly Named[]): Named[] {
  const whole: Named[] = [];
  for (const name of withBranches(reading, names)) if (!isMarking(reading, name)) whole.push(...split(reading, name));
  return withIntroduced(reading, whole);
}

/** "SECRET//NOFORN" says who may read, not who somebody is. */
function isMarking({ word }: Reading, { first, last }: Range): boolean {
  for (let i = first; i < last; i++) if (!MARKINGS.has(word[i]!.text)) return false;
  return true;
}

/** What a person is never called. */
const COMPANY_NOUNS = new Set(
  "company,firm,brokerage,retailer,insurer,reinsurer,fund,startup,start-up,airline,newspaper,carmaker,automaker,chipmaker,drugmaker,planemaker,manufacturer,conglomerate,consultancy,charity,nonprofit,utility,lender,broadcaster,brewery,bakery,supermarket,steelmaker,shipbuilder,subsidiary,shipper,wholesaler,corporation,tabloid,website,hotelier,grocer,group,giant".split(
    ",",
  ),
);
const FIRST_NAME = bitOf("first-name");

/** True of what looks like a person but is called a company right before it: "the brokerage Quellin Shaw". */
export function isCalledCompany(reading: Reading, { first }: Range): boolean {
  const { word } = reading;
  return (
    inSentence(reading, first, first - 1) &&
    (COMPANY_NOUNS.has(word[first - 1]!.text) || isProducer(reading, first - 1)) &&
    (word[first]!.classes & FIRST_NAME) === 0
  );
}

const GOODS = new Set(
  "power,oil,gas,steel,energy,electricity,food,milk,dairy,gold,copper,coal,cement,fertilizer,palm,aluminum,aluminium,chip,lithium,uranium,beef,egg".split(
    ",",
  ),
);

/** "The power producer Quellin": a film producer is somebody. */
const isProducer = ({ word }: Reading, at: number): boolean =>
  word[at]!.text === "producer" && at > 0 && GOODS.has(word[at - 1]!.text);

const BRANCH = /^(?!TM$)\p{Lu}{1,2}$/u;

/** Acronyms with the branch in parentheses that is part of them, "CPI(M)", in place of what was found there. */
function withBranches(reading: Reading, names: readonly Named[]): readonly Named[] {
  const { word, glued, length } = reading;
  const found: Named[] = [];
  for (let at = 1; at + 2 < length; at++) {
    if (word[at]!.text !== "(" || !glued[at] || !glued[at + 1] || !glued[at + 2] || word[at + 2]!.text !== ")")
      continue;
    const first = at - 1;
    if (!isAcronym(word[first]!.text) || !BRANCH.test(word[at + 1]!.text)) continue;
    found.push({ first, last: at + 3, type: "ORG", rule: "entities/branch", confidence: 0.7, role: null });
  }
  if (found.length === 0) return names;
  const owner = namesByToken(length, found);
  const rest = names.filter(({ first, last }) => owner[first]! < 0 && owner[last - 1]! < 0);
  return [...rest, ...found].sort((a, b) => a.first - b.first);
}

/**
 * An organization and its part, where each by itself has more than one word and a word that organizations are called; and
 * two places with "and" between them that each end in a word that places are called: "Calder Bridge and Wexham Airport".
 */
function split({ word }: Reading, name: Named): Named[] {
  const { first, last, type } = name;
  const isPlace = type === "FAC" || type === "LOC" || type === "GPE";
  if (type !== "ORG" && !isPlace) return [name];
  for (let at = first + 2; at + 2 < last; at++) {
    const { lower, traits } = word[at]!;
    const parts = isPlace
      ? lower === "and" && isPlaceHead(word[at - 1]!.lower) && isPlaceHead(word[last - 1]!.lower)
      : (traits & Trait.possessive) !== 0 && hasHead(word, first, at) && hasHead(word, at + 1, last);
    if (parts)
      return [
        { ...name, last: at },
        { ...name, first: at + 1 },
      ];
  }
  return [name];
}

const isPlaceHead = (lower: string): boolean => FACILITIES.has(lower) || NATURAL.has(lower) || GOVERNED.has(lower);

const hasHead = (word: Reading["word"], first: number, last: number): boolean =>
  ((word[first]!.classes | word[last - 1]!.classes) & HEAD) !== 0;

function withIntroduced(reading: Reading, names: Named[]): Named[] {
  const { word, first: starts, last: ends, place, length } = reading;
  const acronyms = new Map<string, Named>();
  for (const name of names) {
    const { text, shouted } = word[name.first]!;
    if (name.type === "ORG" && name.last - name.first === 1 && shouted && isAcronym(text)) acronyms.set(text, name);
  }
  if (acronyms.size === 0) return names;
  const owner = namesByToken(length, names);
  const found: Named[] = [];
  for (let start = 0; start < length; start = ends[start]!) {
    const last = ends[start]!;
    if (starts[start] !== start || !word[start]!.capital || last - start < SHORTEST || place[start] === 2) continue;
    // What comes after a name in the run ("Defense Department Inspector General"); before a name it is a title.
    let first = last;
    while (first > start && owner[first - 1]! < 0) first--;
    const size = last - first;
    if (size < SHORTEST || size > LONGEST) continue;
    const acronym = acronyms.get(initialsOf(word, first, last));
    if (acronym) found.push({ ...acronym, first, last, rule: "entities/introduced" });
  }
  return found.length > 0 ? [...names, ...found].sort((a, b) => a.first - b.first) : names;
}

const isAcronym = (text: string): boolean =>
  text.length >= SHORTEST && text.length <= LONGEST && /^\p{Lu}+$/u.test(text);

function initialsOf(word: Reading["word"], first: number, last: number): string {
  let initials = "";
  for (let i = first; i < last; i++) initials += word[i]!.text.charAt(0);
  return initials;
}
