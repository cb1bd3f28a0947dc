import { QUOTE_FEATURES } from "../../src/stages/7-quotes/attribution-model.ts";
import { labelCount } from "../../src/tagger/labels.ts";
import type { Lexicon } from "../../src/tagger/lexicon.ts";
import type { StoredModel } from "../../src/tagger/model-file.ts";
import type { Weights } from "../ner/perceptron.ts";
import { weightColumns } from "../ner/weight-columns.ts";
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
  const { scale, columns } = weightColumns(hashes, emissions, labelCount(types.length), smallest);
  return {
    types,
    features: QUOTE_FEATURES,
    scale,
    confidence,
    inside: [],
    edge: [],
    sections: {
      ...columns,
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
