import type { Block, BlockKind } from "../../schema/blocks.ts";
import type { Span } from "../../schema/span.ts";
import { trimmed } from "../../span.ts";

/** Hard-wrapped text is this many characters wide. */
const NARROWEST_COLUMN = 40;
const WIDEST_COLUMN = 100;
/** A line without a full stop at its end is a heading up to this many characters. */
const LONGEST_HEADING = 120;

const LINE = /[^\r\n\u2028\u2029]+/g;
const BULLET = /^(?:[-*•‣▪◦]|\d{1,2}[.)])\s+\S/;
const STOPPED = /[.!?…:;,"”’'»)\]]$/;

/** Splits plain text into blocks: at blank lines, and at every line break unless the lines around it were hard-wrapped. */
export function plainBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const paragraph of paragraphs(text))
    for (const { start, end } of isWrapped(text, paragraph) ? [join(paragraph)] : paragraph)
      blocks.push({
        start,
        end,
        kind: kindOf(text.slice(start, Math.min(end, start + LONGEST_HEADING + 1)), end - start, blocks.length),
      });
  return blocks;
}

/** Groups of lines with no blank line between them; the lines are trimmed. */
function paragraphs(text: string): Span[][] {
  const groups: Span[][] = [];
  let group: Span[] = [];
  let lastEnd = 0;
  for (const match of text.matchAll(LINE)) {
    const line = trimmed(text, match.index, match.index + match[0].length);
    const breaks = text.slice(lastEnd, match.index).replaceAll("\r\n", "\n").length;
    lastEnd = match.index + match[0].length;
    if ((breaks > 1 || !line) && group.length > 0) {
      groups.push(group);
      group = [];
    }
    if (line) group.push(line);
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/** True if each line breaks where its next word would no longer have fitted into the column. */
function isWrapped(text: string, lines: readonly Span[]): boolean {
  const width = lines.reduce((widest, line) => Math.max(widest, line.end - line.start), 0);
  if (lines.length < 2 || width < NARROWEST_COLUMN || width > WIDEST_COLUMN) return false;
  return lines.every((line, i) => {
    const next = lines[i + 1];
    if (!next) return true;
    const space = text.slice(next.start, next.end).search(/\s/);
    const word = space < 0 ? next.end - next.start : space;
    return line.end - line.start + 1 + word > width - 2;
  });
}

const join = (lines: readonly Span[]): Span => ({ start: lines[0]!.start, end: lines.at(-1)!.end });

function kindOf(text: string, length: number, index: number): BlockKind {
  if (BULLET.test(text)) return "list-item";
  if (length > LONGEST_HEADING || STOPPED.test(text)) return "paragraph";
  return index === 0 ? "title" : "heading";
}
