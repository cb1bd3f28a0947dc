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
  /** The token's characters, and the same in lower case. */
  readonly text: string[];
  readonly lower: string[];
  readonly edge: Edge[];
}

export const emptyTokens = (): TokenList => ({
  start: [],
  end: [],
  pos: [],
  lemma: [],
  text: [],
  lower: [],
  edge: [],
});

/** Puts wink-nlp's tokens together, and fills the gaps between them, so that each visible character is in exactly one. */
export class TokenCollector {
  readonly tokens = emptyTokens();
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Adds the tokens of the next piece of the text. */
  add(piece: Span, { start, end, pos, lemma, tokens, sentenceEnds }: WinkTokens): void {
    let at = piece.start;
    let token = 0;
    for (const last of sentenceEnds) {
      for (; token <= last; token++) {
        const found = start[token]!;
        if (found < 0) continue; // `#gap` picks it up
        if (found > at) this.#gap(at, found);
        at = end[token]!;
        const { text, lower } = tokens[token]!;
        this.#push(found, at, pos[token]!, lemma[token]!, text, lower);
      }
      if (last === start.length - 1) this.#gap(at, piece.end);
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
    const last = tokens.end.length - 1;
    if (last >= 0 && tokens.end[last] === from && splitsPair(this.#text, from)) {
      tokens.end[last] = to;
      tokens.text[last] += text;
      tokens.lower[last] = tokens.text[last]!.toLowerCase();
      return;
    }
    tokens.start.push(from);
    tokens.end.push(to);
    tokens.pos.push(pos);
    tokens.lemma.push(lemma);
    tokens.text.push(text);
    tokens.lower.push(lower);
    tokens.edge.push(Edge.none);
  }
}
