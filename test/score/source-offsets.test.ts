import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { restoreSource } from "../../src/schema/restore.ts";
import { givesBack, sourceOffsets } from "../../src/score/source-offsets.ts";
import { repair } from "./made.ts";

describe("offsets in the source", () => {
  it("are the same where nothing was repaired", () => {
    const { start, end, span } = sourceOffsets({ value: "It rained.", repairs: [] });
    expect([start(3), end(9), span({ start: 3, end: 9 })]).toEqual([3, 9, { start: 3, end: 9 }]);
  });

  it("move by what repairs before them made shorter or longer", () => {
    // source: "A &amp; B … C"
    const { span } = sourceOffsets({ value: "A & B ... C", repairs: [repair(2, 3, "&amp;"), repair(6, 9, "…")] });
    expect(span({ start: 0, end: 1 })).toEqual({ start: 0, end: 1 }); // A
    expect(span({ start: 2, end: 3 })).toEqual({ start: 2, end: 7 }); // &
    expect(span({ start: 4, end: 5 })).toEqual({ start: 8, end: 9 }); // B: 4 more
    expect(span({ start: 10, end: 11 })).toEqual({ start: 12, end: 13 }); // C: 4 more, 2 fewer
    expect(span({ start: 0, end: 11 })).toEqual({ start: 0, end: 13 });
  });

  it("take in the whole repair if they lie in the middle of it", () => {
    const { span } = sourceOffsets({ value: "so ... on", repairs: [repair(3, 6, "…")] });
    expect(span({ start: 4, end: 5 })).toEqual({ start: 3, end: 4 });
    expect(span({ start: 0, end: 4 })).toEqual({ start: 0, end: 4 });
    expect(span({ start: 5, end: 9 })).toEqual({ start: 3, end: 7 });
  });

  it("leave out what was taken away at an edge, and take in what was taken away inside", () => {
    // source: a byte order mark, "co", a soft hyphen, "op", two more, " x"
    const { span } = sourceOffsets({
      value: "coop x",
      repairs: [repair(0, 0, "\ufeff"), repair(2, 2, "\u00ad"), repair(4, 4, "\u00ad"), repair(4, 4, "\u200b")],
    });
    expect(span({ start: 0, end: 4 })).toEqual({ start: 1, end: 6 });
    expect(span({ start: 0, end: 2 })).toEqual({ start: 1, end: 3 });
    expect(span({ start: 2, end: 4 })).toEqual({ start: 4, end: 6 });
    expect(span({ start: 4, end: 6 })).toEqual({ start: 8, end: 10 });
  });

  it("do not depend on the order of repairs in the list", () => {
    const { start } = sourceOffsets({ value: "a&b<c", repairs: [repair(3, 4, "&lt;"), repair(1, 2, "&amp;")] });
    expect([0, 2, 4].map(start)).toEqual([0, 6, 11]);
  });

  it("lead each character that was kept to itself, whatever was repaired", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "é", " ", "😀"), maxLength: 3 });
    const piece = fc.record({ value: word, original: fc.option(word) });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        let value = "";
        const repairs: ReturnType<typeof repair>[] = [];
        const kept: number[] = [];
        for (const { value: part, original } of pieces) {
          if (original !== null) repairs.push(repair(value.length, value.length + part.length, original));
          else for (let i = 0; i < part.length; i++) kept.push(value.length + i);
          value += part;
        }
        const { span } = sourceOffsets({ value, repairs });
        const source = restoreSource({ value, repairs });
        for (const offset of kept) {
          const { start, end } = span({ start: offset, end: offset + 1 });
          expect(end).toBe(start + 1);
          expect(source[start]).toBe(value[offset]);
        }
      }),
    );
  });
});

describe("giving the source back", () => {
  const text = { value: "A & B", repairs: [repair(2, 3, "&amp;")] };
  it.each([
    ["the same text", "A &amp; B", true],
    ["the same text but for white space", "\n A  &amp;\u00a0B\n", true],
    ["the repaired text", "A & B", false],
    ["another text", "A &amp; C", false],
  ])("%s", (_, source, is) => {
    expect(givesBack(text, source)).toBe(is);
  });
});
