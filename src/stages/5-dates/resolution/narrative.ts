/** A date that later words may refer back to ("a year earlier"). */
export interface Referent {
  readonly id: string;
  readonly value: string;
}

/** What was spoken of so far, as far as later dates may lean on it. */
export interface Narrative {
  /** The last date of any grain, and the last that was a day. */
  readonly date: Referent | null;
  readonly day: Referent | null;
  /** The quarter that a company reports on. */
  readonly period: Referent | null;
  /** The days that weekdays stood for, at their ISO numbers. */
  readonly weekdays: readonly (string | null)[];
}

export const NOTHING_SAID: Narrative = { date: null, day: null, period: null, weekdays: new Array(8).fill(null) };
