import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import type { Task } from "../../src/batch/task.ts";
import { tasksFor } from "../../src/batch/tasks.ts";
import { pipeline } from "../../src/pipeline.ts";
import { MOST_ARTICLE_BYTES } from "../../src/stages/1-read/inflate.ts";
import { read as readStage } from "../../src/stages/1-read/read.ts";
import { temporaryFolder } from "../support/cli.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

const tasks = async (name: string, content: string | Uint8Array) => {
  writeFileSync(folder.path(name), content);
  const found: unknown[] = [];
  for await (const todo of tasksFor([folder.path(name)], () => false, {}))
    if ("task" in todo) found.push(todo.task.record ?? todo.task.mediaType);
    else if ("failure" in todo) found.push([todo.failure.record, todo.failure.reason, todo.failure.remedy]);
  return found;
};

describe("tasksFor", () => {
  it("makes a task of each line of a .jsonl file that has something on it", async () => {
    expect(await tasks("a.jsonl", '{"text":"a"}\r\n\r\n \t\n{"text":"b"}')).toEqual([1, 4]);
    expect(await tasks("empty.jsonl", "")).toEqual([]);
  });

  it("makes a task of each other file, and takes .json for one record", async () => {
    expect(await tasks("a.txt", "a")).toEqual(["text/plain"]);
    expect(await tasks("a.json", "{}")).toEqual(["application/json"]);
  });

  it("passes over a line that is too long for an article, names it, and goes on", async () => {
    const long = Buffer.alloc(MOST_ARTICLE_BYTES + 1, "x");
    expect(await tasks("long.jsonl", Buffer.concat([Buffer.from("{}\n"), long, Buffer.from("\n{}\n")]))).toEqual([
      1,
      [2, expect.stringContaining(`${long.length} bytes`), expect.stringContaining("split")],
      3,
    ]);
  });

  it.skipIf(process.platform === "win32")("does not look into a pipe, which can be read but once", async () => {
    execFileSync("mkfifo", [folder.path("pipe.txt"), folder.path("pipe")]);
    const found: unknown[] = [];
    for (const name of ["pipe.txt", "pipe"]) // opening one that nobody writes to would never come back
      for await (const todo of tasksFor([folder.path(name)], () => false, {}))
        found.push((todo as { task: Task }).task.mediaType);
    expect(found).toEqual(["text/plain", "text/plain"]);
  });

  describe("a file in UTF-16", () => {
    const utf16 = (text: string, encoding: string): Buffer => {
      const bytes = Buffer.from(text, "utf16le");
      return encoding === "utf-16le" ? bytes : bytes.swap16();
    };
    const read = pipeline("read").use(readStage()).run;

    it.each([
      ["utf-16le", "bom", "\ufeff"],
      ["utf-16be", "bom", "\ufeff"],
      ["utf-16le", "detected", ""],
      ["utf-16be", "detected", ""],
    ])("%s, told by %s, is transcoded as it comes, and its source says so", async (encoding, encodingFrom, mark) => {
      const long = "Zoë said 😀 in Łódź. ".repeat(10_000); // more than a chunk: pairs and units are split
      for (const [name, text] of [
        ["wide.jsonl", `${mark}{"text":"${long}"}\r\n{"text":"b"}\n`],
        ["wide.csv", `${mark}id,text\r\n1,"${long}"\r\n2,b\r\n`],
      ] as const) {
        writeFileSync(folder.path(name), utf16(text, encoding));
        const docs: ReturnType<typeof read>[] = [];
        for await (const todo of tasksFor([folder.path(name)], () => false, {})) {
          const { task } = todo as { task: Task };
          docs.push(read({ ...task, content: task.content! }));
        }
        expect(docs.map(({ raw }) => raw.text)).toEqual([long, "b"]);
        expect(docs[1]!.source).toMatchObject({ encoding, encodingFrom });
      }
    });

    it("cannot be UTF-32", async () => {
      const bytes = Buffer.concat(
        [..."\ufeff{}"].map((c) => Buffer.from([c.charCodeAt(0), c.charCodeAt(0) >> 8, 0, 0])),
      );
      expect(await tasks("wider.jsonl", bytes)).toEqual([[null, expect.stringContaining("UTF-32"), expect.anything()]]);
    });
  });
});
