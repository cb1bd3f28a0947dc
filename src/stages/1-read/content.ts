import { InputError } from "../../input-error.ts";
import type { ArticleInput, InputType } from "../../layers.ts";
import { type Decoded, decode } from "./decode.ts";
import { readPage } from "./html/read-page.ts";
import { parseHttp } from "./http.ts";
import { inflate, isGzip, MOST_ARTICLE_BYTES } from "./inflate.ts";
import { readMarkdown } from "./markdown.ts";
import { NO_METADATA, type Reading } from "./reading.ts";
import { readCsvRecord, readJsonRecord } from "./record.ts";

/** What was made of an input. `mediaType` is what it was read as. */
export interface Content {
  readonly mediaType: string;
  readonly decoded: Omit<Decoded, "text">;
  readonly reading: Reading;
}

/** Inflates, decodes and reads an input by what it is. Throws an `InputError` if that cannot be done. */
export function readContent(input: ArticleInput): Content {
  const { content, mediaType } = input;
  if (typeof content === "string") return readText(input, mediaType, { ...GIVEN_AS_TEXT, text: content });
  if (mediaType === "application/http") return readHttp(input, content);
  return readText(input, mediaType, { ...decodeContent(content), ...input.transcoded });
}

/** Inflates and decodes the content of a file. Throws an `InputError` if that cannot be done. */
export function decodeContent(content: Uint8Array): Decoded {
  const bytes = isGzip(content) ? inflate(content, MOST_ARTICLE_BYTES) : content;
  return decode(bytes, declaredIn(bytes));
}

const GIVEN_AS_TEXT = { encoding: "utf-8", encodingFrom: "declared", encodingConfidence: 1, undecodable: 0 } as const;

function readHttp(input: ArticleInput, bytes: Uint8Array): Content {
  const { body, charset, mediaType } = parseHttp(bytes, MOST_ARTICLE_BYTES);
  if (!/^(?:text\/html|application\/xhtml\+xml|text\/plain|)$/.test(mediaType))
    throw new InputError(`an answer of type ${mediaType}, no page`, "leave it out");
  return readText(
    input,
    mediaType === "text/plain" ? "text/plain" : "text/html",
    decode(body, charset ?? declaredIn(body)),
  );
}

function readText({ header, options }: ArticleInput, given: InputType, { text, ...decoded }: Decoded): Content {
  const mediaType = typeBy(text, given);
  const read = (): Reading => {
    if (mediaType === "application/json") return readJsonRecord(text, options.fieldNames);
    if (mediaType === "text/csv") return readCsvRecord(text, header, options.fieldNames);
    if (mediaType === "text/html") return readPage(text);
    if (mediaType === "text/markdown") return readMarkdown(text);
    return { text, blocks: null, fields: {}, metadata: NO_METADATA, notes: [] };
  };
  return { mediaType, decoded, reading: read() };
}

/** What a file of one article is, whatever it is called: text that begins as pages do is one, text without a tag is none. */
function typeBy(text: string, given: InputType): InputType {
  if (given === "text/plain" || given === "text/markdown") return isPage(text) ? "text/html" : given;
  return given === "text/html" && !/<[a-z!?/]/i.test(text) ? "text/plain" : given;
}

/** Bytes in which a page has to state its encoding (html.spec.whatwg.org: 1024), with some room. */
const PRESCAN = 4096;

/** The encoding that the head of a page states. */
function declaredIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PRESCAN)).toString("latin1");
  if (!head.includes("<")) return null;
  const meta = /<meta\s[^<>]{0,300}charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w:.-]{2,40})/i.exec(head);
  return (meta ?? /^\s*<\?xml\s[^<>]{0,100}encoding\s*=\s*["']([\w:.-]{2,40})/i.exec(head))?.[1] ?? null;
}

/** True for HTML whatever the file is called: it begins as pages do. */
const isPage = (text: string): boolean =>
  /^\ufeff?\s*(?:<!--[\s\S]{0,1000}?-->\s*)?(?:<!doctype\s+html\b|<html[\s>]|<head[\s>]|<body[\s>]|<\?xml[^>]{0,200}\?>\s*<(?:!doctype\s+)?html\b)/i.test(
    text.slice(0, 2000),
  );
