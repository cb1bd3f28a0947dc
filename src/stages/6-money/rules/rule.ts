import type { Quantity } from "../../../schema/quantities.ts";
import type { Words } from "../../../words.ts";
import type { Exact } from "../exact.ts";
import type { NumberFound } from "../number.ts";

/** A number and what it counts or measures: words `first` up to but not including `end`. */
export interface QuantityFound extends Pick<Quantity, "kind" | "unit" | "of" | "confidence"> {
  readonly first: number;
  readonly end: number;
  readonly low: Exact;
  readonly high: Exact | null;
  /** True if it is `low` at least, and nobody says how many ("dozens"). */
  readonly open?: true;
}

/** A number that may be the first end of a range. */
export interface NumberOrRange extends NumberFound {
  readonly high: Exact | null;
}

/** Says what a number that is no money is, or that it is not this. */
export interface QuantityRule {
  readonly name: string;
  readonly match: (words: Words, number: NumberOrRange) => QuantityFound | null;
}
