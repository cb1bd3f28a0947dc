import { bitOf, groupsOf, TELLING } from "./classes.ts";
import { HONORIFICS, ORGANIZATION_AFTER, ORGANIZATION_NOUNS, PERSON_BEFORE, PLACE_BEFORE, SAYING } from "./cues.ts";
import { hashText } from "./hash.ts";
import { type Lexicon, phraseHash, slotOf } from "./lexicon.ts";
import { shapeOf } from "./shape.ts";
import { Vocabulary } from "./vocabulary.ts";

/** What is known of a word as it is spelled, in whatever article. */
export interface Spelling {
  readonly text: string;
  readonly lower: string;
  /** The number of the word in the vocabulary, and one for each word in lower case, from 0. */
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

/**
 * Works out what is known of words, and keeps it for the next article, as most words come again. What is kept hangs on the
 * word and the model alone, so that no article changes what comes out for another.
 */
export class Spellings {
  readonly lexicon: Lexicon;
  readonly #smallWords: SmallWords;
  #vocabulary: Vocabulary;
  /** By the word's number in the vocabulary. */
  #known: (Spelling | undefined)[] = [];
  readonly #forms = new Map<string, number>();

  constructor(lexicon: Lexicon, smallWords: SmallWords, vocabulary: Vocabulary = new Vocabulary()) {
    this.lexicon = lexicon;
    this.#smallWords = smallWords;
    this.#vocabulary = vocabulary;
  }

  /** How many words in lower case have a number. */
  get forms(): number {
    return this.#forms.size;
  }

  /** The vocabulary whose numbers words are asked for by. */
  get vocabulary(): Vocabulary {
    return this.#vocabulary;
  }

  /** Forgets all words, and goes over to a vocabulary. */
  forget(vocabulary: Vocabulary): void {
    this.#vocabulary = vocabulary;
    this.#known = [];
    this.#forms.clear();
  }

  /** The word of a number. */
  of(number: number): Spelling {
    const known = this.#known;
    return (number < known.length ? known[number] : undefined) ?? this.#learn(number);
  }

  #learn(number: number): Spelling {
    while (this.#known.length <= number) this.#known.push(undefined); // no holes, which would make it a slow array
    const spelling = this.#spell(this.#vocabulary.texts[number]!, number);
    this.#known[number] = spelling;
    return spelling;
  }

  #spell(text: string, number: number): Spelling {
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
      number,
      form,
      exact: hashText(text) | 0,
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
