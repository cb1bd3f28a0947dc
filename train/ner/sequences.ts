import { FeatureList, jointFeatures } from "../../src/tagger/features.ts";
import { BEGIN, END, INSIDE, labelOf, OUTSIDE, SINGLE } from "../../src/tagger/labels.ts";
import type { Lexicon } from "../../src/tagger/lexicon.ts";
import { MOST_PARTS, Parts } from "../../src/tagger/parts.ts";
import { readArticle } from "../../src/tagger/reading.ts";
import type { SmallWords } from "../../src/tagger/spellings.ts";
import { stretchesOf } from "../../src/tagger/tag.ts";
import { wordNumbers } from "../../src/tagger/vocabulary.ts";
import type { TrainingArticle } from "./articles.ts";
import type { Sequence } from "./perceptron.ts";

/** Hashes of features with the indexes that training knows them by. */
export interface FeatureIndex {
  readonly indexes: Map<number, number>;
  readonly hashes: readonly number[];
}

/** Lower-case words that stand inside gold names at least twice, and at their edges at least three times. */
export function smallWordsOf(articles: readonly TrainingArticle[]): SmallWords {
  const inside = new Map<string, number>();
  const edge = new Map<string, number>();
  const count = (counts: Map<string, number>, word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const { names, texts } of articles)
    for (const { first, last } of names)
      for (let i = first; i < last; i++) {
        const word = texts[i]!;
        if (word !== word.toLowerCase()) continue;
        if (i > first && i < last - 1) count(inside, word);
        else if (last - first > 1 && /\p{L}/u.test(word)) count(edge, word);
      }
  const atLeast = (counts: Map<string, number>, least: number) =>
    new Set(
      [...counts]
        .filter(([, n]) => n >= least)
        .map(([word]) => word)
        .sort(),
    );
  return { inside: atLeast(inside, 2), edge: atLeast(edge, 4) };
}

/** The gold labels of an article's tokens; names of types that are not in the list are none. */
export function goldLabels({ names, texts }: TrainingArticle, types: readonly string[]): Uint8Array {
  const labels = new Uint8Array(texts.length).fill(OUTSIDE);
  for (const { first, last, type } of names) {
    const index = types.indexOf(type);
    if (index < 0) continue;
    if (last - first === 1) labels[first] = labelOf(index, SINGLE);
    else {
      labels.fill(labelOf(index, INSIDE), first, last);
      labels[first] = labelOf(index, BEGIN);
      labels[last - 1] = labelOf(index, END);
    }
  }
  return labels;
}

interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Feature hashes of an article's active tokens, stretch by stretch. */
export interface Extracted {
  readonly stretch: Stretch;
  readonly starts: Uint32Array;
  readonly hashes: Uint32Array;
}

/** Makes a function that extracts the features of an article's stretches, as far as they are to be trained on. */
export function extractor(lexicon: Lexicon, smallWords: SmallWords): (article: TrainingArticle) => Extracted[] {
  const kept: Uint32Array[] = [new Uint32Array(0)];
  const parts = new Parts(lexicon, smallWords, ({ hashes, size }) => kept.push(hashes.slice(0, size)) - 1);
  const own = new Int32Array(MOST_PARTS);
  const joint = new FeatureList();
  return ({ text, tokens, until }) => {
    const { vocabulary, numbers } = wordNumbers(text, tokens);
    if (parts.makeRoom(vocabulary)) kept.length = 1;
    const reading = readArticle(text, tokens, numbers, parts.spellings);
    return stretchesOf(reading)
      .filter(({ last }) => last <= until)
      .map((stretch) => {
        const starts = [0];
        const hashes: number[] = [];
        for (let i = stretch.first; i < stretch.last; i++) {
          const size = parts.of(reading, i, own);
          for (const part of own.subarray(0, size)) hashes.push(...kept[part]!);
          joint.size = 0;
          jointFeatures(reading, i, parts.edge, joint);
          hashes.push(...joint.hashes.subarray(0, joint.size));
          starts.push(hashes.length);
        }
        return { stretch, starts: Uint32Array.from(starts), hashes: Uint32Array.from(hashes) };
      });
  };
}

/** Indexes for all features that occur at least `least` times. */
export function indexFeatures(extracted: Iterable<Extracted>, least: number): FeatureIndex {
  const counts = new Map<number, number>();
  for (const { hashes } of extracted) for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const hashes = [...counts]
    .filter(([, count]) => count >= least)
    .map(([hash]) => hash)
    .sort((a, b) => a - b);
  return { hashes, indexes: new Map(hashes.map((hash, i) => [hash, i])) };
}

export function sequenceOf(
  { stretch, starts, hashes }: Extracted,
  labels: Uint8Array,
  { indexes }: FeatureIndex,
): Sequence {
  const kept = new Uint32Array(starts.length);
  const features = new Uint32Array(hashes.length);
  let size = 0;
  for (let i = 0; i + 1 < starts.length; i++) {
    for (let j = starts[i]!; j < starts[i + 1]!; j++) {
      const index = indexes.get(hashes[j]!);
      if (index !== undefined) features[size++] = index;
    }
    kept[i + 1] = size;
  }
  return { starts: kept, features: features.slice(0, size), gold: stretchGold(labels, stretch) };
}

/** Gold of a stretch; a name that reaches out of it is cut, so that its labels can be decoded. */
function stretchGold(labels: Uint8Array, { first, last }: Stretch): Uint8Array {
  const gold = labels.slice(first, last);
  for (let i = 0; i < gold.length; i++) {
    const label = gold[i]!;
    if (label === OUTSIDE) continue;
    const base = label - ((label - 1) & 3);
    const part = (label - 1) & 3;
    const starts = part === BEGIN || part === SINGLE || i === 0;
    const next = gold[i + 1];
    const ends = part === END || part === SINGLE || next === undefined;
    gold[i] = base + (starts ? (ends ? SINGLE : BEGIN) : ends ? END : INSIDE);
  }
  return gold;
}
