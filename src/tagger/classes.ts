/**
 * What gazetteers and word lists say of a word or phrase: one bit each, so that a word's classes are one number.
 * Their order is part of a model file; a change needs a new model.
 */
export const CLASSES = [
  "first-name",
  "surname",
  "city", // of 100,000 people and more, and capitals
  "town",
  "country",
  "region", // states, provinces, counties
  "place", // seas, rivers, mountains, continents
  "facility",
  "demonym",
  "company",
  "media",
  "agency", // ministries, agencies, courts, bodies of states and between them
  "party", // and movements
  "force", // armies, armed groups
  "team", // and leagues
  "school",
  "organization", // of any other kind
  "person", // a well-known one, by the full name or a name that stands alone
  "product",
  "event",
  "work",
  "law",
  "common", // a noun, verb, adjective or adverb in dictionaries
  "title", // what stands before a name: "president", "Gen."
  "organization-head",
  "place-head",
  "facility-head",
  "event-head",
  "saying",
  "calendar", // days and months
  "phrase", // the first word of a longer name: no class of its own, but tells where to look for one
] as const;
export type WordClass = (typeof CLASSES)[number];

/** The bit of a class. */
export const bitOf = (name: WordClass): number => 1 << CLASSES.indexOf(name);

/** All classes but "phrase", which tells nothing of the word itself. */
export const TELLING = ~bitOf("phrase");

const DEMONYM = bitOf("demonym");
const COMMON = bitOf("common");
const TOWN = bitOf("town");
const groupMask = (...names: WordClass[]): number => names.reduce((mask, name) => mask | bitOf(name), 0);
const ORGANIZATIONS = groupMask("company", "media", "agency", "party", "force", "team", "school", "organization");
const PLACES = groupMask("city", "country", "region", "place", "facility");
const PEOPLE = groupMask("first-name", "surname", "person");

/** Bits of `groupsOf`. */
export const PERSON = 1;
export const ORGANIZATION = 2;
export const PLACE = 4;

/** Which of people, organizations, places, peoples, common words and towns the classes speak of: a number below 64. */
export const groupsOf = (classes: number): number =>
  (classes & PEOPLE ? PERSON : 0) |
  (classes & ORGANIZATIONS ? ORGANIZATION : 0) |
  (classes & PLACES ? PLACE : 0) |
  (classes & DEMONYM ? 8 : 0) |
  (classes & COMMON ? 16 : 0) |
  (classes & TOWN ? 32 : 0);

/** How often a word has a small letter in running text: 0 for too rare to tell, then from never (1) to always (6). */
export type SmallShare = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export function smallShareOf(small: number, capital: number): SmallShare {
  const all = small + capital;
  if (all < 3) return 0;
  const share = small / all;
  if (share === 0) return 1;
  if (share < 0.05) return 2;
  if (share < 0.4) return 3;
  if (share < 0.8) return 4;
  return share < 0.98 ? 5 : 6;
}
