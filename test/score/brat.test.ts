import { describe, expect, it } from "vitest";
import { GoldArticle } from "../../src/score/gold.ts";
import { bratDocument, bratGold } from "../../src/score/gold-formats/brat.ts";
import { at, pair } from "./made.ts";

const TEXT = "🚢 Mayor Ana Ruiz of Tyne\nBay said on May 5: “We are late,” she told us, “but it cost $2.”";

/** A text-bound line with brat's own offsets, which count code points. */
function bound(key: string, label: string, ...parts: string[]): string {
  const places = parts.map((part) => {
    const { start, end } = at(TEXT, part);
    return `${[...TEXT.slice(0, start)].length} ${[...TEXT.slice(0, end)].length}`;
  });
  return `${key}\t${label} ${places.join(";")}\t${parts.join(" ").replace("\n", " ")}`;
}

const read = (...lines: string[]) =>
  bratGold([bratDocument(`${lines.join("\n")}\n`, TEXT, "a/ferry.ann", "ferry")])[0]!;

describe("brat standoff", () => {
  it("may begin with a byte order mark and have lines of Windows", () => {
    const annotations = `\ufeff${bound("T1", "Person", "Ana Ruiz")}\r\n${bound("T2", "Person", "she")}\r\n`;
    expect(bratDocument(annotations, TEXT, "a.ann", "a").marked).toHaveLength(2);
  });

  it.each([
    [
      "two of one number",
      [bound("T1", "Person", "Ana Ruiz"), bound("T1", "Person", "she")],
      /:2: .* two annotations T1/,
    ],
    ["one that stands nowhere", ["T1\tPerson 900 905\t"], /:1: T1 says "", but "" stands there/],
    ["an event of nothing", [bound("T1", "Person", "she"), "E1\tSpeech"], /:2: it names no annotation/],
  ])("refuses %s", (_, lines, message) => {
    expect(() => read(...lines)).toThrow(message);
  });

  it("gives entities, with the types of other corpora as ours, and offsets in UTF-16", () => {
    const gold = read(
      bound("T1", "Person", "Ana Ruiz"),
      bound("T2", "LOCATION", "Tyne\nBay"),
      bound("T3", "Vessel-Class", "🚢"),
      "#1\tAnnotatorNotes T1\tthe mayor",
      "N1\tReference T1 Wikidata:Q1\tAna",
      "*\tEquiv T1 T1",
    );
    expect(gold).toEqual({
      id: "ferry",
      text: TEXT,
      entities: [
        { ...at(TEXT, "🚢"), type: "VESSEL_CLASS" },
        { ...at(TEXT, "Ana Ruiz"), type: "PERSON" },
        { ...at(TEXT, "Tyne\nBay"), type: "LOC" },
      ],
    });
    expect(GoldArticle.safeParse(gold).success).toBe(true);
  });

  it("gives values from attributes", () => {
    const gold = read(
      bound("T1", "TIMEX3", "May 5"),
      "A1\ttype T1 Date",
      "A2\tvalue T1 2026-05-05",
      bound("T2", "Money", "$2"),
      "A3\tamount T2 2",
      "A4\tCurrency T2 USD",
    );
    expect(gold.dates).toEqual([{ ...at(TEXT, "May 5"), type: "DATE", value: "2026-05-05" }]);
    expect(gold.money).toEqual([{ ...at(TEXT, "$2"), amount: "2", currency: "USD" }]);
    expect(gold.entities).toBeUndefined();
  });

  it("gives quotes with speakers and cues that relations or events link to them", () => {
    const parts = [
      bound("T1", "Direct_quote", "We are late,", "but it cost $2."),
      bound("T2", "Speaker", "she"),
      bound("T3", "Cue", "told"),
    ];
    const quote = {
      kind: "direct",
      spans: [pair(TEXT, "We are late,"), pair(TEXT, "but it cost $2.")],
      speaker: [pair(TEXT, "she")],
      cue: [pair(TEXT, "told")],
    };
    expect(read(...parts, "R1\tSpeaker Arg1:T1 Arg2:T2", "R2\tcue Arg1:T3 Arg2:T1").quotes).toEqual([quote]);
    expect(read(...parts, "E1\tDirect_quote:T1 Source:T2 Cue:T3").quotes).toEqual([quote]);
    const typed = [bound("T1", "Quote", "We are late,"), "E1\tQuote:T1", "A1\ttype E1 mixed"];
    expect(read(...typed).quotes).toMatchObject([{ kind: "mixed", speaker: [] }]);
  });

  it("takes a layer that one document has as looked for in all", () => {
    const [one, other] = bratGold([
      bratDocument(bound("T1", "Money", "$2"), TEXT, "a.ann", "a"),
      bratDocument("", "Nothing.", "b.ann", "b"),
    ]);
    expect(one).toMatchObject({ money: [{}] });
    expect(other).toEqual({ id: "b", text: "Nothing.", money: [] });
  });

  it.each([
    ["T1\tPerson 8 16\tAna Ruis", /ferry\.ann:2: T1 says "Ana Ruis", but "Ana Ruiz" stands there/, /was it edited/],
    ["T1 Person 8 16 Ana Ruiz", /ferry\.ann:2: not a text-bound annotation/, /write T1/],
    ["R1\tSpeaker Arg1:T1 Arg2:T9", /ferry\.ann:2: there is no annotation T1/, /take the line out/],
    ["E1\tQuote:T9", /ferry\.ann:2: there is no annotation T9/, /take the line out/],
    ["A1\tvalue", /ferry\.ann:2: not an attribute/, /write A1/],
    ["R1\tSpeaker T1", /ferry\.ann:2: not a relation/, /write R1/],
    ["<xml>", /ferry\.ann:2: not a line of brat's/, /scoring\.md/],
  ])("tells file, line and remedy of %j", (line, message, remedy) => {
    expect(() => read("#1\tAnnotatorNotes\t", line)).toThrow(
      expect.objectContaining({ message: expect.stringMatching(message), remedy: expect.stringMatching(remedy) }),
    );
  });
});
