import { isDeepStrictEqual } from "node:util";
import type { Span } from "../schema/span.ts";
import { splitsPair } from "../span.ts";

/**
 * Where two versions of a part of a document begin to differ: of sentences, blocks and notes the first that is otherwise,
 * of tokens the first, of a text the first character. Null where the part has no places in the text.
 */
export function firstDifference(before: unknown, after: unknown): Span | null {
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    for (let i = 0; i < length; i++)
      if (!isDeepStrictEqual(before[i], after[i])) return spanOf(after[i]) ?? spanOf(before[i]);
    return null;
  }
  if (isText(before) && isText(after))
    return before.value === after.value
      ? firstDifference(before.repairs, after.repairs)
      : firstCharacter(before.value, after.value);
  return isColumns(before) && isColumns(after) ? firstRow(before, after) : null;
}

function spanOf(value: unknown): Span | null {
  const { start, end } = (value ?? {}) as Partial<Span>;
  return typeof start === "number" && typeof end === "number" ? { start, end } : null;
}

const isText = (part: unknown): part is { readonly value: string; readonly repairs: unknown } =>
  typeof part === "object" && part !== null && "value" in part && typeof part.value === "string";

function firstCharacter(before: string, after: string): Span | null {
  let start = 0;
  while (start < after.length && before[start] === after[start]) start++;
  if (start > 0 && splitsPair(after, start)) start--;
  if (start >= after.length) return after === "" ? null : { start: after.length - 1, end: after.length };
  return { start, end: start + (after.codePointAt(start)! > 0xffff ? 2 : 1) };
}

type Columns = Readonly<Record<string, readonly unknown[]>> & {
  readonly start: readonly number[];
  readonly end: readonly number[];
};

const isColumns = (part: unknown): part is Columns =>
  typeof part === "object" && part !== null && "start" in part && Array.isArray(part.start) && "end" in part;

function firstRow(before: Columns, after: Columns): Span | null {
  const length = Math.max(before.start.length, after.start.length);
  const columns = Object.keys(after);
  for (let i = 0; i < length; i++) {
    if (columns.every((column) => before[column]?.[i] === after[column]![i])) continue;
    const own = i < after.start.length ? after : before;
    return { start: own.start[i]!, end: own.end[i]! };
  }
  return null;
}
