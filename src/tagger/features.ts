import { groupsOf } from "./classes.ts";
import { HASH_START, hashOn, join } from "./hash.ts";
import type { Reading, Word } from "./reading.ts";
import type { Spelling } from "./spellings.ts";

/** A growing list of feature hashes that is written over again and again. */
export class FeatureList {
  readonly hashes = new Uint32Array(512);
  size = 0;

  add(template: number, value: number): void {
    this.hashes[this.size++] = join(template, value);
  }

  add2(template: number, one: number, other: number): void {
    this.hashes[this.size++] = join(join(template, one), other);
  }
}

/** Stands for a word before the sentence begins, and for one after it ends. */
const BEFORE = 11;
const AFTER = 13;

/** How many words after a token a word stands, among those that bring features to it; 0 is the token itself. */
export const NEIGHBOURS = [-1, 1, -2, 2] as const;
export type Distance = (typeof NEIGHBOURS)[number] | 0;

/**
 * Features that a word as it is spelled brings to the token that it stands `distance` words after, in whatever article;
 * null stands for the edge of the sentence.
 */
export function spellingFeatures(spelling: Spelling | null, distance: Distance, out: FeatureList): void {
  if (spelling && distance === 0) ownFeatures(spelling, out);
  else neighbourFeatures(spelling, distance, out);
}

function ownFeatures(word: Spelling, out: FeatureList): void {
  const { lower, classes, share, shape } = word;
  out.add(40, 0);
  out.add(1, word.exact);
  out.add(2, word.small);
  out.add(3, shape);
  const size = lower.length;
  let hash = HASH_START;
  for (let to = 1; to <= 4 && to < size; to++) {
    hash = hashOn(hash, lower, to - 1, to);
    if (to > 1) out.add(3 + to, hash);
  }
  hash = HASH_START;
  for (let count = 1; count <= 5 && count < size; count++) {
    hash = hashOn(hash, lower, size - count, size - count + 1);
    out.add(7 + count, hash);
  }
  out.add2(13, classes, share);
  out.add2(14, shape, share);
  for (let bits = classes; bits !== 0; bits &= bits - 1) out.add(15, bits & -bits);
  out.add2(24, groupsOf(classes), share);
  out.add(16, Math.min(size, 12));
}

/** Features of what the article shows of a token's word elsewhere. */
export function evidenceFeatures({ form, share, classes, shouted }: Word, out: FeatureList): void {
  const smalls = Math.min(form.smalls, 2);
  const capitals = Math.min(form.capitals, 3);
  out.add2(17, smalls * 4 + capitals, shouted ? 1 : 0);
  out.add2(18, smalls * 4 + capitals, share);
  for (let bits = form.evidence; bits !== 0; bits &= bits - 1) out.add(19, bits & -bits);
  out.add(20, form.evidence);
  out.add2(21, form.evidence, classes);
  if (form.expansion !== 0) {
    out.add(22, 1);
    out.add(23, form.expansion);
  }
}

const firstTemplate = (distance: Distance): number => 100 + (distance + 2) * 8;

function neighbourFeatures(word: Spelling | null, distance: Distance, out: FeatureList): void {
  const template = firstTemplate(distance);
  if (!word) {
    out.add(template, 0);
    return;
  }
  out.add(template + 1, word.small);
  out.add2(template + 2, groupsOf(word.classes), word.share);
  out.add2(template + 3, word.shape, 0);
  if (distance * distance > 1) return;
  out.add(template + 4, word.classes);
  if (word.lower.length > 3) out.add(template + 6, hashOn(HASH_START, word.lower, word.lower.length - 3));
}

/** Features that the evidence of a word right before or after a token brings to it; `capital` is 1 or 0. */
export function evidenceBeside(evidence: number, capital: number, distance: -1 | 1, out: FeatureList): void {
  out.add2(firstTemplate(distance) + 5, evidence, capital);
}

/** Codes of parts of speech are below this. */
export const POS_ROOM = 32;

/** Features of the parts of speech of a token and of those beside it; 0 where the sentence ends. */
export function posFeatures(before: number, here: number, after: number, out: FeatureList): void {
  out.add(63, here);
  out.add(64, before * POS_ROOM + here);
  out.add(65, here * POS_ROOM + after);
}

/**
 * Features of a token in its context. Those of its word and of each of its neighbours by themselves (`spellingFeatures`,
 * `evidenceFeatures`, `evidenceBeside`) and of parts of speech (`posFeatures`) are not among them.
 */
export function contextFeatures(reading: Reading, at: number, out: FeatureList): void {
  const { word, sentence, place, glued, first, last, phrase, phrasePart, length } = reading;
  const here = word[at]!;
  const inside = (i: number) => i >= 0 && i < length && sentence[i] === sentence[at];
  const w1 = inside(at - 1) ? word[at - 1]! : null;
  const n1 = inside(at + 1) ? word[at + 1]! : null;
  const before = w1 ? w1.small : BEFORE;
  const after = n1 ? n1.small : AFTER;
  out.add2(53, before, here.shape);
  out.add2(54, after, here.shape);

  const classBefore = w1 ? w1.classes : BEFORE;
  const classAfter = n1 ? n1.classes : AFTER;

  const groups = groupsOf(here.classes);
  out.add2(91, groups, join(before, n1 ? (n1.capital ? 1 : 2) : 0));
  out.add2(92, groups, join(after, w1 ? (w1.capital ? 1 : 2) : 0));

  const where = place[at]! * 2 + glued[at]!;
  out.add2(66, where, here.shape);
  out.add2(68, where, join(here.share, Math.min(here.form.smalls, 2) * 4 + Math.min(here.form.capitals, 3)));

  if (phrasePart[at] !== 0) {
    const part = phrasePart[at]!;
    out.add2(69, phrase[at]!, part);
    out.add2(90, groupsOf(phrase[at]!), part);
    for (let bits = phrase[at]!; bits !== 0; bits &= bits - 1) out.add2(70, bits & -bits, part);
  }

  // The run of capitalized words around, and what stands at its edges.
  const start = first[at]!;
  const end = last[at]!;
  const fromStart = Math.min(at - start, 4);
  const fromEnd = Math.min(end - 1 - at, 4);
  const outBefore = inside(start - 1) ? word[start - 1]!.small : BEFORE;
  const outBefore2 = inside(start - 2) ? word[start - 2]!.small : BEFORE;
  const outAfter = inside(end) ? word[end]!.small : AFTER;
  const outAfter2 = inside(end + 1) ? word[end + 1]!.small : AFTER;
  const position = fromStart * 8 + fromEnd;
  const head = word[end - 1]!;
  const lead = word[start]!;
  out.add(71, position);
  out.add2(73, outBefore, outAfter);
  out.add2(74, outBefore, position);
  out.add2(75, outAfter, position);
  out.add2(76, outBefore2, outBefore);
  out.add2(77, outAfter, outAfter2);
  if (end - start > 1) {
    out.add2(78, head.small, fromEnd);
    out.add2(79, lead.small, fromStart);
    out.add2(80, head.classes, fromEnd);
    out.add2(81, lead.classes, fromStart);
    out.add2(93, join(groupsOf(lead.classes), groupsOf(head.classes)), position);
  } else {
    out.add2(84, outBefore, here.classes);
    out.add2(85, outAfter, here.classes);
  }
  if (!here.capital) {
    out.add2(45, before, here.small);
    out.add2(46, here.small, after);
    out.add2(48, groupsOf(classBefore), join(here.small, groupsOf(classAfter)));
  }
  // Where a name may go on after "of" or "and": the word beyond.
  if (inside(end + 1) && word[end + 1]!.capital && !word[end]!.capital) {
    out.add2(86, word[end]!.small, word[end + 1]!.classes);
    out.add2(87, head.small, word[end]!.small);
  }
  if (inside(start - 2) && word[start - 2]!.capital && !word[start - 1]!.capital) {
    out.add2(88, word[start - 1]!.small, word[start - 2]!.small);
    out.add2(89, word[start - 1]!.small, word[start - 2]!.classes);
  }
}
