import { describe, expect, it } from "vitest";
import { scoreBody } from "../../src/score/body.ts";
import { documentOf, gold, scored } from "./made.ts";

const score = (...texts: [body: string, found: string | null][]) =>
  scored(
    scoreBody,
    ...texts.map(([body, found]) => [gold({ body }), found === null ? null : documentOf(found)] as const),
  );

describe("the score of bodies", () => {
  const cases: [string, string, string, { p: number; r: number; f1: number }][] = [
    [
      "letters' case and punctuation aside",
      "One two, three four.",
      "one TWO three – four",
      { p: 100, r: 100, f1: 100 },
    ],
    // three sequences of four words are asked for, the first two of them are there
    ["the end is missing", "a b c d e f", "a b c d e", { p: 100, r: 66.67, f1: 80 }],
    // five were found
    ["too much at both ends", "a b c d e f", "x a b c d e f y", { p: 60, r: 100, f1: 75 }],
    ["order matters", "a b c d", "b a c d", { p: 0, r: 0, f1: 0 }],
    // "a a a a" twice in the gold and four times here
    ["each counts as often as it occurs", "a a a a a", "a a a a a a a", { p: 50, r: 100, f1: 66.67 }],
    ["fewer than four words are one sequence", "a b", "A, b!", { p: 100, r: 100, f1: 100 }],
    ["and others are another", "a b", "a b c", { p: 0, r: 0, f1: 0 }],
    ["nothing for something", "a b c d", "", { p: 0, r: 0, f1: 0 }],
  ];
  it.each(cases)("%s", (_, body, found, expected) => {
    expect(score([body, found]).result).toEqual({ ...expected, docs: 1 });
  });

  it("is the mean over articles, long or short, missing ones with them", () => {
    const long = "a b c d e f g h i j k l m n o p";
    const { result } = score([long, long], ["a b c d e f", "a b c d e"], ["a b c d", null]);
    expect(result).toEqual({ p: 66.67, r: 55.56, f1: 60, docs: 3 }); // r: (1 + 2/3 + 0) / 3
  });

  it("tells bodies that are much unlike", () => {
    const { errors } = score(["a b c d e f", "a b c d e"], ["a b c d e f", "x a b c d e f y"]);
    expect(errors).toEqual([{ layer: "body", id: "a", kind: "low", got: "F1 75" }]); // 80 is not low
  });
});
