import { xorshift32 } from "../../src/random.ts";
import { type Moves, movesOf, OUTSIDE } from "../../src/tagger/labels.ts";
import { decode } from "../../src/tagger/viterbi.ts";

/** A stretch of tokens to label: for each token its features (indexes into the weights), and the gold labels. */
export interface Sequence {
  /** Features of token i are `features[starts[i]]` up to `features[starts[i + 1]]`. */
  readonly starts: Uint32Array;
  readonly features: Uint32Array;
  readonly gold: Uint8Array;
  /** Scores that stand beside the learned ones and do not change (of an earlier pass), a row of labels per token. */
  readonly base?: Float32Array;
}

export interface Weights {
  readonly types: number;
  readonly emissions: Float32Array;
  readonly transitions: Float32Array;
}

export interface Training {
  readonly types: number;
  readonly features: number;
  readonly epochs: number;
  readonly seed: number;
  /** What a wrong label costs, added to its score while training, so that right ones win by a margin. */
  readonly cost: number;
  /** How much weights go up or down at a time; 1 where nothing is said. */
  readonly rate?: number;
  /** Transitions to begin with, from an earlier pass. */
  readonly transitions?: Float32Array;
  readonly log?: (message: string) => void;
}

/**
 * The averaged structured perceptron (Collins 2002), with the cost of wrong labels added while decoding: after each
 * sequence that is not labelled right the weights of the gold path go up and those of the path found go down by one; the
 * result is the mean of the weights over all steps. Same sequences in, same weights out.
 */
export function train(
  sequences: readonly Sequence[],
  { types, features, epochs, seed, cost, rate = 1, transitions: given, log }: Training,
): Weights {
  const moves = movesOf(types);
  const { labels } = moves;
  const weights = new Float32Array(features * labels);
  const sums = new Float64Array(features * labels);
  const transitions = given ? Float32Array.from(given) : new Float32Array(labels * labels);
  const transitionSums = new Float64Array(labels * labels);
  const order = Uint32Array.from(sequences, (_, i) => i);
  const random = xorshift32(seed);
  const longest = sequences.reduce((most, { gold }) => Math.max(most, gold.length), 1);
  const emissions = new Float32Array(longest * labels);
  const path = new Uint8Array(longest);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let wrong = 0;
    for (const index of order) {
      step++;
      const sequence = sequences[index]!;
      const { gold, starts } = sequence;
      score(sequence, weights, labels, emissions);
      for (let i = 0; i < gold.length; i++)
        for (let label = 0; label < labels; label++) if (label !== gold[i]) emissions[i * labels + label]! += cost;
      decode(moves, emissions, transitions, gold.length, path);
      let differs = false;
      for (let i = 0; i < gold.length; i++) if (path[i] !== gold[i]) differs = true;
      if (!differs) continue;
      wrong++;
      let goldBefore = OUTSIDE;
      let foundBefore = OUTSIDE;
      for (let i = 0; i < gold.length; i++) {
        const right = gold[i]!;
        const found = path[i]!;
        if (right !== found)
          for (let j = starts[i]!; j < starts[i + 1]!; j++) {
            const row = sequence.features[j]! * labels;
            weights[row + right]! += rate;
            sums[row + right]! += rate * step;
            weights[row + found]! -= rate;
            sums[row + found]! -= rate * step;
          }
        move(goldBefore * labels + right, rate);
        move(foundBefore * labels + found, -rate);
        goldBefore = right;
        foundBefore = found;
      }
    }
    log?.(`epoch ${epoch + 1}: ${wrong} of ${sequences.length} stretches wrong`);
  }
  for (let i = 0; i < weights.length; i++) weights[i]! -= sums[i]! / (step + 1);
  for (let i = 0; i < transitions.length; i++) transitions[i]! -= transitionSums[i]! / (step + 1);
  return { types, emissions: weights, transitions };

  function move(at: number, by: number): void {
    transitions[at]! += by;
    transitionSums[at]! += by * step;
  }
}

/** Fills `emissions` with the scores of a sequence's tokens by label. */
export function score(sequence: Sequence, weights: Float32Array, labels: number, emissions: Float32Array): void {
  const { starts, features, gold, base } = sequence;
  if (base) emissions.set(base);
  else emissions.fill(0, 0, gold.length * labels);
  for (let i = 0; i < gold.length; i++) {
    const to = i * labels;
    for (let j = starts[i]!; j < starts[i + 1]!; j++) {
      const row = features[j]! * labels;
      for (let label = 0; label < labels; label++) emissions[to + label]! += weights[row + label]!;
    }
  }
}

export function label(
  sequence: Sequence,
  { types, emissions: weights, transitions }: Weights,
  moves: Moves = movesOf(types),
): Uint8Array {
  const emissions = new Float32Array(sequence.gold.length * moves.labels);
  score(sequence, weights, moves.labels, emissions);
  const path = new Uint8Array(sequence.gold.length);
  decode(moves, emissions, transitions, path.length, path);
  return path;
}

export function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = random() % (i + 1);
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
}
