import { parseArgs } from "node:util";
import { news } from "../pipelines/news.ts";
import { textInput } from "../src/layers.ts";
import { readGold } from "../src/score/gold.ts";
import { sourceOffsets } from "../src/score/source-offsets.ts";

// Counts the kinds of errors in the entities of gold articles, with examples where asked.
//   npm run errors:ner -- gold.jsonl [--examples N]

const { values, positionals } = parseArgs({
  options: { examples: { type: "string", default: "0" } },
  allowPositionals: true,
});

interface Name {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

const coarse = (type: string): string => (type === "GPE" || type === "FAC" ? "LOC" : type);
const SCORED = new Set(["PERSON", "ORG", "LOC", "NORP"]);

const kinds = new Map<string, string[]>();
const pipeline = news();
for (const file of positionals)
  for await (const { id, text, entities } of readGold(file)) {
    if (text === undefined || !entities) continue;
    const doc = pipeline.run(textInput(text, { id }), { until: "entities" });
    const source = sourceOffsets(doc.text);
    const gold = entities.map(({ start, end, type }) => ({ start, end, type: coarse(type) }));
    const found = doc.entities.flatMap(({ type, mentions }) =>
      mentions
        .filter(({ kind }) => kind === "name")
        .map((mention) => ({ ...source.span(mention), type: coarse(type) })),
    );
    for (const name of gold) if (SCORED.has(name.type)) note(text, name, errorAt(name, found));
    for (const name of found)
      if (SCORED.has(name.type) && !gold.some((other) => touches(name, other)))
        note(text, name, `no name: ${name.type}`);
  }
for (const [kind, examples] of [...kinds].sort(([, a], [, b]) => b.length - a.length)) {
  console.log(`${String(examples.length).padStart(5)}  ${kind}`);
  for (const example of examples.slice(0, Number(values.examples))) console.log(`         ${example}`);
}

function touches(a: Name, b: Name): boolean {
  return a.start < b.end && b.start < a.end;
}

/** What is wrong at a gold name, or null. */
function errorAt(name: Name, found: readonly Name[]): string | null {
  const same = found.find(({ start, end }) => start === name.start && end === name.end);
  if (same) return same.type === name.type ? null : `${name.type} taken for ${same.type}`;
  const over = found.filter((other) => touches(name, other));
  const [other] = over;
  if (!other) return `${name.type} missed`;
  if (over.length > 1) return `${name.type} split`;
  const long = other.start <= name.start && other.end >= name.end;
  const where = long ? "too long" : other.start >= name.start && other.end <= name.end ? "too short" : "shifted";
  return `${name.type} ${where}`;
}

function note(text: string, { start, end }: Name, kind: string | null): void {
  if (!kind) return;
  const example = `${text.slice(Math.max(0, start - 30), start)}[${text.slice(start, end)}]${text.slice(end, end + 20)}`;
  const examples = kinds.get(kind);
  if (examples) examples.push(example.replace(/\s+/g, " "));
  else kinds.set(kind, [example.replace(/\s+/g, " ")]);
}
