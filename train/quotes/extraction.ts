import { cueFeatures, kindFeatures, REACH, surroundingsOf } from "../../src/stages/7-quotes/cue-features.ts";
import { linkFeatures } from "../../src/stages/7-quotes/link-features.ts";
import type { Units } from "../../src/stages/7-quotes/units.ts";
import { type Window, wayTo } from "../../src/stages/7-quotes/windows.ts";
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

/** What `cueScorer` looks at for each of these units, as a list. */
export function extractCues(units: Units, places: readonly number[]): Extracted {
  const near = surroundingsOf(units);
  const { block, kind, length } = units;
  return collect(0, places.length, (i) => {
    const at = places[i]!;
    for (let other = Math.max(0, at - REACH); other < length && other <= at + REACH; other++)
      if (block[other] === block[at]) kindFeatures(kind[other]!, other - at, list);
    cueFeatures(units, near, at, list);
  });
}

/** What `linkScorer` looks at, as a list. */
export function extractLinks(units: Units, window: Window, likely: Uint8Array, heads: Int32Array): Extracted {
  const way = wayTo(units, window, likely, heads);
  const { first, last } = window;
  return collect(first, last, (at) => linkFeatures(units, window, way, likely, at, list));
}
