import {
  contextFeatures,
  evidenceBeside,
  evidenceFeatures,
  FeatureList,
  NEIGHBOURS,
  posFeatures,
  spellingFeatures,
} from "../../src/tagger/features.ts";
import { BEGIN, END, INSIDE, labelOf, OUTSIDE, SINGLE } from "../../src/tagger/labels.ts";
import { type Reading, readArticle, type SmallWords, wordAt } from "../../src/tagger/reading.ts";
import type { Spellings } from "../../src/tagger/spellings.ts";
import { stretchesOf } from "../../src/tagger/tag.ts";
import type { TrainingArticle } from "./articles.ts";
import type { Sequence } from "./perceptron.ts";

/** Hashes of features with the indexes that training knows them by. */
export interface FeatureIndex {
  readonly indexes: Map<number, number>;
  readonly hashes: readonly number[];
}

export const read = (article: TrainingArticle, spellings: Spellings, smallWords: SmallWords): Reading =>
  readArticle(article.text, article.tokens, article.texts, spellings, smallWords);

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

/** The features of the stretches before token `until`. */
export function extract(reading: Reading, until = reading.length): Extracted[] {
  const list = new FeatureList();
  const cached = new Map<string, Uint32Array>();
  const featuresOf = (key: string, fill: () => void): Uint32Array => {
    let known = cached.get(key);
    if (!known) {
      list.size = 0;
      fill();
      known = list.hashes.slice(0, list.size);
      cached.set(key, known);
    }
    return known;
  };
  return stretchesOf(reading)
    .filter(({ last }) => last <= until)
    .map((stretch) => {
      const starts = new Uint32Array(stretch.last - stretch.first + 1);
      const parts: Uint32Array[] = [];
      let size = 0;
      for (let i = stretch.first; i < stretch.last; i++) {
        const word = reading.word[i]!;
        const before = parts.length;
        parts.push(featuresOf(`${word.id}`, () => spellingFeatures(word.spelling, 0, list)));
        parts.push(featuresOf(`${word.id} shown`, () => evidenceFeatures(word, list)));
        for (const distance of NEIGHBOURS) {
          const other = wordAt(reading, i, distance);
          parts.push(
            featuresOf(`${other?.id} ${distance}`, () => {
              spellingFeatures(other?.spelling ?? null, distance, list);
              if (other && (distance === -1 || distance === 1))
                evidenceBeside(other.form.evidence, other.capital ? 1 : 0, distance, list);
            }),
          );
        }
        list.size = 0;
        posFeatures(
          wordAt(reading, i, -1) ? reading.pos[i - 1]! : 0,
          reading.pos[i]!,
          wordAt(reading, i, 1) ? reading.pos[i + 1]! : 0,
          list,
        );
        contextFeatures(reading, i, list);
        parts.push(list.hashes.slice(0, list.size));
        size += parts.slice(before).reduce((sum, { length }) => sum + length, 0);
        starts[i - stretch.first + 1] = size;
      }
      const hashes = new Uint32Array(size);
      let at = 0;
      for (const part of parts) {
        hashes.set(part, at);
        at += part.length;
      }
      return { stretch, starts, hashes };
    });
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
