import type { Span } from "../../schema/span.ts";
import type { Pos } from "../../schema/tokens.ts";
import { isWhite, splitsPair } from "../../span.ts";
import type { WinkTokens } from "./wink.ts";

/** What may end after a token: nothing, a sentence as wink-nlp sees it, or a block, where a sentence ends in any case. */
export const Edge = { none: 0, sentence: 1, block: 2 } as const;
export type Edge = (typeof Edge)[keyof typeof Edge];

/** Tokens as parallel columns, in text order. */
export interface TokenList {
  readonly start: number[];
  readonly end: number[];
  readonly pos: Pos[];
  readonly lemma: string[];
  readonly edge: Edge[];
}

export const emptyTokens = (): TokenList => ({ start: [], end: [], pos: [], lemma: [], edge: [] });

/** wink-nlp may swallow this many characters (control characters, say) before a token; more would be a wrong match. */
const LOOK_AHEAD = 16;

/** Finds wink-nlp's tokens in the text again, so that each visible character is in exactly one. */
export class TokenCollector {
  readonly tokens = emptyTokens();
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Adds the tokens of the next piece of the text. */
  add(piece: Span, { values, pos, lemmas, sentenceEnds }: WinkTokens): void {
    let at = piece.start;
    let token = 0;
    for (const last of sentenceEnds) {
      for (; token <= last; token++) {
        const value = values[token]!;
        const found = this.#find(value, at);
        const end = found + value.length;
        // wink-nlp changed it, or took in white space that it does not know; `#gap` picks it up.
        if (found < 0 || end > piece.end || hasWhite(this.#text, found, end)) continue;
        if (found > at) this.#gap(at, found);
        this.#push(found, end, pos[token]!, lemmas[token]!);
        at = end;
      }
      if (last === values.length - 1) this.#gap(at, piece.end);
      this.#close(Edge.sentence);
    }
  }

  /** Says that the tokens added last are the end of a block. */
  endBlock(): void {
    this.#close(Edge.block);
  }

  #close(edge: Edge): void {
    const { edge: edges } = this.tokens;
    if (edges.length > 0) edges[edges.length - 1] = edge;
  }

  /** Where the token's characters come next: right here but for white space, or a few characters on; -1 if not. */
  #find(value: string, from: number): number {
    let at = from;
    while (at < this.#text.length && isWhite(this.#text, at)) at++;
    if (this.#text.startsWith(value, at)) return at;
    const near = this.#text.slice(from, at + LOOK_AHEAD + value.length).indexOf(value);
    return near < 0 ? -1 : from + near;
  }

  /** Tokens for what wink-nlp passed over, a run of characters each, so that nothing visible is in no token. */
  #gap(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      if (isWhite(this.#text, at)) continue;
      let end = at + 1;
      while (end < to && !isWhite(this.#text, end)) end++;
      this.#push(at, end, "X", this.#text.slice(at, end));
      at = end;
    }
  }

  #push(from: number, to: number, pos: Pos, lemma: string): void {
    const { tokens } = this;
    const last = tokens.end.length - 1;
    if (last >= 0 && tokens.end[last] === from && splitsPair(this.#text, from)) {
      tokens.end[last] = to;
      return;
    }
    tokens.start.push(from);
    tokens.end.push(to);
    tokens.pos.push(pos);
    tokens.lemma.push(lemma);
    tokens.edge.push(Edge.none);
  }
}

function hasWhite(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isWhite(text, at)) return true;
  return false;
}
