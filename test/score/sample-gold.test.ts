import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BlockKind } from "../../src/schema/blocks.ts";
import { DateMod, DateType } from "../../src/schema/dates.ts";
import { EntityType, Mention } from "../../src/schema/entities.ts";
import { MoneyModifier } from "../../src/schema/money.ts";
import { Quantity } from "../../src/schema/quantities.ts";
import { QuoteType, SpeakerKind } from "../../src/schema/quotes.ts";
import type { GoldArticle } from "../../src/score/gold.ts";
import { readGoldJson } from "../../src/score/gold-formats/json/read.ts";
import { articles } from "../support/cli.ts";

/** How often each phenomenon has to occur over all sample articles. */
const LEAST = 5;

const VALUES: readonly (readonly [form: string, pattern: RegExp])[] = [
  ["day", /^\d{4}-\d\d-\d\d$/],
  ["week", /^\d{4}-W\d\d$/],
  ["month", /^\d{4}-\d\d$/],
  ["quarter", /^\d{4}-Q\d$/],
  ["season", /^\d{4}-(?:SP|SU|FA|WI)$/],
  ["year", /^\d{4}$/],
  ["decade", /^\d{3}$/],
  ["part of day", /T(?:MO|MI|AF|EV|NI)$/],
  ["clock", /T\d\d/],
  ["weekday of any week", /^XXXX-WXX-\d$/],
  ["P3M", /^P\d+[YMWD]$/],
  ["PT2H", /^PT\d+[HM]$/],
  ["PXM", /^PT?X/],
  ["PRESENT_REF", /^PRESENT_REF$/],
  ["PAST_REF", /^PAST_REF$/],
  ["FUTURE_REF", /^FUTURE_REF$/],
];

const ORDERS = ["QSC", "QCS", "SCQ", "CSQ", "CQS", "QSCQ", "QCSQ", "Q", "QS", "SQ", "CQ"];

type Things = readonly string[];

/** What is counted, by the field that says it: all that may be there, and what an article has. */
const COUNTED: readonly (readonly [field: string, all: Things, of: (gold: GoldArticle) => Things])[] = [
  ["block", BlockKind.options, ({ blocks }) => blocks!.map(({ kind }) => kind)],
  ["entity", EntityType.options, ({ clusters }) => clusters!.map(({ type }) => type)],
  [
    "mention",
    Mention.shape.kind.options,
    ({ clusters }) => clusters!.flatMap(({ mentions }) => mentions.map(({ kind }) => kind)),
  ],
  [
    "role",
    ["of an entity", "of none that is said"],
    ({ clusters }) =>
      clusters!.flatMap(({ roles }) => roles.map(({ of }) => (of === null ? "of none that is said" : "of an entity"))),
  ],
  ["date", DateType.options, ({ dates }) => dates!.map(({ type }) => type!)],
  [
    "date value",
    VALUES.map(([form]) => form),
    ({ dates }) =>
      dates!.flatMap(({ value }) => VALUES.flatMap(([form, pattern]) => (pattern.test(value!) ? [form] : []))),
  ],
  ["date mod", DateMod.options, ({ dates }) => dates!.flatMap(({ mod }) => mod ?? [])],
  [
    "money",
    ["amount", "range", "rate", ...MoneyModifier.options],
    ({ money }) =>
      money!.flatMap(({ amount, per, modifier }) => [
        amount === null ? "range" : "amount",
        ...(per === null ? [] : ["rate"]),
        ...(modifier ? [modifier] : []),
      ]),
  ],
  [
    "quantity",
    [...Quantity.shape.kind.options, "range"],
    ({ quantities }) => quantities!.flatMap(({ kind, value }) => (value === null ? [kind, "range"] : [kind])),
  ],
  [
    "quote",
    [...QuoteType.options, "several spans", "in another quote"],
    ({ quotes }) =>
      quotes!.flatMap(({ kind, spans, parent }) => [
        kind,
        ...(spans.length > 1 ? ["several spans"] : []),
        ...(parent === null ? [] : ["in another quote"]),
      ]),
  ],
  ["speaker", SpeakerKind.options, ({ quotes }) => quotes!.flatMap(({ speakerKind }) => speakerKind ?? [])],
  ["order", ORDERS, ({ quotes }) => quotes!.flatMap(({ kind, order }) => (kind === "scare" ? [] : order!))],
];

const gold: GoldArticle[] = [];
const faults: string[] = [];
for await (const { file, gold: article, issues } of readGoldJson(articles)) {
  gold.push(article);
  faults.push(...issues.map(({ layer, entry, fault }) => `${file}: ${layer} ${entry}: ${fault}`));
}

describe("the gold of the sample articles", () => {
  it("agrees with the articles and with itself, in every layer", () => {
    expect(faults).toEqual([]);
    for (const article of gold)
      for (const layer of ["blocks", "sentences", "entities", "dates", "money", "quantities", "quotes"] as const)
        expect(article[layer], `${article.id}: ${layer}`).toBeDefined();
  });

  it("has the day in the name of the folder as publication date", () => {
    for (const { id, published } of gold) expect(published).toBe(id.slice(0, 10));
  });

  it("has each phenomenon of the output often enough, and README.md says how often", () => {
    const rows = COUNTED.map(([field, all, of]) => {
      const found = gold.flatMap(of);
      const counts = all.map((name) => [name, found.filter((other) => other === name).length] as const);
      for (const [name, count] of counts) expect(count, `${field} ${name}`).toBeGreaterThanOrEqual(LEAST);
      return `| ${field} | ${counts.map(([name, count]) => `${name} ${count}`).join(", ")} |`;
    });
    const readme = readFileSync(join(articles, "README.md"), "utf8");
    expect(readme.split("\n").filter((line) => rows.some((row) => row.split("|")[1] === line.split("|")[1]))).toEqual(
      rows,
    );
  });
});
