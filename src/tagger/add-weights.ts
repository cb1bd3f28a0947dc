import { type FeatureList, MOST_FEATURES } from "./features.ts";
import type { Model } from "./model.ts";

/** Features that the filter lets pass, and the keys where they stand first in the table; written over by each call. */
const known = new Uint32Array(MOST_FEATURES);
const keys = new Uint32Array(MOST_FEATURES);

/**
 * Adds the weights of features to the sums by label that begin at `at`, in units of 1 / `UNIT`. Most of the time goes into waiting
 * for memory: one loop for each table, without branches, lets the processor wait for many features at once.
 */
export function addWeights(
  { table, filter, weights }: Model,
  { hashes, size }: FeatureList,
  sums: Int32Array,
  at = 0,
): void {
  const slots = (table.length >> 1) - 1;
  const cells = filter.length - 1;
  let count = 0;
  for (let i = 0; i < size; i++) {
    const hash = hashes[i]!;
    known[count] = hash;
    count += (filter[(hash >>> 5) & cells]! >>> (hash & 31)) & 1;
  }
  for (let i = 0; i < count; i++) keys[i] = table[(known[i]! & slots) * 2]!;
  for (let i = 0; i < count; i++) {
    const hash = known[i]!;
    let slot = hash & slots;
    let key = keys[i]!;
    while (key !== hash && key !== 0) {
      slot = (slot + 1) & slots;
      key = table[slot * 2]!;
    }
    if (key === 0) continue;
    const row = table[slot * 2 + 1]!;
    if ((row & 63) === 0) {
      sums[at + ((row >>> 6) & 31)]! += row >> 11;
      continue;
    }
    const end = (row >>> 6) + (row & 63);
    for (let j = row >>> 6; j < end; j++) {
      const weight = weights[j]!;
      sums[at + (weight & 31)]! += weight >> 5;
    }
  }
}
