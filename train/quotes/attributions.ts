import { CUE, LINKED_CONTENT, LINKS, PARTS } from "../../src/stages/7-quotes/attribution-model.ts";
import { CUE_BIAS, favour, paragraphs, rangesOf } from "../../src/stages/7-quotes/attributions.ts";
import { type Window, windowOf } from "../../src/stages/7-quotes/link-features.ts";
import { surroundingsOf } from "../../src/stages/7-quotes/part-features.ts";
import type { Range } from "../../src/stages/7-quotes/speakers.ts";
import { labelCount, movesOf, OUTSIDE } from "../../src/tagger/labels.ts";
import type { StoredModel } from "../../src/tagger/model-file.ts";
import { decode, margins } from "../../src/tagger/viterbi.ts";
import { fitConfidence, type Judged } from "../confidence.ts";
import { type Sequence, score, train, type Weights } from "../ner/perceptron.ts";
import { type GoldAttribution, lexicon, type QuoteArticle } from "./articles.ts";
import { extractLinks, extractParts } from "./extraction.ts";
import { type Extracted, type FeatureIndex, indexed, indexFeatures } from "./feature-index.ts";
import { linkGold, partGold } from "./gold-labels.ts";
import { store } from "./store.ts";

/** A feature that occurs less often is left out. */
const LEAST = 3;
const SEED = 7;
/** What a wrong label costs while training. */
const COST = 20;

export interface AttributionTraining {
  readonly epochs: number;
  /** So many models of the other articles label each article as the linker will see it. */
  readonly folds: number;
  readonly log: (message: string) => void;
}

interface Prepared {
  readonly article: QuoteArticle;
  readonly paragraphs: readonly Range[];
  readonly sequences: readonly Sequence[];
}

/** Trains both taggers. Same articles and options in, same models out. */
export function trainAttributions(
  articles: readonly QuoteArticle[],
  { epochs, folds, log }: AttributionTraining,
): { parts: StoredModel; links: StoredModel } {
  const { prepared, index } = prepare(articles);
  log(`${index.hashes.length} features of parts`);
  const options = { types: PARTS.length, features: index.hashes.length, epochs, seed: SEED, cost: COST };
  const windows: Labelled[][] = articles.map(() => []);
  for (let fold = 0; fold < folds; fold++) {
    const learned = train(
      prepared.filter((_, i) => i % folds !== fold).flatMap(({ sequences }) => sequences),
      options,
    );
    for (const [i, one] of prepared.entries())
      if (i % folds === fold) windows[i] = candidates(one, labelled(one, learned), true);
    log(`fold ${fold + 1} of ${folds}`);
  }
  const parts = train(
    prepared.flatMap(({ sequences }) => sequences),
    { ...options, log },
  );
  const links = trainLinks(windows, { epochs, folds, log });
  return { parts: store(PARTS, index, parts, lexicon, [0, 1]), links };
}

function prepare(articles: readonly QuoteArticle[]): { prepared: Prepared[]; index: FeatureIndex } {
  const extracted = articles.map((article) => {
    const near = surroundingsOf(article.units);
    return paragraphs(article.units).map((range) => extractParts(article.units, near, range));
  });
  const index = indexFeatures(extracted.flat(), LEAST);
  const prepared = articles.map((article, i) => {
    const gold = partGold(article);
    const ranges = paragraphs(article.units);
    const sequences = ranges.map(({ first, last }, k) => ({
      ...indexed(extracted[i]![k]!, index),
      gold: gold.slice(first, last),
    }));
    extracted[i] = [];
    return { article, paragraphs: ranges, sequences };
  });
  return { prepared, index };
}

/** The labels that the first tagger gives to an article. */
function labelled({ article, paragraphs: ranges, sequences }: Prepared, { emissions: weights, transitions }: Weights) {
  const moves = movesOf(PARTS.length);
  const labels = new Uint8Array(article.units.length);
  for (const [k, sequence] of sequences.entries()) {
    const { first, last } = ranges[k]!;
    const emissions = new Float32Array((last - first) * moves.labels);
    score(sequence, weights, moves.labels, emissions);
    favour(emissions, moves.labels, CUE, CUE_BIAS);
    decode(moves, emissions, transitions, last - first, labels.subarray(first, last));
  }
  return labels;
}

/** A window with its features and gold. */
interface Labelled {
  readonly extracted: Extracted;
  readonly gold: Uint8Array;
  /** False for a gold cue that the first tagger missed: of use in training, and never seen later. */
  readonly found: boolean;
}

/** The windows of the cues found, false ones too, and of the gold cues that were missed. */
function candidates({ article: { units, gold } }: Prepared, labels: Uint8Array, withMissed: boolean): Labelled[] {
  const made = (window: Window, attribution: GoldAttribution | null, found: boolean): Labelled => ({
    extracted: extractLinks(units, window, labels),
    gold: linkGold(attribution, window),
    found,
  });
  const seen = new Set<GoldAttribution>();
  const windows = rangesOf(labels, CUE).map(({ first, last }) => {
    const touching = gold.filter(({ cue }) => cue.some((one) => one.first < last && first < one.last));
    const match = touching.find((one) => !seen.has(one)) ?? null;
    if (match) seen.add(match);
    return made(windowOf(units, first, last), match, true);
  });
  if (withMissed)
    for (const one of gold)
      if (!seen.has(one) && one.cue.length > 0) {
        const { first, last } = one.cue[0]!;
        windows.push(made(windowOf(units, first, last), one, false));
      }
  return windows;
}

function trainLinks(
  windows: readonly (readonly Labelled[])[],
  { epochs, folds, log }: AttributionTraining,
): StoredModel {
  const index = indexFeatures(
    windows.flat().map(({ extracted }) => extracted),
    LEAST,
  );
  log(`${windows.flat().length} windows, ${index.hashes.length} features of links`);
  const sequences = windows.map((some) =>
    some.map(({ extracted, gold, found }) => ({ ...indexed(extracted, index), gold, found })),
  );
  const options = { types: LINKS.length, features: index.hashes.length, epochs, seed: SEED, cost: COST };
  const judged: Judged[] = [];
  // One fold is enough to learn how far margins can be trusted.
  const part = train(sequences.filter((_, i) => i % folds !== 0).flat(), options);
  for (const sequence of sequences.filter((_, i) => i % folds === 0).flat())
    if (sequence.found) judged.push(...judge(sequence, part));
  const right = judged.filter((one) => one.right).length;
  log(`links: ${judged.length} contents in a fold held out, ${right} of them right`);
  const links = train(sequences.flat(), { ...options, log });
  return store(LINKS, index, links, null, fitConfidence(judged));
}

/** The margin of the parts found for a cue, and whether at least half of their content is right. */
function judge(sequence: Sequence, { emissions: weights, transitions }: Weights): Judged[] {
  const moves = movesOf(LINKS.length);
  const length = sequence.gold.length;
  const emissions = new Float32Array(length * labelCount(LINKS.length));
  const path = new Uint8Array(length);
  score(sequence, weights, moves.labels, emissions);
  decode(moves, emissions, transitions, length, path);
  const content = (labels: Uint8Array) => {
    const units = new Set<number>();
    for (const { first, last } of rangesOf(labels, LINKED_CONTENT)) for (let i = first; i < last; i++) units.add(i);
    return units;
  };
  const found = content(path);
  if (found.size === 0) return [];
  const wanted = content(sequence.gold);
  const both = [...found].filter((i) => wanted.has(i)).length;
  const margin = margins(moves, emissions, transitions, length, path);
  let [sum, count] = [0, 0];
  for (let i = 0; i < length; i++)
    if (path[i] !== OUTSIDE) {
      sum += margin[i]!;
      count++;
    }
  return [{ margin: sum / count, right: both >= 0.5 * (found.size + wanted.size - both) }];
}
