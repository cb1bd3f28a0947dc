import type { InputType } from "../layers.ts";

/** What a file holds. The first four hold one article each, the others a record after the other. */
export const FORMATS = ["text", "html", "markdown", "json", "jsonl", "csv", "warc"] as const;
export type Format = (typeof FORMATS)[number];

const EXTENSIONS: Readonly<Record<string, Format>> = {
  txt: "text",
  text: "text",
  html: "html",
  htm: "html",
  xhtml: "html",
  md: "markdown",
  markdown: "markdown",
  json: "json",
  jsonl: "jsonl",
  ndjson: "jsonl",
  csv: "csv",
  tsv: "csv",
  warc: "warc",
  wet: "warc",
};

/** The format that the name of a file tells (with or without `.gz` at its end); null if it tells none. */
export function formatByName(path: string): Format | null {
  const [, extension = ""] = /\.([a-z]+)(?:\.gz)?$/i.exec(path) ?? [];
  return EXTENSIONS[extension.toLowerCase()] ?? null;
}

/** What stands beside articles in a folder and is none. */
const ABOUT =
  /(?:^|\/)(?:readme|licen[cs]e|changelog|contributing|notice|package(?:-lock)?|tsconfig)\.(?:md|markdown|txt|json)$/i;

/** True for a file in a folder that is an article, or holds some, by its name. */
export const isInputName = (path: string): boolean => formatByName(path) !== null && !ABOUT.test(path);

/** What stage 1 makes of a file of one article. */
export const INPUT_TYPES: Readonly<Record<"text" | "html" | "markdown" | "json", InputType>> = {
  text: "text/plain",
  html: "text/html",
  markdown: "text/markdown",
  json: "application/json",
};

/** What pressmark itself writes begins so: a document, a run report. */
const OWN_OUTPUT = /^\s*\{\s*"(?:schemaVersion": ?"1\.|generator": ?\{\s*"name": ?"pressmark")/;

/**
 * The format by the beginning of a file, where its name leaves that open (`.json` may hold a record a line, other names
 * anything); "output" for what pressmark wrote.
 */
export function formatByContent(head: string, named: Format | null): Format | "output" {
  const start = head.replace(/^\ufeff/, "");
  if (/^WARC\/\d/.test(start)) return "warc";
  if (/^\s*[[{]/.test(start)) {
    if (OWN_OUTPUT.test(start)) return "output";
    return isLines(start) ? "jsonl" : "json";
  }
  return named ?? "text";
}

/** True if the first line is a JSON object by itself and another one begins on the next. */
function isLines(head: string): boolean {
  const [first = "", second = ""] = head.trimStart().split(/\r?\n/, 2);
  if (!/^\s*\{/.test(second)) return false;
  try {
    return typeof JSON.parse(first) === "object";
  } catch {
    return false; // laid out over several lines
  }
}
