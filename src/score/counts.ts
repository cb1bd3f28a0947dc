/** What a measure is made of: `tp` gold annotations were found, of all the `gold` has and all that were found (`pred`). */
export type Counts = {
  tp: number;
  gold: number;
  pred: number;
};

export const noCounts = (): Counts => ({ tp: 0, gold: 0, pred: 0 });

/** Precision, recall and their harmonic mean in percent, and how many annotations they are about. */
export interface Measure {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
  readonly gold: number;
  readonly pred: number;
}

/** A share (0–1) in percent, to two decimals. */
export const percent = (share: number): number => Math.round(share * 1e4) / 100;

/** A part of a whole in percent; of nothing it is 0. */
export const percentOf = (part: number, whole: number): number => percent(whole > 0 ? part / whole : 0);

export const measure = ({ tp, gold, pred }: Counts): Measure => ({
  p: percentOf(tp, pred),
  r: percentOf(tp, gold),
  f1: percentOf(2 * tp, gold + pred),
  gold,
  pred,
});

/** Adds one article's counts to those of all. */
export function addCounts(total: Counts, { tp, gold, pred }: Readonly<Counts>): void {
  total.tp += tp;
  total.gold += gold;
  total.pred += pred;
}
