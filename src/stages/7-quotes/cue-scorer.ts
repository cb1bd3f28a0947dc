import { addWeights } from "../../tagger/add-weights.ts";
import { FeatureList } from "../../tagger/features.ts";
import { labelOf, SINGLE } from "../../tagger/labels.ts";
import { type Model, UNIT } from "../../tagger/model.ts";
import { cueFeatures, kindFeatures, REACH, surroundingsOf } from "./cue-features.ts";
import type { Units } from "./units.ts";

/** A word whose neighbours alone make it less likely than this (as a score) is no cue, whatever else stands around it. */
const HOPELESS = -5;
const PLACES = 2 * REACH + 1;
const LABEL = labelOf(0, SINGLE);

/** Tells how likely units are cues. Keeps what it worked out of kinds until it is told to forget. */
export function cueScorer(model: Model) {
  const list = new FeatureList();
  const sums = new Int32Array(model.moves.labels);
  let scores = new Float32Array(0);
  let known = new Uint8Array(0);
  const weigh = (): number => {
    sums[LABEL] = 0;
    addWeights(model, list, sums);
    return sums[LABEL]! / UNIT;
  };
  const learn = ({ kind }: Units, at: number, id: number): void => {
    for (let place = 0; place < PLACES; place++) {
      list.size = 0;
      kindFeatures(kind[at]!, place - REACH, list);
      scores[id * PLACES + place] = weigh();
    }
    known[id] = 1;
  };
  const grow = (kinds: number): void => {
    if (kinds <= known.length) return;
    const more = new Float32Array(2 * kinds * PLACES);
    more.set(scores);
    scores = more;
    const longer = new Uint8Array(2 * kinds);
    longer.set(known);
    known = longer;
  };
  return {
    /** The chance of each unit to be a cue, from 0 to 1. */
    chances: (units: Units): Float32Array => {
      const { block, mayBeCue, ids, length } = units;
      const chances = new Float32Array(length);
      const near = surroundingsOf(units);
      grow(units.kinds);
      for (let at = 0; at < length; at++) {
        if (mayBeCue[at] === 0) continue;
        let score = 0;
        const high = Math.min(length - 1, at + REACH);
        for (let other = Math.max(0, at - REACH); other <= high; other++) {
          if (block[other] !== block[at]) continue;
          const id = ids[other]!;
          if (known[id] === 0) learn(units, other, id);
          score += scores[id * PLACES + other - at + REACH]!;
        }
        if (score < HOPELESS) continue;
        list.size = 0;
        cueFeatures(units, near, at, list);
        chances[at] = 1 / (1 + Math.exp(-score - weigh()));
      }
      return chances;
    },
    forget: () => {
      known.fill(0);
    },
  };
}
