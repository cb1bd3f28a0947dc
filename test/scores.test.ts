import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { restoreSource } from "../src/schema/restore.ts";
import { GoldArticle } from "../src/score/gold.ts";
import { createScorer, type ScoreResult } from "../src/score/score.ts";
import { findDamage } from "../src/stages/2-repair/find.ts";
import { root } from "./support/cli.ts";
import { inputOf, plain } from "./support/sample.ts";

/** Corpora that lie beside some checkouts; they are no part of this one. */
const shared = join(root, "../shared");
const corpora = join(shared, "corpora/dev");
const seed = join(shared, "seed/000_f71b1431a2dd7568.txt");

/** Corpora of which nearly every article is sound. */
const SOUND = [
  ..."train/wwn-train train/polnear-train train/wikigold".split(" "),
  ..."dev/wwn-dev dev/ieer dev/timebank dev/aquaint dev/money-news".split(" "),
];

const lines = (file: string): string[] => readFileSync(file, "utf8").split("\n").filter(Boolean);

describe.skipIf(!existsSync(corpora))("scores of reading, repair and segmentation (need ../shared/corpora)", () => {
  /** Reads, repairs and segments every article of a gold file. */
  function scoresOf(name: string): ScoreResult {
    const { run } = plain();
    const scorer = createScorer();
    for (const line of lines(join(corpora, `${name}.jsonl`))) {
      const gold = GoldArticle.parse(JSON.parse(line));
      const input = gold.file
        ? inputOf(readFileSync(join(corpora, "..", gold.file)), { mediaType: "text/html", path: gold.file })
        : inputOf(gold.text!);
      scorer.add(gold, run(input).document);
    }
    return scorer.result();
  }

  it("repair undoes ftfy's cases of mojibake, and leaves alone what is none", () => {
    const { repair } = scoresOf("mojibake");
    expect(repair?.all?.pct).toBeGreaterThanOrEqual(95);
    expect(repair?.negative?.pct).toBe(100);
  });

  it("repair leaves sound news alone", () => {
    const texts = SOUND.flatMap((name) => lines(join(corpora, "..", `${name}.jsonl`))).map(
      (line) => JSON.parse(line).text,
    );
    expect(texts.length).toBeGreaterThan(2300);
    const repaired = texts.filter((text) => findDamage(text).length > 0);
    // 36 of them are damaged, each repair was looked at; beyond these, one in 200 may be repaired wrongly.
    expect(repaired.length).toBeLessThanOrEqual(36 + texts.length / 200);
  });

  it("segmentation splits pragmatic_segmenter's cases", () => {
    expect(scoresOf("segmentation").sentences?.exactTexts).toBeGreaterThanOrEqual(90);
  });

  it("sentences and tokens are those of GUM's news", () => {
    const { sentences, tokens } = scoresOf("segmentation-gum");
    expect(sentences?.boundaries.f1).toBeGreaterThanOrEqual(97);
    expect(tokens?.spans.f1).toBeGreaterThanOrEqual(98);
  });

  it("the body of saved news pages is found", () => {
    expect(scoresOf("html").body?.f1).toBeGreaterThanOrEqual(95);
  });
});

describe.skipIf(!existsSync(seed))("an article that lost bytes on its way (needs ../shared/seed)", () => {
  let source: string;
  let text: ReturnType<ReturnType<typeof plain>["run"]>["document"]["text"];
  beforeAll(() => {
    source = readFileSync(seed, "utf8");
    text = plain().run(inputOf(readFileSync(seed))).document.text;
  });

  it("is repaired wherever it is damaged, and nowhere else", () => {
    const damage = source.match(/β¦?|Γ‘/g) ?? [];
    expect(text.repairs.map(({ original }) => original)).toEqual(damage);
    expect(text.value).not.toMatch(/\p{Script=Greek}/u);
  });

  it("gives its source back", () => {
    expect(restoreSource(text)).toBe(source);
  });
});
