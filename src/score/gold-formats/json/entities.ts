import type { Mention } from "../../../schema/entities.ts";
import type { Span } from "../../../schema/span.ts";
import { contains, overlaps } from "../../../span.ts";
import type { GoldCluster } from "../../gold.ts";
import { checkInSentence, type Reading, type Report, reporter, spansOf } from "./issues.ts";
import { type Located, quoted } from "./locate.ts";
import type { WrittenEntity } from "./schema.ts";

/** Tells which of the list is meant by an id or a name: its index; null, and a report, if it is none or several. */
export type FindEntity = (called: string, report: Report) => number | null;

export function entityFinder(written: readonly WrittenEntity[]): FindEntity {
  const keys = new Map<string, number[]>();
  for (const [index, { id, name }] of written.entries())
    for (const key of new Set([id ?? name, name])) keys.set(key, [...(keys.get(key) ?? []), index]);
  return (called, report) => {
    const exact = written.findIndex(({ id }) => id === called);
    const found = exact >= 0 ? [exact] : (keys.get(called) ?? []);
    if (found.length === 1) return found[0]!;
    if (found.length === 0)
      report(`${quoted(called)} is no entity of the list`, "write the name or id of one, or add it to entities");
    else report(`${quoted(called)} is the name of ${found.length} entities`, "give each an id, and write that");
    return null;
  };
}

const KINDS = ["name", "nominal", "pronoun"] as const;

interface Kinded {
  readonly kind: Mention["kind"];
  readonly located: Located;
}

/** The entities with their mentions in text order. `#*` takes the places that lie in no other name. */
export function readEntities(written: readonly WrittenEntity[], reading: Reading): GoldCluster[] {
  const find = entityFinder(written);
  const report = (index: number) => reporter(reading, "entities", index, written[index]!.name);
  const all = written.map(({ name, mentions }): Kinded[] => {
    const lists = Object.keys(mentions).length > 0 ? mentions : { name: [`${name}#*`] };
    return KINDS.flatMap((kind) => (lists[kind] ?? []).map((passage) => ({ kind, located: reading.locate(passage) })));
  });
  const names = all.flat().flatMap(({ kind, located }) => (kind === "name" && "spans" in located ? located.spans : []));
  const isPartOfName = (span: Span) =>
    names.some((name) => contains(name, span) && name.end - name.start > span.end - span.start);

  const clusters = written.map(({ type, name, roles }, index): GoldCluster => {
    const mentions = all[index]!.flatMap(({ kind, located }) =>
      spansOf(located, report(index))
        .filter((span) => !("isAll" in located && located.isAll && isPartOfName(span)))
        .map((span) => ({ ...span, kind })),
    ).sort((a, b) => a.start - b.start || a.end - b.end);
    for (const mention of mentions) {
      checkInSentence(reading, mention, report(index));
      checkForm(mention.kind, reading.text.slice(mention.start, mention.end), report(index));
    }
    return {
      type,
      name,
      mentions,
      roles: roles.flatMap((role) => {
        const { text, of } = typeof role === "string" ? { text: role, of: null } : role;
        const spans = spansOf(reading.locate(text), report(index));
        return spans.map((span) => ({ ...span, of: of === null ? null : find(of, report(index)) }));
      }),
    };
  });
  for (const [index, entity] of written.entries()) checkNames(entity, clusters[index]!, reading.text, report(index));
  checkApart(written, clusters, reading.text, report);
  return clusters;
}

/** Names and phrases stand without a possessive 's; a pronoun is one word. */
function checkForm(kind: Mention["kind"], words: string, report: Report): void {
  if (kind !== "pronoun" && /['’]s$/.test(words))
    report(`${quoted(words)} ends with a possessive 's`, "leave it out of the mention");
  if (kind === "pronoun" && /\s/.test(words))
    report(`${quoted(words)} is a pronoun of several words`, "write it under nominal");
}

const flat = (text: string): string => text.replace(/\s+/gu, " ");

/** The name and the aliases are forms that the text has. */
function checkNames(
  { id, name, aliases = [] }: WrittenEntity,
  { mentions }: GoldCluster,
  text: string,
  report: Report,
) {
  const forms = new Set(
    mentions.filter(({ kind }) => kind === "name").map(({ start, end }) => flat(text.slice(start, end))),
  );
  if (forms.size === 0) report("it has no mention that is a name", "write its names under mentions.name");
  else if (!forms.has(flat(name)))
    report(`no mention has the name itself`, `take the fullest of ${[...forms].map(quoted).join(", ")}, or add one`);
  for (const alias of aliases)
    if (!forms.has(flat(alias))) report(`no mention has the alias ${quoted(alias)}`, "add the mention, or take it out");
  if (id !== undefined && id.trim() !== id) report("its id has white space at its edge", "take it out");
}

/** No two names overlap, no two mentions are the same, and entities of one name can be told apart. */
function checkApart(
  written: readonly WrittenEntity[],
  clusters: readonly GoldCluster[],
  text: string,
  report: (index: number) => Report,
): void {
  const mentions = clusters
    .flatMap((cluster, index) => cluster.mentions.map((mention) => ({ ...mention, index })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  for (const [i, mention] of mentions.entries())
    for (let k = i + 1; k < mentions.length && mentions[k]!.start < mention.end; k++) {
      const other = mentions[k]!;
      const isSame = mention.start === other.start && mention.end === other.end;
      const areNames = mention.kind === "name" && other.kind === "name";
      if (!overlaps(mention, other) || !(isSame || areNames)) continue;
      const [one, two] = [mention, other].map(({ start, end }) => quoted(text.slice(start, end)));
      report(other.index)(
        isSame ? `${two} is a mention of two, or twice of one` : `its name ${two} overlaps ${one}`,
        `compare it with ${quoted(written[mention.index]!.name)}, and leave one of the two`,
      );
    }
  const seen = new Set<string>();
  for (const [index, { id, name, type }] of written.entries()) {
    const key = id ?? name;
    if (seen.has(key))
      report(index)(
        id === undefined ? `there is another entity of that name` : `there is another entity with the id ${quoted(id)}`,
        `give this ${type} an id of its own`,
      );
    seen.add(key);
  }
}
