import { quantize } from "../../src/tagger/model.ts";
import type { StoredModel } from "../../src/tagger/model-file.ts";

type WeightColumns = Pick<StoredModel["sections"], "featureKeys" | "weightCounts" | "weightLabels" | "weights">;

/**
 * Quantizes the weights of features (`labels` of them for each hash) and puts them into the columns of a model file. Those smaller
 * than `smallest`, a part of the largest, are left out. `scale` is the largest, what the quantized ones are parts of.
 */
export function weightColumns(
  hashes: ArrayLike<number>,
  emissions: Float32Array | Float64Array,
  labels: number,
  smallest: number,
): { scale: number; columns: WeightColumns } {
  let scale = 0;
  for (const weight of emissions) scale = Math.max(scale, Math.abs(weight));
  scale ||= 1;
  const keys: number[] = [];
  const counts: number[] = [];
  const weightLabels: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < hashes.length; i++) {
    const before = weights.length;
    for (let label = 0; label < labels; label++) {
      const weight = emissions[i * labels + label]!;
      if (Math.abs(weight) < smallest * scale) continue;
      weightLabels.push(label);
      weights.push(quantize(weight, scale));
    }
    if (weights.length === before) continue;
    keys.push(hashes[i]!);
    counts.push(weights.length - before);
  }
  return {
    scale,
    columns: {
      featureKeys: Uint32Array.from(keys),
      weightCounts: Uint8Array.from(counts),
      weightLabels: Uint8Array.from(weightLabels),
      weights: Int8Array.from(weights),
    },
  };
}
