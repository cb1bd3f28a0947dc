import type { Block, BlockKind } from "../../schema/blocks.ts";
import { type Byline, type Dateline, readByline, readDateLine, readDateline, type StatedDate } from "./front-matter.ts";
import { CAPTION, CLOSING, CREDIT, FURNITURE } from "./lexicon/page-furniture.ts";
import { type Stretch, stretches } from "./lines.ts";

/** A line without a full stop at its end is a heading up to this many characters. */
const LONGEST_HEADING = 120;
/** A post has at most this many characters in all its lines. */
const LONGEST_POST = 400;
/** Lines below a signature that may still belong to the post, where it was cut off. */
const REST_OF_POST = 2;
/** Bylines and dates stand among the first blocks, disclaimers among the last. */
const HEAD = 8;
const TAIL = 8;

const BULLET = /^(?:[-*•‣▪◦⁃]|\d{1,2}[.)]|\(?(?:[a-z]|[ivx]{2,4})\))\s+\S/;
const STOPPED = /[.!?…:;,"”’'»)\]]$/;
const NO_TITLE = /[.…:;,]$/;
const SLUG = /^(?:(?:RPT|WRAPUP|CORRECTED|\d)-)*[A-Z0-9]+(?:[-/][A-Z0-9]+)+(?:\s\d{1,2})?(?:\s\([A-Z0-9 ,]+\))?$/;
const RELEASE =
  /^(?:(?:for immediate|press|news|media) (?:release|statement)|embargo(?:ed)?\b.{0,60}|not for publication before .{0,60})[:.]?$/i;
/** A line all in quotation marks with no stop inside them: a heading, for speech would have one. */
const QUOTED_LINE = /^["“‘'«][^"“”«».!?…]*[^.!?…,;:"“”«»’']["”’'»]$/;
const CLOCK =
  /^(?:\d{1,2}[.:]\d{2}(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)(?:\s[A-Z]{2,5})?(?:\s\(\d{1,2}[.:]\d{2}(?:\s?[ap]\.?m\b\.?)?(?:\s[A-Z]{2,5})?\))?$/;
/** What a company says of itself below its press release. */
const ABOUT = /^About \p{Lu}[^.!?:]{1,60}$/u;
const SIGNATURE = /^(?:[—–-]{1,2}\s?|\S{0,3}@).{0,80}\(@\w{1,30}\)[^.!?]{0,40}$/;
const HANDLE = /^(?:via|rt) @\w/i;
const POST_LINK = /(?:\bpic\.twitter\.com\/|\bt\.co\/)\w+/;
const CUT_OFF = /(?:…|\.\.\.)["”]?$/;

/** What the text says of itself above, below or at the beginning of the article. */
export interface Facts {
  readonly title: string | null;
  readonly byline: string | null;
  readonly dateline: Dateline | null;
  /** The full date that stands in a line of its own, in the byline or in the dateline, in this order. */
  readonly date: StatedDate | null;
}

/** Blocks of plain text, each with its kind. A byline or a line with the date is `boilerplate`. */
export const plainBlocks = (text: string): Block[] => readBlocks(text).blocks;

/** Splits plain text into blocks, tells their kinds, and reads title, byline, dateline and date where the text has them. */
export function readBlocks(text: string): { blocks: Block[]; facts: Facts } {
  const parts = stretches(text);
  const kinds = parts.map((part, i) => kindOf(text, part, i, parts.length));
  markPosts(text, parts, kinds);
  // Below the slug of an agency or "for immediate release" stands the title.
  if (kinds[0] === "boilerplate" && kinds[1] === "heading") kinds[1] = "title";
  markAbout(text, parts, kinds);
  const facts = readHead(text, parts, kinds);
  return { blocks: parts.map(({ start, end }, i) => ({ start, end, kind: kinds[i]! })), facts };
}

function kindOf(text: string, part: Stretch, i: number, count: number): BlockKind {
  const start = text.slice(part.start, Math.min(part.end, part.start + LONGEST_HEADING + 1));
  const end = text.slice(Math.max(part.start, part.end - LONGEST_HEADING), part.end);
  const length = part.end - part.start;
  if (length < 3 * LONGEST_HEADING && FURNITURE.some((pattern) => pattern.test(start))) return "boilerplate";
  if (i > 0 && i >= count - TAIL && CLOSING.some((pattern) => pattern.test(start))) return "boilerplate";
  if (CLOCK.test(start) || (i < 2 && RELEASE.test(start))) return "boilerplate";
  if (BULLET.test(start)) return "list-item";
  if (length < 4 * LONGEST_HEADING && (CAPTION.test(start) || CREDIT.test(end))) return "caption";
  if (start.startsWith("> ")) return "quote";
  if (length > LONGEST_HEADING || readDateline(start)) return "paragraph";
  if (i === 0 && count > 1) return SLUG.test(start) ? "boilerplate" : NO_TITLE.test(start) ? "paragraph" : "title";
  if (STOPPED.test(end) && !QUOTED_LINE.test(start)) return "paragraph";
  return i === 0 ? "title" : "heading";
}

/** A signature, "— Name (@handle) date", makes a post of the lines above it, and of a rest below it that was cut off. */
function markPosts(text: string, parts: readonly Stretch[], kinds: BlockKind[]): void {
  const lineOf = (i: number) => text.slice(parts[i]!.start, Math.min(parts[i]!.end, parts[i]!.start + LONGEST_POST));
  parts.forEach((part, i) => {
    const length = part.end - part.start;
    if (length > LONGEST_POST) return;
    const line = lineOf(i);
    if (HANDLE.test(line) || (POST_LINK.test(line.slice(-40)) && length < LONGEST_POST)) kinds[i] = "embed";
    if (length > LONGEST_HEADING || !SIGNATURE.test(line)) return;
    kinds[i] = "embed";
    let room = LONGEST_POST;
    for (let above = i - 1; above > 0 && kinds[above] !== "embed" && kinds[above] !== "title"; above--) {
      room -= parts[above]!.end - parts[above]!.start;
      const isNext = above === i - 1;
      if (room < 0 || (!isNext && !looksPosted(lineOf(above)) && kinds[above] !== "list-item")) break;
      kinds[above] = "embed";
    }
    for (let below = i + 1; below <= i + REST_OF_POST && below < parts.length; below++) {
      if (SIGNATURE.test(lineOf(below)) || !CUT_OFF.test(lineOf(below)) || kinds[below] !== "paragraph") continue;
      for (let at = i + 1; at <= below; at++) kinds[at] = "embed";
      break;
    }
  });
}

/** "About Company" and the paragraph below it, near the end. */
function markAbout(text: string, parts: readonly Stretch[], kinds: BlockKind[]): void {
  for (let i = Math.max(1, kinds.length - TAIL); i + 1 < kinds.length; i++) {
    if (kinds[i] !== "heading" || kinds[i + 1] !== "paragraph") continue;
    if (!ABOUT.test(text.slice(parts[i]!.start, parts[i]!.end))) continue;
    kinds[i] = "boilerplate";
    kinds[i + 1] = "boilerplate";
  }
}

/** Upper-case shouts ("UPDATE: …"), handles, tags and links are signs of a post; so is a line with no stop that begins small. */
const looksPosted = (line: string): boolean => /^(?:[A-Z]{3,}:|\p{Ll})|(?:^|\s)[@#]\w|https?:\/\//u.test(line);

/** Reads title, byline, date and dateline from the first blocks, and marks bylines and dates as boilerplate. */
function readHead(text: string, parts: readonly Stretch[], kinds: BlockKind[]): Facts {
  let title: string | null = null;
  let byline: Byline | null = null;
  let date: StatedDate | null = null;
  let dateline: Dateline | null = null;
  for (let i = 0; i < Math.min(parts.length, HEAD); i++) {
    const { start, end } = parts[i]!;
    const line = text.slice(start, Math.min(end, start + 2 * LONGEST_HEADING)).replaceAll(/\s+/g, " ");
    if (kinds[i] === "title") {
      if (parts.length > 1) title = line;
      continue;
    }
    dateline ??= readDateline(line);
    if (dateline || (end - start > LONGEST_HEADING && kinds[i] === "paragraph")) break;
    if (parts.length < 2) break;
    const by: Byline | null = byline ? null : readByline(line, i === 1 || i === 2);
    const day = i > 0 ? readDateLine(line) : null;
    if (by) {
      byline = by;
      date ??= by.date;
    }
    if (day) date ??= day.date;
    if (by || day) kinds[i] = "boilerplate";
  }
  return { title, byline: byline?.names ?? null, dateline, date: date ?? dateline?.date ?? null };
}
