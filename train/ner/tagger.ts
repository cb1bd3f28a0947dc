import { END, movesOf, OUTSIDE, partOf } from "../../src/tagger/labels.ts";
import type { Lexicon } from "../../src/tagger/lexicon.ts";
import { FEATURES } from "../../src/tagger/model.ts";
import type { StoredModel } from "../../src/tagger/model-file.ts";
import { decode, margins } from "../../src/tagger/viterbi.ts";
import { fitConfidence, type Judged } from "../confidence.ts";
import type { TrainingArticle } from "./articles.ts";
import { score, train, type Weights } from "./perceptron.ts";
import {
  type Extracted,
  extractor,
  type FeatureIndex,
  goldLabels,
  indexFeatures,
  sequenceOf,
  smallWordsOf,
} from "./sequences.ts";
import { weightColumns } from "./weight-columns.ts";

/** The types of names that the tagger tells apart, as far as the data has them. */
const TYPES = ["PERSON", "ORG", "LOC", "FAC", "NORP", "PRODUCT", "MISC"];
/** A feature that occurs less often is left out. */
const LEAST = 3;
/** The model is the mean of so many, trained on the same articles in different orders. */
const RUNS = 5;
const SEED = 7;
/** What a wrong label costs while training. Scores on articles held out hardly change between 15 and 100. */
const COST = 40;
/** Weights smaller than this part of the largest are left out. */
const SMALLEST = 0.03;

export interface TaggerTraining {
  readonly epochs: number;
  /** So many times a model of the other articles is made to learn how far margins can be trusted; 0 for not at all. */
  readonly folds: number;
  readonly log: (message: string) => void;
}

interface Prepared {
  readonly extracted: readonly Extracted[];
  readonly gold: Uint8Array;
}

/** Trains a tagger. Same articles, lexicon and options in, same model out. */
export function trainTagger(
  articles: readonly TrainingArticle[],
  lexicon: Lexicon,
  training: TaggerTraining,
): StoredModel {
  const { folds, log } = training;
  const types = TYPES.filter((type) => articles.some(({ names }) => names.some((name) => name.type === type)));
  const smallWords = smallWordsOf(articles);
  const extract = extractor(lexicon, smallWords);
  const prepared: Prepared[] = articles.map((article) => ({
    extracted: extract(article),
    gold: goldLabels(article, types),
  }));
  const margins: Judged[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const { index, weights } = learn(
      prepared.filter((_, i) => i % folds !== fold),
      types.length,
      training,
      1,
    );
    for (const one of prepared.filter((_, i) => i % folds === fold)) margins.push(...judge(one, index, weights));
    log(`fold ${fold + 1} of ${folds}`);
  }
  const { index, weights } = learn(prepared, types.length, training, RUNS);
  return store(types, index, weights, lexicon, smallWords, fitConfidence(margins));
}

function learn(articles: readonly Prepared[], types: number, { epochs, log }: TaggerTraining, runs: number) {
  const index = indexFeatures(
    articles.flatMap(({ extracted }) => extracted),
    LEAST,
  );
  const sequences = articles.flatMap(({ extracted, gold }) => extracted.map((one) => sequenceOf(one, gold, index)));
  const features = index.hashes.length;
  const trained = Array.from({ length: runs }, (_, run) => {
    log(`run ${run + 1} of ${runs}: ${features} features`);
    return train(sequences, { types, features, epochs, seed: SEED + run, cost: COST });
  });
  return { index, weights: mean(trained) };
}

/** The mean of several weights, in place of the first. */
function mean(trained: readonly Weights[]): Weights {
  const [first, ...others] = trained as [Weights, ...Weights[]];
  for (const part of ["emissions", "transitions"] as const)
    for (let i = 0; i < first[part].length; i++)
      first[part][i] = (first[part][i]! + others.reduce((sum, other) => sum + other[part][i]!, 0)) / trained.length;
  return first;
}

/** The names that a model finds in an article it was not trained on, each with its margin and whether it is right. */
function judge(
  { extracted, gold }: Prepared,
  index: FeatureIndex,
  { types, emissions: weights, transitions }: Weights,
): Judged[] {
  const moves = movesOf(types);
  return extracted.flatMap((one) => {
    const sequence = sequenceOf(one, gold, index);
    const length = sequence.gold.length;
    const emissions = new Float32Array(length * moves.labels);
    const path = new Uint8Array(length);
    score(sequence, weights, moves.labels, emissions);
    decode(moves, emissions, transitions, length, path);
    const margin = margins(moves, emissions, transitions, length, path);
    const judged: Judged[] = [];
    for (let i = 0; i < length; i++) {
      if (path[i] === OUTSIDE) continue;
      let least = margin[i]!;
      let right = path[i] === sequence.gold[i];
      while (partOf(path[i]!) < END) {
        least = Math.min(least, margin[++i]!);
        right &&= path[i] === sequence.gold[i];
      }
      judged.push({ margin: least, right });
    }
    return judged;
  });
}

/** Quantizes and prunes weights, and puts everything into the columns of a model file. */
function store(
  types: readonly string[],
  { hashes }: FeatureIndex,
  { emissions, transitions }: Weights,
  lexicon: Lexicon,
  { inside, edge }: { inside: ReadonlySet<string>; edge: ReadonlySet<string> },
  confidence: [number, number],
): StoredModel {
  const { scale, columns } = weightColumns(hashes, emissions, movesOf(types.length).labels, SMALLEST);
  return {
    types,
    features: FEATURES,
    scale,
    confidence,
    inside: [...inside],
    edge: [...edge],
    sections: {
      ...columns,
      transitions,
      ...packLexicon(lexicon),
    },
  };
}

function packLexicon({ keys, classes, small }: Lexicon) {
  const slots = [...keys.keys()].filter((slot) => keys[slot] !== 0).sort((a, b) => keys[a]! - keys[b]!);
  const sets = [...new Set(slots.map((slot) => classes[slot]!))].sort((a, b) => a - b);
  const indexes = new Map(sets.map((set, i) => [set, i]));
  return {
    wordKeys: Uint32Array.from(slots, (slot) => keys[slot]!),
    wordClasses: Uint16Array.from(slots, (slot) => indexes.get(classes[slot]!)!),
    wordShares: Uint8Array.from(slots, (slot) => small[slot]!),
    classSets: Uint32Array.from(sets),
  };
}
