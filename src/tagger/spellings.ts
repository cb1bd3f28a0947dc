import { standsAt } from "../span.ts";
import { bitOf, groupsOf, TELLING } from "./classes.ts";
import { HONORIFICS, ORGANIZATION_AFTER, ORGANIZATION_NOUNS, PERSON_BEFORE, PLACE_BEFORE, SAYING } from "./cues.ts";
import { HASH_START, hashOn, hashText } from "./hash.ts";
import { type Lexicon, phraseHash, slotOf } from "./lexicon.ts";
import { shapeOf } from "./shape.ts";

/** What is known of a word as it is spelled, in whatever article. */
export interface Spelling {
  readonly text: string;
  readonly lower: string;
  /** A number for each word, and one for each word in lower case; from 0. */
  readonly number: number;
  readonly form: number;
  /** Hashes of the word, of the same in lower case, and of its shape; signed, so that they are small integers to V8. */
  readonly exact: number;
  readonly small: number;
  readonly shape: number;
  readonly capital: boolean;
  readonly shouted: boolean;
  /** Bits of `CLASSES`, their groups, and the share of small letters. */
  readonly classes: number;
  readonly groups: number;
  readonly share: number;
  /** Bits of `Trait`. */
  readonly traits: number;
  /** What stage 4 reads it as when it looks for pronouns and nouns that stand for a name; -1 until it first asks. */
  kinds: number;
}

/** Lower-case words that names go on over ("of"), and with which they begin or end ("southern", "province"). */
export interface SmallWords {
  readonly inside: ReadonlySet<string>;
  readonly edge: ReadonlySet<string>;
}

/** What a word is by its characters, and among which cues: a bit each. */
export const Trait = {
  /** It has a letter or digit. */
  word: 1,
  letterFirst: 2,
  digitFirst: 4,
  opening: 8,
  hyphen: 16,
  /** Names go on over it; it stands at the edge of names. */
  inside: 32,
  edge: 64,
  honorific: 128,
  saying: 256,
  placeBefore: 512,
  personBefore: 1024,
  organizationAfter: 2048,
  the: 4096,
  possessive: 8192,
  /** Acronyms leave it out. */
  unsaid: 16384,
  /** A phrase of the lexicon begins with it. */
  phrase: 32768,
  organizationNoun: 65536,
} as const;

const OPENING = new Set(['"', "“", "‘", "'", "«", "(", "[", "—", "–", "-", "•", "*", "''", "``", ":"]);
const HYPHENS = new Set(["-", "–", "‑"]);
const POSSESSIVE = new Set(["'s", "’s"]);
const UNSAID = new Set(["of", "and", "for", "the", "&", "on", "in", "de", "-"]);
const WORD = /[\p{L}\p{N}]/u;
const LETTER_FIRST = /^\p{L}/u;
const DIGIT_FIRST = /^\d/;
const CAPITAL = /\p{Lu}/u;

const PHRASE = bitOf("phrase");

/** So many spellings are kept; then all are forgotten, so that memory stays bounded. */
const MOST = 30_000;
/** There is room for so many at first. */
const SLOTS = 2 ** 15;

/**
 * Works out what is known of words, and keeps it for the next article, as most words come again. What is kept hangs on the
 * word and the model alone, so that no article changes what comes out for another.
 */
export class Spellings {
  readonly lexicon: Lexicon;
  readonly #smallWords: SmallWords;
  /** Open-addressing table of the words that are not short, by the hash of their characters; a power of two of slots. */
  #slots: (Spelling | undefined)[] = new Array(SLOTS).fill(undefined);
  /** The same of short words, with their characters themselves, a pair of numbers a word: no other word has the pair. */
  #short: (Spelling | undefined)[] = new Array(SLOTS).fill(undefined);
  #pairs = new Int32Array(2 * SLOTS);
  #count = 0;
  readonly #forms = new Map<string, number>();

  constructor(lexicon: Lexicon, smallWords: SmallWords) {
    this.lexicon = lexicon;
    this.#smallWords = smallWords;
  }

  /** How many words in lower case have a number. */
  get forms(): number {
    return this.#forms.size;
  }

  get isFull(): boolean {
    return this.#count >= MOST;
  }

  /** Forgets all words. */
  forget(): void {
    this.#slots = new Array(SLOTS).fill(undefined);
    this.#short = new Array(SLOTS).fill(undefined);
    this.#pairs = new Int32Array(2 * SLOTS);
    this.#count = 0;
    this.#forms.clear();
  }

  /** The word that stands in `text` from `start` up to `end`. Found by its characters, so that no string is made of it. */
  of(text: string, start = 0, end = text.length): Spelling {
    const size = end - start;
    if (size > SHORT || size === 0) return this.#long(text, start, end);
    let head = 0;
    let tail = size;
    let widest = 0;
    const half = Math.min(end, start + HALF);
    for (let i = start; i < half; i++) {
      const code = text.charCodeAt(i);
      widest |= code;
      head = (head << 8) | code;
    }
    for (let i = half; i < end; i++) {
      const code = text.charCodeAt(i);
      widest |= code;
      tail = (tail << 8) | code;
    }
    if (widest > 255) return this.#long(text, start, end);
    const pairs = this.#pairs;
    const mask = this.#short.length - 1;
    let slot = slotOfPair(head, tail) & mask;
    for (; pairs[2 * slot + 1] !== 0; slot = (slot + 1) & mask)
      if (pairs[2 * slot] === head && pairs[2 * slot + 1] === tail) return this.#short[slot]!;
    const spelling = this.#spell(text.slice(start, end), hashOn(HASH_START, text, start, end) | 0);
    pairs[2 * slot] = head;
    pairs[2 * slot + 1] = tail;
    this.#short[slot] = spelling;
    if (2 * this.#count > this.#short.length) this.#growShort();
    return spelling;
  }

  #growShort(): void {
    const [known, before] = [this.#short, this.#pairs];
    const mask = 2 * known.length - 1;
    this.#short = new Array(mask + 1).fill(undefined);
    this.#pairs = new Int32Array(2 * (mask + 1));
    for (const [i, spelling] of known.entries()) {
      if (!spelling) continue;
      const [head, tail] = [before[2 * i]!, before[2 * i + 1]!];
      let slot = slotOfPair(head, tail) & mask;
      while (this.#pairs[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
      this.#short[slot] = spelling;
      this.#pairs[2 * slot] = head;
      this.#pairs[2 * slot + 1] = tail;
    }
  }

  #long(text: string, start: number, end: number): Spelling {
    const hash = hashOn(HASH_START, text, start, end) | 0;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let known = this.#slots[slot]; known !== undefined; known = this.#slots[slot]) {
      if (known.exact === hash && standsAt(text, start, end, known.text)) return known;
      slot = (slot + 1) & mask;
    }
    const spelling = this.#spell(text.slice(start, end), hash);
    if (2 * this.#count > this.#slots.length) this.#grow();
    this.#put(spelling);
    return spelling;
  }

  #put(spelling: Spelling): void {
    const mask = this.#slots.length - 1;
    let slot = spelling.exact & mask;
    while (this.#slots[slot] !== undefined) slot = (slot + 1) & mask;
    this.#slots[slot] = spelling;
  }

  #grow(): void {
    const known = this.#slots;
    this.#slots = new Array(2 * known.length).fill(undefined);
    for (const spelling of known) if (spelling) this.#put(spelling);
  }

  #spell(text: string, exact: number): Spelling {
    const { keys, classes, small } = this.lexicon;
    const lower = text.toLowerCase();
    const slot = slotOf(keys, phraseHash(lower));
    const known = slot < 0 ? 0 : classes[slot]!;
    const capital = CAPITAL.test(text);
    let form = this.#forms.get(lower);
    if (form === undefined) {
      form = this.#forms.size;
      this.#forms.set(lower, form);
    }
    return {
      text,
      lower,
      number: this.#count++,
      form,
      exact,
      small: hashText(lower) | 0,
      shape: hashText(shapeOf(text)) | 0,
      capital,
      shouted: capital && text.length > 1 && text === text.toUpperCase(),
      classes: known & TELLING,
      groups: groupsOf(known),
      share: slot < 0 ? 0 : small[slot]!,
      traits: traitsOf(text, lower, this.#smallWords) | (known & PHRASE ? Trait.phrase : 0),
      kinds: -1,
    };
  }
}

/** Words of at most so many characters of 8 bits are short: the first half in one number, the rest and the length in another. */
const SHORT = 7;
const HALF = 4;

const slotOfPair = (head: number, tail: number): number =>
  Math.imul(head ^ Math.imul(tail, 0x2545f491), 0x9e3779b1) >>> 12;

function traitsOf(text: string, lower: string, { inside, edge }: SmallWords): number {
  const bit = (trait: number, has: boolean) => (has ? trait : 0);
  return (
    bit(Trait.word, WORD.test(text)) |
    bit(Trait.letterFirst, LETTER_FIRST.test(text)) |
    bit(Trait.digitFirst, DIGIT_FIRST.test(text)) |
    bit(Trait.opening, OPENING.has(text)) |
    bit(Trait.hyphen, HYPHENS.has(text)) |
    bit(Trait.inside, inside.has(lower)) |
    bit(Trait.edge, edge.has(lower)) |
    bit(Trait.honorific, HONORIFICS.has(lower)) |
    bit(Trait.saying, SAYING.has(lower)) |
    bit(Trait.placeBefore, PLACE_BEFORE.has(lower)) |
    bit(Trait.personBefore, PERSON_BEFORE.has(lower)) |
    bit(Trait.organizationAfter, ORGANIZATION_AFTER.has(lower)) |
    bit(Trait.the, lower === "the") |
    bit(Trait.possessive, POSSESSIVE.has(lower)) |
    bit(Trait.unsaid, UNSAID.has(lower)) |
    bit(Trait.organizationNoun, ORGANIZATION_NOUNS.has(lower))
  );
}
