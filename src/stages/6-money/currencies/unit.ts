import { CURRENCIES } from "../lexicon/currencies.ts";

/** What the text says of the currency, from word `first` up to but not including `end`. */
export interface Unit {
  readonly first: number;
  readonly end: number;
  /** ISO 4217; null if several currencies go by that name, or none. */
  readonly code: string | null;
  /** The name that several currencies share ("dollar"), for the article to decide. */
  readonly shared: string | null;
  readonly from: "code" | "symbol" | "name";
  /** What the number before it is multiplied by: "0.01" of cents, "1000000" of "MEUR". */
  readonly factor: string;
}

export const isHundredth = (unit: Unit | null): boolean => unit?.factor === "0.01";

export const CODES: ReadonlySet<string> = new Set(CURRENCIES.map(([code]) => code));

export const unit = (first: number, end: number, code: string | null, from: Unit["from"]): Unit => ({
  first,
  end,
  code,
  shared: null,
  from,
  factor: "1",
});

/** A unit whose meaning is a code, or a name that several currencies share. */
export const named = (first: number, end: number, meaning: string, from: Unit["from"]): Unit =>
  CODES.has(meaning) ? unit(first, end, meaning, from) : { ...unit(first, end, null, from), shared: meaning };

/** A unit of that meaning that no word of the text stands for ("ten grand"). */
export const impliedUnit = (end: number, meaning: string): Unit => named(end, end, meaning, "name");
