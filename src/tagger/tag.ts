import type { TokenColumns } from "../layers.ts";
import { addWeights } from "./add-weights.ts";
import { FeatureList, jointFeatures } from "./features.ts";
import { joinSigned } from "./hash.ts";
import { END, endColumn, firstColumn, labelColumns, OUTSIDE, partOf, typeOf } from "./labels.ts";
import { type Model, UNIT } from "./model.ts";
import { MOST_PARTS, Parts } from "./parts.ts";
import { type Reading, readArticle } from "./reading.ts";
import { decode, margins } from "./viterbi.ts";
import { wordNumbers } from "./vocabulary.ts";

/** Tokens `first` up to `last` are a name of this type. */
export interface TaggedName {
  readonly first: number;
  readonly last: number;
  readonly type: string;
  /** From 0 to 1: how often names found with such a margin are right. */
  readonly confidence: number;
}

/** Scores of the parts of tokens: a row of so many for each, with room for all labels. */
const ROW = 32;
/** So many rows are added up at a time: a word that stands alone has twice as many parts, one in a run nearly three times. */
const STEP = 5;

/** Finds names with a model, and keeps what comes again in other articles. */
export class Tagger {
  readonly model: Model;
  readonly #parts: Parts;
  readonly #list = new FeatureList();
  readonly #own = new Int32Array(MOST_PARTS + STEP - 1);
  #rows = new Int32Array(4096 * ROW);
  /** Numbers of rows by a hash of what is in them; row 0 is one of zeros. */
  readonly #rowOf = new Map<number, number>();
  #rowCount = 0;
  /** Sums by label, and by column (`labelColumns`), in which order rows are kept. */
  readonly #sums = new Int32Array(ROW);
  readonly #columns = new Int32Array(ROW);
  readonly #labels: Uint8Array;
  #emissions = new Float32Array(0);
  #path = new Uint8Array(0);

  constructor(model: Model) {
    this.model = model;
    this.#labels = labelColumns(model.types.length);
    this.#parts = new Parts(model.lexicon, model.smallWords, (features) => this.#keep(features));
  }

  /** Looks at an article, so that it can be tagged. */
  read(text: string, tokens: TokenColumns): Reading {
    const { vocabulary, numbers } = wordNumbers(text, tokens);
    if (this.#parts.makeRoom(vocabulary)) {
      this.#rowCount = 0;
      this.#rowOf.clear();
    }
    return readArticle(text, tokens, numbers, this.#parts.spellings);
  }

  /** The names of the article that was read last, in text order. Linear in its length. */
  tag(reading: Reading): TaggedName[] {
    const names: TaggedName[] = [];
    for (const { first, last } of stretchesOf(reading)) {
      this.#score(reading, first, last);
      this.#decode(first, last, names);
    }
    return names;
  }

  /** Puts a score per label for each of the tokens `first` up to `last` where they are decoded. */
  #score(reading: Reading, first: number, last: number): void {
    const { labels } = this.model.moves;
    const size = (last - first) * labels;
    if (this.#emissions.length < size) {
      this.#emissions = new Float32Array(2 * size);
      this.#path = new Uint8Array(2 * (last - first));
    }
    for (let i = first; i < last; i++) {
      const size = this.#parts.of(reading, i, this.#own);
      this.#list.size = 0;
      jointFeatures(reading, i, this.#parts.edge, this.#list);
      this.#sums.fill(0);
      addWeights(this.model, this.#list, this.#sums);
      this.#addParts(size, (i - first) * labels, i === first, i + 1 === last);
    }
  }

  /** Puts the sums of a token and the rows of its parts, added up, where it is decoded; for the labels that it may have. */
  #addParts(size: number, at: number, isFirst: boolean, isLast: boolean): void {
    const own = this.#own;
    const rows = this.#rows;
    const columns = this.#columns;
    const labels = this.#labels;
    const emissions = this.#emissions;
    const from = firstColumn(this.model.types.length, isLast);
    const to = endColumn(this.model.types.length, isFirst, isLast);
    for (let i = from; i < to; i++) columns[i] = this.#sums[labels[i]!]!;
    own.fill(0, size, size + STEP - 1); // no part: a row of zeros
    for (let part = 0; part < size; part += STEP) {
      const one = own[part]! * ROW;
      const two = own[part + 1]! * ROW;
      const three = own[part + 2]! * ROW;
      const four = own[part + 3]! * ROW;
      const five = own[part + 4]! * ROW;
      for (let i = from; i < to; i++)
        columns[i]! += rows[one + i]! + rows[two + i]! + rows[three + i]! + rows[four + i]! + rows[five + i]!;
    }
    for (let i = from; i < to; i++) emissions[at + labels[i]!] = columns[i]! / UNIT;
  }

  #decode(first: number, last: number, names: TaggedName[]): void {
    const { moves, transitions, range, types, confidence } = this.model;
    const emissions = this.#emissions;
    const path = this.#path;
    const length = last - first;
    decode(moves, emissions, transitions, length, path, range);
    let margin: Float32Array | null = null;
    for (let i = 0; i < length; i++) {
      if (path[i] === OUTSIDE) continue;
      margin ??= margins(moves, emissions, transitions, length, path, range);
      const start = i;
      let least = margin[i]!;
      while (partOf(path[i]!) < END) least = Math.min(least, margin[++i]!);
      names.push({
        first: first + start,
        last: first + i + 1,
        type: types[typeOf(path[i]!)]!,
        confidence: 1 / (1 + Math.exp(-(confidence[0] + confidence[1] * least))),
      });
    }
  }

  /** The row of the weights of features: parts of which the model knows the same share one, so that rows are few and near. */
  #keep(features: FeatureList): number {
    const sums = this.#sums;
    sums.fill(0);
    addWeights(this.model, features, sums);
    const number = this.#rowCount + 1;
    const row = number * ROW;
    if (row + ROW > this.#rows.length) {
      const larger = new Int32Array(2 * this.#rows.length);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    let hash = 0;
    for (let column = 0; column < this.#labels.length; column++) {
      const sum = sums[this.#labels[column]!]!;
      this.#rows[row + column] = sum;
      hash = joinSigned(hash, sum);
    }
    const known = this.#rowOf.get(hash);
    if (known !== undefined && this.#isSameRow(known, number)) return known;
    if (known === undefined) this.#rowOf.set(hash, number);
    this.#rowCount = number;
    return number;
  }

  #isSameRow(one: number, other: number): boolean {
    for (let column = 0; column < this.#labels.length; column++)
      if (this.#rows[one * ROW + column] !== this.#rows[other * ROW + column]) return false;
    return true;
  }
}

/** The stretches of active tokens of an article, without scores. */
export function stretchesOf({ active, sentence, length }: Reading): { first: number; last: number }[] {
  const stretches: { first: number; last: number }[] = [];
  for (let first = 0; first < length; first++) {
    if (!active[first]) continue;
    let last = first + 1;
    while (last < length && active[last] && sentence[last] === sentence[first]) last++;
    stretches.push({ first, last });
    first = last - 1;
  }
  return stretches;
}
