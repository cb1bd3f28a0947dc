import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import type { Resource } from "../../pipeline.ts";
import type { Span } from "../../schema/span.ts";
import type { Pos } from "../../schema/tokens.ts";
import { HASH_START, hashCode } from "../../tagger/hash.ts";
import { type Unit, Units } from "./units.ts";
import { decodeCore, makeParts, type WinkToken, WinkTokens } from "./wink-parts.ts";

/** Reads the pieces of one article, one after the other. What it gives is good until it reads the next piece. */
export type WinkReader = (text: string, piece: Span) => WinkTokens;

/** So many words that its model does not know may the vocabulary have before it is made anew. */
const MOST_NEW_WORDS = 50_000;

/**
 * Loads wink-nlp's model once, and makes readers that remember nothing of each other. A reader is good for one article,
 * until the next one is made.
 *
 * wink-nlp keeps every word it meets in its vocabulary, for good: what it says of a text then depends on what it read
 * before, and its memory only grows. So after each article the words that the model does not know are taken out of the
 * vocabulary's hash, where wink-nlp looks them up, but for those that make no difference (most do not). What it keeps of
 * them elsewhere is found through that hash alone, and goes when the vocabulary is made anew, now and then. Its tokens are
 * kept for the units of text of which it says the same whatever it met before: those are most.
 */
export function loadWink(): { reader: () => WinkReader; resource: Resource } {
  const core = decodeCore();
  let parts = makeParts(core);
  const { words, tagNames } = parts;
  const known = words.list.length;
  // wink-nlp has two tags beside the universal ones.
  const tagsOf = tagNames.map((tag) => (tag === "SPACE" || tag === "UNK" ? "X" : (tag as Pos)));
  const units = new Units();
  let forgotten = known; // the words up to here are in the hash no more, or may stay
  // A key that stays, with no value, is found quicker than a hole that `delete` leaves in the table.
  const forget = (): void => {
    for (; forgotten < words.list.length; forgotten++) {
      const word = words.list[forgotten]!;
      if (!mayStay(word)) words.hash[word] = undefined;
    }
  };
  const renew = (): void => {
    for (let word = known; word < words.list.length; word++) delete words.hash[words.list[word]!];
    words.list.length = known;
    words.index = known;
    forgotten = known;
    units.forget();
    parts = makeParts(core);
  };
  /** What wink-nlp makes of a unit that is not kept; it is from now on if it is the same in every article. */
  const newUnit = (text: string, hash: number): Unit => {
    const isSteady = STEADY.test(text);
    const word = words.hash[text];
    const isKnown = word !== undefined && word < known;
    // wink-nlp takes a unit whole that it took for a word elsewhere, inside another one.
    if (isSteady && !isKnown && word !== undefined && !PLAIN.test(text)) words.hash[text] = undefined;
    const tokens = parts.tokenize(text);
    const unit = aligned(text, hash, tokens);
    if (isKnown || (isSteady && tokens.every(({ word }) => word < known || mayStay(words.list[word]!))))
      units.add(unit);
    return unit;
  };
  const lemmaAnew = (word: number, tag: number): string => {
    const { vocabulary } = parts;
    const spelt = vocabulary.mappedSpelling(word);
    const base = vocabulary.property(spelt, "isSLemma") === 1 ? vocabulary.property(spelt, "lemma") : null;
    const lemma: unknown =
      base === null
        ? parts.lemmatize(vocabulary.value(vocabulary.normal(word)), tagNames[tag]!)
        : base < known && vocabulary.value(base); // of a few words ("wont") the model has none, and a number that is no word
    // Words such as "constructor" find JavaScript's own properties in wink-nlp's tables of exceptions.
    return typeof lemma === "string" ? lemma : vocabulary.value(word).toLowerCase();
  };
  const lemmaOf = (token: WinkToken, tag: number): string => {
    if (token.lemmaTag !== tag) {
      token.lemma = token.partLemma ?? lemmaAnew(token.word, tag);
      token.lemmaTag = tag;
    }
    return token.lemma;
  };
  const piece = new WinkTokens();
  const read = (text: string, { start, end }: Span): WinkTokens => {
    piece.length = 0;
    let afterSpace = false;
    for (let at = start; at < end; ) {
      const from = at;
      const kind = separatorOf(text.charCodeAt(at));
      let hash = HASH_START;
      for (; at < end; at++) {
        const code = text.charCodeAt(at);
        if (separatorOf(code) !== kind) break;
        hash = hashCode(hash, code);
      }
      if (kind === Separator.space) {
        afterSpace = true;
        continue;
      }
      hash |= 0; // signed, V8 keeps it as a small integer
      const unit = units.find(text, from, at, hash) ?? newUnit(text.slice(from, at), hash);
      if (unit.whole) piece.add(unit.whole, from, at, afterSpace);
      else
        for (let i = 0; i < unit.tokens.length; i++) {
          const first = unit.start[i]!;
          const isFound = first >= 0;
          piece.add(unit.tokens[i]!, isFound ? from + first : -1, isFound ? from + unit.end[i]! : -1, afterSpace);
          afterSpace = false;
        }
      afterSpace = false;
    }
    parts.annotate(piece);
    const { length, tokens, tags, pos, lemma } = piece;
    for (let i = 0; i < length; i++) {
      pos[i] = tagsOf[tags[i]!]!;
      lemma[i] = lemmaOf(tokens[i]!, tags[i]!);
    }
    return piece;
  };
  const reader = (): WinkReader => {
    forget();
    if (words.list.length - known > MOST_NEW_WORDS) renew();
    return read;
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

/**
 * Words with marks around them, possessives, and words with hyphens between them. To cut them wink-nlp looks up nothing but
 * the unit and the words in it.
 */
const STEADY = /^(?:[“"([]?[a-z]{2,}[.,;:!?)”"]{0,2}|[a-z]+['’]s|[a-z]+(?:[-–—][a-z]+)+)$/i;

/** Finds the tokens in the unit again; those of ends of lines are none of ours. */
function aligned(text: string, hash: number, tokens: readonly WinkToken[]): Unit {
  const start: number[] = [];
  const end: number[] = [];
  const isLine = separatorOf(text.charCodeAt(0)) === Separator.line;
  let next = 0;
  for (const token of tokens) {
    const found = isLine || token.text === "" ? -1 : text.indexOf(token.text, next);
    if (found >= 0) next = found + token.text.length;
    start.push(found);
    end.push(found < 0 ? -1 : next);
  }
  const isWhole = tokens.length === 1 && start[0] === 0 && end[0] === text.length;
  return { text, hash, whole: isWhole ? tokens[0]! : null, tokens, start, end };
}

/** What separates units: spaces of several kinds, or ends of lines and tabs, which are tokens. */
const Separator = { none: 0, space: 1, line: 2 } as const;

/** What the character is, by its code; wink-nlp itself takes a few kinds of white space for letters. */
function separatorOf(code: number): number {
  if (code > 0x20 && code < 0xa0) return Separator.none;
  if (code === 0x20 || code === 0xa0) return Separator.space;
  if (code === 0x0a || code === 0x0d || code === 0x09) return Separator.line;
  if (code < 0x1680) return code === 0x0b || code === 0x0c ? Separator.space : Separator.none;
  if (code <= 0x200a) return code === 0x1680 || code >= 0x2000 ? Separator.space : Separator.none;
  const isSpace =
    code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000 || code === 0xfeff;
  return isSpace ? Separator.space : Separator.none;
}

function describe(): Resource {
  const require = createRequire(import.meta.url);
  const name = "wink-eng-lite-web-model";
  const files = ["core-web", "sbd", "pos"].map((part) => `${name}/dist/languages/cur/models/eng-${part}-model.json`);
  const hash = createHash("sha256");
  for (const file of files) hash.update(JSON.stringify(require(file)));
  return { kind: "model", name, version: require(`${name}/package.json`).version, sha256: hash.digest("hex") };
}
