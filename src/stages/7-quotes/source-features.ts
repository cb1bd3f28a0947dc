import type { FeatureList } from "../../tagger/features.ts";
import { joinSigned as join } from "../../tagger/hash.ts";
import { POS_CODES } from "../../tagger/pos-codes.ts";
import type { Range } from "./article.ts";
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
  earlier: Range | null,
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
  // Whether it is, or follows, the source found before this one in the window.
  const known =
    !earlier || earlier.last <= window.first
      ? 0
      : earlier.first <= head && head < earlier.last
        ? 1
        : head > earlier.first
          ? 2
          : 3;
  const beside = kindBeside(units, window.cue, -1);
  out.add2(30, known, join(side, between));
  out.add2(31, known, join(cue.suffix, beside ? beside.pos : 0));
  out.add2(32, known, join(place, people));
  // Whether it may be the subject of a clause: what stands before it, and the first verb after it.
  const { pos, block } = units;
  let to = last;
  while (to < window.last && to < last + 4 && pos[to] === POS_CODES.ADV) to++;
  const verb = to < window.last && block[to] === block[head] ? (to === window.cue ? 30 : pos[to]!) : 0;
  const lead = first === window.first ? 31 : before ? before.pos : 0;
  const clause = join(verb, lead);
  out.add2(33, clause, join(side, people));
  out.add2(34, clause, join(cue.suffix, cue.pos));
  out.add2(35, clause, nth);
  out.add2(36, join(clause, place), between);
  out.add2(37, named.word, join(verb, place));
  out.add2(38, join(side, beside ? beside.lemma : 1), join(nth, verb));
  const next2 = kindBeside(units, window.cue, 1);
  out.add2(39, join(side, next2 ? next2.lemma : 1), join(nth, lemmaBefore));
}

/** What tells that an attribution has no source. */
export function noSourceFeatures(units: Units, { cue }: Window, content: readonly Range[], out: FeatureList): void {
  const here = units.kind[cue]!;
  const before = kindBeside(units, cue, -1);
  const after = kindBeside(units, cue, 1);
  const quoted = content.some(({ first, last }) => {
    for (let at = first; at < last; at++) if (units.quotation[at]) return true;
    return false;
  });
  const place = content[0]!.last <= cue ? 1 : 2;
  out.add(50, quoted ? 1 : 0);
  out.add(51, here.lemma);
  out.add(52, here.word);
  out.add2(53, here.pos, here.suffix);
  out.add2(54, before ? before.lemma : 1, here.pos);
  out.add2(55, after ? after.lemma : 1, here.pos);
  out.add2(56, join(before ? before.pos : 0, here.pos), after ? after.pos : 0);
  out.add2(57, here.lemma, before ? before.pos : 0);
  out.add2(58, here.lemma, after ? after.lemma : 1);
  out.add2(59, here.suffix, join(place, before ? before.pos : 0));
  out.add2(60, before ? before.word : 1, after ? after.word : 1);
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
