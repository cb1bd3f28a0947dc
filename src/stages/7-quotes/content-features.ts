import type { FeatureList } from "../../tagger/features.ts";
import { joinSigned as join } from "../../tagger/hash.ts";
import { POS_CODES } from "../../tagger/pos-codes.ts";
import type { Range } from "./article.ts";
import type { Content } from "./contents.ts";
import type { Kind, Units } from "./units.ts";
import { kindBeside, WIDEST_WINDOW, type Window } from "./windows.ts";

// What a content looks like, in groups by what they hang on: where it begins, where it ends, on which sides of the cue it
// stands. Contents of one cue share most of these, which are scored once for all of them (`content-ranker.ts`).

/** A window, and how many verbs, stops, other likely cues and quotations stand before each of its units. */
export interface Passage {
  readonly units: Units;
  readonly window: Window;
  /** How likely a cue each unit is (`likelihood`), and how likely the window's own cue is (`chanceStep`). */
  readonly likely: Uint8Array;
  readonly sure: number;
  readonly verbs: Uint8Array;
  readonly stops: Uint8Array;
  readonly cues: Uint8Array;
  readonly quotations: Uint8Array;
}

const column = () => new Uint8Array(WIDEST_WINDOW + 1);
/** Written over by each window. */
const columns = { verbs: column(), stops: column(), cues: column(), quotations: column() };

const { VERB, AUX, PUNCT } = POS_CODES;

/** Valid until the next call. */
export function passageOf(units: Units, window: Window, likely: Uint8Array, chance: number): Passage {
  const { pos, quotation } = units;
  const { first, last, cue } = window;
  let [verbs, stops, cues, quotations] = [0, 0, 0, 0];
  for (let at = first; at <= last; at++) {
    const i = at - first;
    columns.verbs[i] = verbs;
    columns.stops[i] = stops;
    columns.cues[i] = cues;
    columns.quotations[i] = quotations;
    if (at === last) break;
    const here = pos[at]!;
    if (here === VERB || here === AUX) verbs++;
    else if (here === PUNCT) stops++;
    if (likely[at]! > 2 && at !== cue) cues++;
    if (quotation[at]) quotations++;
  }
  return {
    units,
    window,
    likely,
    sure: chanceStep(chance),
    verbs: columns.verbs,
    stops: columns.stops,
    cues: columns.cues,
    quotations: columns.quotations,
  };
}

const BEFORE = 11;
const AFTER = 13;

const far = (distance: number): number =>
  distance < 4 ? distance : distance < 7 ? 4 : distance < 12 ? 5 : distance < 20 ? 6 : 7;

const upTo = (most: number, count: number): number => Math.min(count, most);

/** Steps on a scale of logarithms: scores of the linker differ by up to a few thousand. */
const behindStep = (behind: number): number => Math.min(20, Math.floor(2.5 * Math.log2(1 + behind / 16)));

/** Steps of a chance's odds. */
const chanceStep = (chance: number): number =>
  Math.max(0, Math.min(15, 7 + Math.round(1.5 * Math.log(chance / (1.000001 - chance)))));

const sideOf = ({ cue }: Window, { last }: Range): 1 | 2 => (last <= cue ? 1 : 2);

/** On which sides of the cue the ranges stand, and which of them hold quotations: a small number. */
export function shapeOf({ window, quotations }: Passage, ranges: readonly Range[]): number {
  let shape = 0;
  for (const range of ranges) {
    const held = quotations[range.last - window.first]! > quotations[range.first - window.first]!;
    shape = (shape * 6 + sideOf(window, range) * 2 + (held ? 1 : 0)) % 1296;
  }
  return shape;
}

/** Features of no content at all. `behind`: how far its path is behind the best. */
export function emptyFeatures(passage: Passage, behind: number, out: FeatureList): void {
  const { units, window, sure, stops, cues, quotations } = passage;
  const step = behindStep(behind);
  const cue = units.kind[window.cue]!;
  const before = kindBeside(units, window.cue, -1);
  const after = kindBeside(units, window.cue, 1);
  const c = window.cue - window.first;
  const end = window.last - window.first;
  const earlier = upTo(2, cues[c]!);
  const later = upTo(2, cues[end]! - cues[c]!);
  out.add2(70, cue.lemma, cue.pos);
  out.add2(71, cue.lemma, sure);
  out.add2(72, cue.word, after ? after.word : AFTER);
  out.add2(73, join(cue.pos, cue.suffix), join(before ? before.pos : 0, after ? after.pos : 0));
  out.add2(74, before ? before.lemma : BEFORE, cue.pos);
  out.add2(75, join(earlier, later), sure);
  out.add2(76, join(earlier, upTo(2, stops[c]!)), sure);
  out.add2(77, join(upTo(2, quotations[c]!), upTo(2, quotations[end]! - quotations[c]!)), sure);
  out.add2(78, join(cue.classes, cue.pos), after ? after.pos : 0);
  out.add(1, step);
  out.add(2, sure);
  out.add2(3, sure, step);
}

/** Features of all contents of one shape. */
export function shapeFeatures({ units, window, sure }: Passage, shape: number, out: FeatureList): void {
  const cue = units.kind[window.cue]!;
  out.add(5, shape);
  out.add2(6, shape, cue.lemma);
  out.add2(7, shape, cue.word);
  out.add2(8, shape, sure);
  out.add2(9, shape, join(cue.classes, cue.pos));
}

/** Features of a content as a whole. */
export function wholeFeatures(
  passage: Passage,
  { ranges, behind }: Content,
  isBest: boolean,
  shape: number,
  out: FeatureList,
): void {
  const { units, window, quotations } = passage;
  const cue = units.kind[window.cue]!;
  const step = behindStep(behind);
  let [held, size] = [0, 0];
  for (const { first, last } of ranges) {
    held += quotations[last - window.first]! - quotations[first - window.first]!;
    size += last - first;
  }
  const all = quotations[window.last - window.first]!;
  out.add2(10, isBest ? 1 : 0, step);
  out.add2(11, passage.sure, step);
  out.add2(12, shape, step);
  out.add2(13, upTo(3, held), upTo(3, all - held));
  out.add2(14, far(size), shape);
  out.add2(15, far(size), cue.lemma);
  for (const range of ranges) rangeFeatures(passage, range, out);
}

function rangeFeatures(passage: Passage, range: Range, out: FeatureList): void {
  const { units, window } = passage;
  const { first, last } = range;
  const { kind } = units;
  const cue = kind[window.cue]!;
  const side = sideOf(window, range);
  const [i, j] = [first - window.first, last - window.first];
  const opens = kind[first]!;
  const verbs = upTo(3, passage.verbs[j]! - passage.verbs[i]!);
  const stops = upTo(4, passage.stops[j]! - passage.stops[i]!);
  const cues = upTo(2, passage.cues[j]! - passage.cues[i]!);
  const size = far(last - first);
  out.add2(60, join(side, size), join(verbs, stops));
  out.add2(61, join(side, verbs), opens.word);
  out.add2(62, join(side, verbs), join(cue.lemma, upTo(3, size)));
  out.add2(63, join(side, cues), join(verbs, upTo(2, stops)));
  out.add2(65, join(opens.pos, kind[last - 1]!.pos), join(size, verbs));
}

/** The way from the cue to the edge of a content, which is the unit `to` or ends before it. */
function wayTo({ window, verbs, stops, cues }: Passage, side: 1 | 2, to: number, out: FeatureList): number {
  const c = window.cue - window.first;
  const edge = to - window.first;
  const [from, until] = side === 1 ? [edge, c] : [c + 1, edge];
  const gap = far(until - from);
  const passed = upTo(2, verbs[until]! - verbs[from]!);
  out.add2(29, side, join(upTo(2, cues[until]! - cues[from]!), passed));
  return join(gap, join(passed, upTo(3, stops[until]! - stops[from]!)));
}

/** Features of a content that begins with the unit `first`. */
export function startFeatures(passage: Passage, first: number, out: FeatureList): void {
  const { units, window } = passage;
  const { kind, sentence } = units;
  const cue = kind[window.cue]!;
  const side = first < window.cue ? 1 : 2;
  const opens = kind[first]!;
  const before = kindBeside(units, first, -1);
  const starts = before === null || sentence[first - 1] !== sentence[first] ? 1 : 0;
  const wordBefore = join(side, before ? before.word : BEFORE);
  const gap = side === 1 ? 0 : upTo(3, first - window.cue - 1);
  const way = side === 1 ? 0 : wayTo(passage, side, first, out);
  out.add2(20, side, opens.word);
  out.add2(21, join(side, opens.pos), before ? before.pos : 0);
  out.add2(22, wordBefore, opens.pos);
  out.add2(23, wordBefore, opens.word);
  out.add2(24, join(side, cue.lemma), opens.word);
  out.add2(25, join(side, cue.lemma), opens.pos);
  out.add2(26, join(side, starts), way);
  out.add2(27, join(side, way), opens.pos);
  out.add2(28, join(side, cue.pos), join(opens.word, gap));
  if (gap <= 0) return;
  const next = kind[window.cue + 1]!;
  out.add2(30, next.lemma, cue.lemma);
  out.add2(31, next.pos, join(gap, opens.word));
}

const posOf = (one: Kind | null): number => (one ? one.pos : 0);

/** Features of a content that ends before the unit `last`. */
export function endFeatures(passage: Passage, last: number, out: FeatureList): void {
  const { units, window } = passage;
  const { kind, sentence } = units;
  const side = last <= window.cue ? 1 : 2;
  const ends = kind[last - 1]!;
  const after = kindBeside(units, last - 1, 1);
  const after2 = after && kindBeside(units, last, 1);
  const after3 = after2 && kindBeside(units, last + 1, 1);
  const stops = after === null || sentence[last] !== sentence[last - 1] ? 1 : 0;
  const wordAfter = join(side, after ? after.word : AFTER);
  const posAfter = posOf(after);
  const posAfter2 = posOf(after2);
  const pair = join(posAfter, posAfter2);
  const next = nextOf(passage, last);
  if (side === 1) out.add(39, wayTo(passage, side, last, out));
  out.add(40, wordAfter);
  out.add2(41, wordAfter, after2 ? after2.word : AFTER);
  out.add2(42, wordAfter, posAfter2);
  out.add2(43, wordAfter, join(posAfter2, posOf(after3)));
  out.add2(44, join(side, ends.pos), pair);
  out.add2(45, side, ends.word);
  out.add2(46, ends.word, wordAfter);
  out.add2(47, join(side, stops), join(last === window.last ? 1 : 0, posAfter));
  out.add2(48, wordAfter, next);
  out.add2(49, join(side, next), pair);
  if (after && after2) out.add2(50, join(after.word, after2.lemma), kind[window.cue]!.suffix);
}

/** What is met first after a content in its sentence, three things deep: verbs, likely cues, quotations, stops, its own cue. */
function nextOf({ units, window, likely }: Passage, last: number): number {
  const { pos, quotation, sentence } = units;
  let code = 1;
  for (let at = last, steps = 0; at < window.last && at < last + 12 && steps < 3; at++) {
    if (sentence[at] !== sentence[last]) return code * 8 + 7;
    let sign = 0;
    if (at === window.cue) sign = 1;
    else if (quotation[at]) sign = 2;
    else if (likely[at]! > 2) sign = 3;
    else if (pos[at] === VERB || pos[at] === AUX) sign = 4;
    else if (pos[at] === PUNCT && at > last) sign = 5;
    if (sign === 0) continue;
    code = code * 8 + sign;
    steps++;
  }
  return code;
}

/** All features of a content, in the same groups as the ranker scores them. */
export function contentFeatures(passage: Passage, content: Content, isBest: boolean, out: FeatureList): void {
  const { ranges, behind } = content;
  if (ranges.length === 0) {
    emptyFeatures(passage, behind, out);
    return;
  }
  const shape = shapeOf(passage, ranges);
  shapeFeatures(passage, shape, out);
  wholeFeatures(passage, content, isBest, shape, out);
  for (const { first, last } of ranges) {
    startFeatures(passage, first, out);
    endFeatures(passage, last, out);
  }
}
