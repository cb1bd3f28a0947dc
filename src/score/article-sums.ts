import type { Sums } from "./layer-scorer.ts";

/** What each article adds to the sums of a scorer, so that its result can be had for any number of copies of each. */
export interface ArticleSums {
  /** Takes what was added since the last time as this article's. Articles are numbered from 0. */
  readonly note: (article: number) => void;
  /** Sets the sums to those of so many copies of each article. */
  readonly weigh: (times: ArrayLike<number>) => void;
  /** Sets the sums to what they were. */
  readonly restore: () => void;
}

export function articleSums(sums: () => readonly Sums[]): ArticleSums {
  const added: { readonly article: number; readonly numbers: Float64Array }[] = [];
  let last = new Float64Array();
  const set = (numbers: Float64Array): void => {
    let at = 0;
    for (const part of sums()) for (const key of Object.keys(part)) part[key] = numbers[at++]!;
  };
  return {
    note: (article) => {
      const now = Float64Array.from(sums().flatMap(Object.values<number>));
      const numbers = now.map((number, i) => number - (last[i] ?? 0));
      if (numbers.some((number) => number !== 0)) added.push({ article, numbers });
      last = now;
    },
    weigh: (times) => {
      const total = new Float64Array(last.length);
      for (const { article, numbers } of added) {
        const copies = times[article]!;
        if (copies > 0) for (let i = 0; i < numbers.length; i++) total[i]! += copies * numbers[i]!;
      }
      set(total);
    },
    restore: () => set(last),
  };
}
