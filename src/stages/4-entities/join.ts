import type { Doc } from "../../layers.ts";
import type { Entity, EntityType, Mention, Role } from "../../schema/entities.ts";
import { textSpan } from "../../span.ts";
import type { Reading } from "../../tagger/reading.ts";
import { beginsLatin, type Named, type Range } from "./names.ts";
import { PARTICLES, SMALL, SUFFIXES } from "./words.ts";

/** The mentions of one thing. */
interface Group {
  readonly kind: string;
  readonly named: Named[];
  /** The words of its fullest form, in lower case and without marks. */
  words: readonly string[];
}

/** Places are one kind, so that a country named as a team or a region is still that country. */
const kindOf = (type: EntityType): string => (type === "GPE" || type === "LOC" || type === "FAC" ? "PLACE" : type);

/** Groups names into one entity per thing, and writes them in the order in which they first occur. */
export function joinNames(doc: Doc<"text" | "tokens">, reading: Reading, named: readonly Named[]): Entity[] {
  const groups = groupsOf(reading, named);
  const ids = new Map<number, string>(); // by first token: names do not overlap
  for (const [i, { named }] of groups.entries()) for (const one of named) ids.set(one.first, `e${i + 1}`);
  return groups.map((group, i) => entityOf(doc, group, `e${i + 1}`, ids));
}

/** Text without white space but single spaces. */
const PLAIN = /^\S+(?: \S+)*$/;
const MARK = /^[^\p{L}\p{N}&-]+$/u;

/** True for a word of marks alone; most words begin with a letter, and need no look at the rest. */
const isMark = (word: string): boolean => !beginsLatin(word) && MARK.test(word);

/** The words by which names are compared: lower case, without stops and a leading "the". */
function wordsOf({ word }: Reading, { first, last }: Range): string[] {
  const words: string[] = [];
  for (let i = first; i < last; i++) {
    const plain = word[i]!.lower;
    const lower = plain.includes(".") ? plain.replaceAll(".", "") : plain;
    if (lower === "" || isMark(lower) || (i === first && lower === "the" && last - first > 1)) continue;
    words.push(lower);
  }
  return words.length > 0 ? words : [word[first]!.lower];
}

function groupsOf(reading: Reading, named: readonly Named[]): Group[] {
  const groups: Group[] = [];
  const people = new People();
  const others = new Others();
  // Fuller names first, so that a surname or acronym in the headline finds what the text introduces later.
  const sorted = named
    .map((one) => ({ one, words: wordsOf(reading, one) }))
    .sort((a, b) => b.words.length - a.words.length || a.one.first - b.one.first);
  for (const { one, words } of sorted) {
    const kind = kindOf(one.type);
    const register = kind === "PERSON" ? people : others;
    let group = register.find(kind, words, one);
    if (!group) {
      group = { kind, named: [], words };
      groups.push(group);
    }
    group.named.push(one);
    register.add(group, words);
  }
  for (const group of groups) group.named.sort((a, b) => a.first - b.first);
  return groups.sort((a, b) => a.named[0]!.first - b.named[0]!.first);
}

/** People by full name, and by each of its words. */
class People {
  readonly #byName = new Map<string, Group>();
  readonly #byWord = new Map<string, Set<Group>>();
  readonly #byEnds = new Map<string, Group>();

  find(_: string, words: readonly string[], one: Named): Group | undefined {
    const known = this.#byName.get(words.join(" "));
    if (known) return known;
    const plain = withoutSuffix(words);
    if (plain.length > 1) return this.#byEnds.get(endsOf(plain));
    const bearers = [...(this.#byWord.get(plain[0]!) ?? [])];
    const surname = bearers.filter((group) => withoutSuffix(group.words).at(-1) === plain[0]);
    return nearest(surname.length > 0 ? surname : bearers, one);
  }

  add(group: Group, words: readonly string[]): void {
    if (words.length > 1 || group.words.length === 1) this.#byName.set(words.join(" "), group);
    const plain = withoutSuffix(words);
    if (plain.length > 1 && !this.#byEnds.has(endsOf(plain))) this.#byEnds.set(endsOf(plain), group);
    if (group.words.length < 2) return;
    for (const word of plain) {
      if (PARTICLES.has(word) || word.length < 2) continue;
      const bearers = this.#byWord.get(word);
      if (bearers) bearers.add(group);
      else this.#byWord.set(word, new Set([group]));
    }
  }
}

const withoutSuffix = (words: readonly string[]): readonly string[] =>
  words.length > 2 && SUFFIXES.has(words.at(-1)!) ? words.slice(0, -1) : words;

/** "Barack H. Obama" and "Barack Obama" begin and end alike. */
const endsOf = (words: readonly string[]): string => `${words[0]} ${words.at(-1)}`;

/** Of several people with one surname, the one named last before this place, or else the first after it. */
function nearest(groups: readonly Group[], one: Named): Group | undefined {
  if (groups.length < 2) return groups[0];
  const distance = ({ named }: Group) =>
    named.reduce((least, { first }) => {
      const away = first <= one.first ? one.first - first : (first - one.first) * 1000;
      return Math.min(least, away);
    }, Number.POSITIVE_INFINITY);
  let best: Group | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const group of groups) {
    const away = distance(group);
    if (away < least) [best, least] = [group, away];
  }
  return best;
}

/** Forms of companies that a short form leaves out. */
const FORMS = new Set(
  "inc,corp,corporation,co,company,companies,ltd,limited,llc,llp,plc,ag,gmbh,nv,sa,spa,group,holdings,holding,bank,party,newspaper,magazine,ministry,department,agency,news,&".split(
    ",",
  ),
);

/** Names of everything but people, by kind and the forms in which they may come back. */
class Others {
  readonly #byForm = new Map<string, Group>();

  find(kind: string, words: readonly string[]): Group | undefined {
    return this.#byForm.get(`${kind} ${words.join(" ")}`) ?? this.#byForm.get(`${kind} ${turned(words).join(" ")}`);
  }

  add(group: Group, words: readonly string[]): void {
    const note = (form: readonly string[]) => {
      const key = `${group.kind} ${form.join(" ")}`;
      if (!this.#byForm.has(key)) this.#byForm.set(key, group);
    };
    note(words);
    if (words.length < 2) return;
    note(turned(words));
    const large = words.filter((word) => !SMALL.has(word));
    if (large.length > 1) {
      note([initials(large)]);
      note([initials(words)]);
      if (group.kind === "ORG") note([initials(large.filter((word) => !FORMS.has(word)))]);
    }
    if (group.kind !== "ORG") return;
    let end = words.length;
    while (end > 1 && FORMS.has(words[end - 1]!)) note(words.slice(0, --end));
  }
}

/** "Department of Defense" as "defense department", so that both orders are one. */
function turned(words: readonly string[]): readonly string[] {
  const link = words.indexOf("of");
  if (link < 1 || link === words.length - 1) return words;
  return [...words.slice(link + 1).filter((word) => word !== "the"), ...words.slice(0, link)];
}

const initials = (words: readonly string[]): string => words.map((word) => word[0]).join("");

function entityOf(
  { text, tokens }: Doc<"text" | "tokens">,
  { named }: Group,
  id: string,
  ids: ReadonlyMap<number, string>,
): Entity {
  const span = ({ first, last }: Range) => textSpan(text.value, tokens.start[first]!, tokens.end[last - 1]!);
  const mentions: Mention[] = named.map(({ first, last, rule, confidence }) => {
    const [start, end] = [tokens.start[first]!, tokens.end[last - 1]!];
    const rounded = Math.round(confidence * 1000) / 1000;
    return { start, end, text: text.value.slice(start, end), kind: "name", rule, confidence: rounded };
  });
  const forms = [...new Set(mentions.map(({ text }) => (PLAIN.test(text) ? text : text.replace(/\s+/g, " "))))];
  const name = forms.reduce((best, form) => (isFuller(form, best) ? form : best));
  const roles: Role[] = named.flatMap(({ role }) =>
    role ? [{ ...span(role), of: (role.of && ids.get(role.of.first)) ?? null }] : [],
  );
  return { id, type: typeOfGroup(named), name, aliases: forms.filter((form) => form !== name), roles, mentions };
}

/** Longer; or as long, and not in capitals throughout as in a headline. */
const isFuller = (form: string, best: string): boolean =>
  form.length > best.length ||
  (form.length === best.length && best === best.toUpperCase() && form !== form.toUpperCase());

/** The type that the mentions are surest of. */
function typeOfGroup(named: readonly Named[]): EntityType {
  const sums = new Map<EntityType, number>();
  for (const { type, confidence } of named) sums.set(type, (sums.get(type) ?? 0) + confidence);
  return [...sums].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
