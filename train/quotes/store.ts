import { QUOTE_FEATURES } from "../../src/stages/7-quotes/attribution-model.ts";
import { labelCount } from "../../src/tagger/labels.ts";
import type { Lexicon } from "../../src/tagger/lexicon.ts";
import { quantize } from "../../src/tagger/model.ts";
import type { StoredModel } from "../../src/tagger/model-file.ts";
import type { Weights } from "../ner/perceptron.ts";
import type { FeatureIndex } from "./feature-index.ts";

/** Weights smaller than this part of the largest are left out. */
const SMALLEST = 0.02;

/** Quantizes and prunes weights, and puts everything into the columns of a model file. */
export function store(
  types: readonly string[],
  { hashes }: FeatureIndex,
  { emissions, transitions }: Weights,
  lexicon: Lexicon | null,
  confidence: readonly [number, number],
  smallest = SMALLEST,
): StoredModel {
  const labels = labelCount(types.length);
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
    types,
    features: QUOTE_FEATURES,
    scale,
    confidence,
    inside: [],
    edge: [],
    sections: {
      featureKeys: Uint32Array.from(keys),
      weightCounts: Uint8Array.from(counts),
      weightLabels: Uint8Array.from(weightLabels),
      weights: Int8Array.from(weights),
      transitions,
      ...words(lexicon),
    },
  };
}

function words(lexicon: Lexicon | null) {
  const { keys, classes, small } = lexicon ?? {
    keys: new Uint32Array(0),
    classes: new Uint32Array(0),
    small: new Uint8Array(0),
  };
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
