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
  /** Index of the first and of the last token of each sentence. */
  readonly sentences: readonly (readonly [number, number])[];
}

/** Reads the pieces of one article, one after the other. */
export type WinkReader = (text: string) => WinkTokens;

/** The growing parts of wink-nlp's vocabulary, as its cache.js keeps them. */
interface Vocabulary {
  readonly list: string[];
  readonly hash: Record<string, number>;
  index: number;
}

const require = createRequire(import.meta.url);

/** So many words that its model does not know may an instance of wink-nlp keep before it is made anew. */
const MOST_NEW_WORDS = 50_000;

/**
 * Loads wink-nlp's model once, and makes readers that remember nothing of each other. A reader is good for one article,
 * until the next one is made.
 *
 * An instance of wink-nlp keeps every word it meets in the vocabulary of its model, for good: what it says of a text
 * then depends on what it read before, and its memory only grows. So after each article the words that the model does
 * not know are taken out of the vocabulary's hash, where wink-nlp looks them up; what it keeps of them elsewhere is found
 * through that hash alone, and goes when the instance is made anew, now and then. Making one is cheap (about 0.1 ms)
 * because what the model decodes and compiles is shared, and the annotators that are not used here are left out. It
 * also keeps away from the model's `metaCER()`, which encodes its own last result once more at each call until the string
 * grows too long.
 */
export function loadWink(): { reader: () => WinkReader; resource: Resource } {
  const core = call(model.core) as { features: Record<"lexeme" | "prefix" | "suffix" | "shape", Vocabulary> };
  const { lexeme } = core.features;
  const known = lexeme.list.length;
  let read = known; // the words up to here are in the hash no more, or belong to the model
  const forget = (): void => {
    for (; read < lexeme.list.length; read++) delete lexeme.hash[lexeme.list[read]!];
  };
  const renew = (): void => {
    lexeme.list.length = known;
    lexeme.index = known;
    read = known;
  };

  const sbd = call(model.sbd);
  const pos = call(model.pos);
  const automaton = JSON.stringify([100, 0, { 0: {} }, {}, {}, {}]);
  const unused = () => ({ machines: [automaton], transformers: [], setter: () => {} });
  const shared = {
    ...model,
    featureFn: withoutUnusedFeatures(model.featureFn),
    core: () => core,
    sbd: () => sbd,
    pos: () => pos,
    ner: () => ({ machines: [], transformers: [] }),
    negation: unused,
    sa: unused,
    metaCER: unused,
  } as typeof model;

  let nlp = winkNLP(shared, ["sbd", "pos"]);
  const reader = (): WinkReader => {
    forget();
    if (lexeme.list.length - known > MOST_NEW_WORDS) {
      renew();
      nlp = winkNLP(shared, ["sbd", "pos"]);
    }
    return (text) => {
      const doc = nlp.readDoc(text);
      const tokens = doc.tokens();
      const values = tokens.out(nlp.its.value);
      // The typings give `its.lemma` three parameters, and `out` functions of one.
      const lemmas: unknown[] = tokens.out(nlp.its.lemma as never);
      return {
        values,
        pos: tokens.out(nlp.its.pos).map(universal),
        // Words such as "constructor" find JavaScript's own properties in wink-nlp's tables of exceptions.
        lemmas: lemmas.map((lemma, i) => (typeof lemma === "string" ? lemma : values[i]!.toLowerCase())),
        sentences: doc.sentences().out(nlp.its.span) as unknown as [number, number][],
      };
    };
  };
  return { reader, resource: describe() };
}

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
