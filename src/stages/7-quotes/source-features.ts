import type { FeatureList } from "../../tagger/features.ts";
import { join } from "../../tagger/hash.ts";
import type { Range } from "./speakers.ts";
import type { Units } from "./units.ts";
import { edgeOf, kindBeside, sideOf, type Way, type Window } from "./windows.ts";

/** Bits of `WORD_CLASSES`: a person, a group. */
const PERSONS = (1 << 8) | (1 << 9);

/** A noun phrase that may be the source of an attribution, and its last noun. */
export interface Candidate extends Range {
  readonly head: number;
}

/** The noun phrases of a window that are no part of the content, nor the cue. */
export function candidatesIn({ first, last, cue }: Window, heads: Int32Array, content: readonly Range[]): Candidate[] {
  const found: Candidate[] = [];
  for (let at = first; at < last; at++) {
    const head = heads[at]!;
    if (head < 0) continue;
    const begin = at;
    while (at + 1 < last && heads[at + 1] === head) at++;
    if (head === cue || content.some((range) => range.first <= head && head < range.last)) continue;
    found.push({ first: begin, last: at + 1, head });
  }
  return found;
}

/** What of a candidate tells whether it is the source; the cue and its content are known. */
export function sourceFeatures(
  units: Units,
  window: Window,
  way: Way,
  likely: Uint8Array,
  content: readonly Range[],
  { first, last, head }: Candidate,
  out: FeatureList,
): void {
  const { kind } = units;
  const cue = kind[window.cue]!;
  const named = kind[head]!;
  const side = sideOf(window, head);
  const edge = (side === 0 ? last - 1 : first) - window.first; // where the way from the cue enters the phrase
  const nth = join(side, way.phrases[edge]!);
  const between = join(way.verbs[edge]!, way.stops[edge]!);
  const people = join(named.classes & PERSONS, named.pos);
  const before = kindBeside(units, first, -1);
  const after = kindBeside(units, last - 1, 1);
  const lemmaBefore = before ? before.lemma : 1;
  const lemmaAfter = after ? after.lemma : 1;
  const next = last < units.length ? (last === window.cue ? 9 : likely[last]!) : 8;
  const place = placeOf(window, content, first);
  out.add(1, side);
  out.add(2, nth);
  out.add2(3, nth, between);
  out.add2(4, join(side, between), way.cues[edge]!);
  out.add2(5, side, way.distance[edge]!);
  out.add(6, named.lemma);
  out.add2(7, named.classes, named.pos);
  out.add2(8, nth, people);
  out.add2(9, nth, cue.lemma);
  out.add2(10, people, cue.lemma);
  out.add2(11, side, lemmaBefore);
  out.add2(12, side, lemmaAfter);
  out.add2(13, join(side, before ? before.pos : 0), after ? after.pos : 0);
  out.add2(14, edgeOf(window, first), join(side, named.pos));
  out.add2(15, place, nth);
  out.add2(16, place, join(side, between));
  out.add2(17, join(side, way.path[edge]!), named.pos);
  out.add2(18, side, kind[first]!.lemma);
  out.add2(19, join(side, next), named.pos);
  out.add2(20, join(cue.suffix, cue.pos), nth);
  out.add2(21, join(place, cue.suffix), nth);
  out.add2(22, lemmaBefore, people);
  out.add2(23, join(nth, next), join(place, people));
  out.add2(24, named.lemma, nth);
  out.add2(25, join(lemmaBefore, lemmaAfter), side);
  out.add2(26, cue.lemma, join(nth, between));
}

/** Where a phrase stands between the cue and the content: the order of the three, and whether it touches the content. */
function placeOf({ cue }: Window, content: readonly Range[], at: number): number {
  let before = 0;
  let after = 0;
  let touches = 0;
  let beyond = 0;
  for (const { first, last } of content) {
    if (last <= cue) before = 1;
    else after = 1;
    if (last <= at && at - last < 2) touches = 1;
    if ((first < cue && at < first) || (first > cue && at >= last)) beyond = 1;
  }
  return before + 2 * after + 4 * touches + 8 * beyond;
}
