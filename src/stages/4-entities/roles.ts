import type { Reading } from "../../tagger/reading.ts";
import { inSentence, type Named, namesByToken, type Range, type RoleRange } from "./names.ts";
import { HONORIFICS, ROLE_MODIFIERS, ROLES } from "./words.ts";

const stop = (word: string): string => (word.length > 2 && word.endsWith(".") ? word.slice(0, -1) : word);
/** An apposition that is longer than this is none. */
const LONGEST_APPOSITION = 14;

/** Gives the people among the names the titles that stand before them and in appositions after them. */
export function withRoles(reading: Reading, names: readonly Named[]): Named[] {
  const owner = namesByToken(reading.length, names);
  return names.map((name) => {
    if (name.type !== "PERSON") return name;
    const role = titleBefore(reading, names, owner, name) ?? apposition(reading, names, owner, name);
    return role ? { ...name, role } : name;
  });
}

/** "Defense Secretary", "Lumora CEO", "retired Gen.": the words right before the name, and whose title it is. */
function titleBefore(reading: Reading, names: readonly Named[], owner: Int32Array, { first }: Named): RoleRange | null {
  const { word } = reading;
  let last = first;
  while (
    inSentence(reading, first, last - 1) &&
    HONORIFICS.has(stop(word[skipStop(reading, last) - 1]?.lower ?? "")) &&
    !ROLES.has(stop(word[skipStop(reading, last) - 1]!.lower))
  )
    last = skipStop(reading, last) - 1;
  const end = last;
  const head = skipStop(reading, last) - 1;
  if (!inSentence(reading, first, head) || owner[head]! >= 0 || !ROLES.has(stop(word[head]!.lower))) return null;
  let start = head;
  while (
    inSentence(reading, first, start - 1) &&
    owner[start - 1]! < 0 &&
    word[start - 1]!.lower !== "of" &&
    word[start - 1]!.lower !== "and" &&
    (ROLE_MODIFIERS.has(stop(word[start - 1]!.lower)) || ROLES.has(stop(word[start - 1]!.lower)))
  )
    start--;
  const before = inSentence(reading, first, start - 1) ? owner[start - 1]! : -1;
  return { first: start, last: end, of: holder(names, before) };
}

/** The place before a "." that stands right before `at`. */
const skipStop = ({ word }: Reading, at: number): number => (at > 1 && word[at - 1]!.text === "." ? at - 1 : at);

const holder = (names: readonly Named[], index: number): Range | null => {
  const name = names[index];
  return name && name.type !== "PERSON" && name.type !== "NORP" ? name : null;
};

/** "Dario Amodei, the company's CEO,": a role between commas after the name. */
function apposition(
  reading: Reading,
  names: readonly Named[],
  owner: Int32Array,
  { first, last }: Named,
): RoleRange | null {
  const { word } = reading;
  if (!inSentence(reading, first, last + 1) || word[last]!.text !== ",") return null;
  for (let at = last + 1; at < last + LONGEST_APPOSITION && inSentence(reading, first, at); at++) {
    const { lower, text } = word[at]!;
    if (text === "," || text === "." || text === ";" || lower === "who" || lower === "said") return null;
    if (owner[at]! >= 0) {
      if (names[owner[at]!]!.type === "PERSON") return null;
      continue;
    }
    const next = inSentence(reading, first, at + 1) ? word[at + 1]!.lower : "";
    if (ROLES.has(stop(lower)) && !ROLES.has(stop(next))) return appositionRole(reading, names, owner, last + 1, at);
    if (reading.pos[at] === VERB) return null;
  }
  return null;
}

const VERB = 16;

function appositionRole(
  reading: Reading,
  names: readonly Named[],
  owner: Int32Array,
  from: number,
  head: number,
): RoleRange | null {
  const { word } = reading;
  let start = head;
  while (
    start > from &&
    owner[start - 1]! < 0 &&
    (ROLE_MODIFIERS.has(stop(word[start - 1]!.lower)) || ROLES.has(stop(word[start - 1]!.lower)))
  )
    start--;
  let of: Range | null = null;
  for (let at = from; at < start && !of; at++) of = holder(names, owner[at]!);
  for (let at = head + 1; !of && at <= head + 4 && inSentence(reading, from, at); at++) {
    const { lower } = word[at]!;
    if (owner[at]! >= 0) of = holder(names, owner[at]!);
    else if (at === head + 1 ? lower !== "of" && lower !== "at" && lower !== "for" && lower !== "to" : lower !== "the")
      break;
  }
  // A role follows the comma at once, or after an article, a name or its possessive: else it is a list of people.
  const lead = word[from]!.lower;
  const apposed =
    start === from ||
    lead === "the" ||
    lead === "a" ||
    lead === "an" ||
    lead === "his" ||
    lead === "her" ||
    lead === "their" ||
    owner[from]! >= 0;
  return apposed ? { first: start, last: head + 1, of } : null;
}
