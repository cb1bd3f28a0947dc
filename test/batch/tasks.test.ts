import { writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { MOST_ARTICLE_BYTES } from "../../src/batch/task.ts";
import { tasksFor } from "../../src/batch/tasks.ts";
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

  it.each(["utf16le", "utf16be"])("says of a file in %s that it is, once", async (encoding) => {
    const bytes = Buffer.from('\ufeff{"text":"a"}\n{"text":"b"}\n', "utf16le");
    expect(await tasks("wide.jsonl", encoding === "utf16le" ? bytes : bytes.swap16())).toEqual([
      [null, expect.stringContaining("UTF-16"), expect.stringContaining("UTF-8")],
    ]);
  });
});
