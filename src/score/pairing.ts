import type { Span } from "../schema/span.ts";
import { lowerBound, overlaps } from "../span.ts";

/** A span as the key of a map or set. */
export const spanKey = ({ start, end }: Span): string => `${start} ${end}`;

/**
 * Makes a function that gives the indexes, in list order, of the spans that overlap a given one. Sorted by start, with
 * the furthest end so far beside each, the list is searched only where something can overlap.
 */
export function overlapIndex(spans: readonly Span[]): (span: Span) => number[] {
  const byStart = [...spans.keys()].sort((a, b) => spans[a]!.start - spans[b]!.start);
  let end = Number.NEGATIVE_INFINITY;
  const furthest = byStart.map((index) => (end = Math.max(end, spans[index]!.end)));
  return (span) => {
    const found: number[] = [];
    let at = lowerBound(byStart.length, (i) => furthest[i]! <= span.start);
    for (; at < byStart.length && spans[byStart[at]!]!.start < span.end; at++)
      if (overlaps(spans[byStart[at]!]!, span)) found.push(byStart[at]!);
    return found.sort((a, b) => a - b);
  };
}

export interface Pair<G, P> {
  readonly gold: G;
  readonly found: P;
  /** The spans are equal, and do not only overlap. */
  readonly exact: boolean;
}

export interface Pairing<G, P> {
  readonly pairs: readonly Pair<G, P>[];
  readonly missed: readonly G[];
  readonly spurious: readonly P[];
}

/**
 * Pairs gold spans with found ones, one to one: equal spans first, then each gold span that is left, in order, with the
 * first span left that overlaps it. (Overlap pairing is what TempEval-3 calls relaxed matching.)
 */
export function pairSpans<G extends Span, P extends Span>(gold: readonly G[], found: readonly P[]): Pairing<G, P> {
  const partners = pairEqual(gold, found);
  const taken = new Set(partners.values());
  const exact = new Set(partners.keys());
  const overlapping = overlapIndex(found);
  for (const [g, span] of gold.entries()) {
    if (exact.has(g)) continue;
    const partner = overlapping(span).find((p) => !taken.has(p));
    if (partner === undefined) continue;
    partners.set(g, partner);
    taken.add(partner);
  }
  return {
    pairs: gold.flatMap((span, g) => {
      const partner = partners.get(g);
      return partner === undefined ? [] : [{ gold: span, found: found[partner]!, exact: exact.has(g) }];
    }),
    missed: gold.filter((_, g) => !partners.has(g)),
    spurious: found.filter((_, p) => !taken.has(p)),
  };
}

/** The index of each gold span that has its equal, with the index of that one; each is used once. */
function pairEqual(gold: readonly Span[], found: readonly Span[]): Map<number, number> {
  const queues = new Map<string, number[]>();
  for (const [p, span] of [...found.entries()].reverse()) {
    const queue = queues.get(spanKey(span));
    if (queue) queue.push(p);
    else queues.set(spanKey(span), [p]);
  }
  const partners = new Map<number, number>();
  for (const [g, span] of gold.entries()) {
    const partner = queues.get(spanKey(span))?.pop();
    if (partner !== undefined) partners.set(g, partner);
  }
  return partners;
}
