import { createReadStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rowsOf } from "../../src/batch/csv-rows.ts";
import { formatByContent, formatByName, isInputName } from "../../src/batch/formats.ts";
import { inflated } from "../../src/batch/streams.ts";
import type { Task } from "../../src/batch/task.ts";
import { tasksFor } from "../../src/batch/tasks.ts";
import { type WarcDamage, type WarcRecord, warcRecords } from "../../src/batch/warc.ts";
import { MOST_ARTICLE_BYTES } from "../../src/stages/1-read/inflate.ts";
import { newsPage } from "../support/pages.ts";

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "pressmark-formats-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The text in pieces of a few bytes, as a slow stream has it. */
async function* pieces(text: string | Uint8Array, size = 5): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text as string);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
};

/** What becomes of a file: a word for each task, failure or file passed over. */
async function todos(name: string, content: string | Uint8Array, options = {}) {
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, name), content);
  return (await all(tasksFor([join(root, name)], () => false, options))).map((todo) => {
    if ("task" in todo) return `${todo.task.mediaType}${todo.task.record === null ? "" : ` ${todo.task.record}`}`;
    return "skipped" in todo ? "skipped" : `${todo.failure.record}: ${todo.failure.reason}`;
  });
}

describe("the format of a file", () => {
  it.each([
    ["a.txt", "text"],
    ["a.HTML.gz", "html"],
    ["a.md", "markdown"],
    ["a.ndjson", "jsonl"],
    ["CC-NEWS-1.warc.gz", "warc"],
    ["a.tsv", "csv"],
    ["a.gz", null],
    ["a.jpg", null],
  ])("of the name %s is %s", (name, format) => expect(formatByName(name)).toBe(format));

  it("is not an article's if it is about the folder", () => {
    expect(["a/README.md", "package.json", "readme-story.md"].map(isInputName)).toEqual([false, false, true]);
    expect(["a/gold.json", "a/gold.txt", "a/gold-rush.txt", "gold.html"].map(isInputName)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it.each([
    ['{"text": "a"}\n{"text": "b"}', "jsonl"],
    ['{\n  "text": "a"\n}', "json"],
    ['{"text": "a"}\n', "json"],
    ['{\n  "schemaVersion": "1.0.0",', "output"],
    ['{"generator": {"name": "pressmark"', "output"],
    ["WARC/1.0\r\n", "warc"],
    ["Words.", "text"],
  ])("of the content %j is %s", (head, format) => expect(formatByContent(head, null)).toBe(format));

  it.each([
    ["text", '{"text": "a"}\n{"text": "b"}', "jsonl"],
    ["csv", '{"text": "a"}\n{"text": "b"}', "jsonl"],
    ["jsonl", '{\n  "text": "a"\n}', "json"],
    ["jsonl", '{"text": "a"}', "jsonl"],
    ["jsonl", '{"schemaVersion":"1.0.0","id":"a"', "output"],
    ["text", "[Editor’s note: this is a text.]\n{It is.}", "text"],
    ["text", "{It is a text.}\n{It is.}", "text"],
    ["text", "WARC/1.0\r\n", "warc"],
    ["csv", "[a],text\n", "csv"],
  ] as const)("called %s with the content %j is %s", (named, head, format) =>
    expect(formatByContent(head, named)).toBe(format),
  );

  it("is told by content where the name lies, gzip too", async () => {
    const lines = '{"text": "a"}\n{"text": "b"}\n';
    expect(await todos("a.json", lines)).toEqual(["application/json 1", "application/json 2"]);
    expect(await todos("b.jsonl", gzipSync(lines))).toEqual(["application/json 1", "application/json 2"]);
    expect(await todos("c.gz", gzipSync(lines))).toEqual(["application/json 1", "application/json 2"]);
    expect(await todos("e.txt", lines)).toEqual(["application/json 1", "application/json 2"]);
    expect(await todos("f.md.gz", gzipSync(lines))).toEqual(["application/json 1", "application/json 2"]);
    expect(await todos("g.txt", "{A text.}")).toEqual(["text/plain"]);
    expect(await todos("d.json", '{"schemaVersion":"1.0.0"}')).toEqual(["skipped"]);
  });
});

describe("streams", () => {
  it("cut off in the middle give what came before, and say so", async () => {
    const noise = Array.from(
      { length: 4000 },
      (_, i) => `{"text":"${(i * 7919) % 10007} ${(i * 104729) % 99991}"}`,
    ).join("\n");
    const whole = gzipSync(noise);
    const found = await todos("cut.jsonl.gz", whole.subarray(0, whole.length - 2000));
    expect(found.length).toBeGreaterThan(100);
    expect(found.at(-1)).toMatch(/reading stopped after line \d+/);
    expect(await todos("broken.jsonl.gz", Buffer.concat([whole.subarray(0, 20), Buffer.alloc(50, 7)]))).toMatchObject([
      expect.stringMatching(/reading stopped after line 0/),
    ]);
  });

  it("that inflate to a line of 100 MB pass over it", async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.alloc(100 * 2 ** 20, 120), Buffer.from('\n{"text":"b"}\n')]));
    expect(await todos("bomb.jsonl.gz", bomb)).toEqual([
      expect.stringMatching(/^1: the line has 104857600 bytes/),
      "application/json 2",
    ]);
  });

  it("of pieces of one byte are inflated too", async () => {
    const chunks = await all(inflated(pieces(gzipSync("some words"), 1)));
    expect(Buffer.concat(chunks).toString()).toBe("some words");
    expect(await all(inflated(pieces("")))).toEqual([]);
  });
});

describe("CSV", () => {
  const rows = async (text: string, limit = 100) =>
    (await all(rowsOf(pieces(text, 3), limit))).map(({ number, bytes, length }) => [
      number,
      bytes ? Buffer.from(bytes).toString() : length,
    ]);

  it("ends a row where no quotation marks are open", async () => {
    expect(await rows('a,b\r\n"x\ny","say ""no""\n"\n5\' 10",z\n')).toEqual([
      [1, "a,b\r"],
      [2, '"x\ny","say ""no""\n"'],
      [5, "5' 10\",z"],
    ]);
  });

  it("passes over a row that is too long", async () => {
    expect(await rows(`a\n"${"x".repeat(200)}"\nb`)).toEqual([
      [1, "a"],
      [2, 202],
      [3, "b"],
    ]);
  });

  it("loses one row to a quotation mark that is never closed, and no more", async () => {
    const unclosed = async (text: string, limit?: number) =>
      (await all(rowsOf(pieces(text, 3), limit ?? 1000))).map(({ number, bytes, unclosed }) =>
        bytes ? `${number} ${Buffer.from(bytes)}` : `${number} unclosed on ${unclosed}`,
      );
    // The file ends in the cell; or the limit comes; or another cell's mark closes it, and words follow.
    expect(await unclosed('id,text\n1,"a\n2,b\n3,c\n')).toEqual(["1 id,text", "2 unclosed on 2", "3 2,b", "4 3,c"]);
    expect(await unclosed('1,"a\n2,b\n3,c\n4,"d\ne"\n5,"f"', 12)).toEqual([
      "1 unclosed on 1",
      "2 2,b",
      "3 3,c",
      '4 4,"d\ne"',
      '6 5,"f"',
    ]);
    expect(await unclosed('1,"a\n2,b\n3,"c"\n4,"d"\n')).toEqual(["1 unclosed on 1", "2 2,b", '3 3,"c"', '4 4,"d"']);
    expect(await unclosed('"x\ny","a\n2,b\n')).toEqual(["1 unclosed on 2", "3 2,b"]);
    // What RFC 4180 does not have, and files do: marks inside a cell of one line, spaces after one.
    expect(await unclosed('1,"a "b" c"\n2,"d\ne" ,f\n3,"g')).toEqual(['1 1,"a "b" c"', '2 2,"d\ne" ,f', '4 3,"g']);
  });

  it("with marks never closed on every other line is read in linear time", async () => {
    const rows = await all(rowsOf(pieces('1,"a\n2,b\n'.repeat(100_000), 2 ** 16), 2 ** 20));
    expect(rows).toHaveLength(200_000);
    expect(rows.filter((row) => row.unclosed !== null).map(({ number }) => number)).toEqual(
      Array.from({ length: 100_000 }, (_, i) => 2 * i + 1),
    );
  });

  it("is split the same however its bytes come, and nothing of it is lost in silence", async () => {
    const cells = fc.array(fc.constantFrom('"', '""', ",", ";", "\n", "\r\n", "a", " ", "é"), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(cells, fc.integer({ min: 1, max: 9 }), async (parts, size) => {
        const text = parts.join("");
        const whole = await all(rowsOf(pieces(text, 1000), 1000));
        expect(await all(rowsOf(pieces(text, size), 1000))).toEqual(whole);
        // A row is whole lines, the first of those that are left.
        const lines = text.split("\n");
        let line = 1;
        for (const { number, bytes, length } of whole) {
          while (lines[line - 1] === "" && line < number) line++;
          expect(number).toBe(line);
          const after = bytes ? line + Buffer.from(bytes).toString().split("\n").length : null;
          const taken = Buffer.from(lines.slice(line - 1).join("\n")).subarray(0, length);
          if (bytes) expect(Buffer.from(bytes)).toEqual(taken);
          line = after ?? line + taken.toString().split("\n").length - 1;
        }
        expect(lines.slice(line - 1).join("")).toBe("");
      }),
      { numRuns: 500 },
    );
  });

  it("names the line of a quotation mark that is never closed", async () => {
    expect(await todos("open.csv", 'id,text\n1,a\n2,"b\n3,c\n')).toEqual([
      "text/csv 2",
      expect.stringMatching(/^3: the quotation mark that opens a cell on line 3 is not closed/),
      "text/csv 4",
    ]);
  });

  it("has a header row that names the text, or is refused once", async () => {
    expect(await todos("a.csv", "id,text\n1,a\n\n2,b\n")).toEqual(["text/csv 2", "text/csv 4"]);
    expect(await todos("b.csv", "id,body\n1,a\n2,b\n")).toEqual([
      expect.stringContaining('no column "text"; it has "id", "body"'),
    ]);
    expect(await todos("b.csv", "id,body\n1,a\n", { fieldNames: { text: "body" } })).toEqual(["text/csv 2"]);
  });
});

describe("WARC", () => {
  const record = (type: string, content: string, header = "") =>
    `WARC/1.0\r\nWARC-Type: ${type}\r\n${header}Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}\r\n\r\n`;
  const http = (type: string, body: string, status = 200) =>
    `HTTP/1.1 ${status} OK\r\nContent-Type: ${type}\r\n\r\n${body}`;
  const response = (content: string) =>
    record(
      "response",
      content,
      "WARC-Target-URI: https://example.org/a\r\nWARC-Date: 2026-02-03T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n",
    );
  const read = async (text: string, limit = 10_000) =>
    (await all<WarcRecord | WarcDamage>(warcRecords(pieces(text, 7), limit))).map((r) =>
      "reason" in r
        ? `${r.number}: ${r.reason}`
        : `${r.number} ${r.header.get("warc-type")} ${r.content?.length ?? "long"}`,
    );

  it("is read record by record", async () => {
    expect(await read(record("warcinfo", "x") + record("request", "GET /") + record("response", "longer"), 5)).toEqual([
      "1 warcinfo 1",
      "2 request 5",
      "3 response long",
    ]);
  });

  it("is read on after damage", async () => {
    expect(await read(`${record("a", "x")}rubbish\r\nmore\r\n${record("b", "y")}`)).toEqual([
      "1 a 1",
      "2: no record begins where one should",
      "2 b 1",
    ]);
    expect(await read(`WARC/1.0\r\nWARC-Type: a\r\n\r\n${record("b", "y")}`)).toEqual([
      "1: a record without a valid Content-Length",
      "2 b 1",
    ]);
    expect(await read(record("a", "words").slice(0, -8))).toEqual(["1: the file ends in the middle of a record"]);
  });

  it("gives its pages as tasks, member by member of gzip, and passes over the rest", async () => {
    const records = [
      record("warcinfo", "software: none"),
      response(http("text/html", newsPage())),
      response(http("image/png", "x")),
      response(http("text/html", "gone", 404)),
      response(http("text/html; charset=utf-8", newsPage())),
    ];
    const file = Buffer.concat(records.map((r) => gzipSync(r)));
    expect(await todos("a.warc.gz", file)).toEqual(["application/http 2", "application/http 5"]);
    const [first] = await all(tasksFor([join(root, "a.warc.gz")], () => false, {}));
    const { fields, fetched } = (first as { task: Task }).task;
    expect([fields.url, fetched]).toEqual(["https://example.org/a", "2026-02-03T10:00:00Z"]);
  });
});

describe("fuzzed files", () => {
  const seeds: [string, string | Uint8Array][] = [
    ["f.jsonl", '{"text":"a b c","published":"2026-02-03"}\n{"text":"d"}\n'],
    ["f.csv", 'id,text\n1,"a, b"\n2,"c\nd"\n'],
    ["f.warc", "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 5\r\n\r\nwords\r\n\r\n"],
    ["f.json", '{"text":"a"}'],
    ["f.jsonl.gz", gzipSync('{"text":"a"}\n{"text":"b"}\n')],
  ];
  it.each(seeds)("%s: any bytes changed or cut give tasks or failures, and no exception", async (name, seed) => {
    let state = 42; // a linear congruential generator (Numerical Recipes): the same bytes each time
    const next = (below: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    for (let round = 0; round < 60; round++) {
      const bytes = Buffer.from(seed as string);
      for (let i = 0; i < 4; i++) bytes[next(bytes.length)] = next(256);
      for (const todo of await todos(name, bytes.subarray(0, round % 3 === 0 ? next(bytes.length) : bytes.length)))
        expect(todo).toBeTypeOf("string");
    }
  });
});

it("reads no more than it needs", async () => {
  writeFileSync(join(root, "long.jsonl"), '{"text":"a"}\n'.repeat(50_000));
  const stream = createReadStream(join(root, "long.jsonl"));
  for await (const _ of inflated(stream)) break;
  expect(stream.bytesRead).toBeLessThan(2 ** 18);
  expect(MOST_ARTICLE_BYTES).toBeGreaterThan(2 ** 20);
});
