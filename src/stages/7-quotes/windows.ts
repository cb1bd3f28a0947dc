import type { Pos } from "../../schema/tokens.ts";
import { joinSigned as join } from "../../tagger/hash.ts";
import { POS_CODES } from "../../tagger/pos-codes.ts";
import type { Kind, Units } from "./units.ts";

/** So many units each way a window reaches at most. */
const WIDEST = 70;
export const WIDEST_WINDOW = 2 * WIDEST + 2;

/** A cue whose source and content are looked for, and the units among which they are, `first` to `last` (out). */
export interface Window {
  readonly first: number;
  readonly last: number;
  readonly cue: number;
}

/**
 * The window of the cue: its sentence, over quotations into what goes on with it, in its paragraph.
 * Beyond the sentence's end it takes in one more sentence if that begins with a quotation.
 */
export function windowOf(units: Units, cue: number): Window {
  let first = cue;
  for (; first > 0 && cue - first < WIDEST && units.block[first - 1] === units.block[cue]; first--)
    if (ends(units, first - 1)) break;
  let last = cue + 1;
  for (let more = 1; last < units.length && last - cue <= WIDEST && units.block[last] === units.block[cue]; last++)
    if (ends(units, last - 1) && !(units.quotation[last] && more-- > 0)) break;
  return { first, last, cue };
}

/** True if a sentence ends between the unit `at` and the next; after a quotation that cannot be told. */
const ends = ({ sentence, quotation }: Units, at: number): boolean =>
  !quotation[at] && sentence[at] !== sentence[at + 1];

const isPunct = (pos: number): boolean => pos === POS_CODES.PUNCT;
const isVerb = (pos: number): boolean => pos === POS_CODES.VERB || pos === POS_CODES.AUX;

/** Noun phrases without what hangs on them: for each unit the last noun of the phrase it is in, or -1. */
export function phraseHeads({ pos, sentence, length }: Units): Int32Array {
  const heads = new Int32Array(length).fill(-1);
  for (let first = 0, last = 0; first < length; first = last) {
    last = first + 1;
    if (!inPhrase(pos[first]!)) continue;
    let head = first;
    if (pos[first] !== POS_CODES.PRON)
      for (; last < length && sentence[last] === sentence[first] && goesOn(pos[last]!); last++)
        if (isNominal(pos[last]!)) head = last;
    heads.fill(head, first, last);
  }
  return heads;
}

/** A bit for each part of speech. */
const bitsOf = (...tags: Pos[]): number => tags.reduce((bits, tag) => bits | (1 << POS_CODES[tag]), 0);
const NOMINAL = bitsOf("NOUN", "PROPN", "NUM");
const GOING_ON = NOMINAL | bitsOf("ADJ", "PART", "SYM", "X");
const IN_PHRASE = GOING_ON | bitsOf("DET", "PRON");

const inPhrase = (pos: number): boolean => (IN_PHRASE & (1 << pos)) !== 0;
const goesOn = (pos: number): boolean => (GOING_ON & (1 << pos)) !== 0;
const isNominal = (pos: number): boolean => (NOMINAL & (1 << pos)) !== 0;

/** 0 before the cue, 1 in it, 2 after it. */
export const sideOf = ({ cue }: Window, at: number): number => (at < cue ? 0 : at === cue ? 1 : 2);

/** What lies between the cue and each unit of its window, by unit from the window's first. */
export interface Way {
  readonly distance: Uint8Array;
  /** Verbs, stops and other likely cues, up to `MOST`. */
  readonly verbs: Uint8Array;
  readonly stops: Uint8Array;
  readonly cues: Uint8Array;
  /** How many noun phrases from the cue this one is, from 1; 0 outside of them. */
  readonly phrases: Uint8Array;
  /** The parts of speech passed, where they are few. */
  readonly path: Uint32Array;
}

/** Counts on a way go so far: more make no difference. */
const MOST = { distance: 8, verbs: 3, stops: 4, cues: 2, phrases: 6 } as const;
/** A path longer than this is known by its last steps only. */
const LONGEST_PATH = 5;

const column = () => new Uint8Array(WIDEST_WINDOW);
/** Written over by each window. */
const way = {
  distance: column(),
  verbs: column(),
  stops: column(),
  cues: column(),
  phrases: column(),
  path: new Uint32Array(WIDEST_WINDOW),
} satisfies Way;

/** Valid until the next call. `likely`: how likely a cue each unit is (`likelihood`); `heads`: those of noun phrases (`phraseHeads`). */
export function wayTo(units: Units, { first, last, cue }: Window, likely: Uint8Array, heads: Int32Array): Way {
  way.phrases.fill(0, 0, last - first);
  const i = cue - first;
  way.distance[i] = way.verbs[i] = way.stops[i] = way.cues[i] = way.path[i] = 0;
  walk(units, likely, heads, first, cue - 1, first - 1, -1);
  walk(units, likely, heads, first, cue + 1, last, 1);
  return way;
}

function walk(
  { kind, pos: posOf }: Units,
  likely: Uint8Array,
  heads: Int32Array,
  first: number,
  from: number,
  to: number,
  step: 1 | -1,
): void {
  let verbs = 0;
  let stops = 0;
  let cues = 0;
  let phrases = 0;
  let steps = 17;
  let before = -1;
  let passed = 0;
  for (let at = from; at !== to; at += step) {
    const i = at - first;
    const pos = posOf[at]!;
    const head = heads[at]!;
    if (head >= 0) {
      if (head !== before && phrases < MOST.phrases) phrases++;
      way.phrases[i] = phrases;
    }
    before = head;
    way.distance[i] = far(passed);
    way.verbs[i] = verbs;
    way.stops[i] = stops;
    way.cues[i] = cues;
    way.path[i] = passed < LONGEST_PATH ? steps : join(steps & 7, 5);
    const punct = isPunct(pos);
    if (punct) {
      if (stops < MOST.stops) stops++;
    } else if (verbs < MOST.verbs && isVerb(pos)) verbs++;
    if (cues < MOST.cues && likely[at]! > 2) cues++;
    steps = join(steps, punct ? kind[at]!.word : pos);
    passed++;
  }
}

const far = (distance: number): number =>
  distance < 5 ? distance : distance < 8 ? 5 : distance < 12 ? 6 : distance < 20 ? 7 : MOST.distance;

export const edgeOf = ({ first, last }: Window, at: number): number => (at === first ? 1 : at === last - 1 ? 2 : 0);

/** The kind of the unit `step` from another, or null if that is in another paragraph. */
export const kindBeside = ({ kind, block }: Units, at: number, step: 1 | -1): Kind | null =>
  block[at + step] === block[at] ? (kind[at + step] ?? null) : null;
