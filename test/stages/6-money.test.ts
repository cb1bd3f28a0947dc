import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pipeline } from "../../src/pipeline.ts";
import { Money } from "../../src/schema/money.ts";
import { Quantity } from "../../src/schema/quantities.ts";
import { read } from "../../src/stages/1-read/read.ts";
import { repair } from "../../src/stages/2-repair/repair.ts";
import { segment } from "../../src/stages/3-segment/segment.ts";
import { dates } from "../../src/stages/5-dates/dates.ts";
import { money } from "../../src/stages/6-money/money.ts";
import { root } from "../support/cli.ts";
import { inputOf } from "../support/sample.ts";

/**
 * `expect` of an amount: text, amount (or `min..max`), currency, modifier, per; of a quantity: text, kind, value (or
 * `min..max`), unit, of.
 */
interface Case {
  readonly rule: string;
  readonly text: string;
  readonly url?: string;
  readonly expect: readonly (readonly (string | null)[])[];
}

const casesOf = (name: string): Case[] => JSON.parse(readFileSync(join(root, "fixtures/money", name), "utf8"));

const made = pipeline("money").use(read()).use(repair()).use(segment()).use(dates()).use(money());
const annotate = (text: string, url: string | null = null) =>
  made.run(inputOf(text, { fields: { url, published: "2026-02-23" } }));

describe("money", () => {
  it.each(casesOf("amounts.json"))("$rule: $text", ({ text, url, expect: expected }) => {
    const found = annotate(text, url).money.map((m) => [
      m.text,
      m.amount ?? `${m.min}..${m.max}`,
      m.currency,
      m.modifier,
      m.per,
    ]);
    expect(found).toEqual(expected);
  });

  it("says what decided the currency", () => {
    const from = (text: string, url?: string) => annotate(text, url).money.map((m) => m.currencyFrom);
    expect(from("It cost USD 5, £6 and 7 euros.")).toEqual(["code", "symbol", "name"]);
    expect(from("It cost $5.", "https://daily.example.nz/a")).toEqual(["article"]);
    expect(from("It cost 5 francs.")).toEqual([null]);
  });
});

describe("quantities", () => {
  it.each(casesOf("quantities.json"))("$rule: $text", ({ text, expect: expected }) => {
    const found = annotate(text).quantities.map((n) => [n.text, n.kind, n.value ?? `${n.min}..${n.max}`, n.unit, n.of]);
    expect(found).toEqual(expected);
  });
});

describe("money and quantities", () => {
  it("are valid and never overlap, whatever words meet", () => {
    const words =
      "$ US$ £5 5 10,000 0.50 1.2.3 million bn m euros dollars 50p a half and - to between two hundred thousand USD Rs crore % percent points km people third cents rmb 1/2 ½ pounds".split(
        " ",
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 14 }), fc.constantFrom(" ", ""), (parts, space) => {
        fc.pre(parts.length > 0);
        const document = annotate(parts.join(space));
        for (const [schema, layer] of [
          [Money, document.money],
          [Quantity, document.quantities],
        ] as const) {
          let last = 0;
          for (const found of layer) {
            expect(schema.safeParse(found).success).toBe(true);
            expect(found.text).toBe(document.text.value.slice(found.start, found.end));
            expect(found.start).toBeGreaterThanOrEqual(last);
            last = found.end;
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
