import { createRequire } from "node:module";
import type { RawBlock } from "../../layers.ts";
import type { BlockKind } from "../../schema/blocks.ts";
import type { Note } from "../../schema/notes.ts";
import { type Metadata, NO_METADATA, note, type Reading } from "./reading.ts";

/** As much of markdown-it's token as is used here. */
interface MarkdownToken {
  readonly type: string;
  readonly content: string;
  readonly map: readonly [first: number, after: number] | null;
  readonly children: readonly MarkdownToken[] | null;
}

const load = createRequire(import.meta.url);

const GAP = "\n\n";

/**
 * Reads Markdown (CommonMark, tables too) with YAML front matter: the text without its marks, in blocks that point into
 * the source by whole lines, and the facts of the front matter. Code and HTML comments are left out.
 */
export function readMarkdown(source: string): Reading {
  const front = frontMatter(source);
  const blocks: RawBlock[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const { text, kind, start, end } of blocksOf(source, front.end)) {
    if (text === "") continue;
    blocks.push({ start: at, end: at + text.length, kind, source: { start, end } });
    parts.push(text);
    at += text.length + GAP.length;
  }
  return { text: parts.join(GAP), blocks, fields: {}, metadata: front.metadata, notes: front.notes };
}

const FENCE = /^(\ufeff?---[ \t]*\r?\n)([\s\S]*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
/** Longer front matter is none. */
const MOST_FRONT = 20_000;

function frontMatter(source: string): { end: number; metadata: Metadata; notes: Note[] } {
  const none = { end: 0, metadata: NO_METADATA, notes: [] };
  const [whole, , yaml] = FENCE.exec(source.slice(0, MOST_FRONT)) ?? [];
  if (whole === undefined || yaml === undefined) return none;
  try {
    // The "failsafe" schema leaves every value as it is written: no date turns into a moment in some time zone.
    const facts = load("yaml").parse(yaml, { schema: "failsafe", maxAliasCount: 10 }) as unknown;
    if (typeof facts !== "object" || facts === null || Array.isArray(facts)) return none;
    return { end: whole.length, metadata: metadataOf(facts as Record<string, unknown>), notes: [] };
  } catch (cause) {
    const reason = (cause as Error).message.split("\n")[0]!.slice(0, 200);
    return {
      ...none,
      end: whole.length,
      notes: [note("unread-front-matter", `the front matter could not be read (${reason})`)],
    };
  }
}

/** Names that facts have in the front matter of Jekyll, Hugo, Hexo, Pelican and others. */
function metadataOf(facts: Record<string, unknown>): Metadata {
  const byName = new Map(
    Object.entries(facts).map(([name, value]) => [name.toLowerCase().replace(/[-_ ]/g, ""), value]),
  );
  const all = (...names: string[]): string[] => names.flatMap((name) => textOf(byName.get(name)) ?? []);
  const first = (...names: string[]): string | null => all(...names)[0] ?? null;
  return {
    title: first("title", "headline"),
    byline: first("byline", "author", "authors", "creator"),
    publisher: first("publisher", "source", "outlet", "sitename"),
    url: first("url", "canonicalurl", "canonical", "link", "permalink"),
    language: first("language", "lang", "locale"),
    published: all(
      "published",
      "publishedat",
      "publishedon",
      "publicationdate",
      "datepublished",
      "publishdate",
      "pubdate",
      "date",
    ),
    modified: all("modified", "updated", "lastmod", "lastmodified", "datemodified"),
  };
}

function textOf(value: unknown): string | null {
  if (typeof value === "string") return value.trim() || null;
  if (Array.isArray(value))
    return (
      value
        .map(textOf)
        .filter((text) => text !== null)
        .join(", ") || null
    );
  if (typeof value === "object" && value !== null && "name" in value) return textOf(value.name);
  return null;
}

interface MarkdownBlock {
  readonly text: string;
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
}

function* blocksOf(source: string, from: number): Generator<MarkdownBlock> {
  const body = source.slice(from).replace(/^\ufeff/, " ");
  const lines = lineStarts(body);
  const place = (map: readonly [number, number] | null): { start: number; end: number } => {
    const [first, after] = map ?? [0, lines.length];
    let [start, end] = [lines[first] ?? body.length, lines[after] ?? body.length];
    while (start < end && /\s/.test(body[start]!)) start++;
    while (end > start && /\s/.test(body[end - 1]!)) end--;
    return { start: from + start, end: from + end };
  };
  const around: BlockKind[] = [];
  // `html: true` makes HTML a token of its own, so that it can be told from text; nothing is rendered.
  for (const token of load("markdown-it")({ html: true }).parse(body, {}) as MarkdownToken[]) {
    const kind = AROUND[token.type.replace(/_(?:open|close)$/, "")];
    if (kind && token.type.endsWith("_open")) around.push(kind);
    else if (kind) around.pop();
    else if (token.type === "inline")
      yield { text: inlineText(token.children ?? []), kind: around.at(-1) ?? "paragraph", ...place(token.map) };
    else if (token.type === "html_block")
      yield { text: withoutTags(token.content), kind: around.at(-1) ?? "paragraph", ...place(token.map) };
  }
}

const AROUND: Readonly<Record<string, BlockKind>> = { heading: "heading", blockquote: "quote", list_item: "list-item" };

/** Where each line begins, as markdown-it counts lines. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

const inlineText = (tokens: readonly MarkdownToken[]): string =>
  tokens
    .map(({ type, content }) => {
      if (type === "text" || type === "code_inline" || type === "text_special") return content;
      return type === "softbreak" || type === "hardbreak" ? " " : "";
    })
    .join("")
    .replace(/\s+/g, " ")
    .trim();

const withoutTags = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, " ")
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, " ")
    .replace(/<[^<>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
