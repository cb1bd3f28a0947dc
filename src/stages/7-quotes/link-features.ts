import type { FeatureList } from "../../tagger/features.ts";
import { join } from "../../tagger/hash.ts";
import { POS_CODES } from "../../tagger/pos-codes.ts";
import type { Kind, Units } from "./units.ts";

/** Units before a paragraph begins, and after it ends. */
const BEFORE = 11;
const AFTER = 13;
/** So many units each way a window reaches at most. */
const WIDEST = 70;

/** A cue whose source and content are looked for, and the units among which they are, `first` to `last` (out). */
export interface Window {
  readonly first: number;
  readonly last: number;
  readonly cueFirst: number;
  readonly cueLast: number;
}

/**
 * The window of the cue: its sentence, over quotations into what goes on with it, in its paragraph.
 * Beyond the sentence's end it takes in one more sentence if that begins with a quotation.
 */
export function windowOf(units: Units, cueFirst: number, cueLast: number): Window {
  let first = cueFirst;
  for (; first > 0 && cueFirst - first < WIDEST && units.block[first - 1] === units.block[cueFirst]; first--)
    if (ends(units, first - 1)) break;
  let last = cueLast;
  for (
    let more = 1;
    last < units.length && last - cueLast < WIDEST && units.block[last] === units.block[cueFirst];
    last++
  )
    if (ends(units, last - 1) && !(units.quotation[last] && more-- > 0)) break;
  return { first, last, cueFirst, cueLast };
}

/** True if a sentence ends between the unit `at` and the next; after a quotation that cannot be told. */
const ends = ({ sentence, quotation }: Units, at: number): boolean =>
  !quotation[at] && sentence[at] !== sentence[at + 1];

const isPunct = (pos: number): boolean => pos === POS_CODES.PUNCT;
const isVerb = (pos: number): boolean => pos === POS_CODES.VERB || pos === POS_CODES.AUX;

const near = (distance: number): number =>
  distance < 5 ? distance : distance < 8 ? 5 : distance < 12 ? 6 : distance < 20 ? 7 : 8;

/** Features that a unit gives to one `-offset` units from it, by the side of the cue on which that one stands. */
export function linkKindFeatures(kind: Kind, offset: number, side: number, out: FeatureList): void {
  const place = 16 * (offset + 2) + 100 * side + 300;
  out.add(place, kind.word);
  out.add(place + 1, kind.pos);
  out.add(place + 2, kind.lemma);
  if (offset < -1 || offset > 1) return;
  out.add2(place + 3, kind.shape, kind.pos);
  out.add2(place + 4, kind.classes, kind.pos);
}

/** 0 before the cue, 1 in it, 2 after it. */
export const sideOf = ({ cueFirst, cueLast }: Window, at: number): number => (at < cueFirst ? 0 : at < cueLast ? 1 : 2);

/** What the linker knows of the cue itself, and of the way to it from every unit of its window. */
export interface Way {
  readonly cue: number;
  readonly cueShape: number;
  /** By unit of the window: verbs, stops and other cues between it and the cue, and the path of parts of speech where it is short. */
  readonly verbs: Uint8Array;
  readonly stops: Uint8Array;
  readonly cues: Uint8Array;
  readonly path: Uint32Array;
  /** Where the first source found by the first tagger begins on this side, counted in sources between. */
  readonly sources: Uint8Array;
}

/** `labels` are those of the first tagger. */
export function wayTo(units: Units, window: Window, labels: Uint8Array, typeOf: (label: number) => number): Way {
  const { first, last, cueFirst, cueLast } = window;
  const size = last - first;
  const [verbs, stops, cues, sources] = [
    new Uint8Array(size),
    new Uint8Array(size),
    new Uint8Array(size),
    new Uint8Array(size),
  ];
  const path = new Uint32Array(size);
  const walk = (from: number, to: number, step: number): void => {
    let [v, s, c, p, o] = [0, 0, 0, 17, 0];
    let was = 1;
    let inSource = false;
    for (let at = from; at !== to; at += step) {
      const i = at - first;
      verbs[i] = Math.min(v, 3);
      stops[i] = Math.min(s, 4);
      cues[i] = Math.min(c, 2);
      sources[i] = Math.min(o, 3);
      path[i] = Math.abs(at - from) < 5 ? p : join(p & 7, 5);
      const { pos, word } = units.kind[at]!;
      if (isVerb(pos)) v++;
      if (isPunct(pos)) s++;
      const type = typeOf(labels[at]!);
      if (type === 1 && was !== 1) c++;
      const source = type === 0;
      if (source && !inSource) o++;
      inSource = source;
      was = type;
      p = join(p, isPunct(pos) ? word : pos);
    }
  };
  walk(cueFirst - 1, first - 1, -1);
  walk(cueLast, last, 1);
  const head = units.kind[headOf(units, window)]!;
  let whole = 7;
  for (let at = cueFirst; at < cueLast; at++) whole = join(whole, units.kind[at]!.lemma);
  return { cue: head.lemma, cueShape: join(head.pos, whole), verbs, stops, cues, path, sources };
}

/** The unit of a cue that says what it is: its last verb, or else its first word. */
export function headOf({ kind }: Units, { cueFirst, cueLast }: Window): number {
  for (let at = cueLast - 1; at >= cueFirst; at--) if (kind[at]!.cue === 1) return at;
  for (let at = cueLast - 1; at >= cueFirst; at--) if (kind[at]!.pos === POS_CODES.VERB) return at;
  return cueFirst;
}

/** Features of a unit of a window, beside those of the kinds around it. */
export function linkFeatures(
  units: Units,
  window: Window,
  way: Way,
  labels: Uint8Array,
  at: number,
  out: FeatureList,
): void {
  const { kind, block, quotation } = units;
  const { first, last, cueFirst, cueLast } = window;
  const i = at - first;
  const here = kind[at]!;
  const side = sideOf(window, at);
  const distance = side === 0 ? near(cueFirst - 1 - at) : side === 2 ? near(at - cueLast) : 0;
  const own = labels[at]!;
  const before = at > 0 && block[at - 1] === block[at] ? labels[at - 1]! : 30;
  const after = at + 1 < units.length && block[at + 1] === block[at] ? labels[at + 1]! : 31;
  const place = join(side, distance);
  const between = join(join(way.verbs[i]!, way.stops[i]!), way.cues[i]!);
  out.add(701, place);
  out.add2(703, place, own);
  out.add2(704, join(side, own), before);
  out.add2(705, join(side, own), after);
  out.add2(706, join(side, own), way.cue);
  out.add2(707, join(side, here.pos), way.cue);
  out.add2(708, place, way.cue);
  out.add2(709, join(side, own), between);
  out.add2(710, join(side, here.pos), between);
  out.add2(711, join(side, own), join(way.sources[i]!, way.cues[i]!));
  out.add2(712, join(side, way.path[i]!), here.pos);
  out.add2(713, join(side, way.path[i]!), own);
  out.add2(714, join(side, own), here.word);
  out.add2(715, join(side, here.word), way.cue);
  out.add2(717, join(side, here.pos), way.cueShape);
  const l1 = at > first ? kind[at - 1]! : null;
  const r1 = at + 1 < last ? kind[at + 1]! : null;
  const posBefore = l1 ? l1.pos : BEFORE;
  const posAfter = r1 ? r1.pos : AFTER;
  out.add2(718, join(side, here.pos), join(posBefore, posAfter));
  out.add2(721, join(side, l1 ? l1.word : BEFORE), here.word);
  out.add2(722, join(side, here.word), r1 ? r1.word : AFTER);
  out.add2(723, join(place, way.stops[i]!), here.pos);
  if (quotation[at]) {
    out.add2(725, join(side, here.suffix), way.stops[i]!);
    out.add2(726, join(side, here.shape), own);
    out.add2(727, place, join(here.suffix, way.cue));
  }
  out.add2(728, join(side, at === first ? 1 : at === last - 1 ? 2 : 0), own);
}
