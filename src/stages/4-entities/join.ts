import type { Entity, EntityType, Mention, Role } from "../../schema/entities.ts";
import { textSpan } from "../../span.ts";
import type { Article } from "./candidates.ts";
import type { Named } from "./classify.ts";

interface Group {
  type: EntityType;
  readonly named: Named[];
  /** The token texts of its fullest form. */
  words: readonly string[];
  confidence: number;
}

/** Groups names into one entity per thing, and writes them in the order in which they first occur. */
export function joinNames(article: Article, named: readonly Named[]): Entity[] {
  const groups = groupsOf(article, named);
  const ids = new Map<Named, string>();
  for (const [i, { named }] of groups.entries()) for (const one of named) ids.set(one, `e${i + 1}`);
  // The organization or place right before a title: "Anthropic CEO …".
  const holders = new Map<number, string>();
  for (const one of named) if (one.type !== "PERSON" && one.type !== "NORP") holders.set(one.last, ids.get(one)!);
  return groups.map((group, i) => entityOf(article, group, `e${i + 1}`, holders));
}

function groupsOf(article: Article, named: readonly Named[]): Group[] {
  const groups: Group[] = [];
  const byName = new Map<string, Group>();
  const persons = new Map<string, Set<Group>>(); // by surname
  const acronyms = new Map<string, Group>();
  const wordsOf = (one: Named) => article.lower.slice(one.first, one.last);

  // Full names first, so that a surname in the headline finds the person whom the text introduces later.
  const fullFirst = [...named].sort(
    (a, b) => Number(b.last - b.first > 1) - Number(a.last - a.first > 1) || a.first - b.first,
  );
  for (const one of fullFirst) {
    const words = wordsOf(one);
    const name = words.join(" ");
    const surname = words.at(-1)!;
    const bearers = persons.get(surname);
    const mayBePerson = one.type === "PERSON" || (one.confidence <= 0.65 && one.type !== "NORP");
    let group =
      byName.get(name) ??
      (words.length === 1 && one.type !== "PERSON" ? acronyms.get(name.replaceAll(".", "")) : undefined);
    if (!group && words.length === 1 && mayBePerson && bearers) group = nearest(bearers, one);
    if (!group) {
      group = { type: one.type, named: [], words, confidence: one.confidence };
      groups.push(group);
      if (one.type === "PERSON" && words.length > 1) {
        if (bearers) bearers.add(group);
        else persons.set(surname, new Set([group]));
      }
      if (one.type !== "PERSON" && words.length > 1) acronyms.set(initials(words), group);
    }
    byName.set(name, group);
    group.named.push(one);
    if (one.confidence > group.confidence) Object.assign(group, { type: one.type, confidence: one.confidence });
    if (words.length > group.words.length) group.words = words;
  }
  for (const { named } of groups) named.sort((a, b) => a.first - b.first);
  return groups.sort((a, b) => a.named[0]!.first - b.named[0]!.first);
}

/** Of several people with one surname, the one named last before this place, or else the first after it. */
function nearest(groups: ReadonlySet<Group>, one: Named): Group {
  const distance = ({ named }: Group) =>
    named.reduce((least, { first }) => {
      const away = first <= one.first ? one.first - first : (first - one.first) * 1000;
      return Math.min(least, away);
    }, Number.POSITIVE_INFINITY);
  return [...groups].reduce((best, group) => (distance(group) < distance(best) ? group : best));
}

const SMALL = new Set(["of", "for", "the", "and", "de", "on", "in", "&", "-"]);

const initials = (words: readonly string[]): string =>
  words
    .filter((word) => !SMALL.has(word))
    .map((word) => word[0])
    .join("");

function entityOf(article: Article, group: Group, id: string, holders: ReadonlyMap<number, string>): Entity {
  const { text, tokens } = article.doc;
  const span = (first: number, last: number) => textSpan(text.value, tokens.start[first]!, tokens.end[last - 1]!);
  const mentions: Mention[] = group.named.map(({ first, last, rule, confidence }) => ({
    ...span(first, last),
    kind: "name",
    rule,
    confidence,
  }));
  const forms = [...new Set(mentions.map((m) => m.text.replace(/\s+/g, " ")))];
  // The fullest form; "Kenya" rather than the "KENYA" of a headline.
  const isFuller = (form: string, best: string) =>
    form.length > best.length || (form.length === best.length && best === best.toUpperCase());
  const name = forms.reduce((best, form) => (isFuller(form, best) ? form : best));
  const roles: Role[] = group.named
    .filter((one) => one.role !== null)
    .map((one) => ({ ...span(one.role!.first, one.role!.last), of: holders.get(one.role!.first) ?? null }));
  return { id, type: group.type, name, aliases: forms.filter((form) => form !== name), roles, mentions };
}
