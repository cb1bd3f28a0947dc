import type { Dir } from "node:fs";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { opendir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findInputs } from "../../src/batch/inputs.ts";

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  return { ...real, opendir: vi.fn(real.opendir) };
});

let root: string;
let odd: string;
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "pressmark-inputs-")));
  odd = join(root, ".odd"); // a walk of the root passes it over
  for (const folder of ["b/deep", "a", "empty", ".git", ".odd/folder.txt", ".odd/out"])
    mkdirSync(join(root, folder), { recursive: true });
  for (const file of [
    "b/deep/2.txt",
    "b/1.txt",
    "a/3.jsonl",
    "a/photo.jpg",
    "z.txt",
    ".git/x.txt",
    ".hidden.txt",
    "a[1].txt",
    ".odd/folder.txt/in.txt",
    ".odd/out/run.json",
    ".odd/out/a.json",
  ])
    writeFileSync(join(root, file), "x");
  symlinkSync(join(root, "nowhere"), join(root, "broken.txt"));
  symlinkSync("self.txt", join(root, ".odd/self.txt"));
  symlinkSync("..", join(root, ".odd/up"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const find = async (...args: string[]) => {
  const found: string[] = [];
  for await (const f of findInputs(args))
    found.push("error" in f ? `${f.path}!` : "skipped" in f ? `(${f.skipped})` : f.path);
  return found;
};

describe("findInputs", () => {
  it("walks a folder in order, and tells what it passes over and what it cannot read", async () => {
    expect(await find(root)).toEqual([
      "a/3.jsonl",
      "(a/photo.jpg)",
      "a[1].txt",
      "b/1.txt",
      "b/deep/2.txt",
      "broken.txt!",
      "z.txt",
    ]);
  });

  it("takes a file as it is named, even with the signs of a pattern", async () => {
    expect(await find(join(root, "a[1].txt"))).toEqual(["a[1].txt"]);
    expect(await find(join(root, "a/photo.jpg"))).toEqual(["photo.jpg"]);
  });

  it("matches patterns from their fixed part on", async () => {
    expect(await find(join(root, "b/**/*.txt"))).toEqual(["1.txt", "deep/2.txt"]);
    expect(await find(join(root, "*.txt"))).toEqual(["a[1].txt", "broken.txt!", "z.txt"]);
  });

  it("says that a path leads nowhere", async () => {
    expect(await find(join(root, "missing.txt"))).toEqual([`${join(root, "missing.txt")}!`]);
    expect(await find("")).toEqual(["!"]);
    expect(await find(join(root, "*.pdf"))).toEqual([`${join(root, "*.pdf")}!`]);
    expect(await find(join(root, "nowhere/*.txt"))).toEqual([`${join(root, "nowhere/*.txt")}!`]);
    expect(await find(join(root, "empty"))).toEqual([]);
  });

  it("goes into folders named like files, and round no loop of links", async () => {
    expect(await find(odd)).toEqual(["folder.txt/in.txt", "out/a.json", "out/run.json", "self.txt!", "(up)"]);
  });

  it("leaves out what the run itself writes, even if a pattern matches it", async () => {
    const names: string[] = [];
    const isOutput = (file: string) => file.startsWith(join(odd, "out/"));
    for (const arg of [odd, join(odd, "**")])
      for await (const found of findInputs([arg], isOutput))
        if (!("error" in found)) names.push("skipped" in found ? found.skipped : found.path);
    expect(names).toEqual(["folder.txt/in.txt", "up", "folder.txt/in.txt"]);
  });

  it("never has a big folder in memory, and finds each of its files once", async () => {
    let read = 0;
    const entry = (i: number) => ({ name: `${basename(root)}-${i}.jpg`, isDirectory: () => false });
    const folder = { read: async () => (read < 25_000 ? entry(read++) : null), close: async () => {} };
    vi.mocked(opendir).mockResolvedValueOnce(folder as unknown as Dir);
    const names = new Set<string>();
    let ahead = 0;
    for await (const found of findInputs([root])) {
      names.add((found as { skipped: string }).skipped);
      ahead = Math.max(ahead, read - names.size);
    }
    expect(names.size).toBe(25_000);
    expect(ahead).toBeLessThan(10_000);
  });
});
