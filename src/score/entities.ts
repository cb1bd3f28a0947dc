import type { EntityType } from "../schema/entities.ts";
import type { Span } from "../schema/span.ts";
import { type Comparison, inSource, wordsAt } from "./comparison.ts";
import { addCounts, type Counts, type Measure, measure, noCounts } from "./counts.ts";
import { type ErrorLog, errorLog } from "./errors.ts";
import type { LayerScorer } from "./layer-scorer.ts";
import { pairSpans, spanKey } from "./pairing.ts";

const CORE = ["PERSON", "ORG", "LOC"] as const;

/** The types that corpora of news agree on. */
type CoarseType = (typeof CORE)[number] | "NORP";

/** Corpora draw the line between countries, places and buildings differently: they all count as LOC. */
const COARSE: Readonly<Partial<Record<string, CoarseType>>> = {
  PERSON: "PERSON",
  ORG: "ORG",
  GPE: "LOC",
  LOC: "LOC",
  FAC: "LOC",
  NORP: "NORP",
} satisfies Partial<Record<EntityType, CoarseType>>;

/** `core` is PERSON, ORG and LOC together; `spanOnly` leaves types aside; NORP is there if the gold has any. */
export type EntityScores = Record<"core" | (typeof CORE)[number] | "spanOnly", Measure> & { NORP?: Measure };

interface Name extends Span {
  readonly type: CoarseType;
  readonly rule?: string;
}

/**
 * Scores names: same span, same type. Whether NORP counts is known only once all of the gold was seen, so it is scored
 * both with and without until then.
 */
export function scoreEntities(limit: number): LayerScorer<EntityScores> {
  const without = tally(CORE, errorLog("entities", limit));
  const withNorp = tally([...CORE, "NORP"], errorLog("entities", limit));
  let hasNorp = false;
  return {
    add: (comparison) => {
      const gold = goldNames(comparison);
      const found = foundNames(comparison);
      hasNorp ||= comparison.gold.entities?.some(({ type }) => type === "NORP") ?? false;
      for (const { add } of [without, withNorp]) add(comparison, gold, found);
    },
    result: () => (hasNorp ? withNorp : without).result(),
    errors: () => (hasNorp ? withNorp : without).errors(),
    errorTotals: () => (hasNorp ? withNorp : without).errorTotals(),
    sums: () => [...without.sums(), ...withNorp.sums()],
  };
}

function tally(types: readonly CoarseType[], log: ErrorLog) {
  const perType = new Map<CoarseType, Counts>(types.map((type) => [type, noCounts()]));
  const spanOnly = noCounts();
  const add = (comparison: Comparison, allGold: readonly Name[], allFound: readonly Name[]): void => {
    const gold = allGold.filter(({ type }) => perType.has(type));
    const found = allFound.filter(({ type }) => perType.has(type));
    const [allMissed, allSpurious]: [Name[], Name[]] = [[], []];
    for (const [type, counts] of perType) {
      const goldSpans = gold.filter((name) => name.type === type);
      const foundSpans = found.filter((name) => name.type === type);
      const missed = unlike(goldSpans, foundSpans);
      addCounts(counts, {
        tp: goldSpans.length - missed.length,
        gold: goldSpans.length,
        pred: foundSpans.length,
      });
      allMissed.push(...missed);
      allSpurious.push(...unlike(foundSpans, goldSpans));
    }
    noteErrors(log, comparison, allMissed.sort(byStart), allSpurious.sort(byStart));
    addCounts(spanOnly, { tp: gold.length - unlike(gold, found).length, gold: gold.length, pred: found.length });
  };
  const result = (): EntityScores => {
    const core = noCounts();
    for (const type of CORE) addCounts(core, perType.get(type)!);
    const measures = Object.fromEntries([...perType].map(([type, counts]) => [type, measure(counts)]));
    return { core: measure(core), ...(measures as Record<CoarseType, Measure>), spanOnly: measure(spanOnly) };
  };
  return { add, result, errors: log.noted, errorTotals: log.totals, sums: () => [...perType.values(), spanOnly] };
}

/** A name that was found with other bounds or another type is one error, and not two. */
function noteErrors(log: ErrorLog, comparison: Comparison, gold: readonly Name[], found: readonly Name[]): void {
  const { pairs, missed, spurious } = pairSpans(gold, found);
  for (const { gold: name, found: got, exact } of pairs) {
    const { type } = name;
    if (!exact) log.note(comparison, "bounds", [name], { type, got: wordsAt(comparison, got), rule: got.rule });
    if (type !== got.type) log.note(comparison, "type", [name], { gold: type, got: got.type, rule: got.rule });
  }
  for (const name of missed) log.note(comparison, "missed", [name], { type: name.type });
  for (const name of spurious) log.note(comparison, "spurious", [name], { type: name.type, rule: name.rule });
}

const byStart = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

/** The spans that have no equal among the others. */
function unlike(spans: readonly Name[], others: readonly Name[]): Name[] {
  const keys = new Set(others.map(spanKey));
  return spans.filter((span) => !keys.has(spanKey(span)));
}

const goldNames = ({ gold, inScope }: Comparison): Name[] =>
  (gold.entities ?? []).flatMap(({ start, end, type }) => coarse({ start, end }, type)).filter(inScope);

const foundNames = (comparison: Comparison): Name[] =>
  comparison.document.entities
    .flatMap(({ type, mentions }) =>
      mentions
        .filter(({ kind }) => kind === "name")
        .flatMap((mention) => named(inSource(comparison, mention), type, mention.rule)),
    )
    .filter(comparison.inScope);

const named = (span: Span, type: string, rule: string): Name[] => coarse(span, type).map((name) => ({ ...name, rule }));

function coarse({ start, end }: Span, type: string): Name[] {
  const known = Object.hasOwn(COARSE, type) ? COARSE[type] : undefined;
  return known ? [{ start, end, type: known }] : [];
}
