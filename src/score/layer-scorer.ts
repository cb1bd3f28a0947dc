import type { Comparison } from "./comparison.ts";
import type { ScoreError } from "./errors.ts";

/** Scores one layer, article by article. It keeps counts and the first errors, never the articles. */
export interface LayerScorer<Result> {
  readonly add: (comparison: Comparison) => void;
  readonly result: () => Result;
  readonly errors: () => readonly ScoreError[];
}
