import type { Reading } from "../../../tagger/reading.ts";
import type { Group } from "../join.ts";
import { FEMALE_NAMES, MALE_NAMES } from "../lexicon/given-names.ts";
import { inSentence, type Named, rolesOf } from "../names.ts";
import type { Sex } from "./mentioned.ts";
import { FEMALE_TITLES, Kind, kindOf, MALE_TITLES } from "./word-kinds.ts";

/** What names, titles and words beside them tell of somebody's sex; 0 if nothing or both. */
export function sexOfGroup(reading: Reading, { named, words }: Group): Sex {
  let bits = 0;
  for (const name of named) bits |= besideName(reading, name);
  if (bits === 0 && words.length > 1) bits = givenName(words);
  return bits === Kind.male || bits === Kind.female ? bits : 0;
}

/** What the title right before one mention tells of the sex of who bears it. */
export const sexOfTitle = (reading: Reading, name: Named): Sex => {
  const bits = besideName(reading, name);
  return bits === Kind.male || bits === Kind.female ? bits : 0;
};

/** "Mr.", "Queen", "his wife Ana", "chairwoman". */
function besideName(reading: Reading, name: Named): number {
  const { word } = reading;
  const { first } = name;
  let bits = 0;
  const before = first > 0 && word[first - 1]!.text === "." ? first - 2 : first - 1;
  if (inSentence(reading, first, before)) {
    const { lower, capital } = word[before]!;
    if (capital && MALE_TITLES.has(lower)) bits |= Kind.male;
    if (capital && FEMALE_TITLES.has(lower)) bits |= Kind.female;
    bits |= sexOfNoun(lower);
  }
  for (const role of rolesOf(name)) for (let at = role.first; at < role.last; at++) bits |= sexOfNoun(word[at]!.lower);
  return bits;
}

/** "wife", "chairwoman"; a pronoun beside a name tells nothing of it. */
const sexOfNoun = (lower: string): number => {
  const kind = kindOf(lower);
  return kind & Kind.person ? kind & (Kind.male | Kind.female) : 0;
};

function givenName(words: readonly string[]): number {
  // "J. Edgar": an initial tells nothing.
  const given = words[0]!.length === 1 && words.length > 2 ? words[1]! : words[0]!;
  if (MALE_NAMES.has(given)) return Kind.male;
  return FEMALE_NAMES.has(given) ? Kind.female : 0;
}
