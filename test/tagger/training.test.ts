import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadModel } from "../../src/tagger/model.ts";
import { writeModel } from "../../src/tagger/model-file.ts";
import { Tagger } from "../../src/tagger/tag.ts";
import { readArticles, type TrainingArticle } from "../../train/ner/articles.ts";
import { withHeadlines } from "../../train/ner/headlines.ts";
import { trainTagger } from "../../train/ner/tagger.ts";

const folder = mkdtempSync(join(tmpdir(), "pressmark-ner-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Text with names in brackets, "[PERSON Ana Ruiz] left", as a gold article. */
function gold(id: string, marked: string) {
  let text = "";
  const entities: { start: number; end: number; type: string }[] = [];
  for (const [i, part] of marked.split(/[[\]]/).entries()) {
    const [, type, name] = i % 2 === 1 ? /^(\S+) (.*)$/.exec(part)! : [];
    if (type) entities.push({ start: text.length, end: text.length + name!.length, type });
    text += name ?? part;
  }
  return { id, text, entities };
}

const people = ["Ana Ruiz", "Omar Deng", "Petra Valdane", "Ilse Brandauer", "Owen Tarrant", "Lena Okafor"];
const places = ["Quellin", "Tarnow", "Marlow", "Lindholm", "Wexham", "Calder"];
const marked = people.map((person, i) =>
  gold(
    `a${i}`,
    `[PERSON ${person}] was born in [LOC ${places[i]}]. Nobody came to [LOC ${places[i]}], said [PERSON ${person}]. The road to [LOC ${places[(i + 1) % 6]}] is long, and rain fell on the [ORG ${places[i]} Rowing Club] all day.`,
  ),
);
const file = join(folder, "gold.jsonl");
writeFileSync(file, marked.map((article) => JSON.stringify(article)).join("\n"));
const none = { keys: new Uint32Array(16), classes: new Uint32Array(16), small: new Uint8Array(16) };
const options = { epochs: 8, folds: 2, log: () => {} };

describe("training", async () => {
  const articles = await readArticles([file]);

  it("reads gold through the stages: names over tokens", () => {
    const [{ texts, names }] = articles as [TrainingArticle];
    expect(names.map(({ first, last, type }) => [texts.slice(first, last).join(" "), type]).slice(0, 3)).toEqual([
      ["Ana Ruiz", "PERSON"],
      ["Quellin", "LOC"],
      ["Quellin", "LOC"],
    ]);
  });

  it("makes two places of one with a comma, and leaves a direction out", async () => {
    const other = join(folder, "other.jsonl");
    writeFileSync(other, JSON.stringify(gold("x", "Rain fell in [LOC Wexham, Quellin] and in [LOC southern Tarnow].")));
    const [{ texts, names }] = (await readArticles([other])) as [TrainingArticle];
    expect(names.map(({ first, last }) => texts.slice(first, last).join(" "))).toEqual(["Wexham", "Quellin", "Tarnow"]);
  });

  it("gives the same bytes each time, and a model that finds such names elsewhere", () => {
    const bytes = writeModel(trainTagger(articles, none, options));
    expect(writeModel(trainTagger(articles, none, options))).toEqual(bytes);
    const path = join(folder, "ner.bin");
    writeFileSync(path, bytes);
    const model = loadModel(path);
    expect(model.types).toEqual(["PERSON", "ORG", "LOC"]);
    const [{ text, tokens, texts }] = articles as [TrainingArticle];
    const tagger = new Tagger(model);
    const found = tagger.tag(tagger.read(text, tokens));
    expect(found.map(({ first, last, type }) => [texts.slice(first, last).join(" "), type])).toEqual([
      ["Ana Ruiz", "PERSON"],
      ["Quellin", "LOC"],
      ["Quellin", "LOC"],
      ["Ana Ruiz", "PERSON"],
      ["Tarnow", "LOC"],
      ["Quellin Rowing Club", "ORG"],
    ]);
    for (const { confidence } of found) expect(confidence).toBeGreaterThan(0.5);
  });

  it("puts headlines above some articles, with the names in them", () => {
    const [made] = withHeadlines(articles) as [TrainingArticle];
    const headline = made.texts.slice(0, made.until).join(" ");
    expect(headline).toBe(headline.toUpperCase());
    const inside = made.names.filter(({ last }) => last <= made.until);
    expect(inside.length).toBeGreaterThan(0);
    expect(made.names.length).toBe(articles[0]!.names.length + inside.length);
  });
});
