import { describe, expect, it } from "vitest";
import { countFaults, faultsFrom, isAllowed, USUAL_FAULTS } from "../../src/diff/allowance.ts";
import { type Change, diffArticle, isSame, sideOf } from "../../src/diff/article-diff.ts";
import { articleText } from "../../src/diff/change-text.ts";
import { DiffTally } from "../../src/diff/totals.ts";
import type { Document } from "../../src/schema/document.ts";
import { at, date, entity, money, quote } from "../score/made.ts";
import { documentWith } from "./made.ts";

const TEXT = "Lena Ortved said “we waited” for the last week. The pier cost $3 million, the board of Eastmere said.";
const make = (layers: Parameters<typeof documentWith>[1], text = TEXT) => documentWith(text, layers);
const compare = (before: Document | null, after: Document | null) =>
  diffArticle(before && sideOf(before), after && sideOf(after));
const kinds = (changes: readonly Change[]) => changes.map((change) => `${change.layer} ${change.kinds.join("+")}`);

const week = date(at(TEXT, "last week"), "2026-W08");

describe("diffArticle", () => {
  it("finds nothing between equals", () => {
    expect(isSame(compare(make({ dates: [week] }), make({ dates: [week] })))).toBe(true);
  });

  it("tells what is lost and what is added", () => {
    expect(
      kinds(compare(make({ dates: [week] }), make({ money: [money(at(TEXT, "$3 million"), "3")] })).changes),
    ).toEqual(["dates lost", "money added"]);
  });

  it("takes a shifted span for one change", () => {
    const { changes } = compare(
      make({ dates: [week] }),
      make({ dates: [date(at(TEXT, "the last week"), "2026-W08")] }),
    );
    expect(kinds(changes)).toEqual(["dates moved"]);
    expect(changes[0]!.context).toContain("for «the last week». The");
  });

  it("tells all ways in which one annotation differs", () => {
    const other = date(at(TEXT, "the last week"), "P1W", "DURATION");
    expect(kinds(compare(make({ dates: [week] }), make({ dates: [other] })).changes)).toEqual([
      "dates moved+retyped+revalued",
    ]);
  });

  it("has bounds, amounts and the entity of a mention for values", () => {
    const place = at(TEXT, "Eastmere");
    const before = make({
      dates: [week],
      money: [money(at(TEXT, "$3 million"), "3")],
      entities: [entity("GPE", place)],
    });
    const after = make({
      dates: [{ ...week, begin: "2026-02-16", until: "2026-02-23" }],
      money: [money(at(TEXT, "$3 million"), { amount: "3", currency: "CAD" })],
      entities: [{ ...entity("GPE", place), name: "Eastmere Board" }],
    });
    expect(kinds(compare(before, after).changes)).toEqual(["entities revalued", "dates revalued", "money revalued"]);
  });

  it("tells a quote with another speaker", () => {
    const said = [at(TEXT, "we waited")];
    const { changes } = compare(
      make({ quotes: [quote(said, { speaker: at(TEXT, "Lena Ortved") })] }),
      make({ quotes: [{ ...quote(said), rule: "quotes/other" }] }),
    );
    expect(kinds(changes)).toEqual(["quotes reattributed"]);
    expect(changes[0]!.rule).toBe("quotes/other");
  });

  it("tells a change of confidence or rule as detail, which does not count unless asked for", () => {
    const diff = compare(make({ dates: [week] }), make({ dates: [{ ...week, confidence: 0.5 }] }));
    expect(kinds(diff.changes)).toEqual(["dates detail"]);
    expect([countFaults(diff, USUAL_FAULTS), countFaults(diff, faultsFrom("lost, detail")!)]).toEqual([0, 1]);
  });

  it("compares the passages that two texts share", () => {
    const longer = `Update.\n${TEXT}`;
    const diff = compare(make({ dates: [week] }), make({ dates: [date(at(longer, "last week"), "2026-W08")] }, longer));
    expect([diff.changes, diff.parts]).toEqual([[], ["text"]]);
    expect(countFaults(diff, USUAL_FAULTS)).toBe(1);
  });

  it("tells other parts that differ", () => {
    const diff = compare(make({}), make({ sentences: [{ start: 0, end: 47 }] }));
    expect(diff.parts).toEqual(["sentences"]);
    expect(articleText(diff)).toBe("a (differs in sentences at 0-47)\n");
  });

  it("counts an article that is missing, even one with nothing in it", () => {
    const diff = compare(make({}), null);
    expect([diff.only, countFaults(diff, ["lost"]), countFaults(diff, ["added"])]).toEqual(["before", 1, 0]);
    expect(kinds(compare(null, make({ dates: [week] })).changes)).toEqual(["dates added"]);
  });

  it("pairs a quote in a quote with its own counterpart", () => {
    const inner = quote([at(TEXT, "waited")]);
    const outer = quote([at(TEXT, "we waited")]);
    expect(kinds(compare(make({ quotes: [outer, inner] }), make({ quotes: [inner] })).changes)).toEqual([
      "quotes lost",
    ]);
  });
});

describe("articleText", () => {
  it("says once what is the same, and what differs as old and new", () => {
    const text = articleText(
      compare(
        make({ dates: [week] }),
        make({ dates: [{ ...date(at(TEXT, "the last week"), "2026-W08"), text: "the last week" }] }),
      ),
    );
    expect(text).toMatch(/^a\n {2}33-46 {2}dates moved: "…" → "the last week" {2}2026-W08 {2}\[made\]\n {6}Lena/);
  });

  it("lets no control character through", () => {
    expect(articleText(compare(documentWith("\u001b[31m", { id: "\u001b[2J" }), null))).not.toMatch(/\u001b/);
  });
});

describe("DiffTally", () => {
  it("counts by layer and rule, and who made it", () => {
    const tally = new DiffTally();
    const [before, after] = [make({ dates: [week] }), make({ dates: [] })];
    tally.add(sideOf(before), sideOf(after), compare(before, after));
    tally.madeBy("before", before);
    const { articles, layers, rules, madeBy } = tally.totals();
    expect(articles).toEqual({ before: 1, after: 1, onlyBefore: 0, onlyAfter: 0, inParts: 0, changed: 1 });
    expect(layers.dates).toMatchObject({ before: 1, after: 0, changed: 1, lost: 1, added: 0 });
    expect(rules).toMatchObject({ made: { lost: 1 } });
    expect(madeBy).toEqual({ before: [{ provenance: before.provenance, documents: 1 }], after: [] });
  });
});

describe("isAllowed", () => {
  it("compares with a share of what was there before", () => {
    expect([isAllowed(1, 200, 0.005), isAllowed(2, 200, 0.005), isAllowed(1, 0, 1), isAllowed(0, 0, 0)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it("is not misled by how floats are written: 29 of 100 are 29 %", () => {
    expect([isAllowed(29, 100, 0.29), isAllowed(30, 100, 0.29)]).toEqual([true, false]);
  });
});
