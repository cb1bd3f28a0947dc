import { execFile } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { news } from "../../pipelines/news.ts";
import type { ScoredDocument } from "../../src/score/comparison.ts";
import { documentIndex } from "../../src/score/documents.ts";
import { GoldArticle } from "../../src/score/gold.ts";
import { createScorer, type ScoreResult } from "../../src/score/score.ts";
import { root, temporaryFolder } from "../support/cli.ts";
import { inputOf } from "../support/sample.ts";
import { articleAndDocument } from "./articles.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

/** The scorer that corpora of news come with; it and they lie beside some checkouts, and are no part of this one. */
const reference = join(root, "../shared/score/score.mjs");
const corpora = join(root, "../shared/corpora");

async function referenceScore(gold: readonly object[], documents: readonly object[]): Promise<unknown> {
  const [goldFile, documentFile] = [folder.path("gold.jsonl"), folder.path("documents.jsonl")];
  for (const [file, lines] of [
    [goldFile, gold],
    [documentFile, documents],
  ] as const)
    writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const args = [reference, "--gold", goldFile, "--pred", documentFile, "--json"];
  return JSON.parse((await promisify(execFile)(process.execPath, args)).stdout);
}

function ownScore(gold: readonly object[], documents: readonly ScoredDocument[]): ScoreResult {
  const scorer = createScorer();
  const find = documentIndex(documents);
  for (const line of gold) {
    const article = GoldArticle.parse(line);
    scorer.add(article, find(article));
  }
  return scorer.result();
}

/** The reference does not score modifiers of dates, which some corpora have. */
function withoutMod({ dates, ...rest }: ScoreResult): ScoreResult {
  if (!dates) return rest;
  const { mod: _, ...others } = dates;
  return { ...rest, dates: others };
}

describe.skipIf(!existsSync(reference))("the reference scorer (in ../shared, which not every checkout has)", () => {
  const made = news();
  const layers: [file: string, articles: number, layers: string[]][] = [
    ["dev/timebank", 20, ["docs", "dates"]],
    ["dev/wwn-dev", 20, ["docs", "entities", "dates", "money"]],
    ["dev/money-news", 20, ["docs", "money"]],
    ["dev/segmentation-gum", 5, ["docs", "sentences", "tokens"]],
    ["dev/mojibake", 100, ["repair"]],
    ["train/polnear-train", 20, ["docs", "quotes"]],
  ];
  it.each(layers)("says the same of %s, to the last digit", async (file, articles, expected) => {
    const lines = readFileSync(join(corpora, `${file}.jsonl`), "utf8").split("\n", articles);
    const gold = lines.filter(Boolean).map((line) => JSON.parse(line));
    const documents = gold
      .filter((_, i) => i !== 3) // one is missing
      .map(({ id, text, published }) => made.run(inputOf(text, { fields: { id, published } })).document);
    const own = ownScore(gold, documents);
    expect(Object.keys(own)).toEqual(expected);
    expect(withoutMod(own)).toEqual(await referenceScore(gold, documents));
  });

  it("says the same of articles made up at random", async () => {
    const cases = fc.sample(articleAndDocument, { seed: 7, numRuns: 600 });
    const gold = cases.map(({ article }, i) => ({ id: `a${i}`, ...article }));
    const documents = cases.flatMap(({ document }, i) => (document ? [{ ...document, id: `a${i}` }] : []));
    // A hundred at a time, so that differences do not cancel out in the sum.
    for (let i = 0; i < gold.length; i += 100) {
      const some = gold.slice(i, i + 100);
      const theirs = documents.filter(({ id }) => some.some((article) => article.id === id));
      expect(ownScore(some, theirs)).toEqual(await referenceScore(some, theirs));
    }
  });
});
