import { FeatureList } from "../../tagger/features.ts";
import { type Model, UNIT } from "../../tagger/model.ts";
import { linkFeatures, linkKindFeatures, sideOf, type Way, type Window } from "./link-features.ts";
import { kindFeatures, partFeatures, REACH, type Surroundings } from "./part-features.ts";
import type { Kind, Units } from "./units.ts";

const list = new FeatureList();

/** Adds the weights of the features in `list` to the scores that begin at `at`. */
function addWeights({ table, filter, weights }: Model, scores: Float32Array, at: number): void {
  const { hashes, size } = list;
  const slots = (table.length >> 1) - 1;
  const cells = filter.length - 1;
  for (let i = 0; i < size; i++) {
    const hash = hashes[i]!;
    if ((filter[(hash >>> 5) & cells]! & (1 << (hash & 31))) === 0) continue;
    let slot = hash & slots;
    let key = table[slot * 2]!;
    while (key !== hash && key !== 0) {
      slot = (slot + 1) & slots;
      key = table[slot * 2]!;
    }
    if (key === 0) continue;
    const row = table[slot * 2 + 1]!;
    const end = (row >>> 6) + (row & 63);
    for (let j = row >>> 6; j < end; j++) {
      const weight = weights[j]!;
      scores[at + (weight & 31)]! += (weight >> 5) / UNIT;
    }
  }
}

/** Scores units by the labels of the first tagger, in two steps. */
export interface PartScorer {
  /** The scores that the units of a paragraph, `first` to `last`, get from the kinds around them: cheap. */
  readonly byKinds: (first: number, last: number) => Float32Array;
  /** Adds what the context of the units from `from` to `to` says, in the scores of the paragraph that begins at `first`. */
  readonly addContext: (emissions: Float32Array, first: number, from: number, to: number) => void;
}

export function partScorer(units: Units, near: Surroundings, model: Model): PartScorer {
  const { labels } = model.moves;
  const scoresOf = (kind: Kind): Float32Array => {
    if (kind.scores.parts) return kind.scores.parts;
    const made = new Float32Array((2 * REACH + 1) * labels);
    for (let offset = -REACH; offset <= REACH; offset++) {
      list.size = 0;
      kindFeatures(kind, offset, list);
      addWeights(model, made, (offset + REACH) * labels);
    }
    kind.scores.parts = made;
    return made;
  };
  return {
    byKinds: (first, last) => {
      const emissions = new Float32Array((last - first) * labels);
      for (let other = first; other < last; other++) {
        const scores = scoresOf(units.kind[other]!);
        const low = Math.max(first, other - REACH);
        const high = Math.min(last - 1, other + REACH);
        for (let at = low; at <= high; at++) {
          const to = (at - first) * labels;
          const from = (other - at + REACH) * labels;
          for (let label = 0; label < labels; label++) emissions[to + label]! += scores[from + label]!;
        }
      }
      return emissions;
    },
    addContext: (emissions, first, from, to) => {
      for (let at = from; at < to; at++) {
        list.size = 0;
        partFeatures(units, near, at, list);
        addWeights(model, emissions, (at - first) * labels);
      }
    },
  };
}

const LINK_REACH = 2;

/** Makes a function that scores the units of a cue's window by the labels of the linker. */
export function linkScorer(units: Units, partLabels: Uint8Array, model: Model) {
  const { labels } = model.moves;
  const places = 2 * LINK_REACH + 1;
  const scoresOf = (kind: Kind, side: number): Float32Array => {
    const known = kind.scores.links[side];
    if (known) return known;
    const made = new Float32Array(places * labels);
    for (let offset = -LINK_REACH; offset <= LINK_REACH; offset++) {
      list.size = 0;
      linkKindFeatures(kind, offset, side, list);
      addWeights(model, made, (offset + LINK_REACH) * labels);
    }
    kind.scores.links[side] = made;
    return made;
  };
  return (window: Window, way: Way): Float32Array => {
    const { first, last } = window;
    const emissions = new Float32Array((last - first) * labels);
    for (let at = first; at < last; at++) {
      const to = (at - first) * labels;
      const side = sideOf(window, at);
      const low = Math.max(first, at - LINK_REACH);
      const high = Math.min(last - 1, at + LINK_REACH);
      for (let other = low; other <= high; other++) {
        const scores = scoresOf(units.kind[other]!, side);
        const from = (other - at + LINK_REACH) * labels;
        for (let label = 0; label < labels; label++) emissions[to + label]! += scores[from + label]!;
      }
      list.size = 0;
      linkFeatures(units, window, way, partLabels, at, list);
      addWeights(model, emissions, to);
    }
    return emissions;
  };
}
