import type { TokenColumns } from "./layers.ts";
import type { Pos } from "./schema/tokens.ts";
import { standsAt } from "./span.ts";
import { perArticle } from "./tokens.ts";

/**
 * The text as rules read it: pieces smaller than tokens, so that "third-quarter", "7pm", "year’s" and "$3-4bn" come
 * apart the same way however a tokenizer cuts them. Parallel columns. An empty word stands before, between and after
 * sentences: it matches nothing, so no rule can read over the edge of a sentence.
 */
export interface Words {
  readonly text: string;
  /** Lower case, without the periods of abbreviations ("p.m." is "pm"), with straight apostrophes. */
  readonly lower: readonly string[];
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly pos: readonly Pos[];
  readonly lemma: readonly string[];
  /** Indexes of the numbers and of the words that somebody watches for, in order: rules need look at no others. */
  readonly watched: readonly number[];
}

const LETTER = /[\p{L}\p{M}]/u;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code > 127 && (code & 0xf800) !== 0xd800 && LETTER.test(String.fromCharCode(code)));
const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;
const isSurrogate = (code: number): boolean => (code & 0xfc00) === 0xd800;

/** The words of an article: every token cut into runs of letters, numbers ("1,000.50" is one) and single signs. Linear. */
export const readWords = (text: string, tokens: TokenColumns): Words => view(text, tokens);

let view = perArticle(cutIntoWords);

const WATCHED = new Set<string>();
/** Whether any of them has that look: most words have none, and need not be looked up. */
const LOOKS = new Uint8Array(1 << 13);

/** The length of a word and its first, second and last characters as one small number. */
function lookOf(word: string): number {
  const { length } = word;
  if (length === 0) return 0;
  const second = length > 1 ? word.charCodeAt(1) : 0;
  const ends = word.charCodeAt(0) * 961 + second * 131 + word.charCodeAt(length - 1) * 17;
  return (ends + length * 1009) & (LOOKS.length - 1);
}

const isWatched = (word: string): boolean => LOOKS[lookOf(word)] === 1 && WATCHED.has(word);

/** Makes `watched` tell where these words, in lower case, stand. It only ever tells of more, so all may share it. */
export function watchFor(words: Iterable<string>): void {
  const before = WATCHED.size;
  for (const word of words) {
    WATCHED.add(word);
    LOOKS[lookOf(word)] = 1;
  }
  if (WATCHED.size === before) return;
  SPELLINGS.fill(0);
  view = perArticle(cutIntoWords);
}

function cutIntoWords(text: string, tokens: TokenColumns): Words {
  const { start: starts, end: ends, pos: tags, lemma: lemmas, sentence: sentences } = tokens;
  // Room for a few more pieces than tokens, so that the columns seldom grow.
  const room = starts.length + (starts.length >> 2) + 16;
  const lower = new Array<string>(room);
  const start = new Array<number>(room);
  const end = new Array<number>(room);
  const pos = new Array<Pos>(room);
  const lemma = new Array<string>(room);
  const watched: number[] = [];
  let count = 0;
  let at = 0;
  for (let token = -1; token < starts.length; token++) {
    const last = token < 0 ? 0 : ends[token]!;
    if (token >= 0 && at < starts[token]!) at = starts[token]!; // a number may have reached into this token
    while (at < last) {
      const place = placeOf(text, at, last);
      const to = place < 0 ? pieceEnd(text, at, last) : last;
      const word = place < 0 ? normal(text, at, to) : SPELLED[place]!;
      if (place < 0 ? isNumber(word) || isWatched(word) : IS_WATCHED[place] === 1) watched.push(count);
      lower[count] = word;
      start[count] = at;
      end[count] = to;
      pos[count] = tags[token]!;
      lemma[count++] = lemmas[token]!;
      at = to;
    }
    // A sentence cannot end inside a number.
    const goesOn = token >= 0 && token + 1 < starts.length && sentences[token] === sentences[token + 1];
    if (goesOn || at > last) continue;
    lower[count] = "";
    start[count] = last;
    end[count] = last;
    pos[count] = "X";
    lemma[count++] = "";
  }
  for (const column of [lower, start, end, pos, lemma]) column.length = count;
  return { text, lower, start, end, pos, lemma, watched };
}

function pieceEnd(text: string, at: number, last: number): number {
  const first = text.charCodeAt(at);
  if (isDigit(first)) return numberEnd(text, at);
  if (isLetter(first)) return letterEnd(text, at, last);
  if (isApostrophe(first) && at + 1 < last && isLetter(text.charCodeAt(at + 1))) return letterEnd(text, at + 1, last);
  return isSurrogate(first) && at + 1 < last ? at + 2 : at + 1;
}

/** A number goes on past the end of its token, which may stand before a decimal point ("QR330", ".7mn"). */
function numberEnd(text: string, at: number): number {
  let to = at + 1;
  for (; to < text.length; to++) {
    const code = text.charCodeAt(to);
    const joins = (code === 44 || code === 46) && isDigit(text.charCodeAt(to + 1));
    if (!isDigit(code) && !joins) break;
  }
  return to;
}

/** True of letters that a tokenizer made for ASCII parts from their word ("z", "ł"). */
const isParted = (text: string, at: number): boolean =>
  (text.charCodeAt(at) > 127 || text.charCodeAt(at - 1) > 127) &&
  isLetter(text.charCodeAt(at)) &&
  isLetter(text.charCodeAt(at - 1));

/** Takes in the periods of "p.m." and "Sept.", but not the one that ends a sentence after "$3.5m". */
function letterEnd(text: string, at: number, last: number): number {
  let to = at + 1;
  let abbreviated = to < last && isLarge(text, at);
  for (; to < last || (to < text.length && isParted(text, to)); to++) {
    const code = text.charCodeAt(to);
    if (isLetter(code)) continue;
    const inside = code === 46 && to + 1 < last && isLetter(text.charCodeAt(to + 1));
    const after = code === 46 && to + 1 === last && abbreviated;
    if (!inside && !after) break;
    abbreviated = true;
  }
  return to;
}

/**
 * Short words met before, at the place that their letters give: most of a text are, and so are neither cut nor changed
 * nor hashed again. Longer ones would keep the text that they are cut from in memory.
 */
const PLACES = 1 << 12;
const MET: string[] = new Array(2 * PLACES).fill(""); // the word stands beside its piece, where the processor has both at hand
const LONGEST_MET = 12;

/**
 * The same for words of letters only, with the letters as two numbers of six times five bits, to compare them at once
 * and leave their strings alone.
 */
const SPELLED: string[] = new Array(PLACES).fill("");
const SPELLINGS = new Int32Array(2 * PLACES);
const IS_WATCHED = new Uint8Array(PLACES);
const HALF = 6;
/** Stand for a comma and a period, where letters are 1 to 26. */
const COMMA = 27;
const PERIOD = 28;

const isLarge = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code < 128 ? code >= 65 && code <= 90 : text[at] !== text[at]!.toLowerCase();
};

/** The place of what most tokens are: a word of ASCII letters, or a comma or period. -1 for any other token. */
function placeOf(text: string, from: number, to: number): number {
  const first = text.charCodeAt(from);
  if (first < 65) {
    if (from + 1 < to || (first !== 44 && first !== 46)) return -1;
    return placed(text, from, to, first === 44 ? COMMA : PERIOD, 0, true);
  }
  if (to - from > LONGEST_MET || text.charCodeAt(to) > 127) return -1; // its word may go on there
  let head = 0;
  let tail = 0;
  let small = 32; // the bit that small letters have and capitals have not, if all have it
  const half = Math.min(to, from + HALF);
  for (let i = from; i < half; i++) {
    const code = text.charCodeAt(i);
    const letter = (code | 32) - 96;
    if (letter < 1 || letter > 26) return -1;
    small &= code;
    head = (head << 5) | letter;
  }
  for (let i = half; i < to; i++) {
    const code = text.charCodeAt(i);
    const letter = (code | 32) - 96;
    if (letter < 1 || letter > 26) return -1;
    small &= code;
    tail = (tail << 5) | letter;
  }
  return placed(text, from, to, head, tail, small !== 0);
}

function placed(text: string, from: number, to: number, head: number, tail: number, isLower: boolean): number {
  const place = Math.imul(head ^ Math.imul(tail, 0x2545f491), 0x9e3779b1) >>> 20; // as many bits as there are places
  if (SPELLINGS[2 * place] === head && SPELLINGS[2 * place + 1] === tail) return place;
  const piece = text.slice(from, to);
  const word = isLower ? piece : piece.toLowerCase();
  SPELLED[place] = word;
  SPELLINGS[2 * place] = head;
  SPELLINGS[2 * place + 1] = tail;
  IS_WATCHED[place] = isWatched(word) ? 1 : 0;
  return place;
}

/** The piece as rules read it. */
function normal(text: string, from: number, to: number): string {
  if (to - from > LONGEST_MET) return changed(text.slice(from, to));
  let hash = 0;
  for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return metWord(text, from, to, hash);
}

function metWord(text: string, from: number, to: number, hash: number): string {
  const place = 2 * ((hash ^ (hash >>> 13)) & (PLACES - 1));
  if (standsAt(text, from, to, MET[place]!)) return MET[place + 1]!;
  const piece = text.slice(from, to);
  const word = changed(piece);
  MET[place] = piece;
  MET[place + 1] = word === piece ? piece : word;
  return MET[place + 1]!;
}

/** The piece in lower case, without periods, and with a straight apostrophe before it. */
function changed(piece: string): string {
  const code = piece.charCodeAt(0);
  if (isDigit(code)) return piece;
  const word = piece.length > 1 && piece.includes(".") ? piece.replaceAll(".", "") : piece;
  return (code === 0x2019 && word.length > 1 ? `'${word.slice(1)}` : word).toLowerCase();
}

/** True of "20", "1,500" and "2.5": words that begin with a digit. */
export const isNumber = (word: string | undefined): boolean => word !== undefined && isDigit(word.charCodeAt(0));

/** True of `least` to `most` digits and nothing else. */
export function areDigits(word: string | undefined, least: number, most: number): boolean {
  if (word === undefined || word.length < least || word.length > most) return false;
  for (let i = 0; i < word.length; i++) if (!isDigit(word.charCodeAt(i))) return false;
  return true;
}

/** True of words that begin with a letter. */
export const isSpelled = (word: string | undefined): boolean => word !== undefined && isLetter(word.charCodeAt(0));

export const isArticle = (word: string | undefined): boolean => word === "a" || word === "an";

/** True if word `i` begins with a capital letter. */
export const isCapital = ({ text, start }: Words, i: number): boolean =>
  start[i]! < text.length && isLarge(text, start[i]!);

/** True if nothing stands between word `i` and the one before it. */
export const isJoined = ({ start, end }: Words, i: number): boolean => start[i] === end[i - 1];

export const isHyphen = (word: string | undefined): boolean => word === "-" || word === "–" || word === "‑";

/** Index of the word after `i`, past one hyphen if it stands there ("two-year" reads as "two year"). */
export const pastHyphen = ({ lower }: Words, i: number): number => (isHyphen(lower[i]) ? i + 1 : i);

/** Index of the word before `i`, past one hyphen if it stands there. */
export const beforeHyphen = ({ lower }: Words, i: number): number => (isHyphen(lower[i]) ? i - 1 : i);
