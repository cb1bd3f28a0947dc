import type { Span } from "../../schema/span.ts";
import type { Pos } from "../../schema/tokens.ts";
import { isWhite, splitsPair } from "../../span.ts";
import type { WinkTokens } from "./wink-parts.ts";

/** What may end after a token: nothing, a sentence as wink-nlp sees it, or a block, where a sentence ends in any case. */
export const Edge = { none: 0, sentence: 1, block: 2 } as const;
export type Edge = (typeof Edge)[keyof typeof Edge];

/** Tokens as parallel columns, in text order. */
export interface TokenList {
  readonly length: number;
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly pos: readonly Pos[];
  readonly lemma: readonly string[];
  /** The token's characters, and the same in lower case. */
  readonly text: readonly string[];
  readonly lower: readonly string[];
  readonly edge: readonly Edge[];
}

/** Room for more tokens than this is given back after an article. */
const MOST_ROOM = 2 ** 16;

/** Tokens that are being put together. Its columns are used for one article after another, and hold more than `length` tells. */
export class TokenWriter implements TokenList {
  length = 0;
  start: number[] = [];
  end: number[] = [];
  pos: Pos[] = [];
  lemma: string[] = [];
  text: string[] = [];
  lower: string[] = [];
  edge: Edge[] = [];

  push(from: number, to: number, pos: Pos, lemma: string, text: string, lower: string, edge: Edge): void {
    const at = this.length++;
    this.start[at] = from;
    this.end[at] = to;
    this.pos[at] = pos;
    this.lemma[at] = lemma;
    this.text[at] = text;
    this.lower[at] = lower;
    this.edge[at] = edge;
  }

  /** A copy of the tokens as they stand. */
  copy(): TokenList {
    const { length } = this;
    return {
      length,
      start: this.start.slice(0, length),
      end: this.end.slice(0, length),
      pos: this.pos.slice(0, length),
      lemma: this.lemma.slice(0, length),
      text: this.text.slice(0, length),
      lower: this.lower.slice(0, length),
      edge: this.edge.slice(0, length),
    };
  }

  /** Makes it ready for the next article. */
  clear(): void {
    if (this.start.length > MOST_ROOM) Object.assign(this, new TokenWriter());
    this.length = 0;
  }
}

/** Puts wink-nlp's tokens together, and fills the gaps between them, so that each visible character is in exactly one. */
export class TokenCollector {
  readonly tokens = new TokenWriter();
  #text = "";

  /** Begins an article. */
  begin(text: string): void {
    this.#text = text;
    this.tokens.clear();
  }

  /** Adds the tokens of the next piece of the text. */
  add(piece: Span, read: WinkTokens): void {
    const { length, start, end, tokens, pos, lemma, isLast } = read;
    let at = piece.start;
    for (let i = 0; i < length; i++) {
      const found = start[i]!;
      // What wink-nlp made other characters of is picked up as a gap.
      if (found >= 0) {
        if (found > at) this.#gap(at, found);
        at = end[i]!;
        const { text, lower } = tokens[i]!;
        this.#push(found, at, pos[i]!, lemma[i]!, text, lower);
      }
      if (isLast[i] === 0) continue;
      if (i === length - 1) this.#gap(at, piece.end);
      this.#close(Edge.sentence);
    }
    if (length > 0) return;
    this.#gap(at, piece.end);
    this.#close(Edge.sentence);
  }

  /** Says that the tokens added last are the end of a block. */
  endBlock(): void {
    this.#close(Edge.block);
  }

  #close(edge: Edge): void {
    const { edge: edges, length } = this.tokens;
    if (length > 0) edges[length - 1] = edge;
  }

  /** Tokens for what wink-nlp passed over, a run of characters each, so that nothing visible is in no token. */
  #gap(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      if (isWhite(this.#text, at)) continue;
      let end = at + 1;
      while (end < to && !isWhite(this.#text, end)) end++;
      const text = this.#text.slice(at, end);
      this.#push(at, end, "X", text, text, text.toLowerCase());
      at = end;
    }
  }

  #push(from: number, to: number, pos: Pos, lemma: string, text: string, lower: string): void {
    const { tokens } = this;
    const last = tokens.length - 1;
    if (last >= 0 && tokens.end[last] === from && splitsPair(this.#text, from)) {
      tokens.end[last] = to;
      tokens.text[last] += text;
      tokens.lower[last] = tokens.text[last]!.toLowerCase();
      return;
    }
    tokens.push(from, to, pos, lemma, text, lower, Edge.none);
  }
}
