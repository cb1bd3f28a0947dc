import type { Comparison } from "./comparison.ts";
import type { ErrorKind, ScoreError } from "./errors.ts";

/** Numbers that grow with each article that is added. */
export type Sums = Record<string, number>;

/** Scores one layer, article by article. It keeps counts and the first errors, never the articles. */
export interface LayerScorer<Result> {
  readonly add: (comparison: Comparison) => void;
  readonly result: () => Result;
  /** The first errors of each kind. */
  readonly errors: () => readonly ScoreError[];
  /** How many errors of each kind there are. */
  readonly errorTotals?: () => ReadonlyMap<ErrorKind, number>;
  /**
   * All that `result` is made of, live: when these numbers are set to those of other articles, it gives their result.
   * More may be appended as articles come. A layer that does not tell them has no intervals.
   */
  readonly sums?: () => readonly Sums[];
}
