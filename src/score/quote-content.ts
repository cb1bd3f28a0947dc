import type { Span } from "../schema/span.ts";

/**
 * What a quote says, measured in letters and digits: stretches of a text's letters counted from its first one, in order
 * and apart from each other. Quotation marks, other punctuation and spaces at the edges make no difference.
 */
export type QuoteContent = readonly Span[];

const LETTER = /[\p{L}\p{N}]/u;

/** Makes a function that measures spans of a text. Each call takes time in the number of spans, however long they are. */
export function contentOf(text: string): (spans: readonly Span[]) => QuoteContent {
  const before = new Uint32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) before[i + 1] = before[i]! + (LETTER.test(text[i]!) ? 1 : 0);
  // What a document has beyond the text was made up: it counts as letters that the gold does not have.
  const rank = (offset: number) => before[Math.min(offset, text.length)]! + Math.max(0, offset - text.length);
  return (spans) => joined(spans.map(({ start, end }) => ({ start: rank(start), end: rank(end) })));
}

/** The same stretches in order, without empty ones and with those that touch made one. */
function joined(spans: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const span of spans.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last && span.start <= last.end)
      apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else apart.push(span);
  }
  return apart;
}

/** From the first letter to the last; empty if there is none. */
export const hull = (content: QuoteContent): Span => ({
  start: content[0]?.start ?? 0,
  end: content.at(-1)?.end ?? 0,
});

/** Letters that both have, of the letters that either has: 0 to 1. */
export function intersectionOverUnion(a: QuoteContent, b: QuoteContent): number {
  const both = common(a, b);
  return both === 0 ? 0 : both / (size(a) + size(b) - both);
}

const size = (content: QuoteContent): number => content.reduce((sum, { start, end }) => sum + end - start, 0);

function common(a: QuoteContent, b: QuoteContent): number {
  let letters = 0;
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const [left, right] = [a[i]!, b[k]!];
    letters += Math.max(0, Math.min(left.end, right.end) - Math.max(left.start, right.start));
    if (left.end < right.end) i++;
    else k++;
  }
  return letters;
}
