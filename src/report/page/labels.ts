import type { ReportKind, ReportLayer, Verdict } from "../page-data.ts";

/** What layers are called, and one annotation of each. */
export const LAYER_NAMES: Readonly<Record<ReportLayer, string>> = {
  quotes: "Quotes",
  entities: "Entities",
  roles: "Roles",
  dates: "Dates",
  money: "Money",
  quantities: "Quantities",
  repairs: "Repairs",
};

export const ONE_OF: Readonly<Record<ReportLayer, string>> = {
  quotes: "quote",
  entities: "entity",
  roles: "role",
  dates: "date",
  money: "money",
  quantities: "quantity",
  repairs: "repair",
};

export const KIND_NAMES: Readonly<Record<ReportKind, string>> = {
  added: "Added",
  lost: "Lost",
  moved: "Moved",
  retyped: "Retyped",
  revalued: "Revalued",
  reattributed: "Reattributed",
  detail: "Detail",
};

export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  gain: "Gain",
  loss: "Loss",
  even: "Even",
};

/** A number for people: 1,234. */
export const number = (value: number): string => value.toLocaleString("en-US");

/** `1 article`, `2 articles`. */
export const count = (value: number, noun: string, plural = `${noun}s`): string =>
  `${number(value)} ${value === 1 ? noun : plural}`;

/** `3.2 %`; a small share is not told as none. */
export const percent = (part: number, whole: number): string => {
  const share = whole > 0 ? (100 * part) / whole : 0;
  return `${share > 0 && share < 0.1 ? "< 0.1" : share.toFixed(1)} %`;
};

/** Milliseconds for people. */
export const duration = (milliseconds: number): string => {
  const seconds = milliseconds / 1000;
  if (seconds < 1) return `${Math.round(milliseconds)} ms`;
  if (seconds < 100) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${Math.round(seconds % 60)} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
};

/** On one line, and with an ellipsis for what is longer than `most`. */
export function clipped(text: string, most: number): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > most ? `${line.slice(0, most).trimEnd().toWellFormed()}…` : line;
}
