import { describe, expect, it } from "vitest";
import type { GoldMoney } from "../../src/score/gold.ts";
import { scoreMoney } from "../../src/score/money.ts";
import { allOf, at, documentOf, gold, measured, money, noneOf, pair, repair, scored } from "./made.ts";

const TEXT = "The bridge cost $3.5 million, the toll is €2 to €4, and a fine is $90.";
const [COST, TOLL, FINE] = [at(TEXT, "$3.5 million"), at(TEXT, "€2 to €4"), at(TEXT, "$90")];

describe("the score of money", () => {
  it("tells same spans, overlaps and values apart", () => {
    const { result } = scored(scoreMoney, [
      gold({
        text: TEXT,
        money: [
          { ...COST, amount: "3500000", currency: "USD" },
          { ...TOLL, min: "2", max: "4", currency: "EUR" },
          { ...FINE, amount: "90", currency: "USD" },
        ],
      }),
      documentOf(TEXT, {
        money: [
          money(at(TEXT, "$3.5"), "3.5"), // overlaps only, and the wrong value
          money(at(TEXT, "is €2 to €4"), { min: "2", max: "4", currency: "EUR" }), // overlaps only
          money(FINE, "90"),
        ],
      }),
    ]);
    expect(result).toEqual({
      strict: measured(33.33, 33.33, 33.33, 3, 3),
      relaxed: allOf(3),
      value: measured(66.67, 66.67, 66.67, 3, 3),
    });
  });

  const USD = { amount: "90", currency: "USD" };
  const values: [string, Partial<GoldMoney>, Parameters<typeof money>[1], boolean][] = [
    ["the same decimals and currency", USD, USD, true],
    ["another amount", USD, { amount: "91", currency: "USD" }, false],
    ["the same number in other digits, which no decimal is", USD, { amount: "90.0", currency: "USD" }, false],
    ["another currency", USD, { amount: "90", currency: "CAD" }, false],
    ["no currency", USD, { amount: "90", currency: null }, false],
    ["any currency where the gold's cannot be known", { amount: "90", currency: null }, USD, true],
    ["any currency where the gold says none", { amount: "90" }, USD, true],
    ["a range for an amount", USD, { min: "90", max: "90", currency: "USD" }, false],
    ["an amount for a range", { min: "2", max: "4", currency: "USD" }, { amount: "2", currency: "USD" }, false],
    ["the same range", { min: "2", max: "4" }, { min: "2", max: "4" }, true],
    ["a range with another end", { min: "2", max: "4" }, { min: "2", max: "5" }, false],
    ["a range with an end the gold does not say", { min: "2" }, { min: "2", max: "5" }, true],
    ["a range where the gold says that there is no amount", { amount: null, min: "2" }, { min: "2", max: "4" }, true],
  ];
  it.each(values)("as a value, %s", (_, asked, found, isRight) => {
    const { result } = scored(scoreMoney, [
      gold({ text: TEXT, money: [{ ...FINE, ...asked }] }),
      documentOf(TEXT, { money: [money(FINE, found)] }),
    ]);
    expect(result.value).toEqual(isRight ? allOf(1) : noneOf(1, 1));
  });

  it("has no values where the gold marks extents only", () => {
    const { result, errors } = scored(scoreMoney, [
      gold({ text: TEXT, money: [FINE] }),
      documentOf(TEXT, { money: [money(FINE, "7")] }),
    ]);
    expect(result).toEqual({ strict: allOf(1), relaxed: allOf(1) });
    expect(errors).toEqual([]);
  });

  it("looks only into the scope", () => {
    const { result } = scored(scoreMoney, [
      gold({
        text: TEXT,
        scope: [pair(TEXT, "a fine is $90.")],
        money: [
          { ...TOLL, min: "2", max: "4" },
          { ...FINE, amount: "90" },
        ],
      }),
      documentOf(TEXT, { money: [money(COST, "3500000"), money(FINE, "90")] }),
    ]);
    expect(result.value).toEqual(allOf(1));
  });

  it("maps money back through repairs", () => {
    const { result } = scored(scoreMoney, [
      gold({ text: "A toll of â‚¬2.", money: [{ start: 10, end: 14, amount: "2", currency: "EUR" }] }),
      documentOf("A toll of €2.", {
        repairs: [repair(10, 11, "â‚¬")],
        money: [money({ start: 10, end: 12 }, { amount: "2", currency: "EUR" })],
      }),
    ]);
    expect(result).toEqual({ strict: allOf(1), relaxed: allOf(1), value: allOf(1) });
  });

  it("tells errors with the values in words", () => {
    const { errors } = scored(scoreMoney, [
      gold({
        text: TEXT,
        money: [
          { ...COST, amount: "3500000", currency: null },
          { ...TOLL, min: "2", max: "4", currency: "EUR" },
        ],
      }),
      documentOf(TEXT, { money: [money(COST, "3.5"), money(FINE, { min: "90" })] }),
    ]);
    expect(errors).toMatchObject([
      { kind: "value", text: "$3.5 million", gold: "3500000", got: "3.5 USD" },
      { kind: "missed", text: "€2 to €4", gold: "2–4 EUR" },
      { kind: "spurious", text: "$90", got: "90– USD" },
    ]);
  });

  it("tells other bounds", () => {
    const { errors } = scored(scoreMoney, [
      gold({ text: TEXT, money: [{ ...COST, amount: "3500000", currency: "USD" }] }),
      documentOf(TEXT, { money: [money({ ...COST, start: COST.start + 1 }, "3500000")] }),
    ]);
    expect(errors).toMatchObject([{ kind: "bounds", text: "$3.5 million", got: "3.5 million" }]);
  });
});
