import type { Entity } from "../../schema/entities.ts";
import type { Speaker } from "../../schema/quotes.ts";
import type { Span } from "../../schema/span.ts";
import { textSpan } from "../../span.ts";
import { tokenFrom } from "../../tokens.ts";
import { type Article, mentionAfter, mentionsIn, type Range } from "./article.ts";
import { POSSESSIVES, PRONOUNS } from "./cues.ts";
import { ANONYMOUS, DOCUMENTS, GROUPS, ORGANIZATIONS, QUANTIFIERS, ROLES } from "./source-nouns.ts";

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

/** The person named last before an offset. */
export function personBefore({ mentions }: Article, offset: number): Entity | null {
  const after = mentionAfter(mentions, offset);
  for (let at = after - 1; at >= Math.max(0, after - LONGEST_LOOK_BACK); at--)
    if (mentions[at]!.entity.type === "PERSON") return mentions[at]!.entity;
  return null;
}

/** So many names back somebody may be meant by a pronoun. */
const LONGEST_LOOK_BACK = 12;

export const nobody = (reason: string): Speaker => ({ kind: "unknown", mention: null, entity: null, reason });
