import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { news } from "../pipelines/news.ts";
import { textInput } from "../src/layers.ts";
import { xorshift32 } from "../src/random.ts";
import type { Document } from "../src/schema/document.ts";

// How many speakers are tied to an entity, and a sample of those ties to be judged by eye: the passage with the «mention» and
// the quote's first words, and the name of the entity.
//   npm run build && node dist/bench/speakers.js FILE.jsonl … [--sample N] [--seed N]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: "string", default: "100" }, seed: { type: "string", default: "1" } },
});
if (positionals.length === 0) throw new Error("expected JSONL files with the field text in each line");

/** So much of the text is shown before and after a mention. */
const AROUND = 240;
const pipeline = news();
const ties: string[] = [];
const counts = { articles: 0, quotes: 0, speakers: 0, people: 0, tied: 0, peopleTied: 0 };

for (const file of positionals)
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const record = JSON.parse(line) as { text: string; published?: string | null };
    const { document } = pipeline.run(textInput(record.text, { published: record.published ?? null }));
    counts.articles++;
    look(document);
  }

const random = xorshift32(Number(values.seed));
const picked = ties.map((tie) => ({ tie, by: random() })).sort((a, b) => a.by - b.by);
for (const [i, { tie }] of picked.slice(0, Number(values.sample)).entries()) console.log(`${i + 1}. ${tie}\n`);
const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
console.log(counts);
console.log(`speakers tied to an entity: ${share(counts.tied, counts.speakers)}`);
console.log(`of those that are a person or a pronoun for one: ${share(counts.peopleTied, counts.people)}`);

function look({ text, quotes, entities }: Document): void {
  const names = new Map(entities.map(({ id, name, type }) => [id, `${name} (${type})`]));
  for (const { type, spans, speaker, rule } of quotes) {
    if (type === "scare") continue;
    counts.quotes++;
    const { mention, entity, kind } = speaker;
    if (!mention) continue;
    counts.speakers++;
    if (kind === "person") counts.people++;
    if (entity === null) continue;
    counts.tied++;
    if (kind === "person") counts.peopleTied++;
    const { start, end } = mention;
    const passage = `${text.value.slice(Math.max(0, start - AROUND), start)}«${mention.text}»${text.value.slice(end, end + AROUND)}`;
    const said = spans[0]!.text.slice(0, 80);
    ties.push(`${mention.text} → ${names.get(entity)} [${rule}]\n   said: ${said}\n   ${passage.replace(/\s+/g, " ")}`);
  }
}
