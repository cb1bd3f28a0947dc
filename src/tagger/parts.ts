import {
  EVIDENCE_ROOM,
  evidenceBeside,
  evidenceFeatures,
  FARTHEST,
  FeatureList,
  GROUPS_ROOM,
  POSITIONS,
  posFeatures,
  positionOf,
  ROLES,
  Role,
  runFeatures,
  SHOWN,
  shownFeatures,
  shownOf,
  whereOf,
  wordFeatures,
} from "./features.ts";
import type { Lexicon } from "./lexicon.ts";
import { POS_ROOM } from "./pos-codes.ts";
import type { Reading } from "./reading.ts";
import { type SmallWords, type Spelling, Spellings } from "./spellings.ts";
import { NO_WORD, type Vocabulary } from "./vocabulary.ts";

/** A token has at most so many parts. */
export const MOST_PARTS = 16;
/** So many parts are kept; then all are forgotten, so that memory stays bounded. */
const MOST = 100_000;

/** Keeps what is made of the features of a part, and returns the number that the part is to be known by, from 1 on. */
export type Keep = (features: FeatureList) => number;

/**
 * Nearly all features of a token hang on one word and its role beside the token, or on a few small numbers. Such a group
 * of features is a part: it is worked out once and then known by a number, for all articles. What is kept under a number
 * hangs on the part alone, so that no article changes what comes out for another.
 */
export class Parts {
  readonly spellings: Spellings;
  /** Stands for the word before a sentence and for that after it. */
  edge: Spelling;
  readonly #keep: Keep;
  readonly #list = new FeatureList();
  /** Parts that words bring: `ROLES` numbers for each word's number. 0 stands for one that was not needed yet. */
  #words = new Int32Array(1024 * ROLES);
  readonly #shown = new Int32Array(SHOWN);
  readonly #evidence = new Int32Array(EVIDENCE_ROOM * GROUPS_ROOM);
  readonly #beside = new Int32Array(EVIDENCE_ROOM * 4);
  readonly #partsOfSpeech = new Int32Array(POS_ROOM ** 3);
  readonly #runs = new Int32Array(GROUPS_ROOM * GROUPS_ROOM * POSITIONS);
  #count = 0;

  constructor(lexicon: Lexicon, smallWords: SmallWords, keep: Keep) {
    this.spellings = new Spellings(lexicon, smallWords);
    this.edge = this.spellings.of(NO_WORD);
    this.#keep = keep;
  }

  /**
   * To be called before an article is read whose words have their numbers in `vocabulary`: forgets all parts and spellings
   * if those are of another vocabulary, or too many. True if it did: what was kept is no longer asked for.
   */
  makeRoom(vocabulary: Vocabulary): boolean {
    if (this.#count < MOST && this.spellings.vocabulary === vocabulary) return false;
    this.#count = 0;
    this.spellings.forget(vocabulary);
    this.edge = this.spellings.of(NO_WORD);
    for (const parts of [this.#words, this.#shown, this.#evidence, this.#beside, this.#partsOfSpeech, this.#runs])
      parts.fill(0);
    return true;
  }

  /** Writes the parts of a token into `out`, and returns how many they are. */
  of({ word, form, pos, sentence, place, glued, first, last, length }: Reading, at: number, out: Int32Array): number {
    const here = word[at]!;
    const edge = this.edge;
    const from = sentence[at]!;
    const hasBefore = at > 0 && sentence[at - 1] === from;
    const hasAfter = at + 1 < length && sentence[at + 1] === from;
    const where = whereOf(place[at]!, glued[at]!);
    const { evidence } = form[at]!;
    const counts = shownOf(where, here, form[at]!);
    const groups = evidence * GROUPS_ROOM + here.groups;
    const [posBefore, posHere, posAfter] = [hasBefore ? pos[at - 1]! : 0, pos[at]!, hasAfter ? pos[at + 1]! : 0];
    const partsOfSpeech = (posBefore * POS_ROOM + posHere) * POS_ROOM + posAfter;
    let size = 0;
    out[size++] = this.#word(here, Role.own + where);
    out[size++] = this.#shown[counts] || this.#add(this.#shown, counts, shownFeatures(counts, this.#cleared()));
    out[size++] =
      this.#evidence[groups] ||
      this.#add(this.#evidence, groups, evidenceFeatures(evidence, here.groups, this.#cleared()));
    out[size++] =
      this.#partsOfSpeech[partsOfSpeech] ||
      this.#add(this.#partsOfSpeech, partsOfSpeech, posFeatures(posBefore, posHere, posAfter, this.#cleared()));
    const before = hasBefore ? word[at - 1]! : edge;
    const after = hasAfter ? word[at + 1]! : edge;
    out[size++] = this.#word(at > 1 && sentence[at - 2] === from ? word[at - 2]! : edge, Role.farLeft);
    out[size++] = this.#word(at + 2 < length && sentence[at + 2] === from ? word[at + 2]! : edge, Role.farRight);
    if (hasBefore) out[size++] = this.#besidePart(form[at - 1]!.evidence, before.capital, 0);
    if (hasAfter) out[size++] = this.#besidePart(form[at + 1]!.evidence, after.capital, 1);
    const start = first[at]!;
    const end = last[at]!;
    const position = positionOf(at - start, end - 1 - at);
    if (end - start === 1) {
      out[size++] = this.#word(before, Role.before + position);
      out[size++] = this.#word(after, Role.after + position);
      return size;
    }
    const lead = word[start]!;
    const head = word[end - 1]!;
    const beforeRun = start > 0 && sentence[start - 1] === from ? word[start - 1]! : edge;
    const afterRun = end < length && sentence[end] === from ? word[end]! : edge;
    const run = (lead.groups * GROUPS_ROOM + head.groups) * POSITIONS + position;
    out[size++] = this.#word(beforeRun, Role.before + position);
    out[size++] = this.#word(afterRun, Role.after + position);
    if (start < at) out[size++] = this.#word(before, Role.left);
    if (at + 1 < end) out[size++] = this.#word(after, Role.right);
    out[size++] = this.#word(lead, Role.lead + Math.min(at - start, FARTHEST));
    out[size++] = this.#word(head, Role.head + Math.min(end - 1 - at, FARTHEST));
    out[size++] =
      this.#runs[run] || this.#add(this.#runs, run, runFeatures(lead.groups, head.groups, position, this.#cleared()));
    return size;
  }

  #word(word: Spelling, role: number): number {
    const at = word.number * ROLES + role;
    if (at >= this.#words.length) {
      const larger = new Int32Array(2 * at);
      larger.set(this.#words);
      this.#words = larger;
    }
    return this.#words[at] || this.#add(this.#words, at, wordFeatures(word, role, this.#cleared()));
  }

  #besidePart(evidence: number, capital: boolean, side: number): number {
    const at = evidence * 4 + (capital ? 2 : 0) + side;
    return this.#beside[at] || this.#add(this.#beside, at, evidenceBeside(evidence, capital, side, this.#cleared()));
  }

  #cleared(): FeatureList {
    this.#list.size = 0;
    return this.#list;
  }

  #add(parts: Int32Array, at: number, features: FeatureList): number {
    const part = this.#keep(features);
    parts[at] = part;
    this.#count++;
    return part;
  }
}
