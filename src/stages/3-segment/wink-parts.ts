import { createRequire } from "node:module";
import model from "wink-eng-lite-web-model";
import type { Pos } from "../../schema/tokens.ts";
import { Machine, type Match, PASSED_OVER } from "./machine.ts";

// wink-nlp is made of parts that its own `readDoc` runs one after the other: the vocabulary, the tokenizer, and machines for
// sentences and tags. They are run from here, because `readDoc` makes a document around each text, which costs more than
// it is worth for a paragraph, and reads every word anew, however often it came. Its version is fixed in package.json.

const require = createRequire(import.meta.url);
const part = (name: string): never => require(`wink-nlp/src/${name}.js`) as never;

const makeVocabulary: (core: Core, featureFn: unknown) => Vocabulary = part("cache");
const compilePatterns: (patterns: unknown) => unknown = part("compile-trex");
const makeTokenizer: (...language: unknown[]) => (wrapped: unknown, text: string) => void = part("tokenizer");
const wrap: (doc: object) => unknown = part("dd-wrapper");

/** A list of strings that grows, and where each stands in it. */
export interface Numbered {
  readonly list: string[];
  readonly hash: Record<string, number | undefined>;
  index: number;
}

export interface Core {
  readonly features: Record<"lexeme" | "pos", Numbered>;
  readonly trex: unknown;
  readonly tcat: { readonly hash: unknown };
  readonly preserve: unknown;
}

/** What wink-nlp knows of words, by their numbers. */
export interface Vocabulary {
  value(word: number): string;
  normal(word: number): number;
  /** The normal of a contraction's part, from its place in the second of the token's numbers. */
  nox(bits: number): number;
  posOf(word: number): number;
  mappedSpelling(word: number): number;
  property(word: number, name: string): number;
}

interface RawDocument {
  readonly numOfTokens: number;
  readonly sentences: (readonly [first: number, last: number, ...rest: number[]])[];
}

/** Says what a token is to a machine; `raw` is the document's tokens, `PER_TOKEN` numbers each. */
type Transform = (token: number, vocabulary: Vocabulary, raw: readonly number[], index: number) => number;

interface MachineModel {
  readonly machines: readonly string[];
  readonly transformers: readonly Transform[];
}

interface Model {
  core(): Core;
  sbd(): MachineModel & { setter(found: readonly Match[], doc: RawDocument): void };
  pos(): MachineModel & {
    updater(found: readonly Match[], vocabulary: Vocabulary, tags: number[], normals: readonly number[]): void;
  };
  readonly featureFn: (...args: unknown[]) => object;
  readonly addons: { lemmatize(word: string, tag: string, vocabulary: Vocabulary): unknown };
}

/** A token as wink-nlp's vocabulary has it, wherever it stands. */
export interface WinkToken {
  /** Its number in the vocabulary, and that of the same in lower case and the usual spelling. */
  readonly word: number;
  readonly normal: number;
  readonly text: string;
  readonly lower: string;
  /** The tag that it has more often than others. A part of a contraction has no other. */
  readonly tag: number;
  /** The lemma of a part of a contraction. */
  readonly partLemma: string | null;
  /** Which event it is to the machine of sentences, with nothing and with white space before it. */
  readonly joined: number;
  readonly spaced: number;
  /** Which event it is to each machine of tags, if that does not hang on its tag. */
  readonly hinted: readonly number[] | null;
  /** The tag that it had last (-1 before), and its lemma with that tag. */
  lemmaTag: number;
  lemma: string;
}

/** wink-nlp's own form of a token: word, spaces before it (above 16 bits its part), tag above 20 bits (below it the lemma). */
const PER_TOKEN = 4;
const SPACE_BITS = 16;
const MOST_SPACES = 2 ** SPACE_BITS - 1;
const TAG_BITS = 20;
const LEMMA = 2 ** TAG_BITS - 1;
const MOST_TAGS = 64;
const NOUN = 8;

const language = model as unknown as Model;
const sentenceModel = language.sbd();
const tagModel = language.pos();
const sentenceMachine = new Machine(sentenceModel.machines[0]!);
const [transformSentences] = sentenceModel.transformers;
const tagMachines = tagModel.machines.map((machine) => new Machine(machine));
const [transformTags] = tagModel.transformers;
/** Which event each tag is to each machine of tags. */
const tagEvents = tagMachines.map((machine) => Array.from({ length: MOST_TAGS }, (_, tag) => machine.eventOf(tag)));

/** wink-nlp works out prefix, suffix and shape of each new word; they serve its own `its` functions alone, at some cost. */
const featureFn = (...args: unknown[]): object => {
  const nothing = () => "";
  return Object.assign(language.featureFn(...args), { prefix: nothing, suffix: nothing, shape: nothing });
};

/** wink-nlp's parts around a vocabulary. */
export interface WinkParts {
  /** The words of the model, and behind them those that were met since. */
  readonly words: Numbered;
  readonly tagNames: readonly string[];
  readonly vocabulary: Vocabulary;
  lemmatize(word: string, tag: string): unknown;
  /** The tokens of a stretch of text. */
  tokenize(text: string): WinkToken[];
  /** Tells where sentences end in a piece, and the tags of its tokens. */
  annotate(piece: WinkTokens): void;
}

/**
 * What wink-nlp says of a piece of text, by token. One object serves for all pieces, one after the other: what its columns
 * have behind `length` is left from others.
 */
export class WinkTokens {
  length = 0;
  /** What is known of each token by itself. */
  readonly tokens: WinkToken[] = [];
  /** Where its characters stand in the text; both -1 where wink-nlp made other characters of them. */
  readonly start: number[] = [];
  readonly end: number[] = [];
  /** What `annotate` tells: the token's tag, by its number, and whether a sentence ends after it (1) or not (0). */
  readonly tags: number[] = [];
  readonly isLast: number[] = [];
  readonly pos: Pos[] = [];
  readonly lemma: string[] = [];
  /** Which event it is to the machine that is being run. */
  readonly events: number[] = [];
  readonly normals: number[] = [];

  /** Adds a token that has white space before it, or not. */
  add(token: WinkToken, first: number, last: number, isSpaced: boolean): void {
    const at = this.length++;
    this.tokens[at] = token;
    this.start[at] = first;
    this.end[at] = last;
    this.tags[at] = token.tag;
    this.isLast[at] = 0;
    this.events[at] = isSpaced ? token.spaced : token.joined;
    this.normals[at] = token.normal;
  }
}

/** Decodes the model's core, which takes a tenth of a second. Each core's words grow, so nobody else may have it. */
export const decodeCore = (): Core => language.core();

/** Puts the parts together around a core whose words are those of the model alone. */
export function makeParts(core: Core): WinkParts {
  const vocabulary = makeVocabulary(core, featureFn);
  const tokenizeInto = makeTokenizer(compilePatterns(core.trex), core.tcat.hash, core.preserve);
  const tokenOf = (word: number, spacesAndPart: number, tagAndLemma: number): WinkToken => {
    const isPart = spacesAndPart > MOST_SPACES;
    const text = vocabulary.value(word);
    const lower = text.toLowerCase();
    const normal = isPart ? vocabulary.nox(spacesAndPart) : vocabulary.normal(word);
    const part = (spacesAndPart >>> SPACE_BITS) << SPACE_BITS;
    const tag = tagAndLemma ? tagAndLemma >>> TAG_BITS : vocabulary.posOf(vocabulary.mappedSpelling(word)) || NOUN;
    const eventAfter = (spaces: number): number =>
      text === "\n"
        ? PASSED_OVER
        : sentenceMachine.eventOf(transformSentences!(normal, vocabulary, [word, part | spaces, 0, 0], 0));
    const tagCode = transformTags!(tag, vocabulary, [word, part, 0, 0], 0);
    return {
      word,
      normal,
      text,
      lower: lower === text ? text : lower,
      tag,
      partLemma: isPart ? vocabulary.value(tagAndLemma & LEMMA) : null,
      joined: eventAfter(0),
      spaced: eventAfter(1),
      hinted: tagCode === tag ? null : tagMachines.map((machine) => machine.eventOf(tagCode)),
      lemmaTag: -1,
      lemma: "",
    };
  };
  return {
    words: core.features.lexeme,
    tagNames: core.features.pos.list,
    vocabulary,
    lemmatize: (word, tag) => language.addons.lemmatize(word, tag, vocabulary),
    tokenize: (text) => {
      const raw: number[] = [];
      tokenizeInto(wrap({ cache: vocabulary, tokens: raw, nonBreakingSpaces: {} }), text);
      const tokens: WinkToken[] = [];
      for (let i = 0; i < raw.length; i += PER_TOKEN) tokens.push(tokenOf(raw[i]!, raw[i + 1]!, raw[i + 2]!));
      return tokens;
    },
    annotate: ({ length, tokens, tags, isLast, events, normals }) => {
      const doc: RawDocument = { numOfTokens: length, sentences: [] };
      sentenceModel.setter(sentenceMachine.run(events, length), doc);
      for (const [, last] of doc.sentences) if (last >= 0) isLast[last] = 1;
      for (const [m, machine] of tagMachines.entries()) {
        const eventOfTag = tagEvents[m]!;
        for (let i = 0; i < length; i++) {
          const { hinted } = tokens[i]!;
          events[i] = hinted ? hinted[m]! : eventOfTag[tags[i]!]!;
        }
        tagModel.updater(machine.run(events, length), vocabulary, tags, normals);
      }
      for (let i = 0; i < length; i++) if (tokens[i]!.partLemma !== null) tags[i] = tokens[i]!.tag;
    },
  };
}
