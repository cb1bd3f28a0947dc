import type { Pos } from "../schema/tokens.ts";

/** A small number for each part of speech; part of what a model was trained on. */
export const POS_CODES: Readonly<Record<Pos, number>> = {
  ADJ: 1,
  ADP: 2,
  ADV: 3,
  AUX: 4,
  CCONJ: 5,
  DET: 6,
  INTJ: 7,
  NOUN: 8,
  NUM: 9,
  PART: 10,
  PRON: 11,
  PROPN: 12,
  PUNCT: 13,
  SCONJ: 14,
  SYM: 15,
  VERB: 16,
  X: 17,
};

/** Codes are below this. */
export const POS_ROOM = 32;
