import type { TokenColumns } from "../../layers.ts";
import { defineStage } from "../../pipeline.ts";
import type { Sentence } from "../../schema/sentences.ts";
import type { Span } from "../../schema/span.ts";
import type { Pos } from "../../schema/tokens.ts";
import { isWhite, splitsPair, trimmed } from "../../span.ts";
import { plainBlocks } from "./blocks.ts";
import { givenBlocks } from "./given-blocks.ts";
import { pieces } from "./pieces.ts";
import { loadWink, type WinkTokens } from "./wink.ts";

/** Stage 3: text in; blocks, and inside each block sentences and tokens with exact offsets out. */
export const segment = () => {
  const wink = loadWink();
  return defineStage({
    name: "segment",
    needs: ["text"],
    uses: ["raw"],
    adds: ["blocks", "sentences", "tokens"],
    resources: [wink.resource],
    run: ({ text, raw }) => {
      const blocks = raw?.blocks ? givenBlocks(raw.blocks, text) : plainBlocks(text.value);
      const read = wink.reader();
      const out = new Collector(text.value);
      for (const block of blocks)
        for (const piece of pieces(text.value, block)) out.add(piece, read(text.value.slice(piece.start, piece.end)));
      return { blocks, sentences: out.sentences, tokens: out.columns() };
    },
  });
};

/** wink-nlp may swallow this many characters (control characters, say) before a token; more would be a wrong match. */
const LOOK_AHEAD = 16;

const WHITE = /\s/u;

/** Finds wink-nlp's tokens in the text again, and collects them as columns. */
class Collector {
  readonly sentences: Sentence[] = [];
  readonly #text: string;
  readonly #start: number[] = [];
  readonly #end: number[] = [];
  readonly #pos: Pos[] = [];
  readonly #lemma: string[] = [];
  readonly #sentence: number[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  add(piece: Span, { values, pos, lemmas, sentences }: WinkTokens): void {
    let at = piece.start;
    let token = 0;
    for (const [, last] of sentences) {
      const first = this.#start.length;
      for (; token <= last; token++) {
        const found = this.#find(values[token]!, at);
        const end = found + values[token]!.length;
        // wink-nlp changed it, or took in white space that it does not know; `#gap` picks it up.
        if (found < 0 || end > piece.end || WHITE.test(values[token]!)) continue;
        this.#gap(at, found);
        this.#push(found, end, pos[token]!, lemmas[token]!);
        at = end;
      }
      if (last === values.length - 1) this.#gap(at, piece.end);
      this.#close(first);
    }
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
    const span = trimmed(this.#text, from, to);
    if (!span) return;
    const split = this.#start.length > 0 && this.#end.at(-1) === span.start && splitsPair(this.#text, span.start);
    if (split) {
      this.#end[this.#end.length - 1] = span.end;
      if (this.#sentence.at(-1)! < this.sentences.length) this.sentences[this.sentences.length - 1]!.end = span.end;
      return;
    }
    this.#start.push(span.start);
    this.#end.push(span.end);
    this.#pos.push(pos);
    this.#lemma.push(lemma);
    this.#sentence.push(this.sentences.length);
  }

  #close(first: number): void {
    if (this.#start.length > first) this.sentences.push({ start: this.#start[first]!, end: this.#end.at(-1)! });
  }

  columns(): TokenColumns {
    return {
      start: new Uint32Array(this.#start),
      end: new Uint32Array(this.#end),
      pos: this.#pos,
      lemma: this.#lemma,
      sentence: new Uint32Array(this.#sentence),
    };
  }
}
