import { describe, expect, it } from "vitest";
import type { Entity } from "../../src/schema/entities.ts";
import { scoreBlocks } from "../../src/score/blocks.ts";
import { scoreClusters } from "../../src/score/clusters.ts";
import { scoreDates } from "../../src/score/dates.ts";
import type { GoldQuote } from "../../src/score/gold.ts";
import { scoreMoney } from "../../src/score/money.ts";
import { scoreQuantities } from "../../src/score/quantities.ts";
import { scoreQuotes } from "../../src/score/quotes.ts";
import { allOf, at, date, documentOf, entity, gold, measured, money, noneOf, pair, quote, scored } from "./made.ts";

/** Seven places, a letter each. */
const LETTERS = "a b c d e f g";
const letter = (of: string) => at(LETTERS, of);

const cluster = (letters: string, type = "PERSON") => ({
  type,
  name: letters,
  mentions: [...letters].map((of) => ({ ...letter(of), kind: "name" as const })),
  roles: [],
});
const found = (letters: string, id = "e1", type: Entity["type"] = "PERSON"): Entity => ({
  ...entity(type, letter("a")),
  id,
  name: letters,
  mentions: [...letters].flatMap((of) => entity(type, letter(of)).mentions),
});

describe("scoring which mentions stand for one thing", () => {
  it("is B³ as the literature counts it", () => {
    // Keys {a b c} {d e f g}, response {a b} {c d} {f g h…}: the worked example of Pradhan et al. 2014, figure 1, where i and
    // h are found only: recall (4/3 + 1/3 + 1/4 + 4/4) / 7, precision (4/2 + 1/2 + 1/2 + 4/4) / 8.
    const text = `${LETTERS} h i`;
    const spans = (letters: string) => [...letters].map((of) => at(text, of));
    const responses = ["ab", "cd", "fghi"].map(
      (letters, i): Entity => ({
        ...found("a", `e${i + 1}`),
        mentions: spans(letters).flatMap((span) => entity("PERSON", span).mentions),
      }),
    );
    const { result } = scored(scoreClusters, [
      gold({ text, clusters: [cluster("abc"), cluster("defg")] }),
      documentOf(text, { entities: responses }),
    ]);
    expect(result.names).toEqual(measured(50, 41.67, 45.45, 7, 8));
  });

  it("counts names apart from all mentions, exact types and titles", () => {
    const she = { ...letter("g"), kind: "pronoun" as const };
    const mayor = { ...letter("f"), of: null };
    const ana = { ...cluster("ab"), mentions: [...cluster("ab").mentions, she], roles: [mayor] };
    const { result, errors } = scored(scoreClusters, [
      gold({ text: LETTERS, clusters: [ana, cluster("c", "GPE")] }),
      documentOf(LETTERS, { entities: [found("ab"), found("c", "e2", "LOC")] }),
    ]);
    expect(result).toEqual({
      names: allOf(3),
      mentions: { ...measured(100, 58.33, 73.68, 4, 3) },
      types: measured(66.67, 66.67, 66.67, 3, 3),
      roles: noneOf(1, 0),
    });
    expect(errors.map(({ kind, type, text, gold, got }) => [kind, type, text, gold, got])).toEqual([
      ["value", "type", "c", "GPE", "LOC"],
      ["missed", "role", "f", undefined, undefined],
    ]);
  });

  it("is nothing without a document", () => {
    const { result } = scored(scoreClusters, [gold({ text: LETTERS, clusters: [cluster("ab")] }), null]);
    expect(result).toMatchObject({ names: noneOf(2, 0), types: noneOf(2, 0) });
  });
});

describe("scoring quantities", () => {
  const TEXT = "It ran 7 km, 12% of 60 km.";
  const quantity = (words: string, value: string, unit: string | null, kind: "measure" | "percent" = "measure") => ({
    ...{ ...at(TEXT, words), kind, value, min: null, max: null, unit },
  });
  const foundOne = (words: string, value: string, unit: string | null, kind: "measure" | "percent" = "measure") => ({
    ...{ id: "n1", text: words, of: null, rule: "made", confidence: 1 },
    ...quantity(words, value, unit, kind),
  });

  it("compares extents, and kind, decimals and unit where they overlap", () => {
    const { result, errors } = scored(scoreQuantities, [
      gold({
        text: TEXT,
        quantities: [
          quantity("7 km", "7", "kilometer"),
          quantity("12%", "12", "percent", "percent"),
          quantity("60 km", "60", "kilometer"),
        ],
      }),
      documentOf(TEXT, { quantities: [foundOne("7", "7", "kilometer"), foundOne("12%", "12", "percent")] }),
    ]);
    expect(result).toEqual({
      strict: measured(50, 33.33, 40, 3, 2),
      relaxed: measured(100, 66.67, 80, 3, 2),
      value: measured(50, 33.33, 40, 3, 2),
    });
    expect(errors.map(({ kind, gold, got }) => [kind, gold, got])).toEqual([
      ["bounds", undefined, "7"],
      ["value", "percent 12 percent", "measure 12 percent"],
      ["missed", "measure 60 kilometer", undefined],
    ]);
  });
});

describe("scoring blocks", () => {
  const TEXT = "Title\n\nOne.\n\nTwo.";
  it("compares spans, and kinds of equal ones", () => {
    const block = (words: string, kind: "title" | "paragraph" | "heading") => ({ ...at(TEXT, words), kind });
    const { result, errors } = scored(scoreBlocks, [
      gold({ text: TEXT, blocks: [block("Title", "title"), block("One.", "paragraph"), block("Two.", "paragraph")] }),
      documentOf(TEXT, { blocks: [block("Title", "heading"), block("One.\n\nTwo.", "paragraph")] }),
    ]);
    expect(result).toEqual({ strict: measured(50, 33.33, 40, 3, 2), kind: noneOf(3, 2) });
    expect(errors.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "value Title",
      "missed Two.",
      "missed One.",
      "spurious One.\n\nTwo.",
    ]);
  });
});

describe("scoring modifiers", () => {
  const TEXT = "about $5 a day until Monday";
  it("are compared where the gold has them", () => {
    const day = { ...at(TEXT, "Monday"), type: "DATE", value: "2026-03-02" };
    const sum = { ...at(TEXT, "$5"), amount: "5", currency: "USD" };
    const document = documentOf(TEXT, { dates: [date(day, "2026-03-02")], money: [money(sum, "5")] });
    expect(scored(scoreDates, [gold({ text: TEXT, dates: [day] }), document]).result).not.toHaveProperty("mod");
    expect(scored(scoreMoney, [gold({ text: TEXT, money: [sum] }), document]).result).not.toHaveProperty("modifier");
    const modified = gold({
      text: TEXT,
      dates: [{ ...day, mod: "BEFORE" }],
      money: [{ ...sum, modifier: "about", per: "day" }],
    });
    const dates = scored(scoreDates, [modified, document]);
    expect(dates.result).toMatchObject({ value: allOf(1), mod: noneOf(1, 1) });
    expect(dates.errors).toMatchObject([{ kind: "value", type: "mod", gold: "BEFORE", got: null }]);
    const amounts = scored(scoreMoney, [modified, document]);
    expect(amounts.result).toMatchObject({ value: allOf(1), modifier: noneOf(1, 1) });
    expect(amounts.errors).toMatchObject([{ gold: "about, per day", got: "no modifier, no rate" }]);
  });
});

describe("scoring what complete gold says of quotes", () => {
  const TEXT = "“We won ‘big’,” said Ana. The “party” went on.";
  const said = { kind: "direct", spans: [pair(TEXT, "We won ‘big’,")], speaker: [pair(TEXT, "Ana")] } as const;
  const speech = { ...said, spans: [...said.spans], speaker: [...said.speaker], cue: [pair(TEXT, "said")] };
  const clusters = [
    { type: "PERSON", name: "Ana", mentions: [{ ...at(TEXT, "Ana"), kind: "name" as const }], roles: [] },
  ];
  const quotes: GoldQuote[] = [
    { ...speech, speakerKind: "person", entity: 0, order: "QCS", parent: null },
    { kind: "scare", spans: [pair(TEXT, "big")], order: "Q", parent: 0 },
    { kind: "scare", spans: [pair(TEXT, "party")], order: "Q", parent: null },
  ];
  const ana = { ...entity("PERSON", at(TEXT, "Ana")), id: "e1" };
  const asFound = {
    ...quote([at(TEXT, "We won ‘big’,")], { speaker: at(TEXT, "Ana"), cue: at(TEXT, "said") }),
    order: "QCS",
  };

  it("counts types, scare quotes too, and who speaks", () => {
    const speaker = { ...asFound.speaker, entity: "e1" };
    const { result, errors } = scored(scoreQuotes, [
      gold({ text: TEXT, clusters, quotes }),
      documentOf(TEXT, {
        entities: [ana],
        quotes: [
          { ...asFound, speaker },
          { ...quote([at(TEXT, "big")], { type: "scare" }), id: "q2", parent: "q1" },
          { ...quote([at(TEXT, "party")], { type: "direct" }), id: "q3" },
        ],
      }),
    ]);
    expect(result.types).toEqual({
      all: measured(66.67, 66.67, 66.67, 3, 3),
      direct: measured(50, 100, 66.67, 1, 2),
      scare: measured(100, 50, 66.67, 2, 1),
      mixed: noneOf(0, 0),
      indirect: noneOf(0, 0),
    });
    expect(result.details).toEqual({ speakerEntity: 100, speakerKind: 100, order: 100, parent: 100 });
    expect(errors).toMatchObject([{ kind: "type", gold: "scare", got: "direct" }]);
  });

  it("says what is otherwise", () => {
    const wrong = { ...asFound, order: "QSC", parent: "q9", speaker: { ...asFound.speaker, kind: "group" as const } };
    const { result, errors } = scored(scoreQuotes, [
      gold({ text: TEXT, clusters, quotes }),
      documentOf(TEXT, { entities: [ana], quotes: [wrong] }),
    ]);
    expect(result.details).toEqual({ speakerEntity: 0, speakerKind: 0, order: 0, parent: 0 });
    expect(errors).toMatchObject([
      { kind: "missed", type: "scare", text: "big" },
      { kind: "missed", type: "scare", text: "party" },
      { type: "speakerEntity", gold: "Ana", got: null },
      { type: "speakerKind", gold: "person", got: "group" },
      { type: "order", gold: "QCS", got: "QSC" },
      { type: "parent", gold: null, got: "another quote" },
    ]);
  });

  it("is left out where the gold has no orders", () => {
    const { result } = scored(scoreQuotes, [gold({ text: TEXT, quotes: [speech] }), documentOf(TEXT)]);
    expect(Object.keys(result)).toEqual(["quoted", "all"]);
  });
});
