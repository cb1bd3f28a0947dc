import { standsAt } from "../span.ts";
import { perArticle } from "../tokens.ts";
import { HASH_START, hashOn } from "./hash.ts";

/** The words of an article by their numbers in a vocabulary, one for each token. */
export interface WordNumbers {
  readonly vocabulary: Vocabulary;
  readonly numbers: Uint32Array;
}

/** A vocabulary takes in so many words; then the next article begins a new one, so that memory stays bounded. */
const MOST = 30_000;
/** There is room for so many words at first; a power of two. */
const SLOTS = 2 ** 14;

/** Cells of a slot. Those of a short word are its characters in three numbers, and its number and length in one. */
const CELLS = 4;
const LENGTH_BITS = 4;
const SHORT = 12;
/** Stands in place of the length of other words. Their cells are a hash, the length and 0, then the number. */
const LONG = 15;

/** The number of no word, whose characters are none. */
export const NO_WORD = 0;

/**
 * Gives each word as it is spelled a number, from 1 on in the order in which words are met. Stages
 * that know something of words keep it by number, so that a word is looked up by its characters once for all of them.
 * What number a word has depends on what was read before: nothing that comes out may hang on it.
 */
export class Vocabulary {
  /** The words by number. */
  readonly texts: string[] = [""];
  #cells = new Int32Array(SLOTS * CELLS);

  get isFull(): boolean {
    return this.texts.length > MOST;
  }

  /** The number of the word that stands in `text` from `start` up to `end`, which are apart. No string is made of a known one. */
  numberOf(text: string, start: number, end: number): number {
    const length = end - start;
    if (length > SHORT) return this.#long(text, start, end);
    let one = 0;
    let two = 0;
    let three = 0;
    let widest = 0;
    let i = start;
    for (const to = Math.min(end, start + 4); i < to; i++) {
      const code = text.charCodeAt(i);
      widest |= code;
      one = (one << 8) | code;
    }
    for (const to = Math.min(end, start + 8); i < to; i++) {
      const code = text.charCodeAt(i);
      widest |= code;
      two = (two << 8) | code;
    }
    for (; i < end; i++) {
      const code = text.charCodeAt(i);
      widest |= code;
      three = (three << 8) | code;
    }
    if (widest > 255) return this.#long(text, start, end);
    const cells = this.#cells;
    const mask = cells.length - 1;
    for (let at = slotOf(one, two, three) & mask; ; at = (at + CELLS) & mask) {
      const last = cells[at + 3]!;
      if (last === 0) return this.#add(text.slice(start, end), one, two, three, length);
      if (cells[at] === one && cells[at + 1] === two && cells[at + 2] === three && (last & LONG) === length)
        return last >> LENGTH_BITS;
    }
  }

  #long(text: string, start: number, end: number): number {
    const hash = hashOn(HASH_START, text, start, end) | 0;
    const length = end - start;
    const cells = this.#cells;
    const mask = cells.length - 1;
    for (let at = slotOf(hash, length, 0) & mask; ; at = (at + CELLS) & mask) {
      const last = cells[at + 3]!;
      if (last === 0) return this.#add(text.slice(start, end), hash, length, 0, LONG);
      if (cells[at] !== hash || (last & LONG) !== LONG) continue;
      const number = last >> LENGTH_BITS;
      if (standsAt(text, start, end, this.texts[number]!)) return number;
    }
  }

  #add(word: string, one: number, two: number, three: number, length: number): number {
    const number = this.texts.push(word) - 1;
    this.#put(one, two, three, (number << LENGTH_BITS) | length);
    if (2 * CELLS * number > this.#cells.length) this.#grow();
    return number;
  }

  #put(one: number, two: number, three: number, last: number): void {
    const cells = this.#cells;
    const mask = cells.length - 1;
    let at = slotOf(one, two, three) & mask;
    while (cells[at + 3] !== 0) at = (at + CELLS) & mask;
    cells[at] = one;
    cells[at + 1] = two;
    cells[at + 2] = three;
    cells[at + 3] = last;
  }

  #grow(): void {
    const cells = this.#cells;
    this.#cells = new Int32Array(2 * cells.length);
    for (let at = 0; at < cells.length; at += CELLS)
      if (cells[at + 3] !== 0) this.#put(cells[at]!, cells[at + 1]!, cells[at + 2]!, cells[at + 3]!);
  }
}

/** Where the slot of a word begins, before it is cut to the size of the table; a multiple of `CELLS`. */
const slotOf = (one: number, two: number, three: number): number =>
  (Math.imul(one ^ Math.imul(two ^ Math.imul(three, 0x2545f491), 0x85ebca77), 0x9e3779b1) >>> 8) & -CELLS;

let vocabulary = new Vocabulary();

/** The numbers of an article's words, and the vocabulary that has them. */
export const wordNumbers = perArticle((text, { start, end }): WordNumbers => {
  if (vocabulary.isFull) vocabulary = new Vocabulary();
  const numbers = new Uint32Array(start.length);
  for (let i = 0; i < start.length; i++)
    if (start[i]! < end[i]!) numbers[i] = vocabulary.numberOf(text, start[i]!, end[i]!);
  return { vocabulary, numbers };
});
