import { describe, expect, it } from "vitest";
import type { GoldSpan } from "../../src/score/gold.ts";
import { scoreSentences } from "../../src/score/sentences.ts";
import { allOf, documentOf, gold, measured, noneOf, repair, scored } from "./made.ts";

const TEXT = "It rained. Dr. Roe left. We stayed."; // sentences end at 10, 24 and 35
const SENTENCES: GoldSpan[] = [
  [0, 10],
  [11, 24],
  [25, 35],
];
const spans = (...ends: number[]) => ends.map((end, i) => ({ start: ends[i - 1] ?? 0, end }));

describe("the score of sentences", () => {
  it("counts ends, and texts without fault", () => {
    const article = gold({ text: TEXT, sentences: SENTENCES });
    const { result } = scored(
      scoreSentences,
      [article, documentOf(TEXT, { sentences: spans(10, 24, 35) })], // where a sentence starts makes no difference
      [article, documentOf(TEXT, { sentences: spans(10, 14, 24, 35) })], // one split too many
      [article, documentOf(TEXT, { sentences: spans(10, 35) })], // one too few
    );
    // 3 + 3 + 2 of 9 ends, and 9 found
    expect(result).toEqual({ boundaries: measured(88.89, 88.89, 88.89, 9, 9), exactTexts: 33.33 });
  });

  it("does not mind white space at an end, in the gold or in what was found", () => {
    const article = gold({
      text: TEXT,
      sentences: [
        [0, 11],
        [11, 24],
        [25, 35],
      ],
    });
    const { result } = scored(scoreSentences, [article, documentOf(TEXT, { sentences: spans(10, 25, 35) })]);
    expect(result).toEqual({ boundaries: allOf(3), exactTexts: 100 });
  });

  it("counts a missing document as one without sentences", () => {
    const { result } = scored(scoreSentences, [gold({ text: TEXT, sentences: SENTENCES }), null]);
    expect(result).toEqual({ boundaries: noneOf(3, 0), exactTexts: 0 });
  });

  it("maps ends back through repairs", () => {
    const { result } = scored(scoreSentences, [
      gold({
        text: "It&#8217;s wet. Go.",
        sentences: [
          [0, 15],
          [16, 19],
        ],
      }),
      documentOf("It’s wet. Go.", { repairs: [repair(2, 3, "&#8217;")], sentences: spans(9, 13) }),
    ]);
    expect(result).toEqual({ boundaries: allOf(2), exactTexts: 100 });
  });

  it("tells the sentences whose end is wrong", () => {
    const { errors } = scored(scoreSentences, [
      gold({ text: TEXT, sentences: SENTENCES }),
      documentOf(TEXT, {
        sentences: [
          { start: 0, end: 10 },
          { start: 11, end: 14 },
          { start: 15, end: 35 },
        ],
      }),
    ]);
    expect(errors).toMatchObject([
      { kind: "missed", text: "Dr. Roe left." },
      { kind: "spurious", text: "Dr.", context: "It rained. «Dr.» Roe left. We stayed." },
    ]);
  });
});
