import type { FeatureList } from "./features.ts";
import type { Model } from "./model.ts";

/** Adds the weights of features to the sums by label that begin at `at`, in units of 1 / `UNIT`. */
export function addWeights(
  { table, filter, weights }: Model,
  { hashes, size }: FeatureList,
  sums: Int32Array,
  at = 0,
): void {
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
