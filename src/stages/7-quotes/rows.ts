import { addWeights } from "../../tagger/add-weights.ts";
import type { FeatureList } from "../../tagger/features.ts";
import { type Model, UNIT } from "../../tagger/model.ts";

/** Scores in rows are whole numbers of this part of a weight: 16 bits hold them, and a row of labels fits a line of the cache. */
const STEPS = 16;
export const STEP = 1 / STEPS;

/** A sum in units of 1 / `UNIT` as a whole number of steps. */
export const toSteps = (sum: number): number => Math.round(sum / (UNIT / STEPS));

/**
 * Rows of scores by label, one for each case of a group of features; a row is worked out when its case is first met.
 * Room grows with the cases asked for.
 */
export class Rows {
  scores: Int16Array;
  known: Uint8Array;
  readonly #labels: number;

  constructor(cases: number, labels: number) {
    this.#labels = labels;
    this.scores = new Int16Array(cases * labels);
    this.known = new Uint8Array(cases);
  }

  /** Makes room for cases 0 to `cases`. */
  grow(cases: number): void {
    if (cases <= this.known.length) return;
    const { scores, known } = this;
    this.scores = new Int16Array(2 * cases * this.#labels);
    this.known = new Uint8Array(2 * cases);
    this.scores.set(scores);
    this.known.set(known);
  }

  /** Keeps the sum of the weights of the features as the row of a case. */
  learn(row: number, model: Model, features: FeatureList): void {
    const labels = this.#labels;
    sums.fill(0, 0, labels);
    addWeights(model, features, sums);
    for (let label = 0; label < labels; label++)
      this.scores[row * labels + label] = Math.max(-32768, Math.min(32767, toSteps(sums[label]!)));
    this.known[row] = 1;
  }

  forget(): void {
    this.known.fill(0);
  }
}

const sums = new Int32Array(32);
