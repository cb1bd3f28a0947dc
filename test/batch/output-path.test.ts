import { posix } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outputPath } from "../../src/batch/output-path.ts";

describe("outputPath", () => {
  it.each([
    ["wire/2026/story", "wire/2026/story"],
    ["../../etc/passwd", "%2E%2E/%2E%2E/etc/passwd"],
    ["/absolute", "absolute"],
    ["a//b/", "a/b"],
    ["https://example.org/a?b=1", "https%3A/example.org/a%3Fb=1"],
    [".hidden", "%2Ehidden"],
    ["CON", "%43ON"],
    ["50%", "50%25"],
    ["name.", "name%2E"],
    ["/", "%"],
    ["a\\b\u0000", "a%5Cb%00"],
    ["😀/🇵🇹", "😀/🇵🇹"],
    ["a.json/b.json", "a%2Ejson/b.json"], // a.json is where "a" is written
  ])("writes %j at %j", (id, path) => expect(outputPath(id)).toBe(path));

  it("keeps long names short and apart", () => {
    const [a, b] = [outputPath(`${"é".repeat(300)}1`), outputPath(`${"é".repeat(300)}2`)];
    expect(Buffer.byteLength(a)).toBeLessThanOrEqual(200);
    expect(a).not.toBe(b);
  });

  it("keeps deep paths short and apart", () => {
    const [a, b] = [1, 2].map((last) => outputPath(`${"deep/".repeat(1000)}${last}`));
    expect(Buffer.byteLength(a!)).toBeLessThanOrEqual(200);
    expect(a).not.toBe(b);
  });

  it("never leaves the folder", () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", ".", "/", "\\", "~", "%", " ", ":", "\u0000", "\ud800", "é") }),
        (id) => {
          const path = outputPath(id);
          expect(posix.join("/out", path)).toMatch(/^\/out\/./);
          expect(path.split("/")).not.toContain("..");
        },
      ),
    ));
});
