import { addWeights } from "../../tagger/add-weights.ts";
import type { FeatureList } from "../../tagger/features.ts";
import { type Model, UNIT } from "../../tagger/model.ts";

/** Scores in rows are whole numbers of this part of a weight: 16 bits hold them, and a row of labels fits a line of the cache. */
const STEPS = 16;
export const STEP = 1 / STEPS;

/** A sum in units of 1 / `UNIT` as a whole number of steps. */
export const toSteps = (sum: number): number => Math.round(sum / (UNIT / STEPS));

/** The first score of a row that was not worked out yet: no score is that low. */
export const UNKNOWN = -32768;

/**
 * Rows of scores by label, one for each case of a group of features; a row is worked out when its case is first met.
 * Room grows with the cases asked for. The first row stands for no case: its scores are 0, and cases count from 1.
 */
export class Rows {
  /** By row and label. */
  scores: Int16Array;
  readonly #labels: number;

  constructor(cases: number, labels: number) {
    this.#labels = labels;
    this.scores = unknown((cases + 1) * labels, labels);
  }

  /** Makes room for so many cases. */
  grow(cases: number): void {
    const { scores } = this;
    if ((cases + 1) * this.#labels <= scores.length) return;
    this.scores = unknown((2 * cases + 1) * this.#labels, this.#labels);
    this.scores.set(scores);
  }

  /** Keeps the sum of the weights of the features as the row whose scores begin at `at`. */
  learn(at: number, model: Model, features: FeatureList): void {
    const labels = this.#labels;
    sums.fill(0, 0, labels);
    addWeights(model, features, sums);
    for (let label = 0; label < labels; label++)
      this.scores[at + label] = Math.max(UNKNOWN + 1, Math.min(32767, toSteps(sums[label]!)));
  }

  forget(): void {
    this.scores.fill(UNKNOWN, this.#labels);
  }
}

const unknown = (size: number, labels: number): Int16Array => new Int16Array(size).fill(UNKNOWN, labels);

const sums = new Int32Array(32);
