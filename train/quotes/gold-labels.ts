import type { Range } from "../../src/stages/7-quotes/article.ts";
import { CONTENT } from "../../src/stages/7-quotes/attribution-model.ts";
import type { Window } from "../../src/stages/7-quotes/windows.ts";
import { BEGIN, END, INSIDE, labelOf, OUTSIDE, SINGLE } from "../../src/tagger/labels.ts";
import type { GoldAttribution } from "./articles.ts";

/** Gold labels of the linker: the content of this attribution within the window, nothing for a false cue. */
export function linkGold(gold: GoldAttribution | null, { first, last, cue }: Window): Uint8Array {
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
    paint(gold.content, CONTENT);
    owner[cue - first] = -1;
    type[cue - first] = -1;
  }
  return encode(owner, type);
}

/** BIOES labels of runs that belong to one owner. */
function encode(owner: Int32Array, type: Int8Array): Uint8Array {
  const labels = new Uint8Array(owner.length).fill(OUTSIDE);
  const same = (i: number): boolean => i > 0 && i < owner.length && owner[i] === owner[i - 1];
  for (let i = 0; i < owner.length; i++) {
    if (type[i]! < 0) continue;
    const begins = !same(i);
    const ends = !same(i + 1);
    labels[i] = labelOf(type[i]!, begins ? (ends ? SINGLE : BEGIN) : ends ? END : INSIDE);
  }
  return labels;
}
