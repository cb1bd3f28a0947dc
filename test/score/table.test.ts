import { describe, expect, it } from "vitest";
import { scoreTable } from "../../src/score/table.ts";
import { allOf, measured, noneOf } from "./made.ts";

const docs = { gold: 3, scored: 3, missing: 0, textMismatch: 0 };
const lines = (...rows: string[]) => rows.map((row) => `${row}\n`).join("");

describe("the table", () => {
  it("has a line for the documents, and a part for each layer", () => {
    const table = scoreTable({
      scores: {
        docs,
        money: { strict: measured(50, 66.67, 57.14, 3, 4), relaxed: noneOf(3, 4) },
        tokens: { spans: allOf(1234) },
      },
    });
    expect(table).toBe(
      lines(
        "documents: 3 of 3 scored, 0 missing, 0 with another text",
        "",
        "money                       P        R       F1     gold    found",
        "  strict                50.00    66.67    57.14        3        4",
        "  relaxed                0.00     0.00     0.00        3        4",
        "",
        "tokens                      P        R       F1     gold    found",
        "  spans                100.00   100.00   100.00     1234     1234",
      ),
    );
  });

  it("names documents that are missing or have another text", () => {
    const table = scoreTable({
      scores: { docs: { gold: 4, scored: 2, missing: 2, textMismatch: 1, missingIds: ["a", "b"], mismatchIds: ["c"] } },
    });
    expect(table).toBe("documents: 2 of 4 scored, 2 missing (a, b), 1 with another text (c)\n");
  });

  it("gives percentages a line of their own among measures, and each set of quotes a part", () => {
    const set = {
      "content@0.5": allOf(2),
      "content@0.8": measured(50, 50, 50, 2, 2),
      contentEdges: noneOf(2, 2),
      speakerAccuracy: 50,
      cueAccuracy: 0,
      attributed: measured(50, 50, 50, 2, 2),
    };
    expect(scoreTable({ scores: { quotes: { quoted: set, all: set } } }).split("\n\n")[1]).toBe(
      lines(
        "quotes, all                 P        R       F1     gold    found",
        "  content@0.5          100.00   100.00   100.00        2        2",
        "  content@0.8           50.00    50.00    50.00        2        2",
        "  contentEdges           0.00     0.00     0.00        2        2",
        "  speakerAccuracy     50.00 %",
        "  cueAccuracy          0.00 %",
        "  attributed            50.00    50.00    50.00        2        2",
      ),
    );
  });

  it("has fewer columns where there are fewer numbers", () => {
    expect(scoreTable({ scores: { body: { p: 90, r: 80.5, f1: 84.99, docs: 3 } } })).toBe(
      lines(
        "body                        P        R       F1", //
        "  4-grams               90.00    80.50    84.99",
      ),
    );
    expect(scoreTable({ scores: { repair: { "in-the-wild": { right: 1, of: 3, pct: 33.33 } } } })).toBe(
      lines(
        "repair                  right       of        %", //
        "  in-the-wild               1        3    33.33",
      ),
    );
  });

  it("is as wide as the longest name", () => {
    const [header, row] = scoreTable({
      scores: { repair: { [`g${"o".repeat(30)}d`]: { right: 1, of: 1, pct: 100 } } },
    }).split("\n");
    expect(header!.length).toBe(row!.length);
    expect(row).toMatch(/^ {2}go+d {8}1 {8}1 {3}100\.00$/);
  });
});
