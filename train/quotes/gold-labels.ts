import { CONTENT, CUE, LINKED_CONTENT, SOURCE } from "../../src/stages/7-quotes/attribution-model.ts";
import type { Window } from "../../src/stages/7-quotes/link-features.ts";
import type { Range } from "../../src/stages/7-quotes/speakers.ts";
import { BEGIN, END, INSIDE, labelOf, OUTSIDE, SINGLE } from "../../src/tagger/labels.ts";
import type { GoldAttribution, QuoteArticle } from "./articles.ts";

/** Gold labels of the first tagger. Attributions stand in each other's contents: a cue goes before a source, and both before content. */
export function partGold({ units, gold }: QuoteArticle): Uint8Array {
  const owner = new Int32Array(units.length).fill(-1);
  const type = new Int8Array(units.length).fill(-1);
  const paint = (index: number, kind: number, ranges: readonly Range[]): void => {
    for (const { first, last } of ranges) {
      owner.fill(index * 4 + kind, first, last);
      type.fill(kind, first, last);
    }
  };
  // Longer contents first, so that those inside them stay visible.
  const bySize = gold.map((one, index) => ({ one, index })).sort((a, b) => sizeOf(b.one) - sizeOf(a.one));
  for (const { one, index } of bySize) paint(index, CONTENT, one.content);
  for (const { one, index } of bySize) paint(index, SOURCE, one.source);
  for (const { one, index } of bySize) paint(index, CUE, one.cue);
  return encode(owner, type, (i) => i > 0 && units.block[i] === units.block[i - 1]);
}

const sizeOf = ({ content }: GoldAttribution): number =>
  content.reduce((sum, { first, last }) => sum + last - first, 0);

/** Gold labels of the linker: the source and content of this attribution within the window, nothing for a false cue. */
export function linkGold(gold: GoldAttribution | null, { first, last, cueFirst, cueLast }: Window): Uint8Array {
  const owner = new Int32Array(last - first).fill(-1);
  const type = new Int8Array(last - first).fill(-1);
  if (gold) {
    const paint = (ranges: readonly Range[], kind: number): void => {
      for (const range of ranges)
        for (let at = Math.max(first, range.first); at < Math.min(last, range.last); at++) {
          owner[at - first] = range.first * 2 + kind;
          type[at - first] = kind;
        }
    };
    paint(gold.content, LINKED_CONTENT);
    paint(gold.source, SOURCE);
    for (let at = cueFirst; at < cueLast; at++) {
      owner[at - first] = -1;
      type[at - first] = -1;
    }
  }
  return encode(owner, type, (i) => i > 0);
}

/** BIOES labels of runs that belong to one owner. */
function encode(owner: Int32Array, type: Int8Array, joins: (i: number) => boolean): Uint8Array {
  const labels = new Uint8Array(owner.length).fill(OUTSIDE);
  const same = (i: number): boolean => i < owner.length && joins(i) && owner[i] === owner[i - 1];
  for (let i = 0; i < owner.length; i++) {
    if (type[i]! < 0) continue;
    const begins = !same(i);
    const ends = !same(i + 1);
    labels[i] = labelOf(type[i]!, begins ? (ends ? SINGLE : BEGIN) : ends ? END : INSIDE);
  }
  return labels;
}
