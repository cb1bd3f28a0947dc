import { describe, expect, it } from "vitest";
import { createScorer } from "../../src/score/score.ts";
import { goldTypes } from "../../src/score/type-folding.ts";
import { allOf, at, date, documentOf, entity, gold, measured, noneOf, pair, quote } from "./made.ts";

const TEXT = "“No,” said Ana Ruiz of Tyne Bank, a Dane, at the Oslo Expo in Norway on Friday for two hours.";
const ANA = at(TEXT, "Ana Ruiz");
const BANK = at(TEXT, "Tyne Bank");
const DANE = at(TEXT, "Dane");
const EXPO = at(TEXT, "Oslo Expo");
const NORWAY = at(TEXT, "Norway");

async function typesOf(article: ReturnType<typeof gold>, document: ReturnType<typeof documentOf>, layers?: string[]) {
  const scorer = createScorer({ types: await goldTypes([article]), ...(layers && { layers }) });
  scorer.add(article, document);
  return scorer.result().types;
}

describe("scores by type", () => {
  it("want the same bounds and type, or an overlap and the same type", async () => {
    const article = gold({
      text: TEXT,
      entities: [
        { ...ANA, type: "PERSON" },
        { ...BANK, type: "ORG" },
      ],
    });
    const found = documentOf(TEXT, {
      entities: [entity("PERSON", { ...ANA, start: ANA.start + 4 }), entity("PERSON", BANK)],
    });
    expect(await typesOf(article, found)).toEqual({
      entities: {
        strict: { ORG: noneOf(1, 0), PERSON: noneOf(1, 2) },
        relaxed: { ORG: noneOf(1, 0), PERSON: measured(50, 100, 66.67, 1, 2) },
      },
    });
  });

  it("take what was found as the coarser type that the gold has for it, or leave it out", async () => {
    const names = [entity("NORP", DANE), entity("EVENT", EXPO), entity("GPE", NORWAY)];
    const conll = gold({
      text: TEXT,
      entities: [
        { ...DANE, type: "MISC" },
        { ...NORWAY, type: "LOC" },
      ],
    });
    expect((await typesOf(conll, documentOf(TEXT, { entities: names })))?.entities?.strict).toEqual({
      LOC: allOf(1),
      MISC: measured(50, 100, 66.67, 1, 2),
    });
    const fine = gold({
      text: TEXT,
      entities: [
        { ...NORWAY, type: "GPE" },
        { ...EXPO, type: "FAC" },
      ],
    });
    expect((await typesOf(fine, documentOf(TEXT, { entities: names })))?.entities?.strict).toEqual({
      FAC: noneOf(1, 0),
      GPE: allOf(1),
    });
  });

  it("are told of dates and quotes too, if the gold has their types", async () => {
    const friday = at(TEXT, "Friday");
    const hours = at(TEXT, "two hours");
    const article = gold({
      text: TEXT,
      dates: [
        { ...friday, type: "DATE" },
        { ...hours, type: "DURATION" },
      ],
      quotes: [{ kind: "direct", spans: [pair(TEXT, "No,")] }],
      entities: [],
    });
    const found = documentOf(TEXT, {
      dates: [date(friday, "2026-02-20"), date(hours, "2026", "SET")],
      quotes: [quote([at(TEXT, "No,")], { type: "mixed" })],
    });
    expect(await typesOf(article, found)).toEqual({
      dates: {
        strict: { DATE: allOf(1), DURATION: noneOf(1, 0) },
        relaxed: { DATE: allOf(1), DURATION: noneOf(1, 0) },
      },
      quotes: { strict: { direct: noneOf(1, 0) }, relaxed: { direct: noneOf(1, 0) } },
    });
    expect(await typesOf(article, found, ["quotes"])).toEqual({ quotes: expect.anything() });
    const extents = gold({ text: TEXT, dates: [friday] });
    expect(await typesOf(extents, found)).toBeUndefined();
  });

  it("leave out what lies outside the scope", async () => {
    const article = gold({ text: TEXT, scope: [[0, 20]], entities: [{ ...ANA, type: "PERSON" }] });
    const found = documentOf(TEXT, { entities: [entity("PERSON", ANA), entity("PERSON", BANK)] });
    expect((await typesOf(article, found))?.entities?.strict).toEqual({ PERSON: allOf(1) });
  });
});
