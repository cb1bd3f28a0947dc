import type { Span } from "../schema/span.ts";
import { type Comparison, inSource } from "./comparison.ts";
import { addCounts, type Counts, type Measure, measure, noCounts, percent } from "./counts.ts";
import { errorLog } from "./errors.ts";
import type { LayerScorer } from "./layer-scorer.ts";
import { spanKey } from "./pairing.ts";

/**
 * B³ over names, and over all mentions; `types`: names with the same span and the same of OntoNotes' types; `roles`: titles
 * with the same span.
 */
export type ClusterScores = Record<"names" | "mentions" | "types" | "roles", Measure>;

/** Which cluster each mention is in, by the mention's span. */
type Partition = ReadonlyMap<string, number>;

type BCubed = Counts & { precision: number; recall: number };

/**
 * Scores which mentions stand for one thing by B³ (Bagga and Baldwin 1998) as the reference scorer of CoNLL counts it
 * (Pradhan et al. 2014, "Scoring Coreference Partitions of Predicted Mentions"): a mention counts for as much as its two
 * clusters have in common, one that only one side has for nothing.
 */
export function scoreClusters(limit: number): LayerScorer<ClusterScores> {
  const [names, mentions] = [noBCubed(), noBCubed()];
  const [types, roles] = [noCounts(), noCounts()];
  const log = errorLog("clusters", limit);
  return {
    add: (comparison) => {
      const gold = goldThings(comparison);
      const found = foundThings(comparison);
      addBCubed(names, partition(gold, isName), partition(found, isName));
      addBCubed(
        mentions,
        partition(gold, () => true),
        partition(found, () => true),
      );

      addShared(types, typedNames(gold), typedNames(found));
      const [goldRoles, foundRoles] = [gold, found].map(
        (things) => new Set(things.flatMap((thing) => thing.roles.map(spanKey))),
      );
      addShared(roles, goldRoles!, foundRoles!);
      noteDifferences(comparison, gold, found, log.note);
    },
    result: () => ({
      names: measureBCubed(names),
      mentions: measureBCubed(mentions),
      types: measure(types),
      roles: measure(roles),
    }),
    errors: log.noted,
    errorTotals: log.totals,
    sums: () => [names, mentions, types, roles],
  };
}

interface Thing {
  readonly name: string;
  readonly type: string;
  readonly mentions: readonly (Span & { readonly kind: string })[];
  readonly roles: readonly Span[];
}

const goldThings = ({ gold, inScope }: Comparison): Thing[] =>
  (gold.clusters ?? []).map(({ name, type, mentions, roles }) => ({
    name,
    type,
    mentions: mentions.filter(inScope),
    roles: roles.filter(inScope),
  }));

const foundThings = (comparison: Comparison): Thing[] =>
  comparison.document.entities.map(({ name, type, mentions, roles }) => ({
    name,
    type,
    mentions: mentions.map((mention) => inSource(comparison, mention)).filter(comparison.inScope),
    roles: roles.map((role) => inSource(comparison, role)).filter(comparison.inScope),
  }));

const isName = ({ kind }: { readonly kind: string }): boolean => kind === "name";

const partition = (things: readonly Thing[], counts: (mention: Thing["mentions"][number]) => boolean): Partition =>
  new Map(
    things.flatMap(({ mentions }, index) => mentions.filter(counts).map((span) => [spanKey(span), index] as const)),
  );

const typedNames = (things: readonly Thing[]): Set<string> =>
  new Set(things.flatMap(({ type, mentions }) => mentions.filter(isName).map((span) => `${spanKey(span)} ${type}`)));

const addShared = (counts: Counts, gold: ReadonlySet<string>, found: ReadonlySet<string>): void =>
  addCounts(counts, { tp: [...gold].filter((key) => found.has(key)).length, gold: gold.size, pred: found.size });

const noBCubed = (): BCubed => ({ ...noCounts(), precision: 0, recall: 0 });

function addBCubed(total: BCubed, gold: Partition, found: Partition): void {
  const [goldSizes, foundSizes] = [sizes(gold), sizes(found)];
  const common = new Map<string, number>();
  for (const [span, index] of gold) {
    const other = found.get(span);
    if (other !== undefined) common.set(`${index} ${other}`, (common.get(`${index} ${other}`) ?? 0) + 1);
  }
  for (const [pair, size] of common) {
    const [g, f] = pair.split(" ").map(Number) as [number, number];
    total.recall += size ** 2 / goldSizes.get(g)!;
    total.precision += size ** 2 / foundSizes.get(f)!;
  }
  addCounts(total, { tp: 0, gold: gold.size, pred: found.size });
}

function sizes(clusters: Partition): Map<number, number> {
  const counted = new Map<number, number>();
  for (const index of clusters.values()) counted.set(index, (counted.get(index) ?? 0) + 1);
  return counted;
}

function measureBCubed({ precision, recall, gold, pred }: BCubed): Measure {
  const [p, r] = [pred > 0 ? precision / pred : 0, gold > 0 ? recall / gold : 0];
  return { p: percent(p), r: percent(r), f1: percent(p + r > 0 ? (2 * p * r) / (p + r) : 0), gold, pred };
}

/** Notes names of another type, titles that one side has, and names that stand for another thing than the first of their cluster. */
function noteDifferences(
  comparison: Comparison,
  gold: readonly Thing[],
  found: readonly Thing[],
  note: ReturnType<typeof errorLog>["note"],
): void {
  const at = new Map(
    found.flatMap((thing) => thing.mentions.filter(isName).map((span) => [spanKey(span), thing] as const)),
  );
  for (const { name, type, mentions } of gold) {
    const pairs = mentions.filter(isName).flatMap((span) => {
      const other = at.get(spanKey(span));
      return other ? [{ span, other }] : [];
    });
    for (const { span, other } of pairs) {
      if (other.type !== type) note(comparison, "value", [span], { type: "type", gold: type, got: other.type });
      if (other !== pairs[0]!.other) note(comparison, "value", [span], { type: "entity", gold: name, got: other.name });
    }
  }
  const roles = (things: readonly Thing[]) =>
    new Map(things.flatMap((thing) => thing.roles.map((span) => [spanKey(span), span] as const)));
  const [goldRoles, foundRoles] = [roles(gold), roles(found)];
  for (const [key, span] of goldRoles) if (!foundRoles.has(key)) note(comparison, "missed", [span], { type: "role" });
  for (const [key, span] of foundRoles) if (!goldRoles.has(key)) note(comparison, "spurious", [span], { type: "role" });
}
