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
  it.each([...casesOf("amounts.json"), ...casesOf("expressions.json")])(
    "$rule: $text",
    ({ text, url, expect: expected }) => {
      const found = annotate(text, url).money.map((m) => [
        m.text,
        m.amount ?? `${m.min}..${m.max ?? ""}`,
        m.currency,
        m.modifier,
        m.per,
      ]);
      expect(found).toEqual(expected);
    },
  );

  it("says what decided the currency", () => {
    const from = (text: string, url?: string) => annotate(text, url).money.map((m) => m.currencyFrom);
    expect(from("It cost USD 5, £6 and 7 euros.")).toEqual(["code", "symbol", "name"]);
    expect(from("It cost $5.", "https://daily.example.nz/a")).toEqual(["article"]);
    expect(from("It cost 5 francs.")).toEqual([null]);
  });
});

describe("quantities", () => {
  it.each([...casesOf("quantities.json"), ...casesOf("measures.json")])(
    "$rule: $text",
    ({ text, expect: expected }) => {
      const found = annotate(text).quantities.map((n) => [
        n.text,
        n.kind,
        n.value ?? `${n.min}..${n.max ?? ""}`,
        n.unit,
        n.of,
      ]);
      expect(found).toEqual(expected);
    },
  );
});

describe("what Intl.NumberFormat writes", () => {
  const locales = ["en-US", "en-GB", "en-IN", "en-AU", "en-CA", "en-NZ", "en-IE"];
  const codes = "USD EUR GBP JPY CNY INR AUD CAD CHF SEK NOK DKK PLN CZK HUF BRL MXN ZAR KRW TRY THB NGN KES SAR".split(
    " ",
  );

  it("is read back exactly, with codes and with names", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.constantFrom(...codes),
        fc.constantFrom("code" as const, "name" as const),
        fc.integer({ min: 100_000, max: 99_999_999 }),
        (locale, currency, currencyDisplay, cents) => {
          const value = cents / 100;
          const written = new Intl.NumberFormat(locale, {
            style: "currency",
            currency,
            currencyDisplay,
            minimumFractionDigits: 2,
            maximumFractionDigits: 2,
          }).format(value);
          const [found] = annotate(`It cost ${written} in all.`).money;
          expect([found?.amount, found?.currency]).toEqual([String(value), currency]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("is read back exactly, with signs and short magnitudes", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("USD", "EUR", "GBP"),
        fc.constantFrom("short" as const, "long" as const),
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom(1e6, 1e9),
        (currency, compactDisplay, tenths, scale) => {
          fc.pre(tenths < 9990);
          const value = (tenths * scale) / 10;
          const written = new Intl.NumberFormat("en-US", {
            style: "currency",
            currency,
            notation: "compact",
            compactDisplay,
            maximumFractionDigits: 9,
          }).format(value);
          const [found] = annotate(`It cost ${written} in all.`).money;
          expect([found?.amount, found?.currency]).toEqual([String(value), currency]);
        },
      ),
      { numRuns: 200 },
    );
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
