import { contextFeatures, FeatureList, wordFeatures } from "./features.ts";
import { END, OUTSIDE, partOf, typeOf } from "./labels.ts";
import { slotOf } from "./lexicon.ts";
import type { Model } from "./model.ts";
import type { Reading } from "./reading.ts";
import { decode, margins } from "./viterbi.ts";

/** Tokens `first` up to `last` are a name of this type. */
export interface TaggedName {
  readonly first: number;
  readonly last: number;
  readonly type: string;
  /** From 0 to 1: how often names found with such a margin are right. */
  readonly confidence: number;
}

/** Tokens that may be part of names, in one sentence, from `first` up to `last`, with a score per token and label. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly emissions: Float32Array;
}

/** Finds the names of an article, in text order. Linear in its length. */
export function tagNames(reading: Reading, model: Model): TaggedName[] {
  const names: TaggedName[] = [];
  for (const stretch of scoreStretches(reading, model)) decodeStretch(stretch, model, names);
  return names;
}

/** The stretches of active tokens of an article, without scores. */
export function stretchesOf({ active, sentence, length }: Reading): { first: number; last: number }[] {
  const stretches: { first: number; last: number }[] = [];
  for (let first = 0; first < length; first++) {
    if (!active[first]) continue;
    let last = first + 1;
    while (last < length && active[last] && sentence[last] === sentence[first]) last++;
    stretches.push({ first, last });
    first = last - 1;
  }
  return stretches;
}

const list = new FeatureList();

export function scoreStretches(reading: Reading, model: Model): Stretch[] {
  const { labels } = model.moves;
  const wordScores = new Map<number, Float32Array>(); // by word: what it brings along into every context
  return stretchesOf(reading).map(({ first, last }) => {
    const emissions = new Float32Array((last - first) * labels);
    for (let i = first; i < last; i++) {
      const at = (i - first) * labels;
      const word = reading.word[i]!;
      let own = wordScores.get(word.id);
      if (!own) {
        own = new Float32Array(labels);
        list.size = 0;
        wordFeatures(word, list);
        addScores(model, list, own, 0);
        wordScores.set(word.id, own);
      }
      emissions.set(own, at);
      list.size = 0;
      contextFeatures(reading, i, list);
      addScores(model, list, emissions, at);
    }
    return { first, last, emissions };
  });
}

function addScores(
  { keys, rows, labels, weights, values }: Model,
  { hashes, size }: FeatureList,
  scores: Float32Array,
  at: number,
): void {
  for (let i = 0; i < size; i++) {
    const slot = slotOf(keys, hashes[i]!);
    if (slot < 0) continue;
    const row = rows[slot]!;
    const start = row >>> 6;
    const end = start + (row & 63);
    for (let j = start; j < end; j++) scores[at + labels[j]!]! += values[weights[j]! + 128]!;
  }
}

export function decodeStretch({ first, last, emissions }: Stretch, model: Model, names: TaggedName[]): void {
  const { moves, transitions, types, confidence } = model;
  const length = last - first;
  const path = new Uint8Array(length);
  decode(moves, emissions, transitions, length, path);
  if (path.every((label) => label === OUTSIDE)) return;
  const margin = margins(moves, emissions, transitions, length, path);
  for (let i = 0; i < length; i++) {
    if (path[i] === OUTSIDE) continue;
    const start = i;
    let least = margin[i]!;
    while (partOf(path[i]!) < END) least = Math.min(least, margin[++i]!);
    const [a, b] = confidence;
    names.push({
      first: first + start,
      last: first + i + 1,
      type: types[typeOf(path[i]!)]!,
      confidence: 1 / (1 + Math.exp(-(a + b * least))),
    });
  }
}
