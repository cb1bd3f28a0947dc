import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type { Resource } from "../../pipeline.ts";
import type { Pos } from "../../schema/tokens.ts";

/** What wink-nlp says of a piece of text: no offsets, only the tokens' characters in order. */
export interface WinkTokens {
  readonly values: readonly string[];
  readonly pos: readonly Pos[];
  readonly lemmas: readonly string[];
  /** Index of the last token of each sentence. */
  readonly sentenceEnds: readonly number[];
}

/** Reads the pieces of one article, one after the other. */
export type WinkReader = (text: string) => WinkTokens;

/** The growing parts of wink-nlp's vocabulary, as its cache.js keeps them. */
interface Vocabulary {
  readonly list: string[];
  readonly hash: Record<string, number | undefined>;
  index: number;
}

/**
 * A text that wink-nlp has read, as it hands it to the parts of its model. Each token is four numbers: word, preceding spaces
 * (and the expansion's word above 16 bits), tag above 20 bits (and the expansion's lemma), and what is of no use here.
 */
interface RawDocument {
  readonly tokens: readonly number[];
  readonly sentences: readonly (readonly [first: number, last: number, ...rest: number[]])[];
  readonly cache: {
    value: (word: number) => string;
    normal: (word: number) => number;
    mappedSpelling: (word: number) => number;
    property: (word: number, name: string) => number;
  };
}

/** What of the model lemmatizes; its typings leave it out. */
interface Lemmatizer {
  readonly addons: { lemmatize: (word: string, tag: string, cache: RawDocument["cache"]) => unknown };
}

const PER_TOKEN = 4;
const TAG_BITS = 20;
const TAGS = 0x3f;
const LEMMA = 0xfffff;
const MOST_SPACES = 0xffff;

const require = createRequire(import.meta.url);

/** So many words that its model does not know may an instance of wink-nlp keep before it is made anew. */
const MOST_NEW_WORDS = 50_000;

/**
 * Loads wink-nlp's model once, and makes readers that remember nothing of each other. A reader is good for one article,
 * until the next one is made.
 *
 * An instance of wink-nlp keeps every word it meets in the vocabulary of its model, for good: what it says of a text
 * then depends on what it read before, and its memory only grows. So after each article the words that the model does
 * not know are taken out of the vocabulary's hash, where wink-nlp looks them up, but for those that make no difference
 * (most do not); what it keeps of them elsewhere is found through that hash alone, and goes when the instance is made
 * anew, now and then. Making one is cheap (about 0.1 ms)
 * because what the model decodes and compiles is shared, and the annotators that are not used here are left out. It
 * also keeps away from the model's `metaCER()`, which encodes its own last result once more at each call until the string
 * grows too long.
 *
 * What it has read is taken where it hands it to its model to write the tags in, the last step, in one pass; its own document
 * takes three, and works out each lemma anew.
 */
export function loadWink(): { reader: () => WinkReader; resource: Resource } {
  const core = call(model.core) as { features: Record<"lexeme" | "pos", Vocabulary> };
  const { lexeme } = core.features;
  const known = lexeme.list.length;
  let forgotten = known; // the words up to here are in the hash no more, or may stay
  // A key that stays, with no value, is found quicker than a hole that `delete` leaves in the table.
  const forget = (): void => {
    for (; forgotten < lexeme.list.length; forgotten++) {
      const word = lexeme.list[forgotten]!;
      if (!mayStay(word)) lexeme.hash[word] = undefined;
    }
  };
  const renew = (): void => {
    for (let word = known; word < lexeme.list.length; word++) delete lexeme.hash[lexeme.list[word]!];
    lexeme.list.length = known;
    lexeme.index = known;
    forgotten = known;
    newLemmas.clear();
  };

  const sbd = call(model.sbd);
  const pos = call(model.pos) as { setter: (doc: RawDocument, ...rest: unknown[]) => void };
  let read: RawDocument | undefined;
  const setTags: typeof pos.setter = (doc, ...rest) => {
    pos.setter(doc, ...rest);
    read = doc;
  };
  const automaton = JSON.stringify([100, 0, { 0: {} }, {}, {}, {}]);
  const unused = () => ({ machines: [automaton], transformers: [], setter: () => {} });
  const shared = {
    ...model,
    featureFn: withoutUnusedFeatures(model.featureFn),
    core: () => core,
    sbd: () => sbd,
    pos: () => ({ ...pos, setter: setTags }),
    ner: () => ({ machines: [], transformers: [] }),
    negation: unused,
    sa: unused,
    metaCER: unused,
  } as typeof model;

  const tags = core.features.pos.list.map(universal);
  const lemmatize = (model as unknown as Lemmatizer).addons.lemmatize;
  /** Lemmas by word and tag, of the words that the model knows and of others: they are the same in every article. */
  const lemmas = new Map<number, string>();
  const newLemmas = new Map<number, string>();
  const lemmaOf = ({ tokens, cache }: RawDocument, at: number): string => {
    const word = tokens[at]!;
    const bits = tokens[at + 2]!;
    // A contraction's parts bring their lemma with them.
    if (tokens[at + 1]! > MOST_SPACES) return cache.value(bits & LEMMA);
    const tag = (bits >>> TAG_BITS) & TAGS;
    const key = word * (TAGS + 1) + tag;
    const kept = word < known ? lemmas : newLemmas;
    const before = kept.get(key);
    if (before !== undefined) return before;
    const spelt = cache.mappedSpelling(word);
    const base = cache.property(spelt, "isSLemma") === 1 ? cache.property(spelt, "lemma") : null;
    const lemma: unknown =
      base === null
        ? lemmatize(cache.value(cache.normal(word)), core.features.pos.list[tag]!, cache)
        : base < known && cache.value(base); // of a few words ("wont") the model has none, and a number that is no word
    // Words such as "constructor" find JavaScript's own properties in wink-nlp's tables of exceptions.
    const sound = typeof lemma === "string" ? lemma : cache.value(word).toLowerCase();
    kept.set(key, sound);
    return sound;
  };

  let nlp = winkNLP(shared, ["sbd", "pos"]);
  const reader = (): WinkReader => {
    forget();
    if (lexeme.list.length - known > MOST_NEW_WORDS) {
      renew();
      nlp = winkNLP(shared, ["sbd", "pos"]);
    }
    return (text) => {
      nlp.readDoc(text);
      const { tokens, sentences, cache } = read!;
      const length = tokens.length / PER_TOKEN;
      const found = {
        values: new Array<string>(length),
        pos: new Array<Pos>(length),
        lemmas: new Array<string>(length),
        sentenceEnds: sentences.map(([, last]) => last),
      };
      for (let i = 0; i < length; i++) {
        const at = i * PER_TOKEN;
        found.values[i] = cache.value(tokens[at]!);
        found.pos[i] = tags[(tokens[at + 2]! >>> TAG_BITS) & TAGS]!;
        found.lemmas[i] = lemmaOf(read!, at);
      }
      return found;
    };
  };
  return { reader, resource: describe() };
}

const PLAIN = /^[a-z]+$/i;
/** Codes of currencies, which wink-nlp cuts off a number as such, and takes for words elsewhere. */
const CODE = /^(?:usd|aud|inr|gbp)$/i;

/**
 * Whether wink-nlp says the same of any text, whether or not it knows this word already: a word of letters alone is a word
 * wherever it finds one, and nothing that it would look up in one piece instead of cutting it.
 */
const mayStay = (word: string): boolean => PLAIN.test(word) && !CODE.test(word);

/** wink-nlp works out prefix, suffix and shape of each new word; they serve its own `its` functions alone, at some cost. */
function withoutUnusedFeatures(featureFn: unknown): unknown {
  const nothing = () => "";
  return (...args: unknown[]) =>
    Object.assign((featureFn as (...args: unknown[]) => object)(...args), {
      prefix: nothing,
      suffix: nothing,
      shape: nothing,
    });
}

/** The model's parts are typed as unknown; they are functions that load and decode. */
const call = (load: unknown): unknown => (load as () => unknown)();

/** wink-nlp has two tags beside the universal ones. */
const universal = (tag: string): Pos => (tag === "SPACE" || tag === "UNK" ? "X" : (tag as Pos));

function describe(): Resource {
  const name = "wink-eng-lite-web-model";
  const files = ["core-web", "sbd", "pos"].map((part) => `${name}/dist/languages/cur/models/eng-${part}-model.json`);
  const hash = createHash("sha256");
  for (const file of files) hash.update(JSON.stringify(require(file)));
  return { kind: "model", name, version: require(`${name}/package.json`).version, sha256: hash.digest("hex") };
}
