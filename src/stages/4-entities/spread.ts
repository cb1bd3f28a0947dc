import type { EntityType } from "../../schema/entities.ts";
import { bitOf, groupsOf, PLACE } from "../../tagger/classes.ts";
import { Evidence, type Form, type Reading } from "../../tagger/reading.ts";
import { inSentence, type Named, namesByToken, phraseOf, type Range } from "./names.ts";
import { isForm, PARTICLES } from "./words.ts";

/** A name surer than this tells what its unclear mentions are. */
const CERTAIN = 0.75;
/** A name less sure than this is unclear. */
const UNCLEAR = 0.6;
const LONGEST = 6;
const COMMON = bitOf("common");
/** Words of these kinds do not stand for an organization that begins with them: "Ohio State", "Kenyan Parliament". */
const NO_LEADS = bitOf("demonym") | bitOf("town") | bitOf("first-name");
const OF_PEOPLE = Evidence.honorific | Evidence.afterFirstName;
/** `smallShareOf` for words that have a small letter more often than not. */
const MOSTLY_SMALL = 4;

/** What the mentions of one phrase were taken for: summed confidence by type, and the highest. */
interface Tally {
  readonly byType: Map<EntityType, number>;
  type: EntityType;
  sum: number;
  best: number;
  all: number;
}

/**
 * Lets the clear mentions of an article decide about the unclear ones: a name found for certain in one place is one of
 * the same type elsewhere, and the last word of a person's full name is that person.
 */
export function spread(reading: Reading, all: readonly Named[]): Named[] {
  const names = withShortForms(reading, withoutHeadlineWords(reading, all));
  const tallies = tally(reading, names);
  const surnames = surnamesOf(reading, names);
  const settled = names.map((name) => {
    if (name.confidence >= UNCLEAR) return name;
    const phrase = phraseOf(reading, name);
    const surname = name.last - name.first === 1 ? surnames.get(phrase) : undefined;
    const found = tallies.get(phrase)!;
    const type = surname !== undefined ? "PERSON" : found.type;
    const own = found.byType.get(name.type)!;
    if (type === name.type || (surname === undefined && found.sum < 2 * own)) return name;
    const confidence = surname ?? found.best;
    return { ...name, type, rule: "entities/agreement", confidence: Math.min(confidence, 0.8) };
  });
  return [...settled, ...missed(reading, settled, tallies, surnames)].sort((a, b) => a.first - b.first);
}

/**
 * Leaves out the unclear names of headlines that are made of common words and that nothing else in the article bears out:
 * "Council Backs Plan" has its capitals from the headline.
 */
function withoutHeadlineWords({ word, form, place }: Reading, names: readonly Named[]): readonly Named[] {
  const isDoubtful = ({ first, last, confidence }: Named): boolean =>
    place[first] === 2 &&
    confidence < UNCLEAR &&
    word
      .slice(first, last)
      .every(
        ({ classes, share }, i) =>
          form[first + i]!.capitals === 0 && ((classes & COMMON) !== 0 || share >= MOSTLY_SMALL),
      );
  return names.some(isDoubtful) ? names.filter((name) => !isDoubtful(name)) : names;
}

/**
 * What looks like a surname is an organization where the article has one that begins with that word, and nobody who is
 * called so: "Lumora" after "Lumora Robotics". After "Lumora Tool Co." it is no place either, if that was unclear.
 */
function withShortForms({ word, form }: Reading, names: readonly Named[]): readonly Named[] {
  const leads = new Map<string, number>();
  const companies = new Set<string>();
  for (const { type, first, last, confidence } of names) {
    const { lower, classes } = word[first]!;
    if (type !== "ORG" || last - first < 2 || confidence < CERTAIN || lower.length < 4) continue;
    if (classes & NO_LEADS || groupsOf(classes) & PLACE || form[first]!.evidence & OF_PEOPLE) continue;
    leads.set(lower, Math.max(leads.get(lower) ?? 0, confidence));
    if (isForm(word[last - 1]!.lower)) companies.add(lower);
  }
  if (leads.size === 0) return names;
  for (const { type, first, last, confidence } of names)
    if (type === "PERSON" && last - first > 1 && confidence >= UNCLEAR)
      for (let i = first; i < last; i++) leads.delete(word[i]!.lower);
  return names.map((name) => {
    if (name.last - name.first > 1 || name.type === "ORG") return name;
    const { lower } = word[name.first]!;
    const lead = leads.get(lower);
    const isShort = name.type === "PERSON" || (name.confidence < UNCLEAR && companies.has(lower));
    if (lead === undefined || !isShort) return name;
    return { ...name, type: "ORG", rule: "entities/agreement", confidence: Math.min(lead, 0.8) };
  });
}

function tally(reading: Reading, names: readonly Named[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const name of names) {
    const phrase = phraseOf(reading, name);
    let found = tallies.get(phrase);
    if (!found) {
      found = { byType: new Map(), type: name.type, sum: 0, best: 0, all: 0 };
      tallies.set(phrase, found);
    }
    const sum = (found.byType.get(name.type) ?? 0) + name.confidence;
    found.byType.set(name.type, sum);
    found.all += name.confidence;
    if (sum > found.sum) Object.assign(found, { type: name.type, sum });
    found.best = Math.max(found.best, name.confidence);
  }
  return tallies;
}

/** Last words of the full names of people that are certain, with how certain. */
function surnamesOf({ word }: Reading, names: readonly Named[]): Map<string, number> {
  const surnames = new Map<string, number>();
  for (const { type, first, last, confidence } of names) {
    const { lower, capital } = word[last - 1]!;
    if (type !== "PERSON" || last - first < 2 || confidence < CERTAIN || !capital || lower.length < 3) continue;
    surnames.set(lower, Math.max(surnames.get(lower) ?? 0, confidence));
  }
  return surnames;
}

/** Mentions of certain names where none was found. */
function missed(
  reading: Reading,
  names: readonly Named[],
  tallies: ReadonlyMap<string, Tally>,
  surnames: ReadonlyMap<string, number>,
): Named[] {
  const { word, form } = reading;
  const owner = namesByToken(reading.length, names);
  const beginnings = new Set<Form>(); // only where a name or surname begins can one of them stand
  for (const { first, last } of names) beginnings.add(form[first]!).add(form[last - 1]!);
  const found: Named[] = [];
  for (let first = 0; first < reading.length; first++) {
    if (!word[first]!.capital || owner[first]! >= 0 || !beginnings.has(form[first]!)) continue;
    const match = longestKnown(reading, owner, tallies, surnames, first);
    if (!match) continue;
    found.push(match);
    first = match.last - 1;
  }
  return found;
}

function longestKnown(
  reading: Reading,
  owner: Int32Array,
  tallies: ReadonlyMap<string, Tally>,
  surnames: ReadonlyMap<string, number>,
  first: number,
): Named | null {
  const { word } = reading;
  let phrase = "";
  let found: Named | null = null;
  for (
    let last = first + 1;
    last <= first + LONGEST && inSentence(reading, first, last - 1) && owner[last - 1]! < 0;
    last++
  ) {
    const { lower, capital } = word[last - 1]!;
    phrase += last === first + 1 ? lower : ` ${lower}`;
    if (!capital || isInsideRun(reading, { first, last })) continue;
    const known = tallies.get(phrase);
    const surname = last === first + 1 ? surnames.get(phrase) : undefined;
    const certain = surname ?? (known && known.best >= CERTAIN && known.sum > 0.8 * known.all ? known.best : 0);
    if (certain === 0 || (last === first + 1 && !isClear(reading, first))) continue;
    const type = surname !== undefined ? "PERSON" : known!.type;
    found = { first, last, type, rule: "entities/agreement", confidence: Math.min(certain, 0.7), role: null };
  }
  return found;
}

/** A capital says little where all words have one, or where a sentence begins with a word that is also a common one. */
function isClear({ word, form, place }: Reading, at: number): boolean {
  const { classes, shouted } = word[at]!;
  if (place[at] === 0) return true;
  if (shouted && place[at] !== 2) return true;
  return (classes & COMMON) === 0 && form[at]!.smalls === 0;
}

/** True if the tokens are part of a longer run of capitals ("Bush" in "Bush Street"), outside headlines. */
function isInsideRun({ word, place, first: starts, last: ends, sentence }: Reading, { first, last }: Range): boolean {
  if (place[first] === 2) return false;
  if (starts[first]! < first && word[first - 1]!.capital) return true;
  if (ends[last - 1]! > last) return true;
  return (
    last < word.length &&
    sentence[last] === sentence[first] &&
    PARTICLES.has(word[last]!.lower) &&
    word[last + 1]?.capital === true
  );
}
