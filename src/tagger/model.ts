import { readFileSync } from "node:fs";
import { getEnvironmentData, setEnvironmentData } from "node:worker_threads";
import { type Moves, movesOf } from "./labels.ts";
import { type Lexicon, slotFor, slotsFor } from "./lexicon.ts";
import { readModel, type StoredModel } from "./model-file.ts";
import type { SmallWords } from "./spellings.ts";
import { rangeOf } from "./viterbi.ts";

/** Version of what `features.ts`, `reading.ts` and `classes.ts` make of a text; goes up with every change to them. */
export const FEATURES = 4;

/** A tagger ready to run. Nothing in it changes. */
export interface Model {
  readonly types: readonly string[];
  readonly moves: Moves;
  readonly lexicon: Lexicon;
  readonly smallWords: SmallWords;
  /**
   * Open-addressing table of feature hashes, two cells a slot: the hash, and where its weights begin (times 64) plus how
   * many it has. Instead of a single weight's place the cell has that weight itself (times 64, as in `weights`), for one
   * line of the processor's cache holds both cells, and `weights` would take another.
   */
  readonly table: Uint32Array;
  /** A bit for each feature hash modulo its size: most features of a text are unknown, and this tells so from a small array. */
  readonly filter: Uint32Array;
  /** A weight each: its label in the low five bits, above them the weight in units of 1 / `UNIT`. */
  readonly weights: Int32Array;
  readonly transitions: Float32Array;
  /** How far the transitions lie apart (`rangeOf`). */
  readonly range: number;
  readonly confidence: readonly [a: number, b: number];
  readonly sha256: string;
}

/** Scores are added up as integers of this unit: fast, and the same in any order. */
export const UNIT = 4096;
const FILTER_BITS = 2 ** 20;

/**
 * Reads a model from a file, or takes the one that the main thread shares (`shareModel`). Throws a `ModelError` if it is
 * no model or not whole, and what `readFileSync` throws.
 */
export function loadModel(path: string): Model {
  const shared = getEnvironmentData(keyOf(path)) as Model | undefined;
  return shared ?? prepare(readModel(readFileSync(path), path, FEATURES));
}

/**
 * Loads a model for the worker threads that are started from now on: its arrays lie in memory that all of them read, so
 * that it is read and checked once.
 */
export function shareModel(path: string): void {
  if (getEnvironmentData(keyOf(path)) === undefined) setEnvironmentData(keyOf(path), loadModel(path));
}

const keyOf = (path: string): string => `pressmark model ${path}`;

/** A copy of an array in memory that threads can share. */
function shared<T extends Uint32Array | Int32Array | Uint8Array>(array: T): T {
  const Type = array.constructor as new (buffer: SharedArrayBuffer) => T;
  const copy = new Type(new SharedArrayBuffer(array.byteLength));
  copy.set(array);
  return copy;
}

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
  const table = new Uint32Array(slots * 2);
  const filter = new Uint32Array(FILTER_BITS / 32);
  const all = Int32Array.from(weights, (q, i) => (Math.round(dequantize(q, scale) * UNIT) << 5) | weightLabels[i]!);
  let at = 0;
  for (let i = 0; i < featureKeys.length; i++) {
    const key = featureKeys[i]!;
    let slot = key & (slots - 1);
    while (table[slot * 2] !== 0) slot = (slot + 1) & (slots - 1);
    table[slot * 2] = key;
    const count = weightCounts[i]!;
    const single = all[at]! << 6;
    table[slot * 2 + 1] = count === 1 && single >> 6 === all[at] ? single : at * 64 + count;
    at += count;
    filter[(key >>> 5) & (filter.length - 1)]! |= 1 << (key & 31);
  }
  const moves = movesOf(types.length);
  return {
    types,
    moves,
    lexicon: lexiconOf(sections),
    smallWords: { inside: new Set(inside), edge: new Set(edge) },
    table: shared(table),
    filter: shared(filter),
    weights: shared(all),
    transitions,
    range: rangeOf(moves, transitions),
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
  return { keys: shared(lexicon.keys), classes: shared(lexicon.classes), small: shared(lexicon.small) };
}

/** Small weights are many and large ones few: a square law keeps the small ones apart in 8 bits. */
export const quantize = (weight: number, scale: number): number =>
  Math.sign(weight) * Math.round(Math.sqrt(Math.min(1, Math.abs(weight) / scale)) * 127);

export const dequantize = (q: number, scale: number): number => Math.sign(q) * (q / 127) ** 2 * scale;
