import { readFileSync } from "node:fs";
import { type Moves, movesOf } from "./labels.ts";
import { type Lexicon, slotFor, slotsFor } from "./lexicon.ts";
import { readModel, type StoredModel } from "./model-file.ts";
import type { SmallWords } from "./reading.ts";

/** Version of what `features.ts`, `reading.ts` and `classes.ts` make of a text; goes up with every change to them. */
export const FEATURES = 1;

/** A tagger ready to run. Nothing in it changes. */
export interface Model {
  readonly types: readonly string[];
  readonly moves: Moves;
  readonly lexicon: Lexicon;
  readonly smallWords: SmallWords;
  /** Open-addressing table of feature hashes; `rows` says where a feature's weights begin (times 64) and how many it has. */
  readonly keys: Uint32Array;
  readonly rows: Uint32Array;
  readonly labels: Uint8Array;
  readonly weights: Int8Array;
  /** What each quantized weight, plus 128, stands for. */
  readonly values: Float32Array;
  readonly transitions: Float32Array;
  readonly confidence: readonly [a: number, b: number];
  readonly sha256: string;
}

/** Reads a model from a file. Throws a `ModelError` if it is no model or not whole, and what `readFileSync` throws. */
export const loadModel = (path: string): Model => prepare(readModel(readFileSync(path), path, FEATURES));

/** Builds the tables of a stored model. */
export function prepare({
  types,
  scale,
  confidence,
  inside,
  edge,
  sha256,
  sections,
}: StoredModel & { sha256: string }): Model {
  const { featureKeys, weightCounts, weightLabels, weights, transitions } = sections;
  const slots = slotsFor(featureKeys.length);
  const keys = new Uint32Array(slots);
  const rows = new Uint32Array(slots);
  let at = 0;
  for (let i = 0; i < featureKeys.length; i++) {
    const slot = slotFor(keys, featureKeys[i]!);
    keys[slot] = featureKeys[i]!;
    rows[slot] = at * 64 + weightCounts[i]!;
    at += weightCounts[i]!;
  }
  return {
    types,
    moves: movesOf(types.length),
    lexicon: lexiconOf(sections),
    smallWords: { inside: new Set(inside), edge: new Set(edge) },
    keys,
    rows,
    labels: weightLabels,
    weights,
    values: Float32Array.from({ length: 256 }, (_, i) => dequantize(i - 128, scale)),
    transitions,
    confidence,
    sha256,
  };
}

function lexiconOf({ wordKeys, wordClasses, wordShares, classSets }: StoredModel["sections"]): Lexicon {
  const slots = slotsFor(wordKeys.length);
  const lexicon = { keys: new Uint32Array(slots), classes: new Uint32Array(slots), small: new Uint8Array(slots) };
  for (let i = 0; i < wordKeys.length; i++) {
    const slot = slotFor(lexicon.keys, wordKeys[i]!);
    lexicon.keys[slot] = wordKeys[i]!;
    lexicon.classes[slot] = classSets[wordClasses[i]!]!;
    lexicon.small[slot] = wordShares[i]!;
  }
  return lexicon;
}

/** Small weights are many and large ones few: a square law keeps the small ones apart in 8 bits. */
export const quantize = (weight: number, scale: number): number =>
  Math.sign(weight) * Math.round(Math.sqrt(Math.min(1, Math.abs(weight) / scale)) * 127);

export const dequantize = (q: number, scale: number): number => Math.sign(q) * (q / 127) ** 2 * scale;
