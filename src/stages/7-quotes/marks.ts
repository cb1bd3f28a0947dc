import type { Block } from "../../schema/blocks.ts";
import type { Span } from "../../schema/span.ts";
import { isWhite, trimmed } from "../../span.ts";

/** Something between quotation marks. `start` and `end` are what stands inside them, without white space. */
export interface Quotation extends Span {
  /** Where its marks begin and end. */
  readonly outer: Span;
  /** Index of its block. */
  readonly block: number;
  /** The quotation it stands in, or null. */
  readonly inside: Quotation | null;
  /** False if its block ends before it does. */
  readonly closed: boolean;
}

interface Open {
  readonly at: number;
  readonly from: number;
  readonly family: Family;
}

type Family = "double" | "single" | "guillemet";

/** Quotations inside quotations inside quotations: nobody writes more, and damage should not build towers. */
const DEEPEST = 3;

const MARK = /[“”„"«»‘’']|``/g;

/** Finds the quotations of an article, block by block: a mark that is never closed ends with its block. */
export function findQuotations(text: string, blocks: readonly Block[]): Quotation[] {
  return blocks.flatMap((block, index) => inBlock(text, block, index));
}

function inBlock(text: string, block: Span, index: number): readonly Quotation[] {
  const found: { open: Open; end: number; after: number; depth: number; closed: boolean }[] = [];
  const stack: Open[] = [];
  let lastSingle = -2; // not looked for yet
  const close = (depth: number, end: number, after: number, closed: boolean): void => {
    const open = stack[depth]!;
    stack.length = depth;
    found.push({ open, end, after, depth, closed });
  };
  // Only the block is searched: looking on to the end of the article would make many blocks without marks quadratic.
  const inside = text.slice(block.start, block.end);
  MARK.lastIndex = 0;
  while (MARK.test(inside)) {
    const last = block.start + MARK.lastIndex - 1;
    const written = text[last] === "`" ? "``" : text[last]!;
    const at = last + 1 - written.length;
    const doubled = written === "'" && text[at + 1] === "'";
    if (doubled) MARK.lastIndex++;
    const after = at + (doubled ? 2 : written.length);
    const mark = doubled ? '"' : written;
    const family = familyOf(mark);
    const depth = stack.findLastIndex((open) => open.family === family);
    const opens = canOpen(text, block, at, after, mark);
    if (depth >= 0 && canClose(text, block, at, after, mark) && !(mark === '"' && opens && !canEnd(text, block, at)))
      close(depth, at, after, true);
    else if (opens && stack.length < DEEPEST) {
      if (family === "single") {
        if (lastSingle === -2) lastSingle = lastClosingSingle(text, block);
        if (lastSingle <= at) continue;
      }
      // The same mark again before it was closed: the closer of the first got lost.
      if (depth >= 0) close(depth, at, at, false);
      stack.push({ at, from: after, family });
    }
  }
  while (stack.length > 0) {
    // A single mark that never closes was an apostrophe.
    if (stack.at(-1)!.family === "single") stack.pop();
    else close(stack.length - 1, block.end, block.end, false);
  }
  return nested(text, found, index);
}

const NO_QUOTATIONS: readonly Quotation[] = [];
const LETTER = /[\p{L}\p{N}]/u;

function nested(
  text: string,
  found: readonly { open: Open; end: number; after: number; closed: boolean }[],
  block: number,
): readonly Quotation[] {
  if (found.length === 0) return NO_QUOTATIONS;
  const quotations: Quotation[] = [];
  const around: Quotation[] = [];
  for (const { open, end, after, closed } of [...found].sort((a, b) => a.open.at - b.open.at)) {
    const span = trimmed(text, open.from, end);
    if (!span || !LETTER.test(text.slice(span.start, span.end))) continue;
    while (around.length > 0 && around.at(-1)!.outer.end <= open.at) around.pop();
    const quotation = { ...span, outer: { start: open.at, end: after }, block, inside: around.at(-1) ?? null, closed };
    quotations.push(quotation);
    around.push(quotation);
  }
  return quotations;
}

const familyOf = (mark: string): Family =>
  mark === "«" || mark === "»" ? "guillemet" : mark === "‘" || mark === "’" || mark === "'" ? "single" : "double";

const isLetter = (text: string, at: number): boolean => LETTER.test(text[at] ?? "");

const spaceBefore = (text: string, block: Span, at: number): boolean =>
  at <= block.start || isWhite(text, at - 1) || "([{—–-/“‘\"'«:;,.".includes(text[at - 1]!);

function canOpen(text: string, block: Span, at: number, after: number, mark: string): boolean {
  if (after >= block.end || isWhite(text, after)) return false;
  if (mark === "“" || mark === "„" || mark === "«" || mark === "``") return true;
  if (mark === "‘" || mark === "'")
    return spaceBefore(text, block, at) && !/\d/.test(text[after]!) && !/^n[’']/.test(text.slice(after, after + 2)); // rock ’n’ roll
  return mark === '"' && spaceBefore(text, block, at);
}

function canClose(text: string, block: Span, at: number, after: number, mark: string): boolean {
  if (mark === "”" || mark === "»") return true;
  if (mark === '"') return true;
  if (mark !== "’" && mark !== "'") return false;
  return !isLetter(text, after) && at > block.start && !isWhite(text, at - 1) && !pluralPossessive(text, at);
}

/** A straight mark that could open or close closes if a word or a stop stands right before it. */
const canEnd = (text: string, block: Span, at: number): boolean =>
  at > block.start && !isWhite(text, at - 1) && !"([{—–".includes(text[at - 1]!);

/** "the directors’ report": an s, the mark, and a small letter after a space. */
const pluralPossessive = (text: string, at: number): boolean =>
  text[at - 1] === "s" && text[at + 1] === " " && /\p{Ll}/u.test(text[at + 2] ?? "");

/** True for the code of ’ and '. */
const isSingle = (code: number): boolean => code === 0x27 || code === 0x2019;

/** The last place in the block where a single mark could close; before it one may open. */
function lastClosingSingle(text: string, block: Span): number {
  for (let at = block.end - 1; at > block.start; at--)
    if (isSingle(text.charCodeAt(at)) && canClose(text, block, at, at + 1, text[at]!)) return at;
  return -1;
}
