import { xorshift32 } from "../../src/random.ts";
import type { FeatureList } from "../../src/tagger/features.ts";
import { labelCount, labelOf, SINGLE } from "../../src/tagger/labels.ts";
import type { StoredModel } from "../../src/tagger/model-file.ts";
import { shuffle } from "../ner/perceptron.ts";
import { type Extracted, indexed, indexFeatures } from "./feature-index.ts";
import { store } from "./store.ts";

/** Choices among candidates: those of choice i are `choices[i]` up to `choices[i + 1]`. */
export interface Choices {
  readonly choices: Uint32Array;
  /** 1 for each candidate that is right. Where several are, it does not matter which is chosen; where none is, nothing is learned. */
  readonly right: Uint8Array;
  /** Features of candidate j are `features[starts[j]]` up to `features[starts[j + 1]]`. */
  readonly starts: Uint32Array;
  readonly features: Uint32Array;
}

export interface RankingTraining {
  /** How many features there are. */
  readonly size: number;
  readonly epochs: number;
  readonly seed: number;
  readonly rate: number;
}

/**
 * Multinomial logistic regression over the candidates of each choice, by stochastic gradient descent with a rate of its own
 * for each feature (AdaGrad: Duchi, Hazan, Singer 2011); the weights are the means over the last half of the epochs. Same
 * choices in, same weights out.
 */
export function trainRanking({ choices, right, starts, features }: Choices, options: RankingTraining): Float32Array {
  const { size, epochs, seed, rate } = options;
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(1e-2);
  const sums = new Float64Array(size);
  const order = Uint32Array.from({ length: choices.length - 1 }, (_, i) => i);
  const random = xorshift32(seed);
  const from = epochs >> 1;
  const shares = new Float64Array(256);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const i of order) {
      const first = choices[i]!;
      const count = choices[i + 1]! - first;
      let most = Number.NEGATIVE_INFINITY;
      for (let c = 0; c < count; c++) {
        let score = 0;
        for (let j = starts[first + c]!; j < starts[first + c + 1]!; j++) score += weights[features[j]!]!;
        shares[c] = score;
        most = Math.max(most, score);
      }
      let [total, rights] = [0, 0];
      for (let c = 0; c < count; c++) {
        const share = Math.exp(shares[c]! - most);
        shares[c] = share;
        total += share;
        if (right[first + c]) rights += share;
      }
      if (rights === 0) continue;
      for (let c = 0; c < count; c++) {
        const error = (right[first + c] ? shares[c]! / rights : 0) - shares[c]! / total;
        if (Math.abs(error) < 1e-3) continue;
        for (let j = starts[first + c]!; j < starts[first + c + 1]!; j++) {
          const feature = features[j]!;
          squares[feature]! += error * error;
          weights[feature]! += (rate * error) / Math.sqrt(squares[feature]!);
        }
      }
    }
    if (epoch >= from) for (let j = 0; j < size; j++) sums[j]! += weights[j]! / (epochs - from);
  }
  return Float32Array.from(sums);
}

/** A model that chooses: features of candidates, put together choice by choice. */
export class ChoiceList {
  readonly #extracted: Extracted[] = [];
  readonly #right: number[] = [];
  readonly #choices: number[] = [0];

  /** A candidate of the choice that is being made, with its features. */
  add({ hashes, size }: FeatureList, right: boolean): void {
    this.#extracted.push({ starts: Uint32Array.of(0, size), hashes: hashes.slice(0, size) });
    this.#right.push(right ? 1 : 0);
  }

  /** Ends a choice. */
  end(): void {
    this.#choices.push(this.#right.length);
  }

  /** Trains the model that tells which candidates are right. Features that occur less than `least` times are left out. */
  train(
    type: readonly string[],
    least: number,
    options: Omit<RankingTraining, "size">,
    log: (message: string) => void,
  ): StoredModel {
    const index = indexFeatures(this.#extracted, least);
    const size = index.hashes.length;
    const parts = this.#extracted.map((one) => indexed(one, index).features);
    const starts = new Uint32Array(parts.length + 1);
    for (const [i, part] of parts.entries()) starts[i + 1] = starts[i]! + part.length;
    const features = new Uint32Array(starts.at(-1)!);
    for (const [i, part] of parts.entries()) features.set(part, starts[i]);
    log(`${this.#choices.length - 1} choices among ${parts.length}; ${size} features`);
    const weights = trainRanking(
      { choices: Uint32Array.from(this.#choices), right: Uint8Array.from(this.#right), starts, features },
      { ...options, size },
    );
    const labels = labelCount(1);
    const emissions = new Float32Array(size * labels);
    for (let i = 0; i < size; i++) emissions[i * labels + labelOf(0, SINGLE)] = weights[i]!;
    const transitions = new Float32Array(labels * labels);
    return store(type, index, { types: 1, emissions, transitions }, null, [0, 1], 0.005);
  }
}
