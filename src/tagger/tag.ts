import { contextFeatures, FeatureList, NEIGHBOURS, neighbourFeatures, wordFeatures } from "./features.ts";
import { END, OUTSIDE, partOf, typeOf } from "./labels.ts";
import { type Model, UNIT } from "./model.ts";
import { type Reading, type Word, wordAt } from "./reading.ts";
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

/** Scores the tokens of an article that may be part of names. */
export function scoreStretches(reading: Reading, model: Model): Stretch[] {
  const { labels } = model.moves;
  const parts = cachedScores(model);
  const sums = new Int32Array(labels);
  return stretchesOf(reading).map(({ first, last }) => {
    const emissions = new Float32Array((last - first) * labels);
    for (let i = first; i < last; i++) {
      const at = (i - first) * labels;
      sums.set(parts.own(reading.word[i]!));
      for (const distance of NEIGHBOURS) addVector(sums, parts.beside(wordAt(reading, i, distance), distance));
      list.size = 0;
      contextFeatures(reading, i, list);
      addScores(model, list, sums);
      for (let label = 0; label < labels; label++) emissions[at + label] = sums[label]! / UNIT;
    }
    return { first, last, emissions };
  });
}

function addVector(sums: Int32Array, vector: Int32Array): void {
  for (let label = 0; label < vector.length; label++) sums[label]! += vector[label]!;
}

/** Scores that hang on one word alone, by itself or as a neighbour: worked out once for each word of an article. */
function cachedScores(model: Model) {
  const { labels } = model.moves;
  const columns = Array.from({ length: 6 }, (): Int32Array[] => []); // by distance + 2; the last is the word itself
  const cached = (column: Int32Array[], id: number, fill: () => void): Int32Array => {
    const known = column[id];
    if (known) return known;
    const vector = new Int32Array(labels);
    list.size = 0;
    fill();
    addScores(model, list, vector);
    column[id] = vector;
    return vector;
  };
  return {
    own: (word: Word) => cached(columns[5]!, word.id, () => wordFeatures(word, list)),
    beside: (word: Word | null, distance: (typeof NEIGHBOURS)[number]) =>
      cached(columns[distance + 2]!, word ? word.id + 1 : 0, () => neighbourFeatures(word, distance, list)),
  };
}

/** Adds the weights of a list of features to the sums by label. */
function addScores({ table, filter, weights }: Model, { hashes, size }: FeatureList, sums: Int32Array): void {
  const slots = (table.length >> 1) - 1;
  const cells = filter.length - 1;
  for (let i = 0; i < size; i++) {
    const hash = hashes[i]!;
    if ((filter[(hash >>> 5) & cells]! & (1 << (hash & 31))) === 0) continue;
    let slot = hash & slots;
    let key = table[slot * 2]!;
    while (key !== hash && key !== 0) {
      slot = (slot + 1) & slots;
      key = table[slot * 2]!;
    }
    if (key === 0) continue;
    const row = table[slot * 2 + 1]!;
    const end = (row >>> 6) + (row & 63);
    for (let j = row >>> 6; j < end; j++) {
      const weight = weights[j]!;
      sums[weight & 31]! += weight >> 5;
    }
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
