import type { EntityType } from "../../schema/entities.ts";
import type { Article, Candidate } from "./candidates.ts";
import type { NameKind, NameLexicon } from "./lexicon.ts";
import {
  EVENT_WORDS,
  FACILITY_WORDS,
  HOLDERS,
  LAW_WORDS,
  LEGAL_FORMS,
  ORGANIZATION_WORDS,
  PLACE_STARTS,
  REGION_WORDS,
  ROLE_MODIFIERS,
  STORMS,
} from "./words.ts";

/** A name with its type and why, and the title that stands before it. */
export interface Named extends Candidate {
  readonly type: EntityType;
  readonly rule: string;
  readonly confidence: number;
  readonly role: Candidate | null;
}

const TYPE_OF: Record<NameKind, EntityType> = {
  first: "PERSON",
  last: "PERSON",
  person: "PERSON",
  gpe: "GPE",
  loc: "LOC",
  org: "ORG",
  norp: "NORP",
};

const WORD = /^[\p{L}\p{N}]/u;
const EDGES_BEFORE = new Set([".", "-", "–", "&", "the"]);
const MISTER = /^(?:mr|mrs|ms|mx|dr)\.?$/;
const ACRONYM = /^\p{Lu}[\p{Lu}&.]{1,6}$/u;
const SAYING = new Set(
  "said,says,told,added,asked,wrote,tweeted,replied,insisted,argued,explained,recalled".split(","),
);
const PLACE_PREPOSITIONS = new Set(["in", "at", "near", "from", "across", "outside"]);

/** Tells what a candidate is; one with titles and organizations before a person's name is several things. */
export function classify(article: Article, lexicon: NameLexicon, candidate: Candidate): Named[] {
  const { first, last } = withoutEdges(article, candidate);
  if (first >= last) return [];
  if (MISTER.test(article.lower[first - 1] ?? ""))
    return [{ first, last, type: "PERSON", rule: "entities/honorific", confidence: 0.85, role: null }];
  const whole = known(article, lexicon, first, last);
  if (whole) return [withRole(article, lexicon, whole)];

  const title = lastTitle(article, lexicon, first, last);
  if (title < 0) return [withRole(article, lexicon, unknown(article, lexicon, first, last))];
  let roleFirst = title;
  while (roleFirst > first && ROLE_MODIFIERS.has(article.lower[roleFirst - 1]!)) roleFirst--;
  const role = { first: roleFirst, last: title + 1 };
  const before = roleFirst > first ? classify(article, lexicon, { first, last: roleFirst }) : [];
  if (title + 1 === last) return before; // a title and nobody who has it
  const name = withoutEdges(article, { first: title + 1, last });
  if (name.first >= name.last) return before;
  return [...before, { ...name, type: "PERSON", rule: "entities/title", confidence: 0.9, role }];
}

/** Leaves out "the" and a dot, hyphen or "&" at the edges. */
function withoutEdges({ lower }: Article, { first, last }: Candidate): Candidate {
  while (first < last && EDGES_BEFORE.has(lower[first]!)) first++;
  while (last > first && (lower[last - 1] === "-" || lower[last - 1] === "&")) last--;
  return { first, last };
}

const phrase = ({ lower }: Article, first: number, last: number): string => lower.slice(first, last).join(" ");

function known(article: Article, lexicon: NameLexicon, first: number, last: number): Named | null {
  if (last - first > lexicon.longest) return null;
  const kind = lexicon.names.get(phrase(article, first, last));
  if (!kind || (kind === "first" && article.initial[first])) return null;
  const confidence = kind === "first" || kind === "last" ? 0.6 : 0.85;
  return { first, last, type: TYPE_OF[kind], rule: `entities/known-${kind}`, confidence, role: null };
}

/** Index of the last word that is a title, with a name after it or none; -1 if there is none. */
function lastTitle(
  { lower }: Article,
  { roleWords, honorifics, names }: NameLexicon,
  first: number,
  last: number,
): number {
  for (let at = last - 1; at >= first; at--) {
    const word = lower[at]!.replace(/\.$/, "");
    const isTitle = roleWords.has(word) || honorifics.has(word);
    if (isTitle && !(at > first && names.get(word) === "last")) return lower[at + 1] === "of" ? -1 : at;
  }
  return -1;
}

/** Takes in a title in small letters before a person's name: "the Lumora chief executive Petra Valdane". */
function withRole(article: Article, lexicon: NameLexicon, named: Named): Named {
  const { lower, doc } = article;
  const { sentence } = doc.tokens;
  const { first } = named;
  const mayBePerson = named.type === "PERSON" || named.confidence < 0.5;
  if (!mayBePerson || sentence[first - 1] !== sentence[first] || !lexicon.roleWords.has(lower[first - 1]!))
    return named;
  let roleFirst = first - 1;
  while (sentence[roleFirst - 1] === sentence[first] && ROLE_MODIFIERS.has(lower[roleFirst - 1]!)) roleFirst--;
  const role = { first: roleFirst, last: first };
  return { ...named, type: "PERSON", rule: "entities/title", confidence: Math.max(named.confidence, 0.8), role };
}

/** What has a chief executive is an organization, what has a mayor a place, if nothing better is known of it. */
export function withHolders(article: Article, named: readonly Named[]): Named[] {
  const roles = new Map(named.flatMap(({ role }) => (role ? [[role.first, role] as const] : [])));
  return named.map((one) => {
    const role = roles.get(one.last);
    const type = role && HOLDERS.get(article.lower[role.last - 1]!);
    if (!type || one.confidence >= 0.5) return one;
    return { ...one, type, rule: "entities/before-title", confidence: 0.7 };
  });
}

function unknown(article: Article, lexicon: NameLexicon, first: number, last: number): Named {
  const { words, lower } = article;
  const as = (type: EntityType, rule: string, confidence: number): Named => ({
    first,
    last,
    type,
    rule: `entities/${rule}`,
    confidence,
    role: null,
  });
  const count = words.slice(first, last).filter((word) => word !== "." && word !== "-").length;
  const link = lower.slice(first, last).findIndex((word) => word === "of" || word === "for");
  const head = lower[link > 0 ? first + link - 1 : last - 1]!;
  const start = lower[first]!;
  const given = lexicon.names.get(start);

  if (LEGAL_FORMS.has(head) && count > 1) return as("ORG", "legal-form", 0.9);
  if (count > 1 || link > 0) {
    if (LAW_WORDS.has(head)) return as("LAW", "law-word", 0.75);
    if (EVENT_WORDS.has(head) || STORMS.has(start)) return as("EVENT", "event-word", 0.7);
    if (FACILITY_WORDS.has(head)) return as("FAC", "facility-word", 0.7);
    if (lexicon.organizationWords.has(head) || ORGANIZATION_WORDS.has(head)) return as("ORG", "organization-word", 0.8);
    if (REGION_WORDS.has(head)) return as("GPE", "region-word", 0.75);
    if (lexicon.placeWords.has(head) || PLACE_STARTS.has(start)) return as("LOC", "place-word", 0.7);
  }
  if (given === "first" && count > 1 && count < 5) return as("PERSON", "first-name", 0.85);
  if (ACRONYM.test(words[first]!) && count === 1) return as("ORG", "acronym", 0.65);
  const inverted = lower[first - 1] === "said" && !WORD.test(lower[first - 2] ?? ""); // “…,” said Ruiz
  const age = lower[last] === "," && /^\d{2}$/.test(lower[last + 1] ?? "");
  if (inverted || SAYING.has(lower[last]!) || age) return as("PERSON", "said-or-age", 0.65);
  if (given === "gpe" && count === 2) return as("ORG", "place-and-name", 0.4);
  if (count === 1 && PLACE_PREPOSITIONS.has(lower[first - 1]!)) return as("GPE", "preposition", 0.5);
  if (count === 2 || count === 3) return as("PERSON", "capitals", 0.45);
  if (count > 3) return as("ORG", "long-capitals", 0.4);
  return as("MISC", "capital", 0.3);
}
