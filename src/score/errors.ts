import type { Span } from "../schema/span.ts";
import type { Comparison } from "./comparison.ts";

/**
 * `missed` stands in the gold only, `spurious` was found only; `bounds`, `type`, `value` and `speaker` were found with
 * other bounds, another type, value or speaker; `low` is a body that is much unlike the gold's, `wrong` a repair that is
 * not the expected one.
 */
export type ErrorKind = "missed" | "spurious" | "bounds" | "type" | "value" | "speaker" | "low" | "wrong";

/** What gold and document say, where they differ; null is "nothing". */
interface Detail {
  readonly type?: string | undefined;
  readonly gold?: string | null | undefined;
  readonly got?: string | null | undefined;
  readonly published?: string | null | undefined;
  /** The rule that made what was found. */
  readonly rule?: string | undefined;
}

/**
 * One difference between gold and document. `start` and `end` are offsets into the gold text; `context` shows what stands there
 * between « » in the text around it.
 */
export interface ScoreError extends Detail {
  readonly layer: string;
  readonly id: string;
  readonly kind: ErrorKind;
  readonly start?: number;
  readonly end?: number;
  readonly text?: string;
  readonly context?: string;
}

/** The first errors of a layer, up to a limit for each kind, so that scoring a large file does not fill the memory. */
export interface ErrorLog {
  /** Notes an error at some spans of the gold text, or about the article as a whole if there are none. */
  readonly note: (comparison: Comparison, kind: ErrorKind, spans: readonly Span[], detail?: Detail) => void;
  readonly noted: () => readonly ScoreError[];
  readonly totals: () => ReadonlyMap<ErrorKind, number>;
}

export function errorLog(layer: string, limit: number): ErrorLog {
  const errors: ScoreError[] = [];
  const totals = new Map<ErrorKind, number>();
  return {
    note: ({ gold: { id }, text }, kind, spans, detail = {}) => {
      const before = totals.get(kind) ?? 0;
      totals.set(kind, before + 1);
      if (before < limit) errors.push({ layer, id, kind, ...(spans.length && placed(text, spans)), ...detail });
    },
    noted: () => errors,
    totals: () => totals,
  };
}

/** How many errors of each kind there are in both. */
export function addTotals(
  one: ReadonlyMap<ErrorKind, number>,
  other: ReadonlyMap<ErrorKind, number>,
): ReadonlyMap<ErrorKind, number> {
  const totals = new Map(one);
  for (const [kind, count] of other) totals.set(kind, (totals.get(kind) ?? 0) + count);
  return totals;
}

const placed = (text: string, spans: readonly Span[]) => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
  ...excerpt(text, spans),
});

/** Characters of text shown on each side of an error. */
const AROUND = 40;

/** Characters shown of what is wrong. */
const MOST_SHOWN = 160;

/** Spans of a text, and the text around them with the spans between « »; each cut to a length that can be read. */
export function excerpt(text: string, spans: readonly Span[]): { text: string; context: string } {
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  return {
    text: clipped(spans.map((span) => text.slice(span.start, span.end)).join(" … ")),
    context: onOneLine(`${before}«${clipped(text.slice(start, end))}»${after}`),
  };
}

const clipped = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);

const onOneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();
