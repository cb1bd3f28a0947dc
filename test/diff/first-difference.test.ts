import { describe, expect, it } from "vitest";
import { firstDifference } from "../../src/diff/first-difference.ts";

const spans = (...offsets: number[]) => offsets.map((start, i) => ({ start, end: offsets[i + 1] ?? start + 5 }));
const text = (value: string, ...repairs: object[]) => ({ value, repairs });

describe("where parts begin to differ", () => {
  it.each([
    ["a sentence that ends elsewhere", spans(0, 10), [{ start: 0, end: 4 }, ...spans(4)], { start: 0, end: 4 }],
    ["a sentence that is no more", spans(0, 10), spans(0, 10).slice(0, 1), { start: 10, end: 15 }],
    [
      "a block of another kind",
      [{ start: 0, end: 3, kind: "title" }],
      [{ start: 0, end: 3, kind: "heading" }],
      { start: 0, end: 3 },
    ],
    ["a character", text("The ferry."), text("The berry."), { start: 4, end: 5 }],
    ["half of a pair", text("a😀"), text("a😁"), { start: 1, end: 3 }],
    ["an end that is cut off", text("The ferry."), text("The"), { start: 2, end: 3 }],
    ["a text that is no more", text("The"), text(""), null],
    [
      "a repair",
      text("é", { start: 0, end: 1, original: "e" }),
      text("é", { start: 0, end: 1, original: "x" }),
      { start: 0, end: 1 },
    ],
    [
      "a tag of a token",
      { start: [0, 4], end: [3, 9], pos: ["DET", "VERB"] },
      { start: [0, 4], end: [3, 9], pos: ["DET", "NOUN"] },
      { start: 4, end: 9 },
    ],
    ["a token that is no more", { start: [0, 4], end: [3, 9] }, { start: [0], end: [3] }, { start: 4, end: 9 }],
    ["notes without a place", [{ message: "a" }], [{ message: "b" }], null],
    ["metadata", { title: "a" }, { title: "b" }, null],
    ["hashes", "0a", "0b", null],
  ])("%s", (_, before, after, place) => {
    expect(firstDifference(before, after)).toEqual(place);
  });
});
