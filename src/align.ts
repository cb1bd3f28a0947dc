import type { Span } from "./schema/span.ts";
import { lowerBound } from "./span.ts";

/** Leads from a span of one text to the span of another that is the same passage. */
export type Align = (span: Span) => Span;

/** A run of characters that stands in both texts. */
interface Shared {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/**
 * Aligns two versions of a text: lines that stand once in each are the fixed points (patience diff, Bram Cohen), and the
 * same again with words where lines differ. A span in what only one has leads to the nearest place in the other.
 * O(n log n) in the length of the texts.
 */
export function alignTexts(from: string, to: string): Align {
  if (from === to) return (span) => span;
  const shared = [
    { from: 0, to: 0, length: 0 },
    ...sharedRuns(from, to, LINES),
    { from: from.length, to: to.length, length: 0 },
  ];
  const lead = (index: number, offset: number): number => {
    const run = shared[index]!;
    const next = shared[index + 1];
    return Math.min(run.to + offset - run.from, next ? Math.max(next.to, run.to + run.length) : to.length);
  };
  const leadEnd = (offset: number): number => {
    const index = Math.max(0, lowerBound(shared.length, (i) => shared[i]!.from < offset) - 1);
    const [run, next] = [shared[index]!, shared[index + 1]];
    // What ends where a difference ends does so in both texts, however long the difference is in each.
    return next?.from === offset && offset > run.from + run.length ? next.to : lead(index, offset);
  };
  return ({ start, end }) => ({
    start: lead(lowerBound(shared.length, (i) => shared[i]!.from <= start) - 1, start),
    end: leadEnd(end),
  });
}

const LINES = /[^\n]*\n|[^\n]+/g;
const WORDS = /[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]/gu;

function sharedRuns(from: string, to: string, pieces: RegExp, fromAt = 0, toAt = 0): Shared[] {
  const [a, b] = [from.match(pieces) ?? [], to.match(pieces) ?? []];
  const runs: Shared[] = [];
  let [atA, atB, i, k] = [0, 0, 0, 0];
  /** What lies before the next pair of equal pieces. */
  const gap = (untilA: number, untilB: number): void => {
    const [startA, startB] = [atA, atB];
    while (i < untilA) atA += a[i++]!.length;
    while (k < untilB) atB += b[k++]!.length;
    if (pieces === LINES && atA > startA && atB > startB)
      runs.push(...sharedRuns(from.slice(startA, atA), to.slice(startB, atB), WORDS, fromAt + startA, toAt + startB));
  };
  for (const [indexA, indexB] of equalPairs(a, b)) {
    gap(indexA, indexB);
    const { length } = a[i]!;
    runs.push({ from: fromAt + atA, to: toAt + atB, length });
    atA += length;
    atB += length;
    i++;
    k++;
  }
  gap(a.length, b.length);
  return runs;
}

type IndexPair = readonly [a: number, b: number];

/** Pairs of equal pieces, rising on both sides: from the edges inwards, and outwards from what stands once in both. */
function equalPairs(a: readonly string[], b: readonly string[]): IndexPair[] {
  const pairs: IndexPair[] = [];
  let [i, k] = [0, 0];
  for (const [anchorA, anchorB] of [...anchors(a, b), [a.length, b.length] as const]) {
    if (anchorA < i || anchorB < k) continue; // taken with what stands before it
    while (i < anchorA && k < anchorB && a[i] === b[k]) pairs.push([i++, k++]);
    const back: IndexPair[] = [];
    for (let [x, y] = [anchorA - 1, anchorB - 1]; x >= i && y >= k && a[x] === b[y]; x--, y--) back.push([x, y]);
    pairs.push(...back.reverse());
    [i, k] = [anchorA, anchorB];
  }
  return pairs;
}

/** The longest rising list of the pieces that stand exactly once on each side. */
function anchors(a: readonly string[], b: readonly string[]): IndexPair[] {
  const inB = once(b);
  const unique = [...once(a)].flatMap(([piece, x]): IndexPair[] => {
    const y = inB.get(piece);
    return x < 0 || y === undefined || y < 0 ? [] : [[x, y]];
  });
  const lasts: number[] = []; // the index in `unique` that a list of each length ends with
  const before: number[] = [];
  for (const [index, [, y]] of unique.entries()) {
    const length = lowerBound(lasts.length, (l) => unique[lasts[l]!]![1] < y);
    before.push(length > 0 ? lasts[length - 1]! : -1);
    lasts[length] = index;
  }
  const list: IndexPair[] = [];
  for (let index = lasts.at(-1) ?? -1; index >= 0; index = before[index]!) list.push(unique[index]!);
  return list.reverse();
}

/** The index of each piece, or -1 if it stands more than once. */
function once(pieces: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const [index, piece] of pieces.entries()) found.set(piece, found.has(piece) ? -1 : index);
  return found;
}
