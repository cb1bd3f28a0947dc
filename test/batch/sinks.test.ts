import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { Writable } from "node:stream";
import { setImmediate as tick } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { openSink, outputsOf, realPath, removeDrafts, streamSink, writeAtomically } from "../../src/batch/sinks.ts";
import type { Success } from "../../src/batch/task.ts";
import { temporaryFolder } from "../support/cli.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

const article = (id: string, output = `${id}\n`) => ({ id, output: Buffer.from(output) }) as unknown as Success;
const files = (...path: string[]) => readdirSync(folder.path(...path), { recursive: true, encoding: "utf8" }).sort();

describe("writing a file", () => {
  it("leaves nothing half written where it fails", async () => {
    mkdirSync(folder.path("taken/a.json"), { recursive: true });
    await expect(writeAtomically(folder.path("taken/a.json"), "x")).rejects.toThrow(/EISDIR/);
    expect(files("taken")).toEqual(["a.json"]);
  });
});

describe("a folder", () => {
  it("gets a file for each article, whatever their ids have in common", async () => {
    const out = folder.path("ids");
    const sink = await openSink(out);
    const ids = ["run", "dup", "dup", "Case", "case", "dup~2", "\u00e9", "e\u0301", "x", "x.json/y", "RUN"];
    for (const id of ids) await sink.write(article(id));
    const written = files("ids").filter((name) => name !== "x%2Ejson");
    expect(new Set(written.map((name) => name.normalize().toLowerCase())).size).toBe(ids.length);
    expect(written).not.toContain("run.json");
    expect(readFileSync(folder.path("ids/dup~2.json"), "utf8")).toBe("dup\n");
    expect(readFileSync(folder.path("ids/case~2.json"), "utf8")).toBe("case\n");
  });

  it("where a file stands in the way fails that article only", async () => {
    mkdirSync(folder.path("way"));
    writeFileSync(folder.path("way/b"), "");
    const sink = await openSink(folder.path("way"));
    await sink.write(article("a"));
    await expect(sink.write(article("b/c"))).rejects.toThrow(/EEXIST|ENOTDIR/);
    await sink.write(article("d"));
    expect(files("way")).toEqual(["a.json", "b", "d.json"]);
  });

  it("that cannot be made is an error with a remedy", () =>
    expect(openSink(folder.path("way/b"))).rejects.toMatchObject({
      message: expect.stringContaining("cannot be written"),
      remedy: expect.stringContaining("in the way"),
    }));
});

describe("a .jsonl file", () => {
  it("takes its place when all is written, and not before", async () => {
    const out = folder.path("whole/out.jsonl");
    const sink = await openSink(out);
    await sink.write(article("a"));
    await sink.write(article("b"));
    expect(files("whole")).toEqual([expect.stringMatching(/^\.out\.jsonl\.\d+\.tmp$/)]);
    await sink.close(true);
    expect(readFileSync(out, "utf8")).toBe("a\nb\n");
    expect(files("whole")).toEqual(["out.jsonl"]);
  });

  it("leaves the one before alone if there is nothing worth keeping", async () => {
    const sink = await openSink(folder.path("whole/out.jsonl"));
    await sink.close(false);
    expect(files("whole")).toEqual(["out.jsonl"]);
    expect(readFileSync(folder.path("whole/out.jsonl"), "utf8")).toBe("a\nb\n");
  });

  it("is taken away half written when the process gives up", async () => {
    const sink = await openSink(folder.path("half/out.jsonl"));
    await sink.write(article("a"));
    removeDrafts();
    expect(files("half")).toEqual([]);
    await sink.close(false);
  });

  it("that is a folder is an error at once", () => {
    mkdirSync(folder.path("folder.jsonl"));
    return expect(openSink(folder.path("folder.jsonl"))).rejects.toThrow(/it is a folder/);
  });
});

describe("a stream", () => {
  it("is written to only as fast as its reader takes it", async () => {
    let take: () => void = () => {};
    const slow = new Writable({
      highWaterMark: 4,
      write(_, __, done) {
        take = done;
      },
    });
    let written = false;
    const write = streamSink(slow)
      .write(article("a", "long\n"))
      .then(() => (written = true));
    await tick();
    expect(written).toBe(false);
    take();
    await write;
    expect(written).toBe(true);
  });

  it("that breaks says so", async () => {
    const broken = new Writable({ highWaterMark: 1, write: (_, __, done) => done(new Error("no room")) });
    await expect(streamSink(broken).write(article("a"))).rejects.toThrow("no room");
  });
});

describe("what a run writes", () => {
  const written = (out: string, ...names: string[]) => {
    const isOutput = outputsOf(out);
    return names.filter((name) => isOutput(realPath(folder.path(name))));
  };

  it("is the .json files and the reports below its folder, or its file and the reports beside it", () => {
    const names = ["run.json", "failures.jsonl", "o.jsonl", "o/run.json", "o/a/b.json", "o/a.txt", "o/failures.jsonl"];
    expect(written(folder.path("o"), ...names)).toEqual(["o/run.json", "o/a/b.json", "o/failures.jsonl"]);
    expect(written(folder.path("o.jsonl"), ...names)).toEqual(["run.json", "failures.jsonl", "o.jsonl"]);
    expect(written("-", ...names)).toEqual([]);
  });

  it("is known through links", () => {
    mkdirSync(folder.path("real"));
    symlinkSync("real", folder.path("link"));
    expect(written(folder.path("link/new"), "real/new/a.json", "link/new/a.json")).toHaveLength(2);
  });
});
