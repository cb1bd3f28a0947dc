import type { Doc } from "../../layers.ts";
import type { Entity, EntityType, Mention, Role } from "../../schema/entities.ts";
import { textSpan } from "../../span.ts";
import type { Group } from "./join.ts";
import { type Named, type Range, rolesOf } from "./names.ts";
import type { Reference } from "./references/scene.ts";

/** Writes groups of names, and what else stands for them, as entities, in the order in which they are first mentioned. */
export function entitiesOf(
  doc: Doc<"text" | "tokens">,
  groups: readonly Group[],
  references: readonly Reference[],
): Entity[] {
  const found = groups.map(({ named }): Found => ({ named, references: [] }));
  for (const reference of references) found[reference.group]!.references.push(reference);
  found.sort((a, b) => firstOf(a) - firstOf(b));
  const ids = new Map<number, string>(); // by first token: names do not overlap
  for (const [i, { named }] of found.entries()) for (const one of named) ids.set(one.first, `e${i + 1}`);
  return found.map((one, i) => entityOf(doc, one, `e${i + 1}`, ids));
}

interface Found {
  readonly named: readonly Named[];
  readonly references: Reference[];
}

const firstOf = ({ named, references }: Found): number =>
  Math.min(named[0]!.first, references[0]?.first ?? Number.POSITIVE_INFINITY);

/** Text without white space but single spaces. */
const PLAIN = /^\S+(?: \S+)*$/;

function entityOf(
  { text, tokens }: Doc<"text" | "tokens">,
  { named, references }: Found,
  id: string,
  ids: ReadonlyMap<number, string>,
): Entity {
  const span = ({ first, last }: Range) => textSpan(text.value, tokens.start[first]!, tokens.end[last - 1]!);
  const mentionOf = (range: Range, kind: Mention["kind"], rule: string, confidence: number): Mention => {
    const [start, end] = [tokens.start[range.first]!, tokens.end[range.last - 1]!];
    const rounded = Math.round(confidence * 1000) / 1000;
    return { start, end, text: text.value.slice(start, end), kind, rule, confidence: rounded };
  };
  const names = named.map((one) => mentionOf(one, "name", one.rule, one.confidence));
  const forms = [...new Set(names.map(({ text }) => (PLAIN.test(text) ? text : text.replace(/\s+/g, " "))))];
  const name = forms.reduce((best, form) => (isFuller(form, best) ? form : best));
  const roles: Role[] = named
    .flatMap(rolesOf)
    .map((role) => ({ ...span(role), of: (role.of && ids.get(role.of.first)) ?? null }));
  const others = references.map((one) => mentionOf(one, one.kind, one.rule, one.confidence));
  const mentions = others.length > 0 ? [...names, ...others].sort((a, b) => a.start - b.start) : names;
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
