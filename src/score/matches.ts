import type { Entity } from "../schema/entities.ts";
import type { Span } from "../schema/span.ts";
import { type Comparison, inSource } from "./comparison.ts";
import type { GoldArticle } from "./gold.ts";
import { isSameMoney, isSameRate } from "./money.ts";
import { pairSpans, spanKey } from "./pairing.ts";
import { isSameQuantity } from "./quantities.ts";
import { pairQuotes } from "./quote-pairing.ts";
import { touches } from "./quotes.ts";
import { foldedType, type GoldTypes } from "./type-folding.ts";

/** The layers whose annotations can be judged one by one; `mentions` are those that are no names. */
export const MATCHED_LAYERS = ["entities", "mentions", "roles", "dates", "money", "quantities", "quotes"] as const;
export type MatchedLayer = (typeof MATCHED_LAYERS)[number];

/** An annotation of a document that the gold can judge: `item` is the very object of the document. */
export interface FoundItem {
  readonly item: object;
  readonly type: string | null;
}

/** A gold annotation and what was found for it: what of it is right. Null is what the gold does not say. */
export interface Match {
  readonly type: string | null;
  readonly found: FoundItem;
  /** The bounds are the same; of quotes, all letters and digits. */
  readonly bounds: boolean;
  readonly sameType: boolean | null;
  readonly value: boolean | null;
  readonly speaker: boolean | null;
}

/** A layer of an article: the types of all gold annotations, all that was found, and which belong together. */
export interface LayerMatches {
  readonly gold: readonly (string | null)[];
  readonly found: readonly FoundItem[];
  readonly matches: readonly Match[];
}

/**
 * Pairs the annotations of a gold article with those of its document, one to one, by the rules of each layer's scores,
 * and says of each pair what is right. Only what the gold can judge is in it: nothing of a layer that it does not have,
 * of types that it does not use, or outside of its scope.
 */
export function matchLayer(comparison: Comparison, layer: MatchedLayer, types: GoldTypes): LayerMatches {
  const needed = layer === "mentions" || layer === "roles" ? "clusters" : layer;
  return comparison.gold[needed] === undefined ? NONE : MATCHERS[layer](comparison, types);
}

const NONE: LayerMatches = { gold: [], found: [], matches: [] };

const MATCHERS: Readonly<Record<MatchedLayer, (comparison: Comparison, types: GoldTypes) => LayerMatches>> = {
  entities: (comparison, types) => {
    const nameAt = namesBySpan(comparison.gold.clusters);
    const found = comparison.document.entities.flatMap(({ type, name, mentions }) => {
      const folded = foldedType(type, types.entities);
      const names = folded === null ? [] : mentions.filter(({ kind }) => kind === "name");
      return names.map((item) => ({ item, type: folded, name }));
    });
    return matched(comparison, comparison.gold.entities ?? [], found, (gold, { name }) => {
      const wanted = nameAt.get(spanKey(gold));
      return wanted === undefined ? null : wanted === name;
    });
  },
  mentions: (comparison) => {
    const gold = (comparison.gold.clusters ?? []).flatMap(({ name, mentions }) =>
      mentions.filter(({ kind }) => kind !== "name").map(({ start, end, kind }) => ({ start, end, type: kind, name })),
    );
    const found = comparison.document.entities.flatMap(({ name, mentions }) =>
      mentions.filter(({ kind }) => kind !== "name").map((item) => ({ item, type: item.kind, name })),
    );
    return matched(comparison, gold, found, (one, other) => one.name === other.name);
  },
  roles: (comparison) => {
    const { clusters = [] } = comparison.gold;
    const gold = clusters.flatMap(({ name, roles }) =>
      roles.map(({ start, end, of }) => ({ start, end, holder: holder(name, of === null ? null : clusters[of]) })),
    );
    const entities = new Map(comparison.document.entities.map((entity): [string, Entity] => [entity.id, entity]));
    const found = comparison.document.entities.flatMap(({ name, roles }) =>
      roles.map((item) => ({
        item,
        type: null,
        holder: holder(name, item.of === null ? null : entities.get(item.of)),
      })),
    );
    return matched(comparison, gold, found, (one, other) => one.holder === other.holder);
  },
  dates: (comparison) => {
    const found = comparison.document.dates.map((item) => ({ item, type: item.type }));
    return matched(comparison, comparison.gold.dates ?? [], found, ({ value, mod }, { item }) => {
      if (value === undefined) return null;
      return value === item.value && (mod === undefined || mod === item.mod);
    });
  },
  money: (comparison) => {
    const found = comparison.document.money.map((item) => ({ item, type: null }));
    return matched(comparison, comparison.gold.money ?? [], found, (money, { item }) => {
      if (money.amount === undefined && money.min === undefined) return null;
      return isSameMoney(money, item) && (money.modifier === undefined || isSameRate(money, item));
    });
  },
  quantities: (comparison) => {
    const gold = (comparison.gold.quantities ?? []).map((quantity) => ({ ...quantity, type: quantity.kind }));
    const found = comparison.document.quantities.map((item) => ({ item, type: item.kind }));
    return matched(comparison, gold, found, (quantity, { item }) =>
      isSameQuantity(quantity, { ...item, kind: quantity.kind }),
    );
  },
  quotes: (comparison, types) => {
    const hasScare = types.quotes.has("scare");
    const { gold, found, pairs } = pairQuotes(comparison, ({ type }) => hasScare || type !== "scare");
    const items = new Map(found.map((said) => [said, { item: said.quote, type: said.kind }]));
    return {
      gold: gold.map(({ kind }) => kind),
      found: [...items.values()],
      matches: pairs.map((pair) => ({
        type: pair.gold.kind,
        found: items.get(pair.found)!,
        bounds: pair.agreement === 1,
        sameType: pair.gold.kind === pair.found.kind,
        value: null,
        speaker: pair.gold.speaker.length > 0 ? touches(pair.gold.speaker, pair.found.speaker) : null,
      })),
    };
  },
};

/** The name of the thing that each name stands for, where the gold says it. */
const namesBySpan = (clusters: GoldArticle["clusters"] = []): ReadonlyMap<string, string> =>
  new Map(
    clusters.flatMap(({ name, mentions }) =>
      mentions.filter(({ kind }) => kind === "name").map((mention) => [spanKey(mention), name] as const),
    ),
  );

const holder = (name: string, of: { readonly name: string } | null | undefined): string =>
  of ? `${name} of ${of.name}` : name;

interface GoldItem extends Span {
  readonly type?: string | null | undefined;
}

function matched<Gold extends GoldItem, Found extends FoundItem & { readonly item: Span }>(
  comparison: Comparison,
  gold: readonly Gold[],
  found: readonly Found[],
  isSameValue: (gold: Gold, found: Found) => boolean | null,
): LayerMatches {
  const inScope = gold.filter(comparison.inScope);
  const placed = found
    .map((own) => ({ ...inSource(comparison, { start: own.item.start, end: own.item.end }), own }))
    .filter(comparison.inScope);
  return {
    gold: inScope.map(({ type }) => type ?? null),
    found: placed.map(({ own }) => own),
    matches: pairSpans(inScope, placed).pairs.map(({ gold: one, found: { own }, exact }) => ({
      type: one.type ?? null,
      found: own,
      bounds: exact,
      sameType: one.type == null ? null : one.type === own.type,
      value: isSameValue(one, own),
      speaker: null,
    })),
  };
}
