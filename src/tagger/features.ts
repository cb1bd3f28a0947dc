import { groupsOf } from "./classes.ts";
import { HASH_START, hashOn, joinSigned as join } from "./hash.ts";
import { POS_ROOM } from "./pos-codes.ts";
import type { Form, Reading } from "./reading.ts";
import type { Spelling } from "./spellings.ts";

/** No list has more features. */
export const MOST_FEATURES = 512;

/** A growing list of feature hashes that is written over again and again. */
export class FeatureList {
  readonly hashes = new Uint32Array(MOST_FEATURES);
  size = 0;

  add(template: number, value: number): void {
    this.hashes[this.size++] = join(template, value);
  }

  add2(template: number, one: number, other: number): void {
    this.hashes[this.size++] = join(join(template, one), other);
  }
}

/** Runs of capitalized words are told apart by so many words before and after a token; more count as this many. */
export const FARTHEST = 2;
const SIDES = FARTHEST + 1;

/**
 * Where a token stands in its run of capitalized words: how many of them are before it, and after it. A number below
 * `POSITIONS`.
 */
export const POSITIONS = SIDES * SIDES;
export const positionOf = (before: number, after: number): number =>
  Math.min(before, FARTHEST) * SIDES + Math.min(after, FARTHEST);

/** Roles that a word may have beside a token: what it brings to the token hangs on its spelling and its role alone. */
export const Role = {
  /** The token's own word; and where it stands (`whereOf`). */
  own: 0,
  /** Words beside it that are in its run. */
  left: 6,
  right: 7,
  farLeft: 8,
  farRight: 9,
  /** The words right before and after the run, and the position of the token in the run. */
  before: 10,
  after: 10 + POSITIONS,
  /** First and last word of the run, and how far away they are. */
  lead: 10 + 2 * POSITIONS,
  head: 10 + 2 * POSITIONS + SIDES,
} as const;
export const ROLES = Role.head + SIDES;

/** True for a position at the beginning or the end of a run. */
const isFirst = (position: number): boolean => position < SIDES;
const isLast = (position: number): boolean => position % SIDES === 0;

/** Where a token stands in its sentence, and if it follows the one before without white space: a number below 6. */
export const whereOf = (place: number, glued: number): number => place * 2 + glued;

/** Features that a word as it is spelled brings to a token beside which it has this role, in whatever article. */
export function wordFeatures(word: Spelling, role: number, out: FeatureList): FeatureList {
  if (role < Role.left) ownFeatures(word, role - Role.own, out);
  else if (role < Role.before) neighbourFeatures(word, role, out);
  else if (role < Role.lead) {
    out.add2(74, role, word.small);
    if (role < Role.after && isFirst(role - Role.before)) neighbourFeatures(word, Role.left, out);
    if (role >= Role.after && isLast(role - Role.after)) neighbourFeatures(word, Role.right, out);
  } else {
    out.add2(78, role, word.small);
    out.add2(80, role, word.classes);
  }
  return out;
}

function ownFeatures(word: Spelling, where: number, out: FeatureList): void {
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
  out.add2(24, word.groups, share);
  out.add(16, Math.min(size, 12));
  out.add2(66, where, shape);
}

function neighbourFeatures(word: Spelling, role: number, out: FeatureList): void {
  out.add2(101, role, word.small);
  out.add2(102, role, join(word.groups, word.share));
  out.add2(103, role, word.shape);
  if (role > Role.right) return;
  out.add2(104, role, word.classes);
  if (word.lower.length > 3) out.add2(106, role, hashOn(HASH_START, word.lower, word.lower.length - 3));
}

/** How often the article has a word in small letters and with a capital (outside of headlines): a number below 12. */
const COUNTS = 12;
const countsOf = ({ smalls, capitals }: Form): number => Math.min(smalls, 2) * 4 + Math.min(capitals, 3);

/** What the article shows of a token's word by counting: a number below `SHOWN`. */
export const SHOWN = 6 * 7 * 2 * COUNTS;
export const shownOf = (where: number, { share, shouted }: Spelling, form: Form): number =>
  ((where * 7 + share) * 2 + (shouted ? 1 : 0)) * COUNTS + countsOf(form);

export function shownFeatures(shown: number, out: FeatureList): FeatureList {
  const counts = shown % COUNTS;
  const [rest, shouted] = [Math.floor(shown / (2 * COUNTS)), Math.floor(shown / COUNTS) % 2];
  const [where, share] = [Math.floor(rest / 7), rest % 7];
  out.add2(17, counts, shouted);
  out.add2(18, counts, share);
  out.add2(68, where, join(share, counts));
  return out;
}

/** Evidence (bits of `Evidence`) is below this, and so are groups (`groupsOf`). */
export const EVIDENCE_ROOM = 2048;
export const GROUPS_ROOM = 64;

/** What the other mentions of a token's word show, and the groups that it is in. */
export function evidenceFeatures(evidence: number, groups: number, out: FeatureList): FeatureList {
  for (let bits = evidence; bits !== 0; bits &= bits - 1) out.add(19, bits & -bits);
  out.add(20, evidence);
  out.add2(21, evidence, groups);
  return out;
}

/** Features that the evidence of a word right before (`side` 0) or after (1) a token brings to it. */
export function evidenceBeside(evidence: number, capital: boolean, side: number, out: FeatureList): FeatureList {
  out.add2(105, evidence, (capital ? 2 : 0) + side);
  return out;
}

/** Features of the parts of speech of a token and of those beside it; 0 where the sentence ends. */
export function posFeatures(before: number, here: number, after: number, out: FeatureList): FeatureList {
  out.add(63, here);
  out.add(64, before * POS_ROOM + here);
  out.add(65, here * POS_ROOM + after);
  return out;
}

/** Features of the position of a token in its run, and of the groups of the first and the last word of the run. */
export function runFeatures(lead: number, head: number, position: number, out: FeatureList): FeatureList {
  out.add(71, position);
  out.add2(93, join(lead, head), position);
  return out;
}

/** Features of the known phrase that a token is in, and where in it. */
export function phraseFeatures(classes: number, part: number, out: FeatureList): void {
  out.add2(69, classes, part);
  out.add2(90, groupsOf(classes), part);
  for (let bits = classes; bits !== 0; bits &= bits - 1) out.add2(70, bits & -bits, part);
}

/** Features of a token that hang on several words, and so are worked out each time. */
export function jointFeatures(reading: Reading, at: number, edge: Spelling, out: FeatureList): void {
  const { word, form, sentence, first, last, phrase, phrasePart, length } = reading;
  const here = word[at]!;
  const inside = (i: number) => i >= 0 && i < length && sentence[i] === sentence[at];
  const before = inside(at - 1) ? word[at - 1]! : edge;
  const after = inside(at + 1) ? word[at + 1]! : edge;
  out.add2(53, before.small, here.shape);
  out.add2(54, after.small, here.shape);
  out.add2(91, here.groups, join(before.small, after.capital ? 1 : 2));
  out.add2(92, here.groups, join(after.small, before.capital ? 1 : 2));
  if (phrasePart[at] !== 0) phraseFeatures(phrase[at]!, phrasePart[at]!, out);
  if (form[at]!.expansion !== 0) {
    out.add(22, 1);
    out.add(23, form[at]!.expansion);
  }
  // The run of capitalized words around, and what stands at its edges.
  const start = first[at]!;
  const end = last[at]!;
  const outBefore = inside(start - 1) ? word[start - 1]! : edge;
  const outBefore2 = inside(start - 2) ? word[start - 2]! : edge;
  const outAfter = inside(end) ? word[end]! : edge;
  const outAfter2 = inside(end + 1) ? word[end + 1]! : edge;
  out.add2(73, outBefore.small, outAfter.small);
  out.add2(76, outBefore2.small, outBefore.small);
  out.add2(77, outAfter.small, outAfter2.small);
  if (end - start === 1) {
    out.add2(84, outBefore.small, here.classes);
    out.add2(85, outAfter.small, here.classes);
  }
  if (!here.capital) {
    out.add2(45, before.small, here.small);
    out.add2(46, here.small, after.small);
    out.add2(48, before.groups, join(here.small, after.groups));
  }
  // Where a name may go on after "of" or "and": the word beyond.
  if (outAfter2.capital && !outAfter.capital) {
    out.add2(86, outAfter.small, outAfter2.classes);
    out.add2(87, word[end - 1]!.small, outAfter.small);
  }
  if (outBefore2.capital && !outBefore.capital) {
    out.add2(88, outBefore.small, outBefore2.small);
    out.add2(89, outBefore.small, outBefore2.classes);
  }
}
