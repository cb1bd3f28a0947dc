import { addWeights } from "../../tagger/add-weights.ts";
import { FeatureList } from "../../tagger/features.ts";
import { labelOf, SINGLE } from "../../tagger/labels.ts";
import { type Model, UNIT } from "../../tagger/model.ts";
import type { Range } from "./article.ts";
import { clauses } from "./clauses.ts";
import {
  emptyFeatures,
  endFeatures,
  type Passage,
  passageOf,
  shapeFeatures,
  shapeOf,
  startFeatures,
  wholeFeatures,
} from "./content-features.ts";
import { type Content, likelyContents } from "./contents.ts";
import type { Units } from "./units.ts";
import { WIDEST_WINDOW, type Window } from "./windows.ts";

const LABEL = labelOf(0, SINGLE);

/** Other contents are hardly ever right. */
export const BREADTH = { ends: 5, starts: 3, behind: 200 };

/** Clauses suggest at most so many. */
const MOST_SUGGESTED = 10;

/** The best one, those, and none. */
const MOST_CONTENTS = BREADTH.ends + BREADTH.starts + 2 + MOST_SUGGESTED;

/** What a cue reports. */
export interface Said {
  readonly content: readonly Range[];
  /** The chance that it reports anything, and that it is this. */
  readonly reports: number;
  readonly right: number;
}

/** Tells which of the contents that the linker thinks likely a cue has, and how likely it has any. */
export function contentRanker(model: Model, links: Model) {
  const list = new FeatureList();
  const sums = new Int32Array(model.moves.labels);
  /** Scores of beginnings and ends in a window; not a number where none was asked for yet. */
  const starts = new Float64Array(WIDEST_WINDOW + 1);
  const ends = new Float64Array(WIDEST_WINDOW + 1);
  const scores = new Float64Array(MOST_CONTENTS);
  const weigh = (): number => {
    sums[LABEL] = 0;
    addWeights(model, list, sums);
    list.size = 0;
    return sums[LABEL]! / UNIT;
  };
  const startAt = (passage: Passage, at: number): number => {
    const i = at - passage.window.first;
    if (Number.isNaN(starts[i]!)) {
      startFeatures(passage, at, list);
      starts[i] = weigh();
    }
    return starts[i]!;
  };
  const endAt = (passage: Passage, at: number): number => {
    const i = at - passage.window.first;
    if (Number.isNaN(ends[i]!)) {
      endFeatures(passage, at, list);
      ends[i] = weigh();
    }
    return ends[i]!;
  };
  /** Writes the scores of the contents into `scores`. */
  const score = (passage: Passage, contents: readonly Content[]): void => {
    const { first, last } = passage.window;
    starts.fill(Number.NaN, 0, last - first + 1);
    ends.fill(Number.NaN, 0, last - first + 1);
    let shape = -1;
    let ofShape = 0;
    for (let i = 0; i < contents.length; i++) {
      const content = contents[i]!;
      const { ranges, behind } = content;
      if (ranges.length === 0) {
        emptyFeatures(passage, behind, list);
        scores[i] = weigh();
        continue;
      }
      const own = shapeOf(passage, ranges);
      if (own !== shape) {
        shape = own;
        shapeFeatures(passage, shape, list);
        ofShape = weigh();
      }
      wholeFeatures(passage, content, i === 0, shape, list);
      let sum = weigh() + ofShape;
      for (const range of ranges) sum += startAt(passage, range.first) + endAt(passage, range.last);
      scores[i] = sum;
    }
  };
  return (units: Units, window: Window, emissions: Float32Array, likely: Uint8Array, chance: number): Said | null => {
    const contents = likelyContents(
      emissions,
      links.transitions,
      window.last - window.first,
      window.first,
      BREADTH,
      clauses(units, window),
    );
    if (contents.length === 1) return null;
    score(passageOf(units, window, likely, chance), contents);
    let most = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < contents.length; i++) if (scores[i]! > most) most = scores[i]!;
    let sum = 0;
    let none = 0;
    let best = -1;
    for (let i = 0; i < contents.length; i++) {
      const share = Math.exp(scores[i]! - most);
      sum += share;
      if (contents[i]!.ranges.length === 0) none = share;
      else if (best < 0 || scores[i]! > scores[best]!) best = i;
    }
    return {
      content: contents[best]!.ranges,
      reports: 1 - none / sum,
      right: Math.exp(scores[best]! - most) / sum,
    };
  };
}
