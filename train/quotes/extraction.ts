import { partType } from "../../src/stages/7-quotes/attributions.ts";
import { linkFeatures, linkKindFeatures, sideOf, type Window, wayTo } from "../../src/stages/7-quotes/link-features.ts";
import { kindFeatures, partFeatures, REACH, type Surroundings } from "../../src/stages/7-quotes/part-features.ts";
import type { Range } from "../../src/stages/7-quotes/speakers.ts";
import type { Units } from "../../src/stages/7-quotes/units.ts";
import { FeatureList } from "../../src/tagger/features.ts";
import type { Extracted } from "./feature-index.ts";

const list = new FeatureList();

function collect(first: number, last: number, fill: (at: number) => void): Extracted {
  const starts = new Uint32Array(last - first + 1);
  const parts: Uint32Array[] = [];
  let size = 0;
  for (let at = first; at < last; at++) {
    list.size = 0;
    fill(at);
    parts.push(list.hashes.slice(0, list.size));
    size += list.size;
    starts[at - first + 1] = size;
  }
  const hashes = new Uint32Array(size);
  let to = 0;
  for (const part of parts) {
    hashes.set(part, to);
    to += part.length;
  }
  return { starts, hashes };
}

/** What `partScorer` looks at, as a list. */
export const extractParts = (units: Units, near: Surroundings, { first, last }: Range): Extracted =>
  collect(first, last, (at) => {
    for (let other = Math.max(first, at - REACH); other <= Math.min(last - 1, at + REACH); other++)
      kindFeatures(units.kind[other]!, other - at, list);
    partFeatures(units, near, at, list);
  });

/** What `linkScorer` looks at, as a list. */
export function extractLinks(units: Units, window: Window, labels: Uint8Array): Extracted {
  const way = wayTo(units, window, labels, partType);
  const { first, last } = window;
  return collect(first, last, (at) => {
    for (let other = Math.max(first, at - 2); other <= Math.min(last - 1, at + 2); other++)
      linkKindFeatures(units.kind[other]!, other - at, sideOf(window, at), list);
    linkFeatures(units, window, way, labels, at, list);
  });
}
