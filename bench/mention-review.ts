import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { textInput } from "../src/layers.ts";
import { pipeline } from "../src/pipeline.ts";
import type { Mention } from "../src/schema/entities.ts";
import { read } from "../src/stages/1-read/read.ts";
import { repair } from "../src/stages/2-repair/repair.ts";
import { segment } from "../src/stages/3-segment/segment.ts";
import { entities } from "../src/stages/4-entities/entities.ts";

// Pronouns and nouns that stand for a person or organization, a sample of them to be read by eye.
//   npm run build && node dist/bench/mention-review.js FILE.jsonl… [--seed N] [--pronouns N] [--nominals N] [--roles N] [--width N]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "1" },
    pronouns: { type: "string", default: "140" },
    nominals: { type: "string", default: "60" },
    roles: { type: "string", default: "0" },
    width: { type: "string", default: "380" },
  },
});
if (positionals.length === 0) throw new Error("expected JSONL files with the field text in each line");

interface Case {
  readonly kind: Mention["kind"] | "role";
  readonly rule: string;
  readonly article: string;
  readonly start: number;
  readonly shown: string;
  /** Its place in the sample: the smallest come first. */
  readonly draw: string;
}

const width = Number(values.width);
const review = pipeline("entities").use(read()).use(repair()).use(segment()).use(entities());
const cases: Case[] = [];
const counts = new Map<string, number>();
let articles = 0;
for (const file of positionals)
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    articles++;
    for (const one of casesOf(id, text)) {
      counts.set(one.rule, (counts.get(one.rule) ?? 0) + 1);
      cases.push(one);
    }
  }
const drawn = (kind: Case["kind"], size: string) =>
  cases
    .filter((one) => one.kind === kind)
    .sort((a, b) => (a.draw < b.draw ? -1 : 1))
    .slice(0, Number(size))
    .sort((a, b) => (a.article === b.article ? a.start - b.start : a.article < b.article ? -1 : 1));
let number = 0;
for (const { rule, article, start, shown } of [
  ...drawn("pronoun", values.pronouns),
  ...drawn("nominal", values.nominals),
  ...drawn("role", values.roles),
])
  console.log(`#${++number} ${rule} ${article}:${start} ${shown}\n`);
console.log(articles, "articles;", Object.fromEntries([...counts].sort()));

function casesOf(id: string, content: string): Case[] {
  const { entities: found, text } = review.run(textInput(content));
  const nameOf = new Map(found.map((entity) => [entity.id, entity.name]));
  const passage = (start: number, end: number, from: number): string =>
    `${text.value.slice(Math.max(0, from - width), start)}«${text.value.slice(start, end)}»${text.value.slice(end, end + width / 3)}`.replace(
      /\s*\n\s*/g,
      " ¶ ",
    );
  const drawOf = (start: number): string => createHash("sha256").update(`${values.seed} ${id} ${start}`).digest("hex");
  return found.flatMap(({ name, mentions, roles }) => [
    ...mentions
      .filter(({ kind }) => kind !== "name")
      .map(({ kind, rule, start, end }) => ({
        kind,
        rule,
        article: id,
        start,
        shown: `= ${name}\n${passage(start, end, start)}`,
        draw: drawOf(start),
      })),
    ...roles.map(({ start, end, of }) => ({
      kind: "role" as const,
      rule: "role",
      article: id,
      start,
      shown: `${name} is ${text.value.slice(start, end)}${of === null ? "" : ` OF ${nameOf.get(of)}`}\n${passage(start, end, start + width * 0.6)}`,
      draw: drawOf(start),
    })),
  ]);
}
