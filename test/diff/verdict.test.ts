import { describe, expect, it } from "vitest";
import { countFaults } from "../../src/diff/allowance.ts";
import { diffArticle, sideOf } from "../../src/diff/article-diff.ts";
import { articleText } from "../../src/diff/change-text.ts";
import { DiffTally } from "../../src/diff/totals.ts";
import { totalsText } from "../../src/diff/totals-text.ts";
import type { GoldArticle } from "../../src/score/gold.ts";
import { goldTypes } from "../../src/score/type-folding.ts";
import { at, date, entity, gold, money, pair, quote, repair } from "../score/made.ts";
import { documentWith } from "./made.ts";

const TEXT = "Lena Ortved of Eastmere said “we waited” last week. The pier cost $3 million, she told Bo Lind.";
const LENA = at(TEXT, "Lena Ortved");
const WEEK = at(TEXT, "last week");
const COST = at(TEXT, "$3 million");
const SAID = at(TEXT, "we waited");

const article = gold({
  text: TEXT,
  entities: [
    { ...LENA, type: "PERSON" },
    { ...at(TEXT, "Eastmere"), type: "GPE" },
  ],
  dates: [{ ...WEEK, type: "DATE", value: "2026-W08" }],
  money: [{ ...COST, amount: "3000000", currency: "USD" }],
  quotes: [{ kind: "direct", spans: [pair(TEXT, "we waited")], speaker: [pair(TEXT, "Lena Ortved")] }],
});

type Layers = Parameters<typeof documentWith>[1];

async function compared(before: Layers, after: Layers, by: GoldArticle = article) {
  const types = await goldTypes([by]);
  const side = (layers: Layers) => sideOf(documentWith(TEXT, layers), by, types);
  return { before: side(before), after: side(after), diff: diffArticle(side(before), side(after)) };
}

const verdicts = async (before: Layers, after: Layers, by: GoldArticle = article) =>
  (await compared(before, after, by)).diff.changes.map(({ layer, kinds, verdict }) => [
    layer,
    kinds.join("+"),
    verdict,
  ]);

describe("the verdict on a change", () => {
  it("is a gain if something right is added or something wrong is lost, and a loss the other way round", async () => {
    const right = { dates: [date(WEEK, "2026-W08")] };
    const wrong = { money: [money(at(TEXT, "pier"), "3")] };
    expect(await verdicts({}, right)).toEqual([["dates", "added", "gain"]]);
    expect(await verdicts(right, {})).toEqual([["dates", "lost", "loss"]]);
    expect(await verdicts({}, wrong)).toEqual([["money", "added", "loss"]]);
    expect(await verdicts(wrong, {})).toEqual([["money", "lost", "gain"]]);
  });

  it("goes by what is right of bounds, type, value and speaker", async () => {
    const said = (name: string) => {
      const own = quote([SAID]);
      return { quotes: [{ ...own, speaker: { ...own.speaker, mention: { ...at(TEXT, name), text: name } } }] };
    };
    expect(await verdicts(said("Bo Lind"), said("Lena Ortved"))).toEqual([["quotes", "reattributed", "gain"]]);
    expect(await verdicts(said("Lena Ortved"), said("she"))).toEqual([["quotes", "reattributed", "loss"]]);
    const cost = (amount: string, span = COST) => ({ money: [money(span, amount)] });
    expect(await verdicts(cost("3"), cost("3000000"))).toEqual([["money", "revalued", "gain"]]);
    expect(await verdicts(cost("3000000"), cost("3000000", at(TEXT, "cost $3 million")))).toEqual([
      ["money", "moved", "loss"],
    ]);
    expect(await verdicts(cost("3"), cost("3000000", at(TEXT, "$3")))).toEqual([["money", "moved+revalued", "even"]]);
  });

  it("is even if it was wrong and stays so, and for what is found but wrong in one way", async () => {
    const dated = (value: string) => ({ dates: [date(WEEK, value)] });
    expect(await verdicts(dated("2026-W07"), dated("2025-W08"))).toEqual([["dates", "revalued", "even"]]);
    expect(await verdicts({}, dated("2026-W07"))).toEqual([["dates", "added", "even"]]);
    expect(await verdicts({}, { entities: [entity("GPE", LENA)] })).toEqual([["entities", "added", "even"]]);
  });

  it("is not given where the gold cannot tell", async () => {
    const { entities: _, ...noNames } = article;
    const named = { entities: [entity("PERSON", LENA)] };
    expect(await verdicts({}, named, noNames)).toEqual([["entities", "added", undefined]]);
    const scoped = { ...article, scope: [[20, TEXT.length] as [number, number]] };
    expect(await verdicts({}, named, scoped)).toEqual([["entities", "added", undefined]]);
    expect(await verdicts({}, { entities: [entity("EVENT", LENA)] })).toEqual([["entities", "added", undefined]]);
    expect(await verdicts({}, { entities: [entity("PERSON", at(TEXT, "she"), "pronoun")] })).toEqual([
      ["entities", "added", undefined],
    ]);
  });

  it("knows pronouns, entities and roles where the gold has them", async () => {
    const whole = gold({
      ...article,
      clusters: [
        {
          type: "PERSON",
          name: "Lena Ortved",
          mentions: [
            { ...LENA, kind: "name" },
            { ...at(TEXT, "she"), kind: "pronoun" },
          ],
          roles: [{ ...at(TEXT, "pier"), of: null }],
        },
      ],
      quantities: [],
    });
    const lena = (name: string, span = LENA, kind: "name" | "pronoun" = "name") => ({
      entities: [{ ...entity("PERSON", span, kind), name }],
    });
    expect(await verdicts(lena("Lena"), lena("Lena Ortved"), whole)).toEqual([["entities", "revalued", "gain"]]);
    const she = lena("Lena Ortved", at(TEXT, "she"), "pronoun");
    expect(await verdicts({}, she, whole)).toEqual([["entities", "added", "gain"]]);
    const role = {
      entities: [{ ...lena("Lena Ortved").entities[0]!, roles: [{ ...at(TEXT, "pier"), text: "pier", of: null }] }],
    };
    expect(await verdicts(lena("Lena Ortved"), role, whole)).toEqual([["roles", "added", "gain"]]);
  });

  it("looks at the text as the gold has it, whatever was repaired", async () => {
    const damaged = gold({ text: "CafÃ© paid $2.", money: [{ start: 11, end: 13, amount: "2", currency: "USD" }] });
    const types = await goldTypes([damaged]);
    const made = (found: boolean) => {
      const text = { value: "Café paid $2.", repairs: [repair(3, 4, "Ã©")] };
      return sideOf(
        { ...documentWith("", { money: found ? [money({ start: 10, end: 12 }, "2")] : [] }), text },
        damaged,
        types,
      );
    };
    expect(diffArticle(made(false), made(true)).changes[0]!.verdict).toBe("gain");
  });

  it("is counted by layer and rule, told, and can be asked to fail", async () => {
    const { before, after, diff } = await compared(
      { dates: [date(WEEK, "2026-W08")], money: [money(COST, "3")] },
      { money: [money(COST, "3000000")], entities: [entity("MISC", at(TEXT, "Bo Lind"))] },
    );
    const tally = new DiffTally();
    tally.add(before, after, diff);
    const totals = tally.totals();
    expect(totals.layers.dates).toMatchObject({ lost: 1, gain: 0, loss: 1, even: 0 });
    expect(totals.layers.money).toMatchObject({ revalued: 1, gain: 1, loss: 0 });
    expect(totals.rules.made).toMatchObject({ gain: 1, loss: 1 });
    expect(totalsText(totals, true)).toMatch(/^layer .* revalued +gain +loss +even$/m);
    expect(totalsText(totals)).not.toMatch(/gain/);
    expect(articleText(diff)).toMatch(/^ {2}66-76 {2}GAIN {2}money revalued: /m);
    expect([countFaults(diff, ["loss"]), countFaults(diff, ["loss", "revalued"])]).toEqual([1, 2]);
  });
});
