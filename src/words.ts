import type { TokenColumns } from "./layers.ts";
import type { Pos } from "./schema/tokens.ts";
import { perArticle, type View } from "./tokens.ts";

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
export const readWords: View<Words> = perArticle(cutIntoWords);

function cutIntoWords(text: string, tokens: TokenColumns): Words {
  const lower: string[] = [""];
  const start: number[] = [0];
  const end: number[] = [0];
  const pos: Pos[] = ["X"];
  const lemma: string[] = [""];
  const push = (word: string, from: number, to: number, tag: Pos, base: string): void => {
    lower.push(word);
    start.push(from);
    end.push(to);
    pos.push(tag);
    lemma.push(base);
  };
  let at = 0;
  for (let token = 0; token < tokens.start.length; token++) {
    const last = tokens.end[token]!;
    at = Math.max(at, tokens.start[token]!); // a number may have reached into this token
    while (at < last) {
      const to = pieceEnd(text, at, last);
      push(normal(text, at, to), at, to, tokens.pos[token]!, tokens.lemma[token]!);
      at = to;
    }
    // A sentence cannot end inside a number.
    if (tokens.sentence[token] !== tokens.sentence[token + 1] && at <= last) push("", last, last, "X", "");
  }
  return { text, lower, start, end, pos, lemma };
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
  let abbreviated = to < last && text[at] !== text[at]!.toLowerCase();
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

function normal(text: string, from: number, to: number): string {
  const piece = text.slice(from, to);
  const code = piece.charCodeAt(0);
  if (isDigit(code)) return piece;
  const word = piece.length > 1 && piece.includes(".") ? piece.replaceAll(".", "") : piece;
  return (code === 0x2019 && word.length > 1 ? `'${word.slice(1)}` : word).toLowerCase();
}

/** True if word `i` begins with a capital letter. */
export const isCapital = ({ text, start }: Words, i: number): boolean => {
  const first = text[start[i]!] ?? "";
  return first !== first.toLowerCase();
};

/** True if nothing stands between word `i` and the one before it. */
export const isJoined = ({ start, end }: Words, i: number): boolean => start[i] === end[i - 1];

export const isHyphen = (word: string | undefined): boolean => word === "-" || word === "–" || word === "‑";

/** Index of the word after `i`, past one hyphen if it stands there ("two-year" reads as "two year"). */
export const pastHyphen = ({ lower }: Words, i: number): number => (isHyphen(lower[i]) ? i + 1 : i);

/** Index of the word before `i`, past one hyphen if it stands there. */
export const beforeHyphen = ({ lower }: Words, i: number): number => (isHyphen(lower[i]) ? i - 1 : i);
