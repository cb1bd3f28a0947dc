import { POS_ROOM } from "./features.ts";
import { hashText } from "./hash.ts";
import { type Lexicon, phraseHash, slotOf } from "./lexicon.ts";
import { shapeOf } from "./shape.ts";

/** What is known of a word as it is spelled, in whatever article. */
export interface Spelling {
  readonly text: string;
  readonly lower: string;
  /** Hashes of the word, of the same in lower case, and of its shape. */
  readonly exact: number;
  readonly small: number;
  readonly shape: number;
  readonly capital: boolean;
  readonly shouted: boolean;
  /** Bits of `CLASSES`, and the share of small letters. */
  readonly classes: number;
  readonly share: number;
  /** The scores it brings to a token, by how many words that is before it, from -2 to 2; filled when first needed. */
  readonly scores: Int32Array[];
  /** What stage 4 reads it as when it looks for pronouns and nouns that stand for a name; -1 until it first asks. */
  kinds: number;
}

/** So many spellings are kept; then all are forgotten, so that memory stays bounded. */
const MOST = 30_000;
const CAPITAL = /\p{Lu}/u;

/**
 * Works out what is known of words, and keeps it for the next article, as most words come again. What is kept hangs on the
 * word and the model alone, so that no article changes what comes out for another. For one model only.
 */
export class Spellings {
  readonly lexicon: Lexicon;
  /** Scores that the edge of a sentence brings to the tokens beside it, and what evidence brings; like `scores`. */
  readonly edges: Int32Array[] = [];
  readonly evidence = new Map<number, Int32Array>();
  /** Scores by the parts of speech of a token and those beside it. */
  readonly partsOfSpeech = new Array<Int32Array | undefined>(POS_ROOM ** 3);
  readonly #known = new Map<string, Spelling>();

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
  }

  of(text: string): Spelling {
    const known = this.#known.get(text);
    if (known) return known;
    if (this.#known.size >= MOST) this.#known.clear();
    const spelling = spellingOf(text, this.lexicon);
    this.#known.set(text, spelling);
    return spelling;
  }
}

function spellingOf(text: string, { keys, classes, small }: Lexicon): Spelling {
  const lower = text.toLowerCase();
  const slot = slotOf(keys, phraseHash(lower));
  const capital = CAPITAL.test(text);
  return {
    text,
    lower,
    exact: hashText(text),
    small: hashText(lower),
    shape: hashText(shapeOf(text)),
    capital,
    shouted: capital && text.length > 1 && text === text.toUpperCase(),
    classes: slot < 0 ? 0 : classes[slot]!,
    share: slot < 0 ? 0 : small[slot]!,
    scores: [],
    kinds: -1,
  };
}
