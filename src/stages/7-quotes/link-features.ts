import type { FeatureList } from "../../tagger/features.ts";
import { joinSigned as join } from "../../tagger/hash.ts";
import type { Kind, Units } from "./units.ts";
import { edgeOf, kindBeside, sideOf, type Way, type Window } from "./windows.ts";

/** The part of speech of what is out of the paragraph. */
export const OUT = 0;
export const FAR = [-2, 2] as const;

// What a unit of a window looks like to the linker, in groups by what they hang on. Those that hang on few numbers, or on
// one word and few numbers, are scored once for each case (`link-scorer.ts`).

/** Features that a unit gives to one `-offset` units from it: two away, whatever the cue. */
export function farFeatures(kind: Kind, offset: -2 | 2, out: FeatureList): void {
  const place = 4 * (offset + 2) + 300;
  out.add(place, kind.word);
  out.add(place + 1, kind.pos);
  out.add(place + 2, kind.lemma);
}

/** The same for a unit itself and those beside it, by the side of the cue on which it stands. */
export function nearFeatures(kind: Kind, offset: -1 | 0 | 1, side: number, out: FeatureList): void {
  const place = 16 * (side * 3 + offset + 1) + 400;
  out.add(place, kind.word);
  out.add(place + 1, kind.pos);
  out.add(place + 2, kind.lemma);
  out.add2(place + 3, kind.shape, kind.pos);
  out.add2(place + 4, kind.classes, kind.pos);
}

/** `before` and `after`: the parts of speech beside the unit. */
export function trioFeatures(side: number, before: number, pos: number, after: number, out: FeatureList): void {
  out.add2(718, join(side, pos), join(before, after));
}

/** `edge`: 1 for the first unit of the window, 2 for the last; `own`: how likely a cue the unit is. */
export function placeFeatures(side: number, distance: number, own: number, edge: number, out: FeatureList): void {
  const place = join(side, distance);
  out.add(701, place);
  out.add2(703, place, own);
  out.add2(728, join(side, edge), own);
}

export function wayFeatures(
  side: number,
  pos: number,
  own: number,
  verbs: number,
  stops: number,
  cues: number,
  out: FeatureList,
): void {
  const between = join(join(verbs, stops), cues);
  out.add2(709, join(side, own), between);
  out.add2(710, join(side, pos), between);
}

export function spotFeatures(side: number, pos: number, distance: number, stops: number, out: FeatureList): void {
  out.add2(723, join(join(side, distance), stops), pos);
}

/** What the cue leads to expect of a part of speech on one side of it. */
export function cuePosFeatures(cue: Kind, side: number, pos: number, out: FeatureList): void {
  out.add2(707, join(side, pos), cue.lemma);
  out.add2(717, join(side, pos), join(cue.pos, cue.word));
}

/** What the cue leads to expect of a place. */
export function cuePlaceFeatures(cue: Kind, side: number, distance: number, out: FeatureList): void {
  out.add2(708, join(side, distance), cue.lemma);
}

/** Features of a quotation, of which there are few. */
export function quotationFeatures(
  units: Units,
  window: Window,
  way: Way,
  own: number,
  at: number,
  out: FeatureList,
): void {
  const { kind } = units;
  const { first, cue } = window;
  const here = kind[at]!;
  const side = sideOf(window, at);
  out.add2(725, join(side, here.suffix), way.stops[at - first]!);
  out.add2(726, join(side, here.shape), own);
  out.add2(727, join(side, way.distance[at - first]!), join(here.suffix, kind[cue]!.lemma));
}

/** All features of a unit, in the same groups as the linker scores them. */
export function linkFeatures(
  units: Units,
  window: Window,
  way: Way,
  likely: Uint8Array,
  at: number,
  out: FeatureList,
): void {
  const { kind, block, quotation } = units;
  const i = at - window.first;
  const cue = kind[window.cue]!;
  const { pos } = kind[at]!;
  const own = likely[at]!;
  const side = sideOf(window, at);
  const [distance, stops] = [way.distance[i]!, way.stops[i]!];
  const [before, after] = [kindBeside(units, at, -1), kindBeside(units, at, 1)];
  for (const offset of FAR) if (block[at + offset] === block[at]) farFeatures(kind[at + offset]!, offset, out);
  nearFeatures(kind[at]!, 0, side, out);
  if (before) nearFeatures(before, -1, side, out);
  if (after) nearFeatures(after, 1, side, out);
  trioFeatures(side, before ? before.pos : OUT, pos, after ? after.pos : OUT, out);
  placeFeatures(side, distance, own, edgeOf(window, at), out);
  wayFeatures(side, pos, own, way.verbs[i]!, stops, way.cues[i]!, out);
  spotFeatures(side, pos, distance, stops, out);
  cuePosFeatures(cue, side, pos, out);
  cuePlaceFeatures(cue, side, distance, out);
  if (quotation[at]) quotationFeatures(units, window, way, own, at, out);
}
