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

/** What stands beside articles in a folder and is none; gold.json and gold.txt are annotations by hand. */
const ABOUT =
  /(?:^|\/)(?:readme|licen[cs]e|changelog|contributing|notice|gold|package(?:-lock)?|tsconfig)\.(?:md|markdown|txt|json)$/i;

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

/** False if a file cannot hold records by its first bytes, and is an article if its name says so. */
export const mayHoldRecords = (start: string): boolean => /^\ufeff?\s*(?:\{|WARC\/\d)/.test(start);

/**
 * The format by the beginning of a file, where that shows it, else by its name; "output" for what pressmark wrote. JSON may
 * be one record or a record a line. A text may begin with a bracket: it is records only if its first lines are JSON.
 */
export function formatByContent(head: string, named: Format | null): Format | "output" {
  const start = head.replace(/^\ufeff/, "");
  if (/^WARC\/\d/.test(start)) return "warc";
  if (/^\s*[[{]/.test(start)) {
    if (OWN_OUTPUT.test(start)) return "output";
    if (isLines(start)) return "jsonl";
    if (named === null || named === "json" || (named === "jsonl" && firstLine(start).trim() === "{")) return "json";
  }
  return named ?? "text";
}

const firstLine = (text: string): string => text.trimStart().split("\n", 1)[0] ?? "";

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
