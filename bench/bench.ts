import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as chrono from "chrono-node";
import nlp from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { news } from "../pipelines/news.ts";
import { MOST_TOGETHER } from "../src/batch/pool.ts";
import { type ArticleInput, textInput } from "../src/layers.ts";

// Whole pipeline, each stage, and three libraries by themselves, over the same texts, taking turns in one process.
// The pipeline reads the articles as `annotate` does: sixteen together, stage by stage. With --together 1 it reads one after the other.
//   npm run bench [-- --data FILE.jsonl] [--rounds N] [--together N]

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    rounds: { type: "string", default: "7" },
    together: { type: "string", default: String(MOST_TOGETHER) },
  },
});
const texts = values.data ? recordsOf(values.data) : samples();
const together = Number(values.together);
const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);

/**
 * So long each contender runs untimed in a round, and so long it is timed then, pass by pass. The compiler of JavaScript needs
 * to see code run for a while, and a full collection of garbage throws some of what it compiled away: the same number of passes would give the
 * slowest contender the longest warm-up.
 */
const WARM_UP_MS = 2000;
const TIMED_MS = 1000;
/** What chrono resolves against: noon of the day that the articles are said to be of. */
const PUBLISHED = new Date(2026, 1, 23, 12);

const pipeline = news();
const wink = winkNLP(model);
const times = new Map<string, number[]>();
for (let round = 0; round < Number(values.rounds); round++)
  for (const contender of [
    stageTimes,
    (some: readonly string[]) => timeOf("wink-nlp readDoc", some, (text) => wink.readDoc(text)),
    (some: readonly string[]) => timeOf("compromise nlp", some, (text) => nlp(text)),
    (some: readonly string[]) => timeOf("chrono parse", some, (text) => chrono.parse(text, PUBLISHED)),
  ]) {
    globalThis.gc?.(); // nobody clears away what the one before left
    const begun = performance.now();
    while (performance.now() - begun < WARM_UP_MS) contender(texts);
    const timed = performance.now();
    do {
      for (const [name, time] of contender(texts)) times.set(name, [...(times.get(name) ?? []), time]);
    } while (performance.now() - timed < TIMED_MS);
  }
print();

function stageTimes(some: readonly string[]): [string, number][] {
  const sums = new Map<string, number>([["whole pipeline", 0]]);
  const add = (name: string, time: number) => sums.set(name, (sums.get(name) ?? 0) + time);
  for (let first = 0; first < some.length; first += together) {
    const before = performance.now();
    const docs = pipeline.runAll(some.slice(first, first + together).map(inputOf), {
      onStage: (stage, time) => add(`  ${stage}`, time),
    });
    add("whole pipeline", performance.now() - before);
    for (const doc of docs) if (doc instanceof Error) throw doc;
  }
  return [...sums];
}

function timeOf(name: string, some: readonly string[], work: (text: string) => unknown): [string, number][] {
  const before = performance.now();
  for (const text of some) work(text);
  return [[name, performance.now() - before]];
}

function print(): void {
  const median = (name: string) => times.get(name)!.toSorted((a, b) => a - b)[times.get(name)!.length >> 1]!;
  const [readDoc, compromise] = [median("wink-nlp readDoc"), median("compromise nlp")];
  console.log(
    `${texts.length} articles, ${words} words, one thread, medians over ${values.rounds} rounds; node ${process.version}\n`,
  );
  console.log(
    `${"".padEnd(20)}${"words/s".padStart(12)}${"× readDoc's time".padStart(20)}${"× faster than compromise".padStart(26)}`,
  );
  for (const name of times.keys()) {
    const time = median(name);
    const rate = Math.round((words / time) * 1000).toLocaleString("en-US");
    console.log(
      `${name.padEnd(20)}${rate.padStart(12)}${(time / readDoc).toFixed(2).padStart(20)}${(compromise / time).toFixed(1).padStart(26)}`,
    );
  }
}

function inputOf(text: string): ArticleInput {
  return textInput(text, {}, { published: "2026-02-23", layout: "line" });
}

function samples(): string[] {
  const folder = join(ROOT, "fixtures/articles");
  return readdirSync(folder)
    .map((name) => join(folder, name, "article.txt"))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, "utf8"));
}

function recordsOf(file: string): string[] {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  return lines.map((line) => JSON.parse(line).text);
}
