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
] as const;
export type WordClass = (typeof CLASSES)[number];

/** The bit of a class. */
export const bitOf = (name: WordClass): number => 1 << CLASSES.indexOf(name);

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
