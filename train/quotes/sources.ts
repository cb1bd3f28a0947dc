import type { Range } from "../../src/stages/7-quotes/article.ts";
import { SOURCES } from "../../src/stages/7-quotes/attribution-model.ts";
import {
  type Candidate,
  candidatesIn,
  noSourceFeatures,
  sourceFeatures,
} from "../../src/stages/7-quotes/source-features.ts";
import { phraseHeads, wayTo, windowOf } from "../../src/stages/7-quotes/windows.ts";
import { FeatureList } from "../../src/tagger/features.ts";
import type { StoredModel } from "../../src/tagger/model-file.ts";
import type { QuoteArticle } from "./articles.ts";
import { type Choice, rightOf } from "./contents.ts";
import { ChoiceList } from "./ranking.ts";

const LEAST = 3;
const EPOCHS = 10;
const SEED = 7;
const RATE = 0.05;

/**
 * The model of which noun phrase is a source, or none, from the windows of all gold cues. `likely` by article, as the linker
 * sees it; `choices` have the contents by which it will see them.
 */
export function trainSources(
  articles: readonly QuoteArticle[],
  heads: readonly (readonly number[])[],
  likely: readonly Uint8Array[],
  choices: readonly (readonly Choice[])[],
  log: (message: string) => void,
): StoredModel {
  const list = new FeatureList();
  const candidates = new ChoiceList();
  for (const [i, { units, gold }] of articles.entries()) {
    const phrases = phraseHeads(units);
    const seen = new Map(choices[i]!.map((choice) => [choice.window.cue, rightOf(units, choice).ranges]));
    const order = [...gold.keys()].sort((a, b) => heads[i]![a]! - heads[i]![b]!);
    let earlier: Range | null = null;
    for (const k of order) {
      const { source, content: said } = gold[k]!;
      const cue = heads[i]![k]!;
      if (cue < 0 || said.length === 0) continue;
      const found = seen.get(cue);
      const content = found && found.length > 0 ? found : said;
      const window = windowOf(units, cue);
      const way = wayTo(units, window, likely[i]!, phrases);
      const isSource = ({ head }: Candidate) => source.some(({ first, last }) => first <= head && head < last);
      const among = candidatesIn(window, phrases, content);
      list.size = 0;
      noSourceFeatures(units, window, content, list);
      candidates.add(list, source.length === 0);
      for (const one of among) {
        list.size = 0;
        sourceFeatures(units, window, way, likely[i]!, content, one, earlier, list);
        candidates.add(list, isSource(one));
      }
      candidates.end();
      if (source.length > 0) earlier = source[0]!;
    }
  }
  return candidates.train(SOURCES, LEAST, { epochs: EPOCHS, seed: SEED, rate: RATE }, log);
}
