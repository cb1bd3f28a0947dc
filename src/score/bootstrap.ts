import { mulberry32 } from "../random.ts";
import { type Figures, percentagesOf } from "./figures.ts";
import type { ScoreResult } from "./score.ts";

/** What can be scored anew with so many copies of each article. */
export interface Resampled {
  readonly articles: () => number;
  readonly weighted: (times: ArrayLike<number>) => ScoreResult;
}

/** The bounds of a 95 % interval, in percent, by what is measured: "dates value f1". */
export type Intervals = Readonly<Record<string, readonly [low: number, high: number]>>;

/** How often articles are drawn anew. */
export const RESAMPLES = 1000;

const SEED = 20_260_223;

/**
 * Confidence intervals of scores by the percentile bootstrap over articles (Efron and Tibshirani 1993, chapter 13): as many
 * articles as there are, drawn with replacement, a thousand times. The draws are the same each time. One article has no interval: all its
 * draws are the same.
 */
export function bootstrapIntervals(scorer: Resampled): Intervals {
  if (scorer.articles() < 2) return {};
  const samples: Figures[] = [];
  drawArticles(scorer.articles(), (times) => samples.push(percentagesOf(scorer.weighted(times))));
  return intervalsOf(samples);
}

/** How much higher the scores of the second are, and the interval of that difference; both in points of percent. */
export interface Difference {
  readonly difference: number;
  /** Absent where there is but one article to draw. */
  readonly interval?: readonly [low: number, high: number];
}

/**
 * Compares two systems on the same articles by the paired bootstrap: in each draw both are scored on the same ones, so
 * that what makes an article hard for both cancels out. Zero outside the interval is a difference beyond chance.
 */
export function pairedDifferences(before: Resampled, after: Resampled): Readonly<Record<string, Difference>> {
  const once = new Uint32Array(before.articles()).fill(1);
  const differenceAt = (times: ArrayLike<number>): Figures => {
    const [was, is] = [percentagesOf(before.weighted(times)), percentagesOf(after.weighted(times))];
    return Object.fromEntries(Object.keys(is).flatMap((name) => (name in was ? [[name, is[name]! - was[name]!]] : [])));
  };
  const samples: Figures[] = [];
  if (before.articles() > 1) drawArticles(before.articles(), (times) => samples.push(differenceAt(times)));
  const intervals = intervalsOf(samples);
  return Object.fromEntries(
    Object.entries(differenceAt(once)).map(([name, difference]) => [
      name,
      { difference: rounded(difference), ...(intervals[name] && { interval: intervals[name] }) },
    ]),
  );
}

function drawArticles(articles: number, visit: (times: Uint32Array) => void): void {
  const random = mulberry32(SEED);
  const times = new Uint32Array(articles);
  for (let sample = 0; sample < RESAMPLES; sample++) {
    times.fill(0);
    for (let i = 0; i < articles; i++) times[Math.floor(random() * articles)]!++;
    visit(times);
  }
}

function intervalsOf(samples: readonly Figures[]): Intervals {
  const names = Object.keys(samples[0] ?? {});
  return Object.fromEntries(
    names.map((name) => {
      const sorted = Float64Array.from(samples, (sample) => sample[name]!).sort();
      return [name, [rounded(quantile(sorted, 0.025)), rounded(quantile(sorted, 0.975))] as const];
    }),
  );
}

/** Between the two nearest of sorted numbers, as R's default does (type 7 of Hyndman and Fan 1996). */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return low + (at - Math.floor(at)) * (high - low);
}

const rounded = (percent: number): number => Math.round(percent * 100) / 100;
