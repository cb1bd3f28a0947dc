import { describe, expect, it } from "vitest";
import { scoreRepair } from "../../src/score/repair.ts";
import { documentOf, gold, scored } from "./made.ts";

const coffee = gold({ text: "CafÃ© Noir", fixed: "Café Noir", group: "letters" });
const dash = gold({ id: "b", text: "now â€“ then", fixed: "now – then", group: "marks" });

describe("the score of repairs", () => {
  it("is the share of texts that are the expected ones to the letter, by group and in all", () => {
    const { result } = scored(
      scoreRepair,
      [coffee, documentOf("Café Noir")],
      [coffee, documentOf("Café noir")],
      [dash, documentOf("now – then")],
      [dash, null], // a missing one has no text
    );
    expect(result).toEqual({
      letters: { right: 1, of: 2, pct: 50 },
      marks: { right: 1, of: 2, pct: 50 },
      all: { right: 2, of: 4, pct: 50 },
    });
  });

  it("needs no groups", () => {
    const { result } = scored(scoreRepair, [gold({ text: "a &amp; b", fixed: "a & b" }), documentOf("a & b")]);
    expect(result).toEqual({ all: { right: 1, of: 1, pct: 100 } });
  });

  it("tells what is there and what should be", () => {
    const { errors } = scored(scoreRepair, [dash, documentOf("now - then")]);
    expect(errors).toEqual([
      { layer: "repair", id: "b", kind: "wrong", type: "marks", gold: "now – then", got: "now - then" },
    ]);
  });
});
