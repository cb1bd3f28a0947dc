import type { Doc } from "../../layers.ts";
import type { Entity } from "../../schema/entities.ts";
import type { Speaker } from "../../schema/quotes.ts";
import type { Span } from "../../schema/span.ts";
import { textSpan } from "../../span.ts";
import { tokenFrom } from "../../tokens.ts";
import { POSSESSIVES, PRONOUNS } from "./cues.ts";
import { ANONYMOUS, DOCUMENTS, GROUPS, ORGANIZATIONS, QUANTIFIERS, ROLES } from "./source-nouns.ts";

/** The article as this stage looks at it. */
export interface Article {
  readonly doc: Doc<"text" | "blocks" | "sentences" | "tokens" | "entities">;
  readonly lower: readonly string[];
  /** Name mentions in text order. */
  readonly mentions: readonly (Span & { readonly entity: Entity })[];
  /** Whom pronouns and nouns mean, by where they begin. */
  readonly references: ReadonlyMap<number, { readonly end: number; readonly entity: Entity }>;
}

const PHRASE = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "X"]);
const RELATIVES = new Set(["who", "which"]);
const SKIPPED = new Set(["ADV", "AUX", "PART"]);
const LINKS = new Set(["of", "for", "with", "at", "from", "in", "to", "’s", "'s", "’", "'", "-", "&", "the", "and"]);
/** A phrase that names a speaker has at most this many tokens. */
const LONGEST_PHRASE = 16;
/** An apposition ("Ruiz, who has led the council since 2019, said") is looked through if it is no longer than this. */
const LONGEST_APPOSITION = 30;

/** The tokens from `first` (in) to `last` (out). */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** The subject that ends before the token `cue`, not reaching back beyond the token `from`. */
export function subjectBefore(article: Article, cue: number, from: number): Range | null {
  const { lower, doc } = article;
  const { pos } = doc.tokens;
  let last = cue;
  while (last > from && SKIPPED.has(pos[last - 1]!) && !LINKS.has(lower[last - 1]!)) last--;
  if (last > from && (lower[last - 1] === "," || lower[last - 1] === ")")) {
    const comma = opening(article, last - 1, from);
    if (comma <= from) return null;
    last = comma;
  }
  const phrase = phraseEnding(article, last, from);
  return phrase && (antecedent(article, phrase, from) ?? phrase);
}

/** What a relative "who" or "which" stands for: the phrase right before it, "a senior official who …". */
function antecedent(article: Article, { first, last }: Range, from: number): Range | null {
  const { lower } = article;
  if (last - first !== 1 || !RELATIVES.has(lower[first]!)) return null;
  const end = lower[first - 1] === "," ? first - 1 : first;
  const phrase = end > from ? phraseEnding(article, end, from) : null;
  if (!phrase) return null;
  // "the letter to an official who …": the nearer of the two.
  const to = lower.slice(phrase.first, phrase.last).lastIndexOf("to");
  return { first: phrase.first + to + 1, last: phrase.last };
}

/** "who" right after a name says who speaks; after "a senior official" the phrase before it does. */
function relative(article: Article, pronoun: Range): Range {
  const { tokens } = article.doc;
  let from = pronoun.first;
  while (from > 0 && tokens.sentence[from - 1] === tokens.sentence[from] && pronoun.first - from < LONGEST_APPOSITION)
    from--;
  const phrase = antecedent(article, pronoun, from);
  if (!phrase) return pronoun;
  const end = tokens.end[phrase.last - 1]!;
  const name = mentionsIn(article.mentions, { start: tokens.start[phrase.last - 1]!, end })[0];
  return article.lower[pronoun.first] === "who" && name?.entity.type === "PERSON" && name.end === end
    ? pronoun
    : phrase;
}

/** Index of the comma or parenthesis that opens the apposition which ends at `end`. */
function opening({ lower }: Article, end: number, from: number): number {
  const mark = lower[end] === ")" ? "(" : ",";
  for (let at = end - 1; at > Math.max(from, end - LONGEST_APPOSITION); at--) if (lower[at] === mark) return at;
  return -1;
}

function phraseEnding({ lower, doc }: Article, last: number, from: number): Range | null {
  const { pos } = doc.tokens;
  let first = last;
  while (first > from && last - first < LONGEST_PHRASE) {
    const tag = pos[first - 1]!;
    const word = lower[first - 1]!;
    const isPart =
      PHRASE.has(tag) ||
      (first < last && (LINKS.has(word) || word === ".")) ||
      (tag === "VERB" && first < last && /ed$/.test(word) && pos[first - 2] === "DET");
    if (!isPart) break;
    first--;
    if (PRONOUNS.has(word) && tag === "PRON") break;
  }
  while (first < last && (LINKS.has(lower[first]!) || lower[first] === ".") && lower[first] !== "the") first++;
  return hasHead(pos, first, last) ? { first, last } : null;
}

/** The phrase that begins at the token `first`: the subject after its verb, "said Ruiz". */
export function phraseFrom({ lower, doc }: Article, first: number, end: number): Range | null {
  const { pos } = doc.tokens;
  let last = first;
  while (last < end && last - first < LONGEST_PHRASE) {
    const tag = pos[last]!;
    if (!(PHRASE.has(tag) || (last > first && (LINKS.has(lower[last]!) || lower[last] === ".")))) break;
    last++;
  }
  while (last > first && (LINKS.has(lower[last - 1]!) || RELATIVES.has(lower[last - 1]!) || lower[last - 1] === "."))
    last--;
  return hasHead(pos, first, last) ? { first, last } : null;
}

const hasHead = (pos: readonly string[], first: number, last: number): boolean => {
  for (let at = first; at < last; at++)
    if (["NOUN", "PROPN", "PRON", "NUM", "X", "ADJ", "DET"].includes(pos[at]!)) return true;
  return false;
};

/** The name that stands beside a phrase for somebody: "the lawyer, Omar Deng, said". */
export function nameBeside(article: Article, phrase: Range, { kind }: Speaker): Range | null {
  if ((kind !== "role" && kind !== "anonymous") || article.lower[phrase.last] !== ",") return null;
  const { start, end, sentence } = article.doc.tokens;
  const first = phrase.last + 1;
  if (sentence[first] !== sentence[phrase.last]) return null;
  const name = mentionsIn(article.mentions, { start: start[first]!, end: end[first]! })[0];
  if (name?.start !== start[first] || name?.entity.type !== "PERSON") return null;
  let last = first;
  while (last < start.length && start[last]! < name.end) last++;
  return /^[\p{L}\p{N}]/u.test(article.lower[last] ?? "") ? null : { first, last };
}

const BESIDE = new Set(["by", "from", "of", "to", "with", "and", "but", "as", "while"]);
const CUTS = new Set([",", "(", "—", "–", ";", "who", "which", "whose", "that"]);

/**
 * The phrase that names the speaker, in a range that may hold more: an apposition, a relative clause, "by" before it,
 * "’s" after it. The part with a person's name, or else the first. Null if nothing is left. `cue` is the token of the cue.
 */
export function sourceRange(article: Article, source: Range, cue: number): Range | null {
  const { lower, doc, mentions } = article;
  const { start, end } = doc.tokens;
  if (source.last - source.first === 1 && RELATIVES.has(lower[source.first]!)) return relative(article, source);
  const { first, last } = completed(article, source, cue);
  const parts: Range[] = [];
  let from = first;
  for (let at = first; at <= last; at++) {
    if (at < last && (at === first || !CUTS.has(lower[at]!))) continue;
    let begin = from;
    let until = at;
    while (begin < until - 1 && BESIDE.has(lower[begin]!)) begin++;
    while (until > begin && /^(?:[’']s?|[^\p{L}\p{N}%$.]+)$/u.test(lower[until - 1]!)) until--;
    if (until > begin && /[\p{L}\p{N}]/u.test(lower[begin]!) && lower[begin] !== "including")
      parts.push({ first: begin, last: until });
    from = at + 1;
  }
  const named = parts.find((part) =>
    mentionsIn(mentions, { start: start[part.first]!, end: end[part.last - 1]! }).some(
      ({ entity }) => entity.type === "PERSON",
    ),
  );
  const part = named ?? parts[0];
  return part ? { first: part.first, last: nameEnd(article, part) } : null;
}

const DASH = new Set(["-", "–"]);
const PARTY = /^[rdi]$/;
const OPENING = new Set(["(", ","]);

/**
 * A phrase of which one word was taken alone, as the next one looks like a verb: "the so-called Islamic State", "Mr. Hedge";
 * and the senator in "Sen. Ana Ruiz (D-Ohio)", of whom only the party was.
 */
function completed(article: Article, source: Range, cue: number): Range {
  const { lower, doc } = article;
  const { pos, sentence } = doc.tokens;
  const { first } = source;
  if (source.last - first > 1) return source;
  if (PARTY.test(lower[first]!) && OPENING.has(lower[first - 1]!) && sentence[first - 1] === sentence[first]) {
    let from = first - 1;
    while (from > 0 && sentence[from - 1] === sentence[first] && first - from < LONGEST_APPOSITION) from--;
    return phraseEnding(article, first - 1, from) ?? source;
  }
  const isTitle = HONORIFICS.test(lower[first]!);
  if (pos[first] !== "DET" && !isTitle) return source;
  for (let at = first + 1; at !== cue && sentence[at] === sentence[first] && at - first <= LONGEST_COMPLETION; at++) {
    const tag = pos[at]!;
    if (tag === "PUNCT" && !DASH.has(lower[at]!)) break;
    const isLast = at + 1 === cue || !(isNoun(pos[at + 1]) || DASH.has(lower[at + 1]!));
    if ((isNoun(tag) && isLast) || (isTitle && at === first + 1)) return { first, last: at + 1 };
  }
  return source;
}

const HONORIFICS = /^(?:mrs?|ms|dr)\.?$/;
/** So many words may be missing from a phrase. */
const LONGEST_COMPLETION = 6;

const isNoun = (tag: string | undefined): boolean => tag === "NOUN" || tag === "PROPN";

/** Where the name ends in whose middle a phrase stops, or else the end of the phrase. */
function nameEnd({ doc, mentions }: Article, { last }: Range): number {
  const { start, end } = doc.tokens;
  const name = mentionsIn(mentions, { start: start[last - 1]!, end: end[last - 1]! })[0];
  let to = last;
  while (name && to < start.length && start[to]! < name.end) to++;
  return to;
}

/** Pronouns for one person, who if nobody else is known is the one named before; and for several. */
const SINGULAR = new Set(["he", "she", "who", "his", "her"]);
const PLURAL = new Set(["they", "we", "their", "our"]);

/** Tells who is meant by a phrase. `last` is the person named or speaking last before it, for pronouns. */
export function speakerOf(article: Article, range: Range, before: Entity | null): Speaker {
  const { text, tokens } = article.doc;
  const mention = textSpan(text.value, tokens.start[range.first]!, tokens.end[range.last - 1]!);
  const word = article.lower[range.first]!;
  if (range.last - range.first === 1 && (PRONOUNS.has(word) || POSSESSIVES.has(word))) {
    const known = article.references.get(mention.start)?.entity;
    const entity = known ?? (SINGULAR.has(word) ? before : null);
    const unnamed = PLURAL.has(word) ? "group" : word === "it" || word === "its" ? "unknown" : "person";
    const kind = entity ? kindOf(entity) : unnamed;
    return { kind, mention, entity: entity?.id ?? null, reason: entity ? null : notTold(mention.text) };
  }
  const reference = article.references.get(mention.start);
  if (reference?.end === mention.end) {
    const { id } = reference.entity;
    return { kind: kindOf(reference.entity), mention, entity: id, reason: null };
  }
  const head = article.lower[range.last - 1]!;
  const lowerHeads = article.lower.slice(range.first, range.last);
  const ofThing = lowerHeads.findIndex((word) => OF_THINGS.has(word));
  const noun = ofThing > 0 ? lowerHeads[ofThing - 1]! : head;
  const named = namedIn(article, range);
  // "Intel Research" is a name to its end, "an Intel study" is not; "the Race Relations Act" is both name and document.
  const name = nameAt(article, ofThing > 0 ? range.first + ofThing - 1 : range.last - 1);
  if (DOCUMENTS.has(noun) && !(name && ACTORS.has(name.type)))
    return { kind: "document", mention, entity: name?.id ?? null, reason: null };
  // "one senior Democrat", "some Republicans": a name of a group stands for the group only alone or after "the".
  const some = named?.type === "NORP" && range.last - range.first > (lowerHeads[0] === "the" ? 2 : 1);
  if (named && !some && (named.type === "PERSON" || (ofThing < 0 && (name || !isCommonNoun(noun)))))
    return { kind: kindOf(named), mention, entity: named.id, reason: null };
  if (ANONYMOUS.test(mention.text)) return { kind: "anonymous", mention, entity: null, reason: null };
  if (/[^s]s$/.test(noun) || GROUPS.has(noun) || isQuantity(noun))
    return { kind: "group", mention, entity: null, reason: null };
  if (ORGANIZATIONS.has(noun)) return { kind: "organization", mention, entity: null, reason: null };
  if (some || isCommonNoun(noun) || DOERS.test(noun)) return { kind: "role", mention, entity: null, reason: null };
  if (lowerHeads.some((word) => DOCUMENTS.has(word))) return { kind: "document", mention, entity: null, reason: null };
  return { kind: "unknown", mention, entity: null, reason: `who "${mention.text}" is, the text does not say` };
}

/** What follows these is no head of a phrase: "the head of the union". */
const OF_THINGS = new Set(["of", "for", "with", "in", "at", "on", "from", "by"]);

/** Whoever may speak as themselves. */
const ACTORS: ReadonlySet<string> = new Set(["PERSON", "ORG", "GPE", "NORP"]);

const KINDS: Partial<Record<Entity["type"], Speaker["kind"]>> = {
  PERSON: "person",
  NORP: "group",
  LAW: "document",
  WORK_OF_ART: "document",
};

const kindOf = ({ type }: Entity): Speaker["kind"] => KINDS[type] ?? "organization";

/** The entity whose name the token is a part of. */
function nameAt({ doc, mentions }: Article, token: number): Entity | null {
  const { start, end } = doc.tokens;
  return mentionsIn(mentions, { start: start[token]!, end: end[token]! })[0]?.entity ?? null;
}

export const notTold = (pronoun: string): string => `whom "${pronoun}" means is not told`;

/** Endings of nouns for what people do. */
const DOERS = /..(?:er|or|ist|man|woman|person)$/;

const isQuantity = (word: string): boolean => QUANTIFIERS.has(word) || /^\d[\d.,]*%?$/.test(word);

const isCommonNoun = (word: string): boolean => ROLES.has(word) || ROLES.has(word.replace(/s$/, ""));

/** The last person, or else the last name, that a phrase is about: not the mayor in "supporters of Ruiz" or "Ruiz’s aides". */
function namedIn(article: Article, { first, last }: Range): Entity | null {
  const { start, end } = article.doc.tokens;
  const inside = mentionsIn(article.mentions, { start: start[first]!, end: end[last - 1]! }).filter(
    (one) => one.entity.type !== "PERSON" || isHead(article, one, first, last),
  );
  return inside.findLast((m) => m.entity.type === "PERSON")?.entity ?? inside.at(-1)?.entity ?? null;
}

const TITLES = /^(?:mrs?|ms|dr|sen|gov|rep|president|senator|governor|mayor|the)\.?$/;
const BEFORE_OTHERS = new Set("of,for,to,by,from,with,about,that,close,against".split(","));

/** False for a name that hangs on another noun of the phrase: after a preposition, or before a possessive or a noun. */
function isHead({ doc: { tokens }, lower }: Article, name: Span, first: number, last: number): boolean {
  let at = tokenFrom(tokens, name.start);
  while (at > first && TITLES.test(lower[at - 1]!)) at--;
  if (at > first && BEFORE_OTHERS.has(lower[at - 1]!)) return false;
  const next = tokenFrom(tokens, name.end);
  return next >= last || !(/^[’']s?$/.test(lower[next]!) || tokens.pos[next] === "NOUN");
}

function mentionsIn(mentions: Article["mentions"], span: Span): Article["mentions"] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (mentions[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < mentions.length && mentions[end]!.start < span.end) end++;
  return mentions.slice(low, end);
}

/** The person named last before an offset. */
export function personBefore({ mentions }: Article, offset: number): Entity | null {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (mentions[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  for (let at = low - 1; at >= Math.max(0, low - 12); at--)
    if (mentions[at]!.entity.type === "PERSON") return mentions[at]!.entity;
  return null;
}

export const nobody = (reason: string): Speaker => ({ kind: "unknown", mention: null, entity: null, reason });
