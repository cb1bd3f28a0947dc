import type { EntityType } from "../../schema/entities.ts";
import { bitOf, groupsOf, ORGANIZATION, TELLING } from "../../tagger/classes.ts";
import { HASH_START } from "../../tagger/hash.ts";
import { type Lexicon, phraseHash, phraseSpace, slotOf } from "../../tagger/lexicon.ts";
import type { Reading } from "../../tagger/reading.ts";
import type { TaggedName } from "../../tagger/tag.ts";
import { inSentence, type Range } from "./names.ts";
import {
  EVENTS,
  FACILITIES,
  FACILITIES_FIRST,
  GOVERNED,
  GOVERNED_FIRST,
  LAWS,
  NATURAL,
  NATURAL_FIRST,
  STORMS,
} from "./words.ts";

const GOVERNED_CLASSES = bitOf("country") | bitOf("region") | bitOf("city");
const PLACE = bitOf("place");
const TOWN = bitOf("town");
const FACILITY = bitOf("facility");
const DEMONYM = bitOf("demonym");
const CALENDAR = bitOf("calendar");
const EVENT = bitOf("event");
const LAW = bitOf("law");
const PRODUCT = bitOf("product");

/** Continents and the like, for some of which there is a town of the same name. */
const CONTINENTS = new Set(
  "africa,asia,europe,americas,oceania,antarctica,arctic,sahara,sahel,caribbean,scandinavia,pacific,atlantic,mediterranean,earth,mars,moon,middle east,mideast,balkans,caucasus,west,gulf,himalayas,amazon,nile,danube,thames,mississippi river".split(
    ",",
  ),
);

/** The classes of a name as a whole in the lexicon; 0 if it is not there. */
export function classesOf({ word, glued }: Reading, { keys, classes }: Lexicon, { first, last }: Range): number {
  let hash = HASH_START;
  for (let i = first; i < last; i++)
    hash = phraseHash(word[i]!.lower, i === first || glued[i] ? hash : phraseSpace(hash));
  const slot = slotOf(keys, hash);
  return slot < 0 ? 0 : classes[slot]! & TELLING;
}

/**
 * The type of a name that the tagger found, in OntoNotes' sense: the corpora it learned from have no GPE and call events,
 * laws and works MISC. Null for days and months.
 */
export function typeOfName(reading: Reading, lexicon: Lexicon, name: TaggedName): EntityType | null {
  const classes = classesOf(reading, lexicon, name);
  if (name.last - name.first === 2 && STORMS.has(reading.word[name.first]!.lower)) return "EVENT"; // "Hurricane Odile"
  switch (name.type) {
    case "LOC":
      if (isOrganization(classes, name.confidence)) return "ORG";
      return placeType(reading, classes, name);
    case "FAC":
      return placeType(reading, classes, name);
    case "MISC":
      return otherType(reading, classes, name);
    default:
      return name.type as EntityType;
  }
}

/** So sure must the tagger be of a place that bears the name of an organization. */
const SURE = 0.85;

/** Known as an organization and as no town or country of note: "The Hill", which the words alone make a place. */
const isOrganization = (classes: number, confidence: number): boolean =>
  (groupsOf(classes) & ORGANIZATION) !== 0 &&
  (classes & (GOVERNED_CLASSES | FACILITY)) === 0 &&
  ((classes & (PLACE | TOWN)) === 0 || confidence < SURE);

function placeType({ word }: Reading, classes: number, { first, last, type }: TaggedName): EntityType {
  const count = last - first;
  const link = linkIn(word, first, last);
  const head = word[link > first ? link - 1 : last - 1]!.lower;
  const lead = word[first]!.lower;
  const name = count === 1 ? lead : "";
  if (CONTINENTS.has(name)) return "LOC";
  if (classes & GOVERNED_CLASSES) return "GPE";
  if (type === "FAC" || classes & FACILITY) return "FAC";
  if (count > 1) {
    if (GOVERNED.has(head) || (link > first && GOVERNED_FIRST.has(lead))) return "GPE";
    if (NATURAL.has(head) || NATURAL_FIRST.has(lead)) return "LOC";
    if (FACILITIES.has(head) || FACILITIES_FIRST.has(lead)) return "FAC";
  }
  return classes & PLACE && !(classes & TOWN) ? "LOC" : "GPE";
}

/** Index of the first "of" or "for" in a name, or -1. */
export function linkIn(word: Reading["word"], first: number, last: number): number {
  for (let i = first + 1; i < last; i++) if (word[i]!.lower === "of" || word[i]!.lower === "for") return i;
  return -1;
}

const OPENING = new Set(['"', "“", "‘", "'", "«", "``"]);
const CLOSING = new Set(['"', "”", "’", "'", "»", "''", ","]);

function otherType(reading: Reading, classes: number, { first, last }: TaggedName): EntityType | null {
  const { word } = reading;
  const link = linkIn(word, first, last);
  const head = word[link > first ? link - 1 : last - 1]!.lower;
  if (classes & CALENDAR) return null;
  if (classes & EVENT) return "EVENT";
  if (classes & LAW) return "LAW";
  if (classes & PRODUCT) return "PRODUCT";
  if (classes & DEMONYM) return "NORP";
  if (last - first > 1) {
    if (LAWS.has(head)) return "LAW";
    if (EVENTS.has(head) || STORMS.has(word[first]!.lower)) return "EVENT";
  }
  const quoted =
    inSentence(reading, first, first - 1) &&
    OPENING.has(word[first - 1]!.text) &&
    inSentence(reading, first, last) &&
    CLOSING.has(word[last]!.text);
  return quoted && last - first > 1 ? "WORK_OF_ART" : "MISC";
}
