import { Span } from "./span.ts";

/** A sentence, inside one block. */
export const Sentence = Span;
export type Sentence = Span;
