import { POS_CODES } from "../../tagger/pos-codes.ts";
import type { Reading } from "../../tagger/reading.ts";
import { inSentence, type Named, namesByToken, type Range, type RoleRange } from "./names.ts";
import { HONORIFICS, ROLE_MODIFIERS, ROLES } from "./words.ts";

const stop = (word: string): string => (word.length > 2 && word.endsWith(".") ? word.slice(0, -1) : word);
/** An apposition that is longer than this is none. */
const LONGEST_APPOSITION = 14;
/** A title has at most so many words before its head. */
const MOST_MODIFIERS = 6;

/** Words by which a title is no longer, or not yet, somebody's; they belong to it wherever they stand. */
const FORMER = new Set("former,ex,acting,interim,deputy,then,retired,assistant,vice,incoming,outgoing".split(","));
/** What somebody can be secretary, chief or minister of, without a name. */
const OFFICES = new Set(
  "state,staff,defense,defence,treasury,education,energy,labor,labour,war,health,commerce,justice,operations,communications,research,policy,marketing,sales,engineering,product,strategy,finance,parliament,police,schools,state,transportation,agriculture,interior,information,tourism,mines,environment".split(
    ",",
  ),
);
/** Before a title and a surname alone they begin another phrase: "the judge Deng spoke of", "what kind of leader Deng is". */
const CLAUSES = new Set(["the", "of", "what", "which", "whatever"]);
/** Titles that no organization gives. */
const ELECTED = new Set(["rep", "sen", "gov", "representative", "senator", "governor"]);
const ARTICLES = new Set(["a", "an", "the", "his", "her", "their", "its"]);
const POSSESSIVES = new Set(["'s", "’s", "’", "'"]);
const { ADJ, ADP, NOUN, PROPN, VERB } = POS_CODES;

/** Gives the people among the names the titles that stand before them and in appositions after them. */
export function withRoles(reading: Reading, names: readonly Named[]): Named[] {
  const owner = namesByToken(reading.length, names);
  return names.map((name) => {
    if (name.type !== "PERSON") return name;
    const title = titleBefore(reading, names, owner, name);
    const apposition = appositionAfter(reading, names, owner, name);
    if (title) return apposition ? { ...name, role: title, apposition } : { ...name, role: title };
    return apposition ? { ...name, role: apposition } : name;
  });
}

const isRole = ({ word }: Reading, at: number): boolean => ROLES.has(stop(word[at]!.lower));

/** "Defense Secretary", "Lumora CEO", "retired Gen.": the words right before the name, and whose title it is. */
function titleBefore(
  reading: Reading,
  names: readonly Named[],
  owner: Int32Array,
  { first, last: end }: Named,
): RoleRange | null {
  const { word } = reading;
  const size = end - first;
  let last = first;
  while (
    inSentence(reading, first, last - 1) &&
    HONORIFICS.has(stop(word[skipStop(reading, last) - 1]?.lower ?? "")) &&
    !isRole(reading, skipStop(reading, last) - 1)
  )
    last = skipStop(reading, last) - 1;
  let head = skipStop(reading, last) - 1;
  if (!inSentence(reading, first, head) || owner[head]! >= 0) return null;
  // "Secretary of State Ana Ruiz"
  const office =
    OFFICES.has(word[head]!.lower) && word[head - 1]?.lower === "of" && inSentence(reading, first, head - 2);
  if (office) head -= 2;
  if (owner[head]! >= 0 || !isRole(reading, head)) return null;
  const start = roleStart(reading, owner, head);
  // "The judge Deng spoke of": before a surname alone it is a clause.
  if (!word[head]!.capital && size === 1 && CLAUSES.has(word[start - 1]?.lower ?? "")) return null;
  return withHolder(reading, names, owner, { first: start, last });
}

/** The place before a "." that stands right before `at`. */
const skipStop = ({ word }: Reading, at: number): number => (at > 1 && word[at - 1]!.text === "." ? at - 1 : at);

/** Where the words begin that belong to a title: "chief executive", "Commodities Minister", "presidential nominee". */
function roleStart(reading: Reading, owner: Int32Array, head: number): number {
  const { word, pos, place } = reading;
  const { capital } = word[head]!;
  let start = head;
  let sure = head; // where it begins by words that titles are made of
  while (head - start < MOST_MODIFIERS && inSentence(reading, head, start - 1) && owner[start - 1]! < 0) {
    const { lower, capital: large } = word[start - 1]!;
    if (lower === "of" || lower === "and") break;
    const tag = pos[start - 1]!;
    if (NO_TITLES.has(lower)) break;
    const isKnown = ROLE_MODIFIERS.has(stop(lower)) || isRole(reading, start - 1) || isHyphen(reading, start - 1);
    const isPart =
      isKnown ||
      (capital && large && place[start - 1] === 0 && (tag === NOUN || tag === PROPN || tag === ADJ)) ||
      (!capital && !large && (tag === NOUN || (tag === ADJ && lower.endsWith("al"))));
    if (!isPart) break;
    start--;
    if (isKnown && sure === start + 1) sure = start;
  }
  // "Custodian of the Two Holy Mosques King …": the capitals belong to what stands before them.
  if (start < sure && inSentence(reading, head, start - 1) && OF.has(word[start - 1]!.lower)) start = sure;
  while (start < head && !/^[\p{L}\p{N}]/u.test(word[start]!.text)) start++;
  return start;
}

/** The hyphen of "Director-General" and "ex-president". */
const isHyphen = (reading: Reading, at: number): boolean =>
  reading.word[at]!.text === "-" && reading.glued[at] === 1 && reading.glued[at + 1] === 1;

const OF = new Set(["of", "the", "for", "two", "and"]);
/** What people are called by courtesy, and "under President …". */
const NO_TITLES = new Set("majesty,excellency,highness,honourable,honorable,eminence,holiness,under".split(","));

/** The title with the name before it, whose title it is, and with "former" before that. */
function withHolder(reading: Reading, names: readonly Named[], owner: Int32Array, role: Range): RoleRange {
  const { word } = reading;
  const { first, last } = role;
  let before = first - 1;
  if (inSentence(reading, first, before) && POSSESSIVES.has(word[before]!.text)) before--; // "Lumora’s CEO"
  const index = inSentence(reading, first, before) ? owner[before]! : -1;
  const name = names[index];
  const elected = ELECTED.has(stop(word[last - 1]!.text === "." ? word[last - 2]!.lower : word[last - 1]!.lower));
  const of = elected && name?.type === "ORG" ? null : holder(names, index);
  if (!name || before !== first - 1 || !inSentence(reading, first, name.first - 1)) return { first, last, of };
  const former = FORMER.has(word[name.first - 1]!.lower);
  return { first: former ? name.first - 1 : first, last, of };
}

const holder = (names: readonly Named[], index: number): Range | null => {
  const name = names[index];
  return name && name.type !== "PERSON" && name.type !== "NORP" ? name : null;
};

/** "Dario Amodei, the company's CEO,": a role between commas after the name. */
function appositionAfter(
  reading: Reading,
  names: readonly Named[],
  owner: Int32Array,
  { first, last }: Named,
): RoleRange | null {
  const { word, pos } = reading;
  if (!inSentence(reading, first, last + 1) || word[last]!.text !== ",") return null;
  for (let at = last + 1; at < last + LONGEST_APPOSITION && inSentence(reading, first, at); at++) {
    const { lower, text } = word[at]!;
    if (text === "," || text === "." || text === ";" || lower === "who" || lower === "said") return null;
    if (owner[at]! >= 0) {
      if (names[owner[at]!]!.type === "PERSON") return null;
      continue;
    }
    const next = inSentence(reading, first, at + 1) ? at + 1 : -1;
    if (isRole(reading, at) && !(next >= 0 && isRole(reading, next))) {
      if (next >= 0 && POSSESSIVES.has(word[next]!.text)) return null; // "the prime minister’s wife"
      const after = next >= 0 && word[next]!.text === "." ? next + 1 : next;
      if (after >= 0 && owner[after]! >= 0 && names[owner[after]!]!.type === "PERSON") return null; // a title of the next
      if (next >= 0 && pos[next] === NOUN && owner[next]! < 0) continue; // "a veteran newspaper editor"
      return appositionRole(reading, names, owner, last + 1, at);
    }
    if (pos[at] === VERB || (pos[at] === ADP && at > last + 1)) return null; // "a friend of the mayor"
  }
  return null;
}

function appositionRole(
  reading: Reading,
  names: readonly Named[],
  owner: Int32Array,
  from: number,
  head: number,
): RoleRange | null {
  const { word } = reading;
  let last = head + 1;
  if (
    word[last]?.lower === "of" &&
    inSentence(reading, head, last + 1) &&
    OFFICES.has(word[last + 1]!.lower) &&
    owner[last + 1]! < 0 &&
    !(inSentence(reading, head, last + 2) && reading.pos[last + 2] === NOUN) // "professor of labor law"
  )
    last += 2; // "secretary of state"
  if (inSentence(reading, head, last) && owner[last]! >= 0 && names[owner[last]!]!.type === "PERSON") return null; // a list
  const start = Math.max(from, roleStart(reading, owner, head));
  // A role follows the comma at once, or after an article, a name or its possessive: else it is a list of people.
  if (start !== from && !ARTICLES.has(word[from]!.lower) && owner[from]! < 0) return null;
  const role = withHolder(reading, names, owner, { first: start, last });
  if (role.of) return role;
  for (let at = last; at <= last + 3 && inSentence(reading, head, at); at++) {
    if (owner[at]! >= 0) return { ...role, of: holder(names, owner[at]!) };
    const { lower } = word[at]!;
    if (at === last ? lower !== "of" && lower !== "at" && lower !== "for" && lower !== "to" : lower !== "the") break;
  }
  for (let at = from; at < start; at++) {
    const of = holder(names, owner[at]!);
    if (of) return { ...role, of };
  }
  return role;
}
