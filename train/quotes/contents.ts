import type { Range } from "../../src/stages/7-quotes/article.ts";
import { CONTENTS } from "../../src/stages/7-quotes/attribution-model.ts";
import { contentFeatures, passageOf } from "../../src/stages/7-quotes/content-features.ts";
import type { Content } from "../../src/stages/7-quotes/contents.ts";
import type { Units } from "../../src/stages/7-quotes/units.ts";
import type { Window } from "../../src/stages/7-quotes/windows.ts";
import { FeatureList } from "../../src/tagger/features.ts";
import type { StoredModel } from "../../src/tagger/model-file.ts";
import type { QuoteArticle } from "./articles.ts";
import { ChoiceList } from "./ranking.ts";

const LEAST = 3;
const EPOCHS = 6;
const SEED = 7;
const RATE = 0.03;
/** What agrees less with the gold is wrong, and as bad as nothing. */
const LEAST_RIGHT = 0.5;

/** A cue with the contents that it may have, and the one that it has. */
export interface Choice {
  readonly window: Window;
  readonly content: readonly Range[];
  readonly contents: readonly Content[];
}

/** The model of which content a cue has, from choices by article. `likely` and `chances` as the cues' model gives them. */
export function trainContents(
  articles: readonly QuoteArticle[],
  likely: readonly Uint8Array[],
  chances: readonly Float32Array[],
  choices: readonly (readonly Choice[])[],
  log: (message: string) => void,
): StoredModel {
  const list = new FeatureList();
  const candidates = new ChoiceList();
  let [whole, some, none] = [0, 0, 0];
  for (const [i, { units }] of articles.entries())
    for (const choice of choices[i]!) {
      const { window, content, contents } = choice;
      if (contents.length < 2) continue;
      const right = rightOf(units, choice);
      if (content.length === 0) none++;
      else some++;
      if (right.ranges.length > 0) whole++;
      const passage = passageOf(units, window, likely[i]!, chances[i]![window.cue]!);
      for (const [k, one] of contents.entries()) {
        list.size = 0;
        contentFeatures(passage, one, k === 0, list);
        candidates.add(list, one === right);
      }
      candidates.end();
    }
  log(`${none} cues without content, ${some} with some, of which ${whole} have a right one to choose`);
  return candidates.train(CONTENTS, LEAST, { epochs: EPOCHS, seed: SEED, rate: RATE }, log);
}

/** The content of a choice that agrees best with the gold: none, if all are too far off. */
export function rightOf(units: Units, { content, contents }: Choice): Content {
  let [best, most] = [contents.find(({ ranges }) => ranges.length === 0)!, 0];
  for (const one of contents) {
    const agrees = agreement(units, one.ranges, content);
    if (agrees >= LEAST_RIGHT && agrees > most) [best, most] = [one, agrees];
  }
  return best;
}

/** Tokens that two contents share, of those that either has; 0 if both are empty. */
function agreement({ first, last }: Units, one: readonly Range[], other: readonly Range[]): number {
  const tokens = (ranges: readonly Range[]) => ranges.reduce((sum, r) => sum + last[r.last - 1]! - first[r.first]!, 0);
  let both = 0;
  for (const a of one)
    for (const b of other) {
      const [from, to] = [Math.max(a.first, b.first), Math.min(a.last, b.last)];
      if (from < to) both += last[to - 1]! - first[from]!;
    }
  const either = tokens(one) + tokens(other) - both;
  return either === 0 ? 0 : both / either;
}
