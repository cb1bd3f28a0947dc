import { describe, expect, it } from "vitest";
import { InputError } from "../../src/input-error.ts";
import { createScorer } from "../../src/score/score.ts";
import { allOf, at, date, documentOf, gold, measured, money, repair } from "./made.ts";

const TEXT = "It cost $90 on Friday.";
const [COST, FRIDAY] = [at(TEXT, "$90"), at(TEXT, "Friday")];
const right = { dates: [date(FRIDAY, "2026-02-20")], money: [money(COST, "90")] };
const article = (id: string) =>
  gold({
    id,
    text: TEXT,
    dates: [{ ...FRIDAY, type: "DATE", value: "2026-02-20" }],
    money: [{ ...COST, amount: "90", currency: "USD" }],
  });

describe("scoring", () => {
  it("has the layers of the gold and no others, over all articles that have them", () => {
    const scorer = createScorer();
    scorer.add(article("a"), documentOf(TEXT, right));
    scorer.add(gold({ id: "b", text: TEXT, money: [] }), documentOf(TEXT, right)); // its dates are not scored
    expect(scorer.result()).toEqual({
      docs: { gold: 2, scored: 2, missing: 0, textMismatch: 0 },
      dates: { strict: allOf(1), relaxed: allOf(1), type: allOf(1), value: allOf(1) },
      money: {
        strict: measured(50, 100, 66.67, 1, 2),
        relaxed: measured(50, 100, 66.67, 1, 2),
        value: measured(50, 100, 66.67, 1, 2),
      },
    });
  });

  it("has the layers in the same order whatever the gold has first", () => {
    const scorer = createScorer();
    scorer.add(gold({ text: TEXT, sentences: [], dates: [] }), documentOf(TEXT));
    scorer.add(gold({ text: TEXT, entities: [], tokens: [] }), documentOf(TEXT));
    expect(Object.keys(scorer.result())).toEqual(["docs", "entities", "dates", "sentences", "tokens"]);
  });

  it("counts a missing document as one in which nothing was found, and names the first of them", () => {
    const scorer = createScorer();
    scorer.add(article("a"), documentOf(TEXT, right));
    for (const id of "bcdefgh") scorer.add(article(id), null);
    const { docs, money: scores } = scorer.result();
    expect(docs).toEqual({ gold: 8, scored: 1, missing: 7, textMismatch: 0, missingIds: ["b", "c", "d", "e", "f"] });
    expect(scores?.value).toEqual(measured(100, 12.5, 22.22, 8, 1)); // F1: 2 · 1 / 9
  });

  it("counts documents whose source cannot be rebuilt", () => {
    const scorer = createScorer();
    const source = "Tea &amp; cake.";
    const add = (id: string, value: string, ...repairs: ReturnType<typeof repair>[]) =>
      scorer.add(gold({ id, text: source }), documentOf(value, { repairs }));
    add("rebuilt", "Tea & cake.", repair(4, 5, "&amp;"));
    add("spaced", "Tea  & cake.\n", repair(5, 6, "&amp;")); // white space may differ
    add("unsaid", "Tea & cake."); // the repair is not told
    add("other", "Tea &amp; scones.");
    scorer.add(gold({ id: "page", body: "Tea." }), documentOf("Tea & cake.")); // no text to compare with
    expect(scorer.result().docs).toEqual({
      gold: 5,
      scored: 5,
      missing: 0,
      textMismatch: 2,
      mismatchIds: ["unsaid", "other"],
    });
  });

  it("has only the layers asked for", () => {
    const scorer = createScorer({ layers: ["money", "tokens"] });
    scorer.add(article("a"), documentOf(TEXT, right));
    expect(Object.keys(scorer.result())).toEqual(["docs", "money"]);
  });

  it.each(["datez", "toString", ""])("does not know a layer %j", (layer) => {
    expect(() => createScorer({ layers: ["dates", layer] })).toThrow(InputError);
  });

  it("scores cases of repair, and nothing else, if the first article is one", () => {
    const scorer = createScorer({ errors: 5 });
    scorer.add(gold({ id: "a", text: "CafÃ©", fixed: "Café", group: "g" }), documentOf("Café"));
    scorer.add(gold({ id: "b", text: TEXT, fixed: TEXT, group: "g", dates: [] }), documentOf("It cost"));
    const share = { right: 1, of: 2, pct: 50 };
    expect(scorer.result()).toEqual({ repair: { g: share, all: share } });
    expect(scorer.errors()).toMatchObject([{ layer: "repair", id: "b", kind: "wrong" }]);

    scorer.add(article("c"), documentOf(TEXT, right)); // nothing fixed is expected, so nothing is right
    expect(Object.keys(scorer.result())).toEqual(["repair"]);
    expect(scorer.result().repair?.all).toEqual({ right: 1, of: 3, pct: 33.33 });
  });

  it("keeps the first errors of each kind, layer by layer, and none unless asked, and counts them all", () => {
    const add = (scorer: ReturnType<typeof createScorer>) => {
      scorer.add(article("a"), null);
      scorer.add(article("b"), null);
      return scorer.errors().map(({ layer, id, kind }) => [layer, id, kind]);
    };
    expect(add(createScorer())).toEqual([]);
    const scorer = createScorer({ errors: 1 });
    expect(add(scorer)).toEqual([
      ["dates", "a", "missed"],
      ["money", "a", "missed"],
    ]);
    expect(scorer.errorTotals()).toEqual({ dates: { missed: 2 }, money: { missed: 2 } });
    scorer.add(gold({ id: "c", text: TEXT, dates: [] }), documentOf(TEXT, right));
    expect(scorer.errors().map(({ kind }) => kind)).toEqual(["missed", "spurious", "missed"]);
  });

  it("shows an error on a line, and cuts a long one short", () => {
    const text = `Start\n\n  ${"long ".repeat(50)}end.`;
    const scorer = createScorer({ errors: 1 });
    scorer.add(gold({ text, sentences: [[0, text.length]] }), null);
    const [error] = scorer.errors();
    expect(error!.text).toBe(`${text.slice(0, 160)}…`);
    expect(error!.context).toMatch(/^«Start (?:long )+l…»$/);
  });
});
