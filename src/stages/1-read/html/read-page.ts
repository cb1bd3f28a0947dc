import { InputError } from "../../../input-error.ts";
import type { RawBlock } from "../../../layers.ts";
import type { Note } from "../../../schema/notes.ts";
import { note, type Reading } from "../reading.ts";
import type { PageBlock } from "./blocks.ts";
import { type Body, extractBody, MOST_ELEMENTS } from "./body.ts";
import { readMetadata } from "./metadata.ts";
import { scanPage } from "./scan.ts";
import { sourceFinder } from "./source-map.ts";

/** What stands between two blocks of an extracted text. */
const GAP = "\n\n";

/** A body with less running text than this may be a teaser, or a page without an article. */
const SHORTEST_ARTICLE = 250;
/** Structured data may have the text of an article of which the page itself shows only the beginning. */
const FULLER = 1.5;

/**
 * Reads an HTML page: the text of its article in blocks, and what it says of it. `isSource` is false where the HTML is
 * itself part of something else (a field of a record), so that there is no file to point into. Throws an `InputError`
 * if there is no text, or if the page has more than 20,000 elements.
 */
export function readPage(html: string, { isSource = true } = {}): Reading {
  const page = scanPage(html);
  if (page.elements > MOST_ELEMENTS)
    throw new InputError(
      `the page has ${page.elements} elements and references; up to ${MOST_ELEMENTS} are looked through`,
      "save the article alone, or as text",
    );
  const { body, ...metadata } = readMetadata(page);
  const extracted = bodyOf(page, metadata);
  const isFuller = body !== null && body.length > FULLER * lengthOf(extracted.blocks);
  const blocks = isFuller ? paragraphsOf(body) : extracted.blocks;
  if (blocks.length === 0)
    throw new InputError("no article in this page", "leave it out, or save the article's text as .txt");
  return {
    ...joined(blocks, isSource && !isFuller ? sourceFinder(page.letters) : () => null),
    fields: {},
    metadata: { ...metadata, byline: extracted.byline },
    notes: [...shortNote(blocks), ...(isFuller ? [FROM_JSON_LD] : [])],
  };
}

/** A page that the libraries choke on fails alone, and its owner is told what to do. */
function bodyOf(...[page, facts]: Parameters<typeof extractBody>): Body {
  try {
    return extractBody(page, facts);
  } catch (cause) {
    throw new InputError(
      `the page could not be taken apart (${(cause as Error).message})`,
      "save the article's text as .txt",
      { cause },
    );
  }
}

const lengthOf = (blocks: readonly { readonly text: string }[]): number =>
  blocks.reduce((sum, { text }) => sum + text.length, 0);

function joined(
  blocks: readonly PageBlock[],
  find: (text: string) => RawBlock["source"],
): { text: string; blocks: RawBlock[] } {
  let at = 0;
  const placed = blocks.map(({ text, kind }): RawBlock => {
    const start = at;
    at += text.length + GAP.length;
    return { start, end: start + text.length, kind, source: find(text) };
  });
  return { text: blocks.map(({ text }) => text).join(GAP), blocks: placed };
}

/** Structured data has plain text; where its line breaks are lost it is one long paragraph. */
const paragraphsOf = (body: string): PageBlock[] =>
  body
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .split(/[\r\n]+/)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .map((text) => ({ text, kind: "paragraph", linked: 0 }));

function shortNote(blocks: readonly PageBlock[]): Note[] {
  const length = lengthOf(blocks.filter(({ kind }) => kind !== "heading" && kind !== "caption"));
  if (length >= SHORTEST_ARTICLE) return [];
  return [
    note(
      "little-text",
      `only ${length} characters of running text were found in this page: it may have no article, or show but its beginning`,
    ),
  ];
}

const FROM_JSON_LD = note(
  "structured-body",
  "the text is the articleBody of the page's structured data, which has more than the page shows",
);
