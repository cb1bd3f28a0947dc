import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findInputs } from "../../src/batch/inputs.ts";

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "pressmark-inputs-"));
  for (const folder of ["b/deep", "a", "empty", ".git"]) mkdirSync(join(root, folder), { recursive: true });
  for (const file of [
    "b/deep/2.txt",
    "b/1.txt",
    "a/3.jsonl",
    "a/photo.jpg",
    "z.txt",
    ".git/x.txt",
    ".hidden.txt",
    "a[1].txt",
  ])
    writeFileSync(join(root, file), "x");
  symlinkSync(join(root, "nowhere"), join(root, "broken.txt"));
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
    expect(await find(root)).toEqual(
      ["a[1].txt", "a/3.jsonl", "(a/photo.jpg)", "b/1.txt", "b/deep/2.txt", "broken.txt!", "z.txt"].sort(
        (x, y) => order(x) - order(y),
      ),
    );
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
    expect(await find(join(root, "empty"))).toEqual([]);
  });
});

/** The walk goes by name in each folder: a, a[1].txt, b, broken.txt, z.txt. */
const order = (path: string): number =>
  ["a/3.jsonl", "(a/photo.jpg)", "a[1].txt", "b/1.txt", "b/deep/2.txt", "broken.txt!", "z.txt"].indexOf(path);
