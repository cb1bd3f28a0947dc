import type { Pos } from "../../schema/tokens.ts";
import { ABBREVIATIONS } from "./lexicon/abbreviations.ts";
import { WEB_DOMAINS } from "./lexicon/web-domains.ts";
import { Edge, type TokenList, type TokenWriter } from "./token-list.ts";

const CLITIC = /^(.*\p{L})(['’](?:s|m|d|re|ve|ll))$/iu;
const ADDRESS = /^(?:https?:\/\/|www\.)/i;
const WORD = /^[\p{L}\p{N}_-]+$/u;
const DOTS = /^\.+$/;

const UPPER = /^\p{Lu}/u;
const STOP = 46;

/**
 * wink-nlp's tokens, corrected where it cuts otherwise than the Universal Dependencies' English treebanks: clitics it left on their
 * word, web addresses, abbreviations and ellipses it took apart, punctuation it took for an emoticon. They are added to `out`.
 * Linear time.
 */
export function correctTokens(text: string, tokens: TokenList, out: TokenWriter): void {
  const { length, start, end, pos, lemma, edge } = tokens;
  for (let i = 0; i < length; i++) {
    const from = start[i]!;
    const to = end[i]!;
    const pieces = wordUntil(text, tokens, i);
    const last = pieces > i ? pieces : joinedUntil(text, tokens, i);
    if (last > i) {
      const whole = text.slice(from, end[last]!);
      const small = whole.toLowerCase();
      const isName = text.charCodeAt(from) !== STOP && text.charCodeAt(from) !== 91;
      const tag = pieces > i ? wordTag(text, tokens, i, last) : isName ? "PROPN" : "PUNCT";
      out.push(from, end[last]!, tag, pieces > i || isName ? small : whole, whole, small, edge[last]!);
      i = last;
      continue;
    }
    const parts =
      to - from > 2 ? splitAt(text, from, to) : to - from === 2 && isFalseEmoticon(text, from) ? from + 1 : to;
    if (parts === to) {
      out.push(from, to, pos[i]!, lemma[i]!, tokens.text[i]!, tokens.lower[i]!, edge[i]!);
      continue;
    }
    const [head, tail] = [text.slice(from, parts), text.slice(parts, to)];
    const [small, clitic] = [head.toLowerCase(), tail.toLowerCase().replace("’", "'")];
    out.push(from, parts, headTag(small, pos[i]!), small, head, small, Edge.none);
    out.push(
      parts,
      to,
      tailTag(clitic, small),
      CLITIC_LEMMAS.get(clitic) ?? clitic,
      tail,
      tail.toLowerCase(),
      edge[i]!,
    );
  }
}

const LETTER = /[\p{L}\p{M}]/u;
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code > 127 && (code & 0xf800) !== 0xd800 && LETTER.test(String.fromCharCode(code)));

/** Index of the last piece of the word that begins with token `i`: wink-nlp takes "Erdoğan" apart at a letter it does not know. */
function wordUntil(text: string, { length, start, end, edge }: TokenList, i: number): number {
  let last = i;
  while (last + 1 < length && end[last] === start[last + 1] && edge[last] !== Edge.block) {
    const [before, after] = [text.charCodeAt(end[last]! - 1), text.charCodeAt(start[last + 1]!)];
    if ((before < 128 && after < 128) || !isLetter(before) || !isLetter(after)) break;
    last++;
  }
  return last;
}

/** The part of speech of a word that was in pieces: a name by its capital, or else that of its longest known piece. */
function wordTag(text: string, { start, end, pos }: TokenList, first: number, last: number): Pos {
  if (UPPER.test(text.slice(start[first], end[first]))) return "PROPN";
  let best = first;
  for (let i = first; i <= last; i++)
    if (pos[i] !== "X" && (pos[best] === "X" || end[i]! - start[i]! > end[best]! - start[best]!)) best = i;
  return pos[best] === "X" ? "NOUN" : pos[best]!;
}

const CLITIC_LEMMAS = new Map([
  ["'m", "be"],
  ["'re", "be"],
  ["'ve", "have"],
  ["'ll", "will"],
  ["'d", "would"],
]);

const PRONOUNS = new Set("i you he she it we they that there who what".split(" "));

const headTag = (head: string, tag: Pos): Pos => (PRONOUNS.has(head) ? "PRON" : tag);

const tailTag = (tail: string, head: string): Pos =>
  tail === "'s" && !PRONOUNS.has(head) ? "PART" : tail.startsWith("'") ? "AUX" : "PUNCT";

/** Where a token comes apart; its end if it does not. */
function splitAt(text: string, from: number, to: number): number {
  const last = text.charCodeAt(to - 1);
  // A clitic ends in s, m, d, e or l; its apostrophe is the second or third character from the end.
  if (isApostrophe(text.charCodeAt(to - 2)) || isApostrophe(text.charCodeAt(to - 3))) {
    const [, head] = CLITIC.exec(text.slice(from, to)) ?? [];
    if (head) return from + head.length;
  }
  // "in the sun.", which wink-nlp takes for Sunday.
  if (last === STOP && !UPPER.test(text[from]!) && ABBREVIATIONS.get(text.slice(from, to - 1)) === "proper")
    return to - 1;
  const closes = last === STOP || last === 44 || last === 33 || last === 63 || last === 59 || last === 58;
  if (closes && to - from > 7 && ADDRESS.test(text.slice(from, from + 8))) return to - 1;
  return to;
}

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

/** A closing parenthesis with a colon or semicolon after it, or the other way about before an opening one: no emoticon in news. */
const isFalseEmoticon = (text: string, from: number): boolean =>
  text[from] === ")" && (text[from + 1] === ":" || text[from + 1] === ";");

/** Index of the last of the tokens that belong together with token `i`: `i` itself if it stands alone. */
function joinedUntil(text: string, tokens: TokenList, i: number): number {
  const { start, end } = tokens;
  const next = i + 1;
  if (next >= tokens.length || end[i] !== start[next] || tokens.edge[i] === Edge.block) return i;
  const first = text.charCodeAt(start[i]!);
  if (first === STOP) return dotsUntil(text, tokens, i);
  if (first === 91) return bracketUntil(text, tokens, i);
  if (text.charCodeAt(start[next]!) === STOP || (text.charCodeAt(end[i]! - 1) === STOP && end[i]! - start[i]! > 1))
    return addressUntil(text, tokens, i);
  return i;
}

/** ". . ." without spaces: an ellipsis of any length is one token. */
function dotsUntil(text: string, { length, start, end, edge }: TokenList, i: number): number {
  if (!DOTS.test(text.slice(start[i], end[i]))) return i;
  let last = i;
  while (
    last + 1 < length &&
    end[last] === start[last + 1] &&
    edge[last] !== Edge.block &&
    DOTS.test(text.slice(start[last + 1], end[last + 1]))
  )
    last++;
  return last;
}

/** "[...]" and "[…]". */
function bracketUntil(text: string, { length, start, end, edge }: TokenList, i: number): number {
  const last = i + 2;
  if (last >= length || end[i + 1] !== start[last] || edge[i + 1] === Edge.block) return i;
  const whole = text.slice(start[i], end[last]);
  return whole === "[...]" || whole === "[…]" ? last : i;
}

/** "www.example.co.uk", "Example.com", "Ph.D.", "Fig.": words with full stops and no white space between them. */
function addressUntil(text: string, { length, start, end, edge }: TokenList, i: number): number {
  let last = i;
  while (last + 1 < length && end[last] === start[last + 1] && edge[last] !== Edge.block && last - i < 12) last++;
  // The longest run of touching tokens that makes an address or an abbreviation.
  for (; last > i; last--) {
    const whole = text.slice(start[i], end[last]);
    if (isAddress(whole) || isAbbreviation(whole)) return last;
  }
  return i;
}

function isAddress(whole: string): boolean {
  const parts = whole.split(".");
  if (parts.length < 2 || !parts.every((part) => WORD.test(part))) return false;
  return parts[0]!.toLowerCase() === "www" ? parts.length > 2 : WEB_DOMAINS.has(parts.at(-1)!) && parts[0]!.length > 1;
}

/** Abbreviations that wink-nlp does not know; "No." and the like may be words too, and are left to the sentences. */
function isAbbreviation(whole: string): boolean {
  if (!whole.endsWith(".") || whole.length > 8) return false;
  const kind = ABBREVIATIONS.get(whole.slice(0, -1).toLowerCase());
  return (kind === "before" || (kind !== undefined && whole.indexOf(".") < whole.length - 1)) && UPPER.test(whole);
}
