import { splitsPair } from "./characters.ts";
import type { Document, OffsetUnit } from "./document.ts";

/**
 * The document with every offset in another unit. Readers in Python index strings by code point and want `codepoint`.
 * In `extra`, numbers named `start` and `end` that stand side by side are taken for offsets too.
 */
export function withOffsets(document: Document, unit: OffsetUnit): Document {
  if (document.offsetUnit === unit) return document;
  const move = unit === "codepoint" ? toCodePoints(document.text.value) : toUtf16(document.text.value);
  if (move === null) return { ...document, offsetUnit: unit };
  const { tokens, ...rest } = document;
  const columns = { ...tokens, start: tokens.start.map(move), end: tokens.end.map(move) };
  return { ...(moveSpans(rest, move) as typeof rest), tokens: columns, offsetUnit: unit } as Document;
}

type Move = (offset: number) => number;

/** From UTF-16 offsets to code points; null if they are the same for this text. */
function toCodePoints(text: string): Move | null {
  const points = new Uint32Array(text.length + 1);
  let point = 0;
  for (let at = 0; at < text.length; at++) {
    points[at] = point;
    if (!splitsPair(text, at + 1)) point++;
  }
  points[text.length] = point;
  return point === text.length ? null : (offset) => points[offset]!;
}

function toUtf16(text: string): Move | null {
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += splitsPair(text, at + 1) ? 2 : 1) offsets.push(at);
  if (offsets.length === text.length) return null;
  offsets.push(text.length);
  return (point) => offsets[point]!;
}

function moveSpans(value: unknown, move: Move): unknown {
  if (Array.isArray(value)) return value.map((item) => moveSpans(item, move));
  if (typeof value !== "object" || value === null) return value;
  const isSpan = "start" in value && "end" in value && typeof value.start === "number" && typeof value.end === "number";
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      isSpan && (key === "start" || key === "end")
        ? move(item as number)
        : key === "source" // points into the source file, not into the text
          ? item
          : moveSpans(item, move),
    ]),
  );
}
