import { xorshift32 } from "../../src/random.ts";
import { shuffle } from "../ner/perceptron.ts";

/** Examples of yes and no: features of example i are `features[starts[i]]` up to `features[starts[i + 1]]`. */
export interface Examples {
  readonly starts: Uint32Array;
  readonly features: Uint32Array;
  readonly yes: Uint8Array;
}

export interface LogisticTraining {
  /** How many features there are. */
  readonly size: number;
  readonly epochs: number;
  readonly seed: number;
}

const RATE = 0.04;

/**
 * Logistic regression by stochastic gradient descent with a rate of its own for each feature (AdaGrad: Duchi, Hazan,
 * Singer 2011); the weights are the means over the last half of the epochs. Same examples in, same weights out.
 */
export function trainLogistic(examples: Examples, { size, epochs, seed }: LogisticTraining): Float32Array {
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(1e-2);
  const sums = new Float64Array(size);
  const { starts, features, yes } = examples;
  const order = Uint32Array.from(yes, (_, i) => i);
  const random = xorshift32(seed);
  const from = epochs >> 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const i of order) {
      const error = yes[i]! - chanceOf(examples, weights, i);
      if (Math.abs(error) < 1e-3) continue;
      const square = error * error;
      for (let j = starts[i]!; j < starts[i + 1]!; j++) {
        const feature = features[j]!;
        squares[feature]! += square;
        weights[feature]! += (RATE * error) / Math.sqrt(squares[feature]!);
      }
    }
    if (epoch >= from) for (let j = 0; j < size; j++) sums[j]! += weights[j]! / (epochs - from);
  }
  return Float32Array.from(sums);
}

export function chanceOf({ starts, features }: Examples, weights: Float32Array, i: number): number {
  let score = 0;
  for (let j = starts[i]!; j < starts[i + 1]!; j++) score += weights[features[j]!]!;
  return 1 / (1 + Math.exp(-score));
}
