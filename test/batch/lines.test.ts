import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf } from "../../src/batch/lines.ts";

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const lines = async (text: string, size: number, limit = 1000) => {
  const found: [number, string | null, number][] = [];
  for await (const { number, bytes, length } of linesOf(chunked(Buffer.from(text), size), limit))
    found.push([number, bytes && Buffer.from(bytes).toString(), length]);
  return found;
};

describe("linesOf", () => {
  it("finds the same lines however the stream is cut", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "grapheme" })),
        fc.integer({ min: 1, max: 20 }),
        async (parts, size) => {
          const text = parts.map((part) => part.replaceAll("\n", " ")).join("\n");
          const expected = text === "" ? [] : text.replace(/\n$/, "").split("\n");
          expect((await lines(text, size)).map(([, line]) => line)).toEqual(expected);
        },
      ),
    ));

  it("counts lines from 1, empty ones too", async () => {
    expect(await lines("a\n\nb", 2)).toEqual([
      [1, "a", 1],
      [2, "", 0],
      [3, "b", 1],
    ]);
  });

  it("passes over a line that is too long, tells how long it was, and goes on", async () => {
    expect(await lines(`${"x".repeat(50)}\nok`, 7, 20)).toEqual([
      [1, null, 50],
      [2, "ok", 2],
    ]);
  });
});
