import { cueKey, NO_CUE, SOME_CUE } from "../../src/stages/7-quotes/units.ts";
import { type Lexicon, slotFor, slotsFor } from "../../src/tagger/lexicon.ts";
import type { GoldAttribution, QuoteArticle } from "./articles.ts";

/** A word that is a cue less often than this, of all times that it occurs, is none. */
const LEAST_OFTEN = 0.012;
/** A verb that occurs less often is not known well enough to say that it is no cue. */
const LEAST_KNOWN = 5;

export interface CueHeads {
  /** By article and attribution: the unit of the cue that says what is done, or -1 where there is no cue. */
  readonly heads: readonly (readonly number[])[];
  readonly lexicon: Lexicon;
}

/**
 * Finds the head of each gold cue, which is the word among its words that is in cues most often for all the times that
 * it occurs; and adds to the lexicon which words are heads.
 */
export function findCueHeads(articles: readonly QuoteArticle[], known: Lexicon): CueHeads {
  const total = new Map<number, number>();
  const inCue = new Map<number, number>();
  const add = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const keyAt = ({ units }: QuoteArticle, at: number) => cueKey(units.kind[at]!.lemma, units.kind[at]!.pos);
  for (const article of articles) {
    for (let at = 0; at < article.units.length; at++) if (!article.units.quotation[at]) add(total, keyAt(article, at));
    for (const { cue } of article.gold)
      for (const at of unitsOf(cue)) if (!article.units.quotation[at]) add(inCue, keyAt(article, at));
  }
  const rate = (key: number) => ((inCue.get(key) ?? 0) - 0.5) / ((total.get(key) ?? 0) + 3);
  const headCount = new Map<number, number>();
  const heads = articles.map((article) =>
    article.gold.map(({ cue }) => {
      let head = -1;
      for (const at of unitsOf(cue))
        if (!article.units.quotation[at] && (head < 0 || rate(keyAt(article, at)) > rate(keyAt(article, head))))
          head = at;
      if (head >= 0) add(headCount, keyAt(article, head));
      return head;
    }),
  );
  return { heads, lexicon: withCues(known, total, headCount) };
}

function unitsOf(cue: GoldAttribution["cue"]): number[] {
  return cue.flatMap(({ first, last }) => Array.from({ length: last - first }, (_, i) => first + i));
}

function withCues(known: Lexicon, total: ReadonlyMap<number, number>, heads: ReadonlyMap<number, number>): Lexicon {
  const marks = new Map<number, number>();
  for (const [key, count] of total) {
    const often = (heads.get(key) ?? 0) / count;
    if (often >= LEAST_OFTEN) marks.set(key, SOME_CUE);
    else if (count >= LEAST_KNOWN) marks.set(key, NO_CUE);
  }
  const slots = slotsFor(known.keys.reduce((sum, key) => sum + (key === 0 ? 0 : 1), 0) + marks.size);
  const lexicon = { keys: new Uint32Array(slots), classes: new Uint32Array(slots), small: new Uint8Array(slots) };
  const put = (key: number, classes: number, small: number): void => {
    const slot = slotFor(lexicon.keys, key);
    lexicon.keys[slot] = key;
    lexicon.classes[slot]! |= classes;
    lexicon.small[slot]! |= small;
  };
  for (let slot = 0; slot < known.keys.length; slot++)
    if (known.keys[slot] !== 0) put(known.keys[slot]!, known.classes[slot]!, 0);
  for (const [key, mark] of marks) put(key, 0, mark);
  return lexicon;
}
