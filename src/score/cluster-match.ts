import { overlaps } from "../span.ts";
import { type Comparison, inSource } from "./comparison.ts";

/**
 * Makes a function that tells for which gold cluster (its index) an entity of the document stands: the one with which it has
 * the most mentions in common; null if it has none with any, or there is no such entity.
 */
export function clusterMatch(comparison: Comparison): (entity: string | null) => number | null {
  const { gold, document } = comparison;
  const matched = new Map<string, number>();
  for (const { id, mentions } of document.entities) {
    const spans = mentions.map((mention) => inSource(comparison, mention));
    let most = 0;
    for (const [index, cluster] of (gold.clusters ?? []).entries()) {
      const shared = cluster.mentions.filter((mention) => spans.some((span) => overlaps(span, mention))).length;
      if (shared > most) {
        most = shared;
        matched.set(id, index);
      }
    }
  }
  return (entity) => (entity === null ? null : (matched.get(entity) ?? null));
}
