import { describe, expect, it } from "vitest";
import type { GoldQuote } from "../../src/score/gold.ts";
import { scoreQuotes } from "../../src/score/quotes.ts";
import { allOf, at, documentOf, gold, measured, noneOf, pair, quote, repair, scored } from "./made.ts";

/** Words of three letters, so that shares are easily counted. */
const TEXT = "Ana Roe: “One two, six ten,” she said. “Cat dog.” Bob Lee says sun and sky are big.";
const [ANA, BOB, SAID, SAYS] = [at(TEXT, "Ana Roe"), at(TEXT, "Bob Lee"), at(TEXT, "said"), at(TEXT, "says")];
const part = (words: string) => at(TEXT, words);

/** A gold quote of words of the text. */
const said = (words: string, rest: Partial<GoldQuote> = {}): GoldQuote => ({
  kind: "direct",
  spans: [pair(TEXT, words)],
  ...rest,
});

const score = (asked: readonly GoldQuote[], found: readonly ReturnType<typeof quote>[]) =>
  scored(scoreQuotes, [gold({ text: TEXT, quotes: [...asked] }), documentOf(TEXT, { quotes: [...found] })]);

describe("the content of quotes", () => {
  // The gold says "One two, six ten": 12 letters.
  const contents: [string, string, { half: boolean; most: boolean; edges: boolean }][] = [
    ["the same", "One two, six ten", { half: true, most: true, edges: true }],
    ["the same, with its marks", "“One two, six ten,”", { half: true, most: true, edges: true }],
    ["12 of 15 letters", "One two, six ten,” she", { half: true, most: true, edges: false }],
    ["9 of 12 letters", "two, six ten", { half: true, most: false, edges: false }],
    ["6 of 12 letters", "One two", { half: true, most: false, edges: false }],
    ["5 of 12 letters", "ne two", { half: false, most: false, edges: false }],
    ["6 of 13 letters", "six ten,” s", { half: false, most: false, edges: false }],
    ["no letter in common", "Cat dog", { half: false, most: false, edges: false }],
    ["no letters at all", ",” ", { half: false, most: false, edges: false }],
  ];
  it.each(contents)("%s: %s", (_, words, { half, most, edges }) => {
    const { quoted, all } = score([said("One two, six ten")], [quote([part(words)])]).result;
    expect(quoted["content@0.5"]).toEqual(half ? allOf(1) : noneOf(1, 1));
    expect(quoted["content@0.8"]).toEqual(most ? allOf(1) : noneOf(1, 1));
    expect(quoted.contentEdges).toEqual(edges ? allOf(1) : noneOf(1, 1));
    expect(all).toEqual(quoted);
  });

  it("is that of all spans together", () => {
    const asked = said("", { spans: [pair(TEXT, "One two, six ten"), pair(TEXT, "Cat dog")] }); // 18 letters
    const both = score([asked], [quote([part("One two, six ten,”"), part("“Cat dog.”")])]).result.quoted;
    expect(both.contentEdges).toEqual(allOf(1));
    // One span over all of it has "she said" too: 18 of 25 letters, between the same edges.
    const { start } = part("One");
    const over = score([asked], [quote([{ start, end: part("dog").end }])]).result.quoted;
    expect(over["content@0.5"]).toEqual(allOf(1));
    expect(over["content@0.8"]).toEqual(noneOf(1, 1));
    expect(over.contentEdges).toEqual(allOf(1));
    // A letter counts once, however many spans hold it.
    const twice = score([asked], [quote([part("One two, six"), part("two, six ten"), part("Cat dog")])]).result.quoted;
    expect(twice["content@0.8"]).toEqual(allOf(1));
    const inside = score([asked], [quote([part("One two, six ten"), part("two"), part("Cat dog")])]).result.quoted;
    expect(inside.contentEdges).toEqual(allOf(1));
    expect(inside["content@0.8"]).toEqual(allOf(1));
  });

  it("pairs one to one: of two halves of a quote, one is spurious", () => {
    const { result, errors } = score([said("One two, six ten")], [quote([part("One two")]), quote([part("six ten")])]);
    expect(result.quoted["content@0.5"]).toEqual(measured(50, 100, 66.67, 1, 2));
    expect(errors).toMatchObject([
      { layer: "quotes", kind: "bounds", text: "One two, six ten", got: "One two" },
      { layer: "quotes", kind: "spurious", text: "six ten" },
    ]);
  });

  it("pairs first what agrees most, wherever it stands in the list", () => {
    const { quoted } = score(
      [said("One two, six ten")],
      [quote([part("One two, six ten,” she said")]), quote([part("One two, six ten")])],
    ).result;
    expect(quoted.contentEdges).toEqual(measured(50, 100, 66.67, 1, 2));
  });
});

describe("the kinds of quotes", () => {
  const indirect = said("sun and sky are big", { kind: "indirect" });

  it("are two sets: what is quoted, and all", () => {
    const { quoted, all } = score(
      [said("One two, six ten"), said("Cat dog", { kind: "mixed" }), indirect],
      [
        quote([part("One two, six ten")], { type: "mixed" }),
        quote([part("sun and sky are big")], { type: "indirect" }),
      ],
    ).result;
    expect(quoted["content@0.5"]).toEqual(measured(100, 50, 66.67, 2, 1)); // that it is mixed makes no difference
    expect(all["content@0.5"]).toEqual(measured(100, 66.67, 80, 3, 2));
  });

  it("are the gold's where a quote was found as another", () => {
    const { quoted, all } = score([indirect], [quote([part("sun and sky are big")])]).result;
    expect(quoted["content@0.5"]).toEqual(noneOf(0, 0)); // neither spurious nor right
    expect(all["content@0.5"]).toEqual(allOf(1));
  });

  it("are those that were found where the gold has no such quote", () => {
    const { quoted, all } = score([], [quote([part("sun and sky are big")], { type: "indirect" })]).result;
    expect(quoted["content@0.5"]).toEqual(noneOf(0, 0));
    expect(all["content@0.5"]).toEqual(noneOf(0, 1));
  });

  it("do not include scare quotes", () => {
    const found = score([said("Cat dog")], [quote([part("Cat dog")], { type: "scare" })]).result;
    expect(found.all["content@0.5"]).toEqual(noneOf(1, 0));
    const asked = score([said("Cat dog", { kind: "scare" })], [quote([part("Cat dog")])]).result;
    expect(asked.all["content@0.5"]).toEqual(noneOf(0, 0));
  });
});

describe("speakers and cues", () => {
  it("are right where they overlap the gold's, and are looked at only in quotes that were found", () => {
    const { quoted } = score(
      [
        said("One two, six ten", { speaker: [pair(TEXT, "Ana Roe")], cue: [pair(TEXT, "said")] }),
        said("Cat dog", { speaker: [pair(TEXT, "Bob Lee")], cue: [pair(TEXT, "says")] }),
        said("sun", { speaker: [pair(TEXT, "Bob Lee")], cue: [pair(TEXT, "says")] }), // not found
      ],
      [
        quote([part("One two, six ten")], { speaker: part("Roe"), cue: SAID }),
        quote([part("Cat dog")], { speaker: ANA, cue: SAID }),
      ],
    ).result;
    expect(quoted["content@0.5"]).toEqual(measured(100, 66.67, 80, 3, 2));
    expect(quoted.speakerAccuracy).toBe(50);
    expect(quoted.cueAccuracy).toBe(50);
    expect(quoted.attributed).toEqual(measured(50, 33.33, 40, 3, 2));
  });

  it("may be any of those the gold names", () => {
    const asked = said("Cat dog", { speaker: [pair(TEXT, "Ana Roe"), pair(TEXT, "Bob Lee")] });
    const { quoted } = score([asked], [quote([part("Cat dog")], { speaker: BOB })]).result;
    expect([quoted.speakerAccuracy, quoted.attributed]).toEqual([100, allOf(1)]);
  });

  it("are wrong if none was found", () => {
    const asked = said("Cat dog", { speaker: [pair(TEXT, "Bob Lee")], cue: [pair(TEXT, "says")] });
    const { result, errors } = score([asked], [quote([part("Cat dog")])]);
    expect(result.quoted).toMatchObject({ speakerAccuracy: 0, cueAccuracy: 0, attributed: noneOf(1, 1) });
    expect(errors[0]).toMatchObject({ kind: "speaker", type: "direct", text: "Cat dog", gold: "Bob Lee", got: null });
  });

  it("count where the gold names them", () => {
    const named = { speaker: [pair(TEXT, "Bob Lee")], cue: [pair(TEXT, "says")] };
    const { quoted } = score(
      [said("One two, six ten"), said("Cat dog", named)],
      [quote([part("One two, six ten")]), quote([part("Cat dog")], { speaker: BOB, cue: SAYS })],
    ).result;
    expect(quoted).toMatchObject({ speakerAccuracy: 100, cueAccuracy: 100, attributed: allOf(2) });
  });

  it("are not asked for where the gold names none, but finding a speaker there is wrong", () => {
    const asked = [said("One two, six ten"), said("Cat dog", { speaker: [], cue: [] })];
    const { result, errors } = score(asked, [
      quote([part("One two, six ten")]),
      quote([part("Cat dog")], { speaker: BOB, cue: SAYS }),
    ]);
    expect(result.quoted).toMatchObject({
      "content@0.5": allOf(2),
      speakerAccuracy: 0,
      cueAccuracy: 0,
      attributed: measured(50, 50, 50, 2, 2),
    });
    expect(errors).toEqual([]);
  });
});

describe("the score of quotes", () => {
  it("asks for no quote outside the scope, but minds every one that was found", () => {
    const { result } = scored(scoreQuotes, [
      gold({ text: TEXT, scope: [[0, SAID.end]], quotes: [said("One two, six ten"), said("Cat dog")] }),
      documentOf(TEXT, { quotes: [quote([part("One two, six ten")]), quote([part("Cat dog")])] }),
    ]);
    expect(result.quoted["content@0.5"]).toEqual(measured(50, 100, 66.67, 1, 2));
  });

  it("counts a missing document as one without quotes", () => {
    const { result } = scored(scoreQuotes, [gold({ text: TEXT, quotes: [said("Cat dog")] }), null]);
    expect(result.quoted).toEqual({
      "content@0.5": noneOf(1, 0),
      "content@0.8": noneOf(1, 0),
      contentEdges: noneOf(1, 0),
      speakerAccuracy: 0,
      cueAccuracy: 0,
      attributed: noneOf(1, 0),
    });
  });

  it("maps content, speakers and cues back through repairs", () => {
    const source = "&amp; so &#8220;Cat dog,&#8221; Bob said.";
    const value = "& so “Cat dog,” Bob said.";
    const { result } = scored(scoreQuotes, [
      gold({
        text: source,
        quotes: [
          {
            kind: "direct",
            spans: [pair(source, "Cat dog,")],
            speaker: [pair(source, "Bob")],
            cue: [pair(source, "said")],
          },
        ],
      }),
      documentOf(value, {
        repairs: [repair(0, 1, "&amp;"), repair(5, 6, "&#8220;"), repair(14, 15, "&#8221;")],
        quotes: [quote([at(value, "Cat dog,")], { speaker: at(value, "Bob"), cue: at(value, "said") })],
      }),
    ]);
    expect(result.quoted).toMatchObject({ contentEdges: allOf(1), speakerAccuracy: 100, cueAccuracy: 100 });
  });

  it("does not take what stands beyond the gold's text for a part of it", () => {
    const longer = `${TEXT} And much more that no gold has.`;
    const { result } = scored(scoreQuotes, [
      gold({ text: TEXT, quotes: [said("sky are big")] }),
      documentOf(longer, { quotes: [quote([at(longer, "sky are big. And much more")])] }),
    ]);
    expect(result.quoted["content@0.5"]).toEqual(noneOf(1, 1));
  });
});
