import type { Block } from "../../schema/blocks.ts";
import { HASH_START, hashOn, hashText, join } from "../../tagger/hash.ts";
import { type Lexicon, phraseHash, slotOf } from "../../tagger/lexicon.ts";
import { POS_CODES } from "../../tagger/pos-codes.ts";
import { shapeOf } from "../../tagger/shape.ts";
import { tokenFrom, tokenTexts } from "../../tokens.ts";
import type { CueLexicon } from "./cues.ts";
import type { Quotation } from "./marks.ts";
import type { Article } from "./speakers.ts";

/** What the taggers know of a unit whatever stands around it; equal units share one. All numbers are hashes or codes. */
export interface Kind {
  /** Counted from 0 as kinds are first met. */
  readonly id: number;
  /** The lemma as a text; "" for a quotation. */
  readonly base: string;
  /** Another kind of the same word. */
  readonly next: Kind | undefined;
  readonly word: number;
  readonly lemma: number;
  readonly shape: number;
  readonly pos: number;
  /** Bits of WordNet's classes (`WORD_CLASSES`), or of what a quotation looks like. */
  readonly classes: number;
  /** 1 for a verb of saying, 2 for one of thinking, 0 otherwise. */
  readonly cue: 0 | 1 | 2;
  readonly suffix: number;
  /** False for what is never seen as a cue. */
  readonly mayBeCue: boolean;
}

/**
 * The kinds met so far, kept from article to article. A kind is a function of its key alone, so that what ran before
 * makes no difference to any output; when there are too many they are all let go.
 */
export class Kinds {
  /** How many kinds there are: their ids are smaller. */
  count = 0;
  readonly #words = new Map<string, Kind>();
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
    this.#words.clear();
    this.#quotations.clear();
    this.count = 0;
    return true;
  }

  word(text: string, small: string, pos: number, base: string): Kind {
    const first = this.#words.get(text);
    for (let kind = first; kind; kind = kind.next) if (kind.pos === pos && kind.base === base) return kind;
    const made = this.#made(text, small, pos, base, first);
    this.#words.set(text, made);
    return made;
  }

  #made(text: string, small: string, pos: number, base: string, next: Kind | undefined): Kind {
    const { speech, thought } = this.#cues;
    const cue = speech.has(small) ? 1 : thought.has(small) ? 2 : 0;
    const word = phraseHash(small);
    const lemma = phraseHash(speech.get(small) ?? thought.get(small) ?? base.toLowerCase());
    return {
      id: this.count++,
      base,
      next,
      word,
      lemma,
      shape: hashText(shapeOf(text)),
      pos,
      classes: classesOf(this.#lexicon, lemma) | classesOf(this.#lexicon, word),
      cue,
      suffix: hashOn(HASH_START, small, Math.max(0, small.length - 3)),
      mayBeCue: mayBeCue(this.#lexicon, lemma, pos),
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
    const key = join(join(join(size, ending), bits + (closed ? 8 : 0)), 77);
    const known = this.#quotations.get(key);
    if (known) return known;
    const made: Kind = {
      id: this.count++,
      base: "",
      next: undefined,
      word: key,
      lemma: join(0xc0ffee, bits),
      shape: join(size, ending),
      pos: QUOTATION_POS,
      classes: (1 << 20) << size,
      cue: 0,
      suffix: join(ending, capital ? 1 : 0),
      mayBeCue: false,
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
  /** Ids and parts of speech of the kinds, and how many kinds have been met so far. */
  readonly ids: Uint32Array;
  readonly pos: Uint8Array;
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
  const kind: Kind[] = [];
  const quotation: (Quotation | null)[] = [];
  const texts = tokenTexts(text.value, tokens);
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
    quotation.push(held);
    const one = held
      ? kinds.quotation(text.value, held, blocks)
      : kinds.word(texts[i]!, lower[i]!, POS_CODES[tokens.pos[i]!], tokens.lemma[i]!);
    kind.push(one);
    ids[length] = one.id;
    pos[length] = one.pos;
    if (held) q++;
    length++;
    i = end;
  }
  return {
    length,
    first,
    last,
    block,
    sentence,
    kind,
    ids,
    pos,
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
