import { slotFor, slotOf } from "../../src/tagger/lexicon.ts";

/** Feature hashes of a sequence: those of unit i are `hashes[starts[i]]` up to `hashes[starts[i + 1]]`. */
export interface Extracted {
  readonly starts: Uint32Array;
  readonly hashes: Uint32Array;
}

/** Feature hashes with the indexes that training knows them by: an open-addressing table, as a Map would be too large. */
export interface FeatureIndex {
  readonly keys: Uint32Array;
  /** Index by slot, plus 1. */
  readonly indexes: Uint32Array;
  /** Hashes by index. */
  readonly hashes: readonly number[];
}

/** Slots of the table that counts: four times what the corpora that we know need. */
const SLOTS = 2 ** 25;

/** Indexes for all features that occur at least `least` times, in the order of their hashes. */
export function indexFeatures(sequences: readonly Extracted[], least: number): FeatureIndex {
  const keys = new Uint32Array(SLOTS);
  const counts = new Uint8Array(SLOTS);
  for (const { hashes } of sequences)
    for (let i = 0; i < hashes.length; i++) {
      const slot = slotFor(keys, hashes[i]!);
      keys[slot] = hashes[i]!;
      if (counts[slot]! < 255) counts[slot]!++;
    }
  const kept: number[] = [];
  for (let slot = 0; slot < SLOTS; slot++) if (keys[slot] !== 0 && counts[slot]! >= least) kept.push(keys[slot]!);
  const hashes = Uint32Array.from(kept).sort();
  let slots = 16;
  while (slots * 0.6 < hashes.length) slots *= 2;
  const table = new Uint32Array(slots);
  const indexes = new Uint32Array(slots);
  for (let i = 0; i < hashes.length; i++) {
    const slot = slotFor(table, hashes[i]!);
    table[slot] = hashes[i]!;
    indexes[slot] = i + 1;
  }
  return { keys: table, indexes, hashes: Array.from(hashes) };
}

/** A sequence with indexes in place of hashes; features that are not in the index are left out. */
export function indexed({ starts, hashes }: Extracted, { keys, indexes }: FeatureIndex) {
  const kept = new Uint32Array(starts.length);
  const features = new Uint32Array(hashes.length);
  let size = 0;
  for (let i = 0; i + 1 < starts.length; i++) {
    for (let j = starts[i]!; j < starts[i + 1]!; j++) {
      const slot = slotOf(keys, hashes[j]!);
      if (slot >= 0) features[size++] = indexes[slot]! - 1;
    }
    kept[i + 1] = size;
  }
  return { starts: kept, features: features.slice(0, size) };
}
