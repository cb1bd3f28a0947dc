import { textInput } from "../src/layers.ts";
import { pipeline } from "../src/pipeline.ts";
import type { Span } from "../src/schema/span.ts";
import { type GoldArticle, readGold } from "../src/score/gold.ts";
import { lowerBound } from "../src/span.ts";
import { read } from "../src/stages/1-read/read.ts";
import { repair } from "../src/stages/2-repair/repair.ts";
import { segment } from "../src/stages/3-segment/segment.ts";

const segmented = pipeline("segmented").use(read()).use(repair()).use(segment());

/** A text as pressmark's own stages 1 to 3 cut it, so that a model learns from what it will see. */
export const segmentedText = (id: string, text: string) => segmented.run(textInput(text, { id }));

/** The articles of gold files that have a text. */
export async function* goldTexts(files: readonly string[]): AsyncGenerator<GoldArticle & { text: string }> {
  for (const file of files)
    for await (const article of readGold(file)) {
      const { text } = article;
      if (text !== undefined) yield { ...article, text };
    }
}

/**
 * The pieces of a text that a span covers by more than half, from `first` up to but not including `last`; null if there are
 * none. `starts` and `ends` are those of the pieces, in text order.
 */
export function coveredBy(
  span: Span,
  starts: readonly number[],
  ends: readonly number[],
): { readonly first: number; readonly last: number } | null {
  const covered = (i: number) =>
    (Math.min(ends[i]!, span.end) - Math.max(starts[i]!, span.start)) / (ends[i]! - starts[i]!);
  let first = lowerBound(ends.length, (i) => ends[i]! <= span.start);
  while (first < starts.length && starts[first]! < span.end && covered(first) <= 0.5) first++;
  let last = first;
  while (last < starts.length && covered(last) > 0.5) last++;
  return last > first ? { first, last } : null;
}
