import { compare } from "../score/comparison.ts";
import type { GoldArticle } from "../score/gold.ts";
import { MATCHED_LAYERS, type Match, matchLayer } from "../score/matches.ts";
import type { GoldTypes } from "../score/type-folding.ts";
import type { AnnotatedItem, Annotation, DiffedDocument } from "./annotation.ts";

/** What a change is by the gold: errors fewer, more or as many as before. */
export const VERDICTS = ["gain", "loss", "even"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How many errors there would be more without each annotation that the gold can judge. */
export type Merits = ReadonlyMap<Annotation, number>;

/**
 * Judges the annotations of a document by its gold. One that the gold has takes away the error that it is missed, and brings
 * one for each thing that is wrong: bounds, type, value, speaker. One that the gold does not have is an error. Those in layers that the gold
 * does not have, outside of its scope, or of a type that it does not use are not judged.
 */
export function meritsOf(
  document: DiffedDocument,
  items: readonly AnnotatedItem[],
  gold: GoldArticle,
  types: GoldTypes,
): Merits {
  const comparison = compare(gold, document);
  const merits = new Map<object, number>();
  for (const layer of MATCHED_LAYERS) {
    const { found, matches } = matchLayer(comparison, layer, types);
    for (const { item } of found) merits.set(item, -1);
    for (const match of matches) merits.set(match.found.item, 1 - faultsOf(match));
  }
  return new Map(
    items.flatMap(({ annotation, item }): [Annotation, number][] => {
      const merit = merits.get(item);
      return merit === undefined ? [] : [[annotation, merit]];
    }),
  );
}

const faultsOf = ({ bounds, sameType, value, speaker }: Match): number =>
  [bounds, sameType, value, speaker].filter((isRight) => isRight === false).length;

/** Judges a change by the merits before and after; nothing where there is no annotation, or none that can be judged. */
export function verdictOf(before: number | null | undefined, after: number | null | undefined): Verdict | null {
  if (before == null && after == null) return null;
  const difference = (after ?? 0) - (before ?? 0);
  return difference > 0 ? "gain" : difference < 0 ? "loss" : "even";
}
