import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/input-error.ts";
import { StageError } from "../../src/pipeline.ts";
import { integrityIssues } from "../../src/schema/integrity.ts";
import { restoreSource } from "../../src/schema/restore.ts";
import { newsPage, paragraphs, STORY } from "../support/pages.ts";
import { inputOf, plain } from "../support/sample.ts";

const { run } = plain();

/**
 * Reads an input and checks what must hold of it whatever it is: it is refused with a cause and a remedy, or its spans are
 * true, its blocks point into the source, and undoing the repairs gives back what was read.
 */
function check(content: string | Uint8Array, mediaType: "text/html" | "text/markdown" | "text/plain"): void {
  let doc: ReturnType<typeof run>;
  try {
    doc = run(inputOf(content, { mediaType }));
  } catch (error) {
    expect(error).toBeInstanceOf(StageError);
    expect((error as StageError).cause).toBeInstanceOf(InputError);
    expect((error as StageError).stage).toBe("read");
    return;
  }
  expect(integrityIssues(doc.document)).toEqual([]);
  expect(restoreSource(doc.document.text)).toBe(doc.raw.text);
  for (const { start, end, source } of doc.raw.blocks ?? []) {
    expect(doc.raw.text.slice(start, end).trim()).not.toBe("");
    // No encoding has more code units than bytes.
    if (source) expect(0 <= source.start && source.start < source.end && source.end <= content.length).toBe(true);
  }
}

const pieceOf = (pieces: readonly string[]) =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...pieces) },
        { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(""));

const WORDS = [
  ..."\u0000\ufeff\ud83d \n\r\t\u2028\u00a0",
  ..."\n\n|\r\n|The board voted. |“No,” said Ana Ruiz. |$3 million|Café |cafÃ© |😀".split("|"),
];

const markdown = pieceOf([
  ...WORDS,
  ..."---\n~title: A\n~date: 2026-02-03\n~a: &x [*x]\n~# ~## ~> ~- ~1. ~* ~**~_~`~```\n~[a](~b)~![~]~<b>~</b>~<!--~-->".split(
    "~",
  ),
  ..."<script>~|a|b|\n|-|-|\n~&amp;~&#0;~\\~    ~===\n".split("~"),
]);

const html = pieceOf([
  ...WORDS,
  ..."<!doctype html>~<html>~<head>~</head>~<body>~<title>A~</title>~<meta charset='~utf-16'>~<time datetime='2026-02-03'>".split(
    "~",
  ),
  ..."<p>~</p>~<div>~</div>~<div class=comments>~<article>~</article>~<h1>~</h1>~<ul><li>~<table><tr><td>~</table>~<br>".split(
    "~",
  ),
  ..."<blockquote>~</blockquote>~<a href='~'>~'~<~>~<!--~-->~<![CDATA[~<svg>~<template>~<noscript>~<iframe>".split("~"),
  ..."<textarea>~<plaintext>~<style>~</style>~</script>~&amp;~&#0;~&#xD800;~&nbsp;".split("~"),
  ...'<script type="application/ld+json">{"@type":"NewsArticle",~"articleBody":"~"}'.split("~"),
  ...paragraphs().split("\n"),
]);

/** The bytes of a sound file with some changed, taken out or doubled. */
const damaged = (sound: string) =>
  fc
    .array(fc.tuple(fc.nat(), fc.nat(255), fc.constantFrom("change", "cut", "double")), { minLength: 1, maxLength: 12 })
    .map((edits) => {
      let bytes = Buffer.from(sound);
      for (const [where, byte, how] of edits) {
        const at = where % Math.max(1, bytes.length);
        if (how === "change") bytes[at] = byte;
        else if (how === "cut") bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + byte)]);
        else bytes = Buffer.concat([bytes.subarray(0, at + byte), bytes.subarray(at)]);
      }
      return bytes;
    });

describe("whatever the input", () => {
  it("Markdown is read, or refused with a reason", () => {
    fc.assert(
      fc.property(markdown, (text) => check(text, "text/markdown")),
      { numRuns: 400 },
    );
  });

  it("a page is read, or refused with a reason", () => {
    fc.assert(
      fc.property(html, (text) => check(text, "text/html")),
      { numRuns: 200 },
    );
  });

  it("so are damaged pages and notes", () => {
    const note = `---\ntitle: Pier\ndate: 2026-02-03\n---\n# Pier\n\n${STORY.join("\n\n")}\n\n- Zoë\n- 😀\n`;
    fc.assert(
      fc.property(damaged(newsPage("", paragraphs())), damaged(note), (page, text) => {
        check(page, "text/html");
        check(text, "text/markdown");
      }),
      { numRuns: 60 },
    );
  });

  it("so are bytes of any kind", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom("", "<html><p>", "\xff\xfe", "\xfe\xff", "\x1f\x8b\b"),
        (bytes, start) => {
          const content = Buffer.concat([Buffer.from(start, "latin1"), bytes]);
          for (const type of ["text/plain", "text/html", "text/markdown"] as const) check(content, type);
        },
      ),
      { numRuns: 200 },
    );
  });
});
