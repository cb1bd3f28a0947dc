import {
  contextFeatures,
  type Distance,
  evidenceBeside,
  evidenceFeatures,
  FeatureList,
  POS_ROOM,
  posFeatures,
  spellingFeatures,
} from "./features.ts";
import { END, OUTSIDE, partOf, typeOf } from "./labels.ts";
import { type Model, UNIT } from "./model.ts";
import { type Reading, type Word, wordAt } from "./reading.ts";
import type { Spellings } from "./spellings.ts";
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
  const { word, pos } = reading;
  const scorer = scorerOf(model, reading.spellings);
  const shown: Int32Array[] = []; // by word
  const sums = new Int32Array(labels);
  return stretchesOf(reading).map(({ first, last }) => {
    const emissions = new Float32Array((last - first) * labels);
    for (let i = first; i < last; i++) {
      const here = word[i]!;
      const [before, after] = [wordAt(reading, i, -1), wordAt(reading, i, 1)];
      const own = scorer.spelling(here, 0);
      shown[here.id] ??= scorer.evidence(here);
      const evidence = shown[here.id]!;
      const left = scorer.spelling(before, -1);
      const right = scorer.spelling(after, 1);
      const farLeft = scorer.spelling(wordAt(reading, i, -2), -2);
      const farRight = scorer.spelling(wordAt(reading, i, 2), 2);
      const beforeShown = before ? scorer.beside(before, -1) : scorer.nothing;
      const afterShown = after ? scorer.beside(after, 1) : scorer.nothing;
      const parts = scorer.partsOfSpeech(before ? pos[i - 1]! : 0, pos[i]!, after ? pos[i + 1]! : 0);
      for (let label = 0; label < labels; label++)
        sums[label] =
          own[label]! +
          evidence[label]! +
          left[label]! +
          right[label]! +
          farLeft[label]! +
          farRight[label]! +
          beforeShown[label]! +
          afterShown[label]! +
          parts[label]!;
      list.size = 0;
      contextFeatures(reading, i, list);
      addScores(model, list, sums);
      const at = (i - first) * labels;
      for (let label = 0; label < labels; label++) emissions[at + label] = sums[label]! / UNIT;
    }
    return { first, last, emissions };
  });
}

/** Scores that hang on one word or on a few parts of speech, and are worked out once for each. */
function scorerOf(model: Model, spellings: Spellings) {
  const vectorOf = (): Int32Array => {
    const vector = new Int32Array(model.moves.labels);
    addScores(model, list, vector);
    return vector;
  };
  return {
    nothing: new Int32Array(model.moves.labels),
    spelling: (word: Word | null, distance: Distance): Int32Array => {
      const scores = word ? word.spelling.scores : spellings.edges;
      const known = scores[distance + 2];
      if (known) return known;
      list.size = 0;
      spellingFeatures(word ? word.spelling : null, distance, list);
      scores[distance + 2] = vectorOf();
      return scores[distance + 2]!;
    },
    evidence: (word: Word): Int32Array => {
      list.size = 0;
      evidenceFeatures(word, list);
      return vectorOf();
    },
    beside: ({ form, capital }: Word, distance: -1 | 1): Int32Array => {
      const key = (form.evidence * 2 + (capital ? 1 : 0)) * 2 + (distance < 0 ? 0 : 1);
      let known = spellings.evidence.get(key);
      if (!known) {
        list.size = 0;
        evidenceBeside(form.evidence, capital ? 1 : 0, distance, list);
        known = vectorOf();
        spellings.evidence.set(key, known);
      }
      return known;
    },
    partsOfSpeech: (before: number, here: number, after: number): Int32Array => {
      const key = (before * POS_ROOM + here) * POS_ROOM + after;
      let known = spellings.partsOfSpeech[key];
      if (!known) {
        list.size = 0;
        posFeatures(before, here, after, list);
        known = vectorOf();
        spellings.partsOfSpeech[key] = known;
      }
      return known;
    },
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
  const { moves, transitions, range, types, confidence } = model;
  const length = last - first;
  const path = new Uint8Array(length);
  decode(moves, emissions, transitions, length, path, range);
  if (path.every((label) => label === OUTSIDE)) return;
  const margin = margins(moves, emissions, transitions, length, path, range);
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
