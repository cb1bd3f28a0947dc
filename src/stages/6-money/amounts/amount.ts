import type { Unit } from "../currencies/unit.ts";
import { type Exact, exact } from "../exact.ts";

/**
 * Words `first` up to but not including `end` name an amount, or a range from `low` to `high`; an open one is at least
 * `low` ("millions of dollars").
 */
export interface Amount {
  readonly first: number;
  readonly end: number;
  readonly low: Exact;
  readonly high: Exact | null;
  readonly unit: Unit;
  readonly open?: true;
}

/** A number of units as a number of the currency: 50 cents as 0.5. */
export const scaled = (value: Exact, unit: Unit): Exact =>
  unit.factor === "1" ? value : value.times(exact(unit.factor));
