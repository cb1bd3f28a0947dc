import type { Span } from "../../schema/span.ts";
import { trimmed } from "../../span.ts";

/** Hard-wrapped text is this many characters wide. */
const NARROWEST_COLUMN = 40;
const WIDEST_COLUMN = 100;
/** A line of text that was cut off goes on in the next line only if it is at least this long. */
const SHORTEST_CUT = 15;
/** Text is taken for hard-wrapped if so many of its line breaks are forced. */
const WRAPPED_SHARE = 0.6;

const LINE = /[^\r\n\u2028\u2029]+/g;
const LABELLED = /^(?:[-*•‣▪◦⁃–—]|\d{1,2}[.)]|\(?(?:[a-z]|[ivx]{2,4})\))\s+\S/i;

/** Stretches of text that belong together, and whether a blank line stands before each. */
export interface Stretch extends Span {
  readonly afterBlank: boolean;
}

/**
 * Cuts text at blank lines, and at line breaks unless the lines were wrapped into a column: then a break is undone where the
 * next word would not have fitted any more. Linear time.
 */
export function stretches(text: string): Stretch[] {
  const groups = paragraphs(text);
  const column = columnOf(text, groups);
  const found: Stretch[] = [];
  for (const lines of groups) {
    const width = column || (isWrapped(text, lines) ? widest(lines) : 0);
    let first = 0;
    lines.forEach((line, i) => {
      const next = lines[i + 1];
      if (next && !startsItem(text, next) && (isForced(text, line, next, width) || isCutOff(text, line, next))) return;
      found.push({ start: lines[first]!.start, end: line.end, afterBlank: first === 0 });
      first = i + 1;
    });
  }
  return found;
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

const widest = (lines: readonly Span[]): number =>
  lines.reduce((width, line) => Math.max(width, line.end - line.start), 0);

const isColumn = (width: number): boolean => width >= NARROWEST_COLUMN && width <= WIDEST_COLUMN;

/** The width that the whole text was wrapped to, or 0: most breaks inside its paragraphs must be forced. */
function columnOf(text: string, groups: readonly (readonly Span[])[]): number {
  const width = groups.reduce((most, lines) => Math.max(most, widest(lines)), 0);
  if (!isColumn(width)) return 0;
  let breaks = 0;
  let forced = 0;
  for (const lines of groups)
    for (let i = 1; i < lines.length; i++) {
      breaks++;
      if (isForced(text, lines[i - 1]!, lines[i]!, width)) forced++;
    }
  return breaks > 3 && forced >= breaks * WRAPPED_SHARE ? width : 0;
}

/** True if each line breaks where its next word would no longer have fitted into the column. */
function isWrapped(text: string, lines: readonly Span[]): boolean {
  const width = widest(lines);
  if (lines.length < 2 || !isColumn(width)) return false;
  return lines.every((line, i) => i + 1 === lines.length || isForced(text, line, lines[i + 1]!, width));
}

/** True if the first word of the next line would not have fitted into a column of this width; false if it is 0. */
function isForced(text: string, line: Span, next: Span, width: number): boolean {
  if (width === 0) return false;
  const space = text.slice(next.start, Math.min(next.end, next.start + width)).search(/\s/);
  const word = space < 0 ? next.end - next.start : space;
  return line.end - line.start + 1 + word > width - 2;
}

/** True if the line is a sentence that stops without any mark, and the next goes on in small letters. */
const isCutOff = (text: string, line: Span, next: Span): boolean =>
  line.end - line.start >= SHORTEST_CUT &&
  /^\p{Lu}/u.test(text[line.start]!) &&
  /[\p{L}\d,]$/u.test(text[line.end - 1]!) &&
  /^\p{Ll}+(?:\s|[,.]|$)/u.test(text.slice(next.start, Math.min(next.end, next.start + 30)));

const startsItem = (text: string, line: Span): boolean =>
  LABELLED.test(text.slice(line.start, Math.min(line.end, line.start + 8)));
