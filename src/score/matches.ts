import type { DateExpression } from "../schema/dates.ts";
import type { Mention } from "../schema/entities.ts";
import type { Money } from "../schema/money.ts";
import type { Quote } from "../schema/quotes.ts";
import type { Span } from "../schema/span.ts";
import { type Comparison, inSource } from "./comparison.ts";
import type { GoldDate } from "./gold.ts";
import { isSameMoney } from "./money.ts";
import { pairSpans } from "./pairing.ts";
import { pairQuotes, touches } from "./quotes.ts";
import { foldedType, type GoldTypes } from "./type-folding.ts";

/** The layers whose annotations can be judged one by one. */
export const MATCHED_LAYERS = ["entities", "dates", "money", "quotes"] as const;
export type MatchedLayer = (typeof MATCHED_LAYERS)[number];

/** An annotation of a document that the gold can judge: `item` is the very object of the document. */
export interface FoundItem {
  readonly item: Mention | DateExpression | Money | Quote;
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
 * and says of each pair what is right. Only what the gold can judge is in it: names of types that it uses, and nothing outside
 * its scope.
 */
export const matchLayer = (comparison: Comparison, layer: MatchedLayer, types: GoldTypes): LayerMatches =>
  MATCHERS[layer](comparison, types);

const MATCHERS: Readonly<Record<MatchedLayer, (comparison: Comparison, types: GoldTypes) => LayerMatches>> = {
  entities: ({ gold, document, ...comparison }, { entities: known }) => {
    const found = document.entities.flatMap(({ type, mentions }) => {
      const folded = foldedType(type, known);
      const names = folded === null ? [] : mentions.filter(({ kind }) => kind === "name");
      return names.map((item) => ({ item, type: folded }));
    });
    return matched({ gold, document, ...comparison }, gold.entities ?? [], found, () => null);
  },
  dates: (comparison) => {
    const found = comparison.document.dates.map((item) => ({ item, type: item.type }));
    return matched(comparison, comparison.gold.dates ?? [], found, isSameDate);
  },
  money: (comparison) => {
    const gold = (comparison.gold.money ?? []).map((money) => ({ ...money, type: null }));
    const found = comparison.document.money.map((item) => ({ item, type: null }));
    return matched(comparison, gold, found, (money, { item }) =>
      money.amount === undefined && money.min === undefined ? null : isSameMoney(money, item),
    );
  },
  quotes: (comparison) => {
    const { gold, found, pairs } = pairQuotes(comparison);
    const items = new Map(found.map((said) => [said, { item: said.quote, type: said.kind }]));
    return {
      gold: gold.filter(({ kind }) => kind !== "scare").map(({ kind }) => kind),
      found: [...items.values()],
      matches: pairs
        .filter((pair) => pair.gold.kind !== "scare")
        .map((pair) => ({
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

const isSameDate = ({ value }: GoldDate, { item }: { readonly item: DateExpression }): boolean | null =>
  value === undefined ? null : value === item.value;

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
