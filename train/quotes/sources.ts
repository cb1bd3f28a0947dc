import { SOURCES } from "../../src/stages/7-quotes/attribution-model.ts";
import { candidatesIn, sourceFeatures } from "../../src/stages/7-quotes/source-features.ts";
import { phraseHeads, wayTo, windowOf } from "../../src/stages/7-quotes/windows.ts";
import { FeatureList } from "../../src/tagger/features.ts";
import { labelCount, labelOf, SINGLE } from "../../src/tagger/labels.ts";
import type { StoredModel } from "../../src/tagger/model-file.ts";
import type { QuoteArticle } from "./articles.ts";
import { type Extracted, indexed, indexFeatures } from "./feature-index.ts";
import { trainLogistic } from "./logistic.ts";
import { store } from "./store.ts";

const LEAST = 3;
const EPOCHS = 10;
const SEED = 7;

/** The model of which noun phrase is a source, from the windows of all gold cues. `likely` by article, as the linker sees it. */
export function trainSources(
  articles: readonly QuoteArticle[],
  heads: readonly (readonly number[])[],
  likely: readonly Uint8Array[],
  log: (message: string) => void,
): StoredModel {
  const list = new FeatureList();
  const extracted: Extracted[] = [];
  const yes: number[] = [];
  for (const [i, { units, gold }] of articles.entries()) {
    const phrases = phraseHeads(units);
    for (const [k, { source, content }] of gold.entries()) {
      const cue = heads[i]![k]!;
      if (cue < 0 || source.length === 0 || content.length === 0) continue;
      const window = windowOf(units, cue);
      const way = wayTo(units, window, likely[i]!, phrases);
      for (const one of candidatesIn(window, phrases, content)) {
        list.size = 0;
        sourceFeatures(units, window, way, likely[i]!, content, one, list);
        extracted.push({ starts: Uint32Array.of(0, list.size), hashes: list.hashes.slice(0, list.size) });
        yes.push(source.some(({ first, last }) => first <= one.head && one.head < last) ? 1 : 0);
      }
    }
  }
  const index = indexFeatures(extracted, LEAST);
  const starts = new Uint32Array(extracted.length + 1);
  const parts = extracted.map((one) => indexed(one, index).features);
  for (const [i, part] of parts.entries()) starts[i + 1] = starts[i]! + part.length;
  const features = new Uint32Array(starts.at(-1)!);
  for (const [i, part] of parts.entries()) features.set(part, starts[i]);
  log(
    `${extracted.length} noun phrases, ${yes.filter(Boolean).length} of them sources; ${index.hashes.length} features`,
  );
  const size = index.hashes.length;
  const weights = trainLogistic({ starts, features, yes: Uint8Array.from(yes) }, { size, epochs: EPOCHS, seed: SEED });
  const labels = labelCount(SOURCES.length);
  const emissions = new Float32Array(size * labels);
  for (let i = 0; i < size; i++) emissions[i * labels + labelOf(0, SINGLE)] = weights[i]!;
  const transitions = new Float32Array(labels * labels);
  return store(SOURCES, index, { types: SOURCES.length, emissions, transitions }, null, [0, 1], 0.005);
}
