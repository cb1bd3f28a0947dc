import { describe, expect, it } from "vitest";
import { scoreTokens } from "../../src/score/tokens.ts";
import { allOf, at, documentOf, gold, measured, noneOf, pair, repair, scored, tokens } from "./made.ts";

const TEXT = "She didn’t go.";

describe("the score of tokens", () => {
  it("wants the same spans", () => {
    const { result, errors } = scored(scoreTokens, [
      gold({ text: TEXT, tokens: ["She", "did", "n’t", "go", "."].map((token) => pair(TEXT, token)) }),
      documentOf(TEXT, { tokens: tokens(["She", "didn’t", "go", "."].map((token) => at(TEXT, token))) }),
    ]);
    expect(result).toEqual({ spans: measured(75, 60, 66.67, 5, 4) }); // 3 of 5, and 4 found
    expect(errors).toMatchObject([
      { kind: "missed", text: "did" },
      { kind: "missed", text: "n’t" },
      { kind: "spurious", text: "didn’t" },
    ]);
  });

  it("counts a missing document as one without tokens", () => {
    const { result } = scored(scoreTokens, [gold({ text: TEXT, tokens: [pair(TEXT, "She")] }), null]);
    expect(result).toEqual({ spans: noneOf(1, 0) });
  });

  it("maps tokens back through repairs", () => {
    const { result } = scored(scoreTokens, [
      gold({
        text: "co\u00adop &lt;3",
        tokens: [
          [0, 5],
          [6, 10],
          [10, 11],
        ],
      }),
      documentOf("coop <3", {
        repairs: [repair(2, 2, "\u00ad"), repair(5, 6, "&lt;")],
        tokens: tokens([
          { start: 0, end: 4 },
          { start: 5, end: 6 },
          { start: 6, end: 7 },
        ]),
      }),
    ]);
    expect(result).toEqual({ spans: allOf(3) });
  });

  it("counts tokens that were one character before a repair as one", () => {
    const { result } = scored(scoreTokens, [
      gold({ text: "…", tokens: [[0, 1]] }),
      documentOf("...", {
        repairs: [repair(0, 3, "…")],
        tokens: tokens([
          { start: 0, end: 1 },
          { start: 1, end: 2 },
          { start: 2, end: 3 },
        ]),
      }),
    ]);
    expect(result).toEqual({ spans: allOf(1) });
  });
});
