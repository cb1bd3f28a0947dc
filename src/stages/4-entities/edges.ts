import type { EntityType } from "../../schema/entities.ts";
import { groupsOf, ORGANIZATION } from "../../tagger/classes.ts";
import type { Lexicon } from "../../tagger/lexicon.ts";
import type { Reading } from "../../tagger/reading.ts";
import { beginsLatin, inSentence, type Range } from "./names.ts";
import { classesOf } from "./typing.ts";
import { HONORIFICS, ROLES, SUFFIXES } from "./words.ts";

const stop = (word: string): string => (word.endsWith(".") ? word.slice(0, -1) : word);
/** Honorifics of everybody, which no name begins with. */
const CIVIL = new Set(["mr", "mrs", "ms", "dr"]);
const isCivil = (lower: string): boolean => CIVIL.has(stop(lower));
const MOST_INITIALS = 4;
const INITIAL = /^\p{Lu}$/u;
const ABBREVIATED = /^(?:\p{Lu}\.)+$/u;
const MARK = /^[^\p{L}\p{N}]+$/u;

const isMark = (text: string): boolean => !beginsLatin(text) && MARK.test(text);

/** True for a word that stands before a name and is no part of it: "Mr.", "Mayor". */
export const isTitle = (lower: string): boolean => HONORIFICS.has(stop(lower)) || ROLES.has(stop(lower));

/**
 * Where a name of this type begins and ends without what is no part of it: punctuation, a possessive 's, and before a person the titles; and with the "Jr."
 * that belongs to it. Null if nothing is left.
 */
export function trueEdges(reading: Reading, lexicon: Lexicon, type: EntityType, name: Range): Range | null {
  const { word } = reading;
  let { first, last } = name;
  const own = type === "PERSON" ? -1 : possessiveEnd(reading, lexicon, name);
  if (own > 0) return { first, last: own };
  if (isAddress(word[first]!.text) || (first > 0 && reading.glued[first] && word[first - 1]!.text === "@")) return null;
  while (first < last && (isMark(word[first]!.text) || isPossessive(word[first]!.lower))) first++;
  while (last > first && (isTail(reading, last - 1, first) || (type === "PERSON" && isCivil(word[last - 1]!.lower))))
    last--;
  if (type === "PERSON") {
    while (first + 1 < last && isTitle(word[first]!.lower) && !initialsFollow(reading, first)) {
      first++;
      while (first < last && word[first]!.text === ".") first++;
    }
    last = beforeOrigin(reading, { first, last });
    first = withInitials(reading, first);
    last = withSuffix(reading, { first, last });
  } else {
    if (type === "ORG") last = withForm(reading, { first, last });
    while (first + 1 < last && isCivil(word[first]!.lower)) first += word[first + 1]!.text === "." ? 2 : 1;
  }
  while (first < last && isMark(word[first]!.text)) first++; // what stood between a title and the name
  while (first < last && isCivil(word[first]!.lower)) first += word[first + 1]?.text === "." ? 2 : 1; // nobody's
  if (first === name.first && last === name.last) return name;
  return first < last ? { first, last } : null;
}

/** Where a person of two names or more ends before what they are of: "Omar Deng of Quellin", but not "Omar of Quellin". */
function beforeOrigin({ word }: Reading, { first, last }: Range): number {
  for (let at = first + 2; at + 1 < last; at++) if (word[at]!.text === "of") return at;
  return last;
}

/** Handles and addresses of the web are no names. */
const isAddress = (text: string): boolean => text.startsWith("@") || text.includes("://");

const isPossessive = (lower: string): boolean => lower === "'s" || lower === "’s" || lower === "’" || lower === "'";

function isTail({ word }: Reading, at: number, first: number): boolean {
  const { text, lower } = word[at]!;
  if (beginsLatin(text)) return false;
  if (isPossessive(lower)) return true;
  if (text === ")") {
    for (let i = at - 1; i >= first; i--) if (word[i]!.text === "(") return false; // "CPI (M)"
    return true;
  }
  return isMark(text) && text !== "." && text !== "+" && text !== "!";
}

/** "Major" and "King" are names too: before an initial they are no titles. */
const initialsFollow = ({ word }: Reading, at: number): boolean =>
  word[at + 1]!.text.length === 1 && word[at + 1]!.capital && !HONORIFICS.has(stop(word[at]!.lower));

/** Where a person's name begins with the initials before it taken in: "J. R. Calloway". */
function withInitials(reading: Reading, first: number): number {
  const { word, glued } = reading;
  for (let count = 0; count < MOST_INITIALS; count++) {
    const abbreviated = first > 0 && word[first - 1]!.text === "." && glued[first - 1] === 1;
    const at = abbreviated ? first - 2 : first - 1;
    if (!inSentence(reading, first, at)) return first;
    const { text } = word[at]!;
    if (!(abbreviated ? INITIAL.test(text) : text.endsWith(".") && ABBREVIATED.test(text))) return first;
    first = at;
  }
  return first;
}

/** Where a name that has its 's for good ends ("McDonald's"), if the lexicon knows it so and not without; or -1. */
function possessiveEnd(reading: Reading, lexicon: Lexicon, { first, last }: Range): number {
  const { word } = reading;
  const inside = last - first > 1 && isPossessive(word[last - 1]!.lower);
  const end = inside ? last - 1 : last;
  if (!inside && !(inSentence(reading, first, last) && isPossessive(word[last]!.lower))) return -1;
  if (word[end]!.text.length < 2 || !(groupsOf(classesOf(reading, lexicon, { first, last: end + 1 })) & ORGANIZATION))
    return -1;
  return groupsOf(classesOf(reading, lexicon, { first, last: end })) & ORGANIZATION ? -1 : end + 1;
}

const FORMS = new Set("inc,inc.,ltd,ltd.,llc,l.l.c.,llp,l.l.p.,l.p.,plc,corp,corp.,n.v.,s.a.".split(","));

/** Where an organization ends with the legal form after a comma taken in: "Quellin Foods, Inc." */
function withForm(reading: Reading, { first, last }: Range): number {
  const { word, glued } = reading;
  const comma = inSentence(reading, first, last + 1) && word[last]!.text === "," ? 1 : 0;
  const at = last + comma;
  if (!inSentence(reading, first, at) || !word[at]!.capital || !FORMS.has(word[at]!.lower)) return last;
  const stopped = inSentence(reading, first, at + 2) && word[at + 1]!.text === "." && glued[at + 1] === 1;
  return at + (stopped ? 2 : 1);
}

/** Where a person's name ends with "Jr." or "III" taken in. */
function withSuffix(reading: Reading, { first, last }: Range): number {
  const { word } = reading;
  if (last - first < 2) return last;
  const comma = inSentence(reading, first, last + 1) && word[last]!.text === "," ? 1 : 0;
  const at = last + comma;
  if (!inSentence(reading, first, at) || !word[at]!.capital || !SUFFIXES.has(word[at]!.lower)) return last;
  const abbreviated = inSentence(reading, first, at + 1) && word[at + 1]!.text === "." && reading.glued[at + 1] === 1;
  return at + 1 + (abbreviated && inSentence(reading, first, at + 2) ? 1 : 0);
}
