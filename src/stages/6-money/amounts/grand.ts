import type { Words } from "../../../words.ts";
import { impliedUnit } from "../currencies/unit.ts";
import { exact } from "../exact.ts";
import type { NumberFound } from "../number.ts";
import type { Amount } from "./amount.ts";

/** "ten grand". */
export function grand(words: Words, number: NumberFound): Amount | null {
  const end = pastGrand(words, number);
  if (!end) return null;
  const unit = impliedUnit(end, words.text.includes("£") ? "GBP" : "dollar");
  return { first: number.first, end, low: number.value.times(exact("1000")), high: null, unit };
}

/** Past the "grand" of "ten grand" and "three grand more", but not of "two grand pianos"; null without one. */
export function pastGrand({ lower, pos }: Words, { end, magnitude }: NumberFound): number | null {
  if (lower[end] !== "grand" || magnitude) return null;
  const next = lower[end + 1] ?? "";
  const counts = /^(NOUN|PROPN|ADJ)$/.test(pos[end + 1] ?? "") && !/^(more|less|extra|each|apiece)$/.test(next);
  return counts ? null : end + 1;
}
