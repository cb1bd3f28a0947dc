import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { news } from "../pipelines/news.ts";
import { articles } from "./support/cli.ts";
import { inputOf } from "./support/sample.ts";

const texts = readdirSync(articles)
  .map((name) => join(articles, name, "article.txt"))
  .filter((file) => existsSync(file))
  .map((file) => readFileSync(file, "utf8"))
  // Invented words, their possessives, and the same as other parts of speech: what an article could learn from another.
  .concat(
    "Vorlund's plan failed. The vorlund plan was Zemblan. Mr. Zorp's zorping zorped, said Vorlund.",
    "A vorlund’s Zemblan's e-zorp costs $12 zorps. ZEMBLAN ZORPS. Vorlund said Zorp zorps zorpingly.",
  );

const made = news();
const outputOf = (text: string): string =>
  made.run(inputOf(text, { options: { published: "2026-02-23", layout: "line" } })).output;

describe("same in, same out", () => {
  const alone = texts.map(
    (text) => news().run(inputOf(text, { options: { published: "2026-02-23", layout: "line" } })).output,
  );

  it("whatever the order of the articles", () => {
    const order = fc.shuffledSubarray([...texts.keys()], { minLength: texts.length, maxLength: texts.length });
    fc.assert(
      fc.property(order, (indexes) => {
        for (const i of indexes) expect(outputOf(texts[i]!) === alone[i], texts[i]!.slice(0, 40)).toBe(true);
      }),
      { numRuns: 8 },
    );
  });

  it("whatever the clock and the time zone say", () => {
    const { TZ } = process.env;
    try {
      for (const zone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
        process.env.TZ = zone;
        for (const [i, text] of texts.entries()) expect(outputOf(text) === alone[i], text.slice(0, 40)).toBe(true);
      }
    } finally {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    }
  });
});
