import type { FeatureList } from "../../tagger/features.ts";
import { joinSigned as join } from "../../tagger/hash.ts";
import { POS_CODES } from "../../tagger/pos-codes.ts";
import { type Kind, QUOTATION_POS, type Units } from "./units.ts";

/** How many units each way a unit's own features reach. */
export const REACH = 3;

/** Stand for units before a paragraph begins, and after it ends. */
const BEFORE = 11;
const AFTER = 13;

/** Features that the unit `kind` gives to the one that stands `-offset` units from it: worked out once per kind and offset. */
export function kindFeatures(kind: Kind, offset: number, out: FeatureList): void {
  const place = 16 * (offset + REACH);
  out.add(place, kind.word);
  out.add(place + 1, kind.lemma);
  out.add(place + 2, kind.pos);
  if (Math.abs(offset) > 2) return;
  out.add2(place + 3, kind.shape, kind.pos);
  out.add2(place + 4, kind.classes, kind.pos);
  out.add2(place + 5, kind.cue, kind.pos);
  if (Math.abs(offset) > 1) return;
  for (let bits = kind.classes; bits !== 0; bits &= bits - 1) out.add2(place + 6, bits & -bits, kind.pos);
  out.add(place + 7, kind.suffix);
  if (offset !== 0) return;
  out.add(place + 8, 0);
  out.add2(place + 9, kind.word, kind.pos);
  out.add2(place + 10, kind.lemma, kind.pos);
  out.add2(place + 11, kind.suffix, kind.pos);
}

const VERB = POS_CODES.VERB;
const isNominal = (pos: number): boolean => pos === POS_CODES.NOUN || pos === POS_CODES.PROPN || pos === POS_CODES.PRON;

/** What of a paragraph stands far from a unit and still matters to it: worked out in one pass each way. */
export interface Surroundings {
  /** Index of the nearest verb, noun and quotation before and after each unit of the paragraph, or -1. */
  readonly verbBefore: Int32Array;
  readonly verbAfter: Int32Array;
  readonly nounBefore: Int32Array;
  readonly quotationBefore: Int32Array;
  readonly quotationAfter: Int32Array;
}

const columns = (length: number) => ({
  verbBefore: new Int32Array(length),
  verbAfter: new Int32Array(length),
  nounBefore: new Int32Array(length),
  quotationBefore: new Int32Array(length),
  quotationAfter: new Int32Array(length),
});
/** Written over by each article of so many units at most; longer ones get room of their own. */
const ROOM = 8192;
const room = columns(ROOM);

/** Valid until the next call. */
export function surroundingsOf({ pos: posOf, block, length }: Units): Surroundings {
  const near = length > ROOM ? columns(length) : room;
  const { verbBefore, verbAfter, nounBefore, quotationBefore, quotationAfter } = near;
  let verb = -1;
  let noun = -1;
  let quotation = -1;
  for (let i = 0; i < length; i++) {
    if (i === 0 || block[i] !== block[i - 1]) verb = noun = quotation = -1;
    verbBefore[i] = verb;
    nounBefore[i] = noun;
    quotationBefore[i] = quotation;
    const pos = posOf[i]!;
    if (pos === VERB) verb = i;
    else if (isNominal(pos)) noun = i;
    else if (pos === QUOTATION_POS) quotation = i;
  }
  verb = quotation = -1;
  for (let i = length - 1; i >= 0; i--) {
    if (i + 1 === length || block[i] !== block[i + 1]) verb = quotation = -1;
    verbAfter[i] = verb;
    quotationAfter[i] = quotation;
    const pos = posOf[i]!;
    if (pos === VERB) verb = i;
    else if (pos === QUOTATION_POS) quotation = i;
  }
  return near;
}

const far = (from: number, to: number): number => {
  if (from < 0 || to < 0) return 9;
  const distance = Math.abs(to - from);
  return distance < 4 ? distance : distance < 7 ? 4 : distance < 12 ? 5 : 6;
};

/** Features of a unit in its context, beside those of the kinds around it (`kindFeatures`). */
export function cueFeatures(units: Units, near: Surroundings, at: number, out: FeatureList): void {
  const { kind, block, sentence, length } = units;
  const here = kind[at]!;
  const l1 = at > 0 && block[at - 1] === block[at] ? kind[at - 1]! : null;
  const l2 = l1 && at > 1 && block[at - 2] === block[at] ? kind[at - 2]! : null;
  const r1 = at + 1 < length && block[at + 1] === block[at] ? kind[at + 1]! : null;
  const r2 = r1 && at + 2 < length && block[at + 2] === block[at] ? kind[at + 2]! : null;
  const posBefore = l1 ? l1.pos : BEFORE;
  const posBefore2 = l2 ? l2.pos : BEFORE;
  const posAfter = r1 ? r1.pos : AFTER;
  const lemmaBefore = l1 ? l1.lemma : BEFORE;
  const lemmaAfter = r1 ? r1.lemma : AFTER;
  const posHere = join(here.pos, here.cue);
  const pair = join(posBefore, posHere);
  out.add2(200, posBefore, posHere);
  out.add2(201, posHere, posAfter);
  out.add2(202, pair, posBefore2);
  out.add2(203, pair, posAfter);
  out.add2(206, lemmaBefore, here.lemma);
  out.add2(207, here.lemma, lemmaAfter);
  out.add2(208, here.lemma, posBefore);
  out.add2(209, here.lemma, posAfter);
  out.add2(210, here.lemma, join(posBefore, posAfter));
  out.add2(212, here.word, join(lemmaAfter, r2 ? r2.lemma : AFTER));
  out.add2(213, here.classes, join(posBefore, posAfter));
  out.add2(214, here.classes, r1 ? r1.word : AFTER);

  const before = near.quotationBefore[at]!;
  const after = near.quotationAfter[at]!;
  const byQuotation = join(far(before, at), far(at, after));
  out.add2(216, byQuotation, posHere);
  out.add2(217, far(before, at), here.lemma);
  out.add2(218, far(at, after), here.lemma);
  out.add2(219, before < 0 ? 0 : kind[before]!.suffix, join(far(before, at), here.cue));
  out.add2(220, after < 0 ? 0 : kind[after]!.suffix, join(far(at, after), here.cue));

  const verb = near.verbBefore[at]!;
  const nextVerb = near.verbAfter[at]!;
  const noun = near.nounBefore[at]!;
  out.add2(221, verb < 0 ? 0 : kind[verb]!.lemma, join(here.pos, far(verb, at)));
  out.add2(223, nextVerb < 0 ? 0 : kind[nextVerb]!.lemma, join(here.pos, far(at, nextVerb)));
  out.add2(224, noun < 0 ? 0 : kind[noun]!.word, here.lemma);
  out.add2(225, noun < 0 ? 0 : join(kind[noun]!.classes, kind[noun]!.pos), here.lemma);
  const starts = l1 === null || sentence[at - 1] !== sentence[at] ? 1 : 0;
  out.add2(228, join(starts, l1 ? 0 : 1), here.word);
}
