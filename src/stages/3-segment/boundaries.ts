import { isWhite } from "../../span.ts";
import { ABBREVIATIONS, AFTER_CLOCK_TIME, MARKED_NAMES } from "./lexicon/abbreviations.ts";
import { SENTENCE_STARTERS } from "./lexicon/sentence-starters.ts";
import { Edge, type TokenList } from "./token-list.ts";

/** Words of reporting that may follow a name after "…?” or "…!”. */
const SAID = new Set(
  "said says asked asks added told wrote writes replied shouted cried joked tweeted wondered".split(" "),
);
/** No name of a company or place goes on with them. */
const TITLES = new Set("Mr. Mrs. Ms. Mr Mrs Ms".split(" "));
/** A name between a quotation and its verb has at most this many words. */
const LONGEST_NAME = 5;

const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const LETTER = /\p{L}/u;
const INTEGER = /^\d{1,3}$/;
const LABEL = /^(?:\d{1,2}|[a-z])$/i;
const INITIAL = /^\p{Lu}\.$/u;

/**
 * Says after which tokens a sentence ends: 1 where one does. wink-nlp's boundaries are the default; the rules here overrule them
 * around abbreviations, initials, quotations, ellipses, list labels and names. Text inside a quotation is split like any
 * other. Linear time: each token is looked at a bounded number of times.
 */
export function sentenceEnds(text: string, tokens: TokenList): Uint8Array {
  return new Splitter(text, tokens).run();
}

class Splitter {
  readonly #text: string;
  readonly #tokens: TokenList;
  readonly #ends: Uint8Array;
  /** First token of the sentence that is being read. */
  #first = 0;
  /** The list label that sentence begins with, in lower case: "a" of "a) bread", else "". */
  #label = "";

  constructor(text: string, tokens: TokenList) {
    this.#text = text;
    this.#tokens = tokens;
    this.#ends = new Uint8Array(tokens.start.length);
  }

  run(): Uint8Array {
    const { start, end, edge } = this.#tokens;
    const text = this.#text;
    for (let i = 0; i < start.length; i++) {
      const code = text.charCodeAt(end[i]! - 1);
      if (code === 41 || code === 46) this.#readLabel(i);
      if (edge[i] === Edge.block) this.#end(i);
      else if (isTerminator(code) || (code === 93 && isEllipsis(text, start[i]!, end[i]!))) {
        const last = this.#closersAfter(i);
        if (edge[last] === Edge.block || this.#isBoundary(i, last)) this.#end(last);
        i = last;
      } else if (isBullet(code) && i > this.#first) this.#end(i - 1);
    }
    return this.#ends;
  }

  #end(i: number): void {
    this.#ends[i] = 1;
    this.#first = i + 1;
    this.#label = "";
  }

  #word(i: number): string {
    return i < this.#tokens.start.length ? this.#text.slice(this.#tokens.start[i], this.#tokens.end[i]) : "";
  }

  #touches(i: number): boolean {
    return this.#tokens.end[i] === this.#tokens.start[i + 1];
  }

  /** The last of the marks, closing quotation marks, brackets and note numbers that belong to the terminator at `i`. */
  #closersAfter(i: number): number {
    const { start, edge } = this.#tokens;
    let last = i;
    while (edge[last] !== Edge.block && last + 1 < start.length) {
      const code = this.#text.charCodeAt(start[last + 1]!);
      const touches = this.#touches(last);
      if (touches && (isTerminator(code) || (isClosing(code) && this.#isMark(last + 1)))) last++;
      // A straight mark closes if white space comes after it but not before it.
      else if (touches && isStraight(code) && this.#isMark(last + 1) && !this.#opensWord(last + 1)) last++;
      else if (touches && this.#isNote(i, last + 1)) {
        last++;
        while (edge[last] !== Edge.block && INTEGER.test(this.#word(last + 1)) && startsUpper(this.#word(last + 2)))
          last++;
      } else break;
    }
    return last;
  }

  /** True if the token has no letters: "’", but not "’s". */
  #isMark(i: number): boolean {
    return !LETTER.test(this.#text[this.#tokens.end[i]! - 1]!);
  }

  /** True if a letter or number follows the mark at `i` without white space. */
  #opensWord(i: number): boolean {
    const end = this.#tokens.end[i]!;
    return end < this.#text.length && !isWhite(this.#text, end) && LETTER.test(this.#text[end]!);
  }

  /** The number of a footnote: right after the full stop of a word, and a sentence begins after it. */
  #isNote(stop: number, i: number): boolean {
    const { edge, start } = this.#tokens;
    if (edge[i] === Edge.block || !INTEGER.test(this.#word(i)) || this.#word(stop) !== ".") return false;
    if (!isWhite(this.#text, this.#tokens.end[i]!) || !/[\p{Ll})\]]/u.test(this.#text[start[stop]! - 1] ?? ""))
      return false;
    return startsUpper(this.#word(i + 1)) || INTEGER.test(this.#word(i + 1));
  }

  /** Does a sentence end after the terminator at `stop` and the closing marks up to `last`? */
  #isBoundary(stop: number, last: number): boolean {
    const { start, end, edge } = this.#tokens;
    const text = this.#text;
    const code = text.charCodeAt(end[stop]! - 1);
    if (isWide(code)) return true;
    let next = last + 1;
    if (this.#touches(last)) return edge[last] === Edge.sentence && this.#isMissingSpace(stop, last);
    while (edge[next] !== Edge.block && isOpening(text.charCodeAt(start[next]!)) && this.#touches(next)) next++;
    const opened = next > last + 1;
    const word = this.#word(next);
    const first = text.charCodeAt(start[next]!);
    if (!opened && (isContinuing(first) || isDash(word) || isEllipsis(text, start[next]!, end[next]!))) return false;
    if (this.#isListNumber(stop)) return false;
    if (this.#isLabel(next)) return true;
    if (LOWER.test(word[0]!)) return this.#isBeforeLower(stop, last, word, opened);
    if (code === 33 || code === 63) return this.#isAfterMark(stop, last, next, word);
    const spaced = end[stop]! - start[stop]! === 1 && isWhite(text, start[stop]! - 1);
    if (spaced && this.#word(stop - 1) === "." && /^I\b/.test(word)) return false;
    if (spaced || isEllipsis(text, start[stop]!, end[stop]!))
      return startsUpper(word) && text[start[last + 1]!] !== "(";
    return last > stop || this.#isAfterStop(stop, next, word);
  }

  /** "…the end.The next": a capital right after the full stop of a word in lower case. */
  #isMissingSpace(stop: number, last: number): boolean {
    const { start, end } = this.#tokens;
    const before = this.#text[start[stop]! - 1] ?? "";
    if (isEllipsis(this.#text, start[stop]!, end[stop]!)) return false;
    return (LOWER.test(before) || isDigit(before) || last > stop) && startsUpper(this.#word(last + 1));
  }

  /** "w) bread": a label where the next sentence would begin. */
  #isLabel(next: number): boolean {
    const { edge } = this.#tokens;
    return (
      edge[next] !== Edge.block && this.#touches(next) && this.#word(next + 1) === ")" && LABEL.test(this.#word(next))
    );
  }

  /** "1." or "1.)" or "A." where a sentence begins, perhaps after a bullet. */
  #isListNumber(stop: number): boolean {
    const word = this.#word(stop);
    if (stop === this.#first) return word.length === 2 && LABEL.test(word[0]!);
    const bullet = this.#isBulletAt(this.#first) ? 1 : 0;
    return (
      stop === this.#first + 1 + bullet && word === "." && this.#touches(stop - 1) && LABEL.test(this.#word(stop - 1))
    );
  }

  /** In edited text a small letter after a full stop means that the sentence goes on, unless a name begins with one: "iPhone". */
  #isBeforeLower(stop: number, last: number, word: string, opened: boolean): boolean {
    if (last > stop || UPPER.test(word)) return UPPER.test(word);
    const isPlain = this.#word(stop) === "." && this.#touches(stop - 1) && this.#tokens.edge[stop] === Edge.sentence;
    return isPlain && opened;
  }

  #isAfterMark(stop: number, last: number, next: number, word: string): boolean {
    if (stop === last && MARKED_NAMES.has(this.#word(stop - 1).toLowerCase()) && startsUpper(this.#word(stop - 1)))
      return SENTENCE_STARTERS.has(word);
    return stop === last || !this.#isSpeaker(next);
  }

  /** "Jane Doe said", after a quotation that ends in ! or ?. */
  #isSpeaker(next: number): boolean {
    const { edge } = this.#tokens;
    if (SENTENCE_STARTERS.has(this.#word(next))) return false;
    for (let i = next; i < next + LONGEST_NAME && edge[i] !== Edge.block; i++) {
      if (!startsUpper(this.#word(i))) return false;
      if (SAID.has(this.#word(i + 1))) return true;
    }
    return false;
  }

  #isAfterStop(stop: number, next: number, word: string): boolean {
    const short = this.#abbreviationAt(stop);
    if (short === "") return true;
    if (INITIAL.test(short)) return this.#isAfterInitial(stop, short, word);
    const starts = SENTENCE_STARTERS.has(word);
    const lower = short.slice(0, -1).toLowerCase();
    switch (ABBREVIATIONS.get(lower)) {
      case "before":
        return starts && (lower === "st" || lower === "ft" || lower === "dep") && stop > this.#first;
      case "number":
        return !isDigit(word) && edgeOf(this.#tokens, stop) === Edge.sentence;
      case "measure":
        return (lower === "am" || lower === "pm" || lower === "a.m" || lower === "p.m") && !starts
          ? !isDigit(word) && !AFTER_CLOCK_TIME.has(word) && this.#hasVerb(stop)
          : !isDigit(word);
      case "name":
      case "proper":
        return starts || TITLES.has(word) || (!startsUpper(word) && !isDigit(word)) || this.#isPlural(next);
      default:
        return (
          starts ||
          (this.#touches(stop - 1) && stop > this.#first) ||
          (edgeOf(this.#tokens, stop) === Edge.sentence && !short.slice(0, -1).includes("."))
        );
    }
  }

  /** "…you and I. Did", but "Albert I. Jones"; "Malcolm X. He". */
  #isAfterInitial(stop: number, short: string, word: string): boolean {
    if (short === "I." && !startsUpper(this.#word(stop - 1))) return true;
    return SENTENCE_STARTERS.has(word) && word !== "A" && stop > this.#first;
  }

  /** A common noun in the plural with a verb after it: "… of the U.S. Millions watched". */
  #isPlural(next: number): boolean {
    const { pos, edge } = this.#tokens;
    return pos[next] === "NOUN" && edge[next] !== Edge.block && /s$/.test(this.#word(next)) && pos[next + 1] === "VERB";
  }

  /** The abbreviation that the full stop at `stop` belongs to, with it: one token, or the word before it; "" if there is none. */
  #abbreviationAt(stop: number): string {
    const word = this.#word(stop);
    if (word.length > 1) return LETTER.test(word) || word === "N°." ? word : "";
    if (stop === this.#first || !this.#touches(stop - 1)) return "";
    const before = this.#word(stop - 1);
    return before.length < 8 && isShort(before) ? `${before}.` : "";
  }

  #hasVerb(until: number): boolean {
    const { pos } = this.#tokens;
    const from = Math.max(this.#first, until - 60);
    for (let i = from; i < until; i++) if (pos[i] === "VERB" || pos[i] === "AUX") return true;
    return false;
  }

  /** "a) … b) … c) …", "1. … 2. …" in one line: the next label in the sequence begins a new sentence. `i` is its last mark. */
  #readLabel(i: number): void {
    const { start, end } = this.#tokens;
    const at = end[i]! - start[i]! === 1 ? i - 1 : i;
    if (at < this.#first || (at < i && !this.#touches(at)) || end[i]! - start[at]! > 3) return;
    const label = this.#text.slice(start[at], end[i]! - 1).toLowerCase();
    if (!LABEL.test(label)) return;
    if (at === this.#first || (at === this.#first + 1 && this.#isBulletAt(this.#first))) this.#label = label;
    else if (this.#label !== "" && label === following(this.#label)) {
      this.#end(at - 1);
      this.#label = label;
    }
  }

  #isBulletAt(i: number): boolean {
    return isBullet(this.#text.charCodeAt(this.#tokens.start[i]!));
  }
}

/** "Ill." and "Mass." are abbreviations with a capital only; "am.", "in." and "art." are words more often than not. */
function isShort(word: string): boolean {
  const kind = ABBREVIATIONS.get(word.toLowerCase());
  return kind === "before" || (kind === "number" && word.length < 3) || (kind !== undefined && startsUpper(word));
}

const edgeOf = (tokens: TokenList, i: number): Edge => tokens.edge[i]!;

const following = (label: string): string =>
  isDigit(label) ? String(Number(label) + 1) : String.fromCharCode(label.charCodeAt(0) + 1);

const isTerminator = (code: number): boolean =>
  code === 46 || code === 33 || code === 63 || code === 0x2026 || isWide(code);
/** Full stops and marks of full width, which no space follows. */
const isWide = (code: number): boolean => code === 0xff0e || code === 0x3002 || code === 0xff01 || code === 0xff1f;
const isStraight = (code: number): boolean => code === 34 || code === 39;
const isClosing = (code: number): boolean =>
  code === 0x201d || code === 0x2019 || code === 41 || code === 93 || code === 0xbb;
const isOpening = (code: number): boolean =>
  isStraight(code) || code === 0x201c || code === 0x2018 || code === 40 || code === 91 || code === 0xab || code === 96;
const isContinuing = (code: number): boolean => code === 44 || code === 59 || code === 58 || code === 41 || code === 93;
const isBullet = (code: number): boolean =>
  code === 0x2022 || code === 0x2043 || code === 0x25aa || code === 0x25e6 || code === 0x2023;
const isDash = (word: string): boolean =>
  word === "-" || word === "--" || word === "–" || word === "—" || word === "―" || word === "_";
const isDigit = (word: string): boolean => word !== "" && word.charCodeAt(0) >= 48 && word.charCodeAt(0) <= 57;
const startsUpper = (word: string): boolean => word !== "" && UPPER.test(word[0]!);
const isEllipsis = (text: string, start: number, end: number): boolean =>
  text.charCodeAt(end - 1) === 0x2026 ||
  (end - start > 1 && text.charCodeAt(start) === 46) ||
  (text[start] === "[" && end - start > 2);
