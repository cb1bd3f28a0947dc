import { restoreSource } from "../schema/restore.ts";
import type { Span } from "../schema/span.ts";
import type { Text } from "../schema/text.ts";
import { lowerBound } from "../span.ts";

/** Leads from the repaired text back to the source text, which is what gold annotations point into. */
export interface SourceOffsets {
  /** Where a span that starts at this offset of the repaired text starts in the source. */
  readonly start: (offset: number) => number;
  /** Where a span that ends at this offset of the repaired text ends in the source. */
  readonly end: (offset: number) => number;
  /** The span of the source that a span of the repaired text came from. */
  readonly span: (span: Span) => Span;
}

const same = (offset: number): number => offset;

/** Offsets of a text that was not repaired, or that nothing is known of. */
export const SAME_OFFSETS: SourceOffsets = { start: same, end: same, span: ({ start, end }) => ({ start, end }) };

const inOrder = ({ repairs }: Text): Text["repairs"] => [...repairs].sort((a, b) => a.start - b.start || a.end - b.end);

/**
 * The offsets of a repaired text, in logarithmic time each. A span that begins or ends inside a repair takes in all that
 * was repaired, as half of it is nothing in the source; characters that were taken out right at its edge stay outside.
 */
export function sourceOffsets(text: Text): SourceOffsets {
  if (text.repairs.length === 0) return SAME_OFFSETS;
  let shift = 0;
  const steps = inOrder(text).map(({ start, end, original }) => {
    const sourceStart = start + shift;
    shift += original.length - (end - start);
    return { start, end, sourceStart, sourceEnd: end + shift };
  });
  const after = (offset: number, { end, sourceEnd }: (typeof steps)[number]) => offset - end + sourceEnd;
  const startOf = (offset: number): number => {
    const step = steps[lowerBound(steps.length, (i) => steps[i]!.start <= offset) - 1];
    if (!step) return offset;
    return offset >= step.end ? after(offset, step) : step.sourceStart;
  };
  const endOf = (offset: number): number => {
    const step = steps[lowerBound(steps.length, (i) => steps[i]!.start < offset) - 1];
    if (!step) return offset;
    return offset >= step.end ? after(offset, step) : step.sourceEnd;
  };
  return { start: startOf, end: endOf, span: ({ start, end }) => ({ start: startOf(start), end: endOf(end) }) };
}

/** True if two texts are the same but for the kind and amount of white space. */
export const isSameText = (a: string, b: string): boolean => a === b || squashed(a) === squashed(b);

const squashed = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** True if undoing the repairs gives the source back. White space may differ in kind and amount. */
export function givesBack(text: Text, source: string): boolean {
  return isSameText(restoreSource({ value: text.value, repairs: inOrder(text) }), source);
}
