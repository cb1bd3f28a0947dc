import type { Block } from "../../schema/blocks.ts";
import type { Pos } from "../../schema/tokens.ts";
import { HASH_START, hashOn, hashText, join, joinSigned } from "../../tagger/hash.ts";
import { type Lexicon, phraseHash, slotOf } from "../../tagger/lexicon.ts";
import { POS_CODES } from "../../tagger/pos-codes.ts";
import { shapeOf } from "../../tagger/shape.ts";
import { type Vocabulary, wordNumbers } from "../../tagger/vocabulary.ts";
import { tokenFrom } from "../../tokens.ts";
import type { Article } from "./article.ts";
import type { CueLexicon } from "./cues.ts";
import type { Quotation } from "./marks.ts";

/**
 * What the taggers know of a unit whatever stands around it; equal units share one. All numbers are hashes or codes; hashes
 * are signed, as V8 keeps those in the object itself.
 */
export interface Kind {
  /** The lemma as a text; "" for a quotation. */
  readonly base: string;
  /** Null for a quotation. */
  readonly tag: Pos | null;
  /** Another kind of the same word. */
  readonly next: Kind | undefined;
  /** Counted from 0 as kinds are first met. */
  readonly id: number;
  /** The code of the part of speech. */
  readonly pos: number;
  /** False for what is never seen as a cue. */
  readonly mayBeCue: boolean;
  readonly lemma: number;
  readonly word: number;
  readonly shape: number;
  /** Bits of WordNet's classes (`WORD_CLASSES`), or of what a quotation looks like. */
  readonly classes: number;
  /** 1 for a verb of saying, 2 for one of thinking, 0 otherwise. */
  readonly cue: 0 | 1 | 2;
  readonly suffix: number;
}

/**
 * The kinds met so far, kept from article to article. A kind is a function of its key alone, so that what ran before
 * makes no difference to any output; when there are too many they are all let go.
 */
export class Kinds {
  /** How many kinds there are: their ids are smaller. */
  count = 0;
  /** The kinds of words by the number of the word in the vocabulary: the first of each, with the others of the word behind it. */
  readonly #words: (Kind | undefined)[] = [];
  #vocabulary: Vocabulary | null = null;
  readonly #quotations = new Map<number, Kind>();
  readonly #lexicon: Lexicon;
  readonly #cues: CueLexicon;

  constructor(lexicon: Lexicon, cues: CueLexicon) {
    this.#lexicon = lexicon;
    this.#cues = cues;
  }

  /** To be called between articles. True if all kinds are let go, and with them whatever was kept by their ids. */
  trim(): boolean {
    if (this.count <= MOST_KINDS) return false;
    this.#words.length = 0;
    this.#quotations.clear();
    this.count = 0;
    return true;
  }

  /** To be called before an article is read: its words have their numbers in this vocabulary. */
  readFrom(vocabulary: Vocabulary): void {
    if (vocabulary === this.#vocabulary) return;
    this.#vocabulary = vocabulary;
    this.#words.length = 0;
  }

  /** The kind of a word, by its number. `small`: the word in lower case. */
  of(number: number, small: string, tag: Pos, base: string): Kind {
    const words = this.#words;
    while (words.length <= number) words.push(undefined); // no holes, which would make it a slow array
    const first = words[number];
    for (let kind = first; kind; kind = kind.next) if (kind.tag === tag && kind.base === base) return kind;
    const made = this.#made(this.#vocabulary!.texts[number]!, small, tag, base, first);
    words[number] = made;
    return made;
  }

  #made(text: string, small: string, tag: Pos, base: string, next: Kind | undefined): Kind {
    const pos = POS_CODES[tag];
    const { speech, thought } = this.#cues;
    const cue = speech.has(small) ? 1 : thought.has(small) ? 2 : 0;
    const word = phraseHash(small);
    const lemma = phraseHash(speech.get(small) ?? thought.get(small) ?? base.toLowerCase());
    return {
      base,
      tag,
      next,
      id: this.count++,
      pos,
      mayBeCue: mayBeCue(this.#lexicon, lemma, pos),
      lemma: lemma | 0,
      word: word | 0,
      shape: hashText(shapeOf(text)) | 0,
      classes: classesOf(this.#lexicon, lemma) | classesOf(this.#lexicon, word),
      cue,
      suffix: hashOn(HASH_START, small, Math.max(0, small.length - 3)) | 0,
    };
  }

  /** A quotation: how long it is, how it begins and ends, and whether it fills its paragraph. */
  quotation(text: string, { start, end, outer, closed, block }: Quotation, blocks: readonly Block[]): Kind {
    const whole = blocks[block]!;
    const capital = CAPITAL.test(text.slice(start, start + 4));
    const words = wordCount(text, start, end);
    const size = words < 4 ? words : words < 7 ? 4 : words < 12 ? 5 : 6;
    const final = text[end - 1]!;
    const after = text[outer.end] ?? " ";
    const ending = ",.?!…—–-;".includes(final) ? final.charCodeAt(0) : ".,;:?!".includes(after) ? 1 : 0;
    const opens = outer.start === whole.start ? 1 : 0;
    const fills = opens && outer.end >= whole.end - 1 ? 1 : 0;
    const bits = (capital ? 1 : 0) + opens * 2 + fills * 4;
    const key = joinSigned(joinSigned(joinSigned(size, ending), bits + (closed ? 8 : 0)), 77);
    const known = this.#quotations.get(key);
    if (known) return known;
    const made: Kind = {
      base: "",
      tag: null,
      next: undefined,
      id: this.count++,
      pos: QUOTATION_POS,
      mayBeCue: false,
      lemma: joinSigned(0xc0ffee, bits),
      word: key,
      shape: joinSigned(size, ending),
      classes: (1 << 20) << size,
      cue: 0,
      suffix: joinSigned(ending, capital ? 1 : 0),
    };
    this.#quotations.set(key, made);
    return made;
  }
}

/** About 40 MB of them. */
const MOST_KINDS = 30_000;

/**
 * An article as the taggers of quotes read it: its tokens, but each quotation is one unit. What stands inside quotation
 * marks holds no attribution of the article's own, and belongs to a quote as a whole or not at all.
 */
export interface Units {
  readonly length: number;
  /** The tokens of each unit, from `first` (in) to `last` (out). */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  readonly block: Uint32Array;
  readonly sentence: Uint32Array;
  readonly kind: readonly Kind[];
  /** Ids and parts of speech of the kinds, 1 for those that may be cues, and how many kinds have been met so far. */
  readonly ids: Uint32Array;
  readonly pos: Uint8Array;
  readonly mayBeCue: Uint8Array;
  readonly kinds: number;
  readonly quotation: readonly (Quotation | null)[];
}

/** The part of speech of a quotation. */
export const QUOTATION_POS = 20;

const CAPITAL = /^[“‘"'([…\s]*[\p{Lu}\p{N}]/u;

/** Cuts an article into units. `quotations` are those of the text in order; nested ones are passed over. */
export function readUnits(article: Article, quotations: readonly Quotation[], kinds: Kinds): Units {
  const { doc, lower } = article;
  const { tokens, text, blocks } = doc;
  const count = tokens.start.length;
  const first = new Uint32Array(count);
  const last = new Uint32Array(count);
  const block = new Uint32Array(count);
  const sentence = new Uint32Array(count);
  const ids = new Uint32Array(count);
  const pos = new Uint8Array(count);
  const mayBeCue = new Uint8Array(count);
  const kind = new Array<Kind>(count);
  const quotation = new Array<Quotation | null>(count);
  const { vocabulary, numbers } = wordNumbers(text.value, tokens);
  kinds.readFrom(vocabulary);
  const outer = quotations.filter((q) => q.inside === null);
  let length = 0;
  let q = 0;
  let b = 0;
  for (let i = 0; i < count; ) {
    while (q < outer.length && outer[q]!.outer.end <= tokens.start[i]!) q++;
    while (b + 1 < blocks.length && blocks[b]!.end <= tokens.start[i]!) b++;
    const held = q < outer.length && outer[q]!.outer.start < tokens.end[i]! ? outer[q]! : null;
    let end = i + 1;
    if (held) end = Math.max(end, tokenFrom(tokens, held.outer.end - 1) + 1);
    first[length] = i;
    last[length] = end;
    block[length] = b;
    sentence[length] = tokens.sentence[i]!;
    quotation[length] = held;
    const one = held
      ? kinds.quotation(text.value, held, blocks)
      : kinds.of(numbers[i]!, lower[i]!, tokens.pos[i]!, tokens.lemma[i]!);
    kind[length] = one;
    ids[length] = one.id;
    pos[length] = one.pos;
    mayBeCue[length] = one.mayBeCue ? 1 : 0;
    if (held) q++;
    length++;
    i = end;
  }
  kind.length = length;
  quotation.length = length;
  return {
    length,
    first,
    last,
    block,
    sentence,
    kind,
    ids,
    pos,
    mayBeCue,
    kinds: kinds.count,
    quotation,
  };
}

const classesOf = ({ keys, classes }: Lexicon, key: number): number => {
  const slot = slotOf(keys, key);
  return slot < 0 ? 0 : classes[slot]!;
};

/** The key under which the lexicon has how often a lemma is a cue as this part of speech. */
export const cueKey = (lemma: number, pos: number): number => join(lemma, pos) || 1;

/** What the lexicon says of a lemma and part of speech that is no cue, and of one that may be. */
export const NO_CUE = 1;
export const SOME_CUE = 2;

/** True for what was seen as a cue in training, and for verbs that were hardly seen at all. */
function mayBeCue({ keys, small }: Lexicon, lemma: number, pos: number): boolean {
  const slot = slotOf(keys, cueKey(lemma, pos));
  return slot < 0 ? pos === POS_CODES.VERB : small[slot] === SOME_CUE;
}

/** Words up to a dozen: more make no difference. */
function wordCount(text: string, start: number, end: number): number {
  let count = 1;
  for (let at = start; at < end && count < 12; at++) if (text.charCodeAt(at) === 32) count++;
  return count;
}
