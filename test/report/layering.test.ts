import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Layered, layered, type Piece, passageAt, piecesOf } from "../../src/report/page/layering.ts";
import type { Mark } from "../../src/report/page-data.ts";

const TEXT = "abcdefghijklmnopqrstuvwxyz";

const mark = (start: number, end: number, rest: Partial<Mark> = {}): Mark => ({
  layer: "quotes",
  places: [[start, end]],
  type: "direct",
  value: null,
  rule: null,
  confidence: null,
  facts: [],
  entity: null,
  ...rest,
});

const pieces = (...places: (readonly [number, number])[]): Piece[] =>
  piecesOf(
    places.map(([start, end]) => mark(start, end)),
    () => true,
  );

/** `[0 …]` for a piece of the first mark. */
const written = (parts: readonly Layered[]): string =>
  parts.map((part) => (typeof part === "string" ? part : `[${part.mark} ${written(part.inner)}]`)).join("");

describe("layered text", () => {
  it.each([
    [
      "apart",
      [
        [1, 3],
        [4, 6],
      ],
      "a[0 bc]d[1 ef]gh",
    ],
    [
      "one in the other",
      [
        [1, 6],
        [2, 4],
      ],
      "a[0 b[1 cd]ef]gh",
    ],
    [
      "on one place",
      [
        [1, 3],
        [1, 3],
      ],
      "a[0 [1 bc]]defgh",
    ],
    [
      "over an edge",
      [
        [1, 4],
        [2, 6],
      ],
      "a[0 b[1 cd]][1 ef]gh",
    ],
    [
      "over the edges of two",
      [
        [0, 4],
        [3, 7],
        [2, 8],
      ],
      "[0 ab[2 c[1 d]]][2 [1 efg]h]",
    ],
    ["of no length", [[3, 3]], "abc[0 ]defgh"],
  ] as const)("nests what stands %s", (_, places, expected) => {
    expect(written(layered(TEXT, 0, 8, pieces(...places)))).toBe(expected);
  });

  it("cuts pieces at the edges of the stretch", () => {
    expect(written(layered(TEXT, 2, 6, pieces([0, 4], [5, 9])))).toBe("[0 cd]e[1 f]");
  });

  it("gives the text back, with each mark on just its characters", () => {
    const place = fc
      .tuple(fc.nat(TEXT.length), fc.nat(TEXT.length))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), (places) => {
        const found = places.map(() => "");
        const read = (parts: readonly Layered[], around: readonly number[]): string =>
          parts
            .map((part) => {
              if (typeof part !== "string") return read(part.inner, [...around, part.mark]);
              for (const index of around) found[index] += part;
              return part;
            })
            .join("");
        expect(read(layered(TEXT, 0, TEXT.length, pieces(...places)), [])).toBe(TEXT);
        expect(found).toEqual(places.map(([start, end]) => TEXT.slice(start, end)));
      }),
    );
  });

  it("has pieces for the speaker and the cue of a quote, unless it is not shown", () => {
    const marks = [mark(0, 3, { speaker: [4, 6], cue: [7, 9] }), mark(2, 3)];
    const shown = piecesOf(marks, (_, index) => index === 0);
    expect(shown.map(({ part, start, end }) => [part, start, end])).toEqual([
      ["content", 0, 3],
      ["speaker", 4, 6],
      ["cue", 7, 9],
    ]);
  });
});

it("shows a passage on one line, cut at words", () => {
  const text = `${"word ".repeat(20)}the\nprice of it ${"more ".repeat(20)}`;
  const start = text.indexOf("price");
  expect(passageAt(text, [start, start + 5], 12)).toEqual({
    before: "…word the ",
    marked: "price",
    after: " of it more …",
  });
});
