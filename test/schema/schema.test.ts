import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { news } from "../../pipelines/news.ts";
import type { Document } from "../../src/schema/document.ts";
import { integrityIssues } from "../../src/schema/integrity.ts";
import { documentJsonSchema } from "../../src/schema/json-schema.ts";
import { withOffsets } from "../../src/schema/offsets.ts";
import { readDocument } from "../../src/schema/read-document.ts";
import { restoreSource } from "../../src/schema/restore.ts";
import { inputOf } from "../support/sample.ts";

const made = news();
const TEXT =
  "Mayor Ana Ruiz 😀 told “The Courier” on Tuesday: “We spent $3.5 million, or 12 percent.” Ruiz’s deputy, Bo Li, said it wasn’t enough.";
const annotated = (): Document =>
  structuredClone(made.run(inputOf(`\ufeff${TEXT}`, { options: { published: "2026-02-23" } })).document) as Document;

describe("the JSON Schema", () => {
  const schema = documentJsonSchema();

  it("is the one in docs", () => {
    const committed = readFileSync(new URL("../../docs/document.schema.json", import.meta.url), "utf8");
    expect(JSON.parse(committed), "run `npx pressmark schema > docs/document.schema.json`").toEqual(
      JSON.parse(JSON.stringify(schema)),
    );
  });

  it("accepts real output, and fields of later versions, and nothing else", () => {
    const validate = new Ajv2020({ strict: false, formats: { date: true } }).compile(schema);
    const document = annotated();
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...document, later: 1 })).toBe(true);
    expect(validate({ ...document, id: 5 })).toBe(false);
    expect(validate({ ...document, tokens: { ...document.tokens, pos: ["NOPE"] } })).toBe(false);
  });
});

describe("reading a document", () => {
  it("tolerates unknown fields at any depth and drops them", () => {
    const document = annotated();
    const later = structuredClone(document) as Document & { later?: unknown };
    later.later = { x: 1 };
    Object.assign(later.source, { more: true });
    Object.assign(later.entities[0]!.mentions[0]!, { salience: 0.5 });
    expect(readDocument(later)).toEqual(document);
  });

  it("does not tolerate anything else", () => {
    expect(() => readDocument({ ...annotated(), id: 5, later: 1 })).toThrow();
    expect(() => readDocument(null)).toThrow();
  });
});

describe("integrity", () => {
  it("holds for real output", () => {
    const document = annotated();
    expect(integrityIssues(document)).toEqual([]);
    expect(
      document.entities.length * document.dates.length * document.money.length * document.quotes.length,
    ).toBeGreaterThan(0);
    expect(restoreSource(document.text)).toBe(`\ufeff${TEXT}`);
  });

  const breakages: [string, RegExp, (d: Document) => void][] = [
    ["a span that lies", /says "x"/, (d) => Object.assign(d.money[0]!, { text: "x" })],
    ["a span out of the text", /is not a span/, (d) => Object.assign(d.sentences[0]!, { end: 9999 })],
    ["an empty span", /is not a span/, (d) => Object.assign(d.blocks[0]!, { end: d.blocks[0]!.start })],
    [
      "white space at an edge",
      /white space/,
      (d) => Object.assign(d.entities[0]!.mentions[0]!, { start: 5, text: TEXT.slice(5, 14) }),
    ],
    ["a split pair", /surrogate/, (d) => Object.assign(d.blocks[0]!, { end: TEXT.indexOf("😀") + 1 })],
    ["a wrong id", /expected "m1"/, (d) => Object.assign(d.money[0]!, { id: "m2" })],
    ["a speaker who is nobody", /no entity/, (d) => Object.assign(d.quotes[0]!.speaker, { entity: "e99" })],
    ["a parent that is no quote", /no other quote/, (d) => Object.assign(d.quotes[0]!, { parent: "q99" })],
    ["a quote inside itself", /no other quote/, (d) => Object.assign(d.quotes[0]!, { parent: "q1" })],
    ["columns of different length", /differ in length/, (d) => d.tokens.pos.pop()],
    ["a token of another sentence", /not in its sentence/, (d) => d.tokens.sentence.fill(7)],
    ["a sentence in no block", /in no block/, (d) => d.blocks.splice(0)],
    ["text order lost", /text order/, (d) => d.tokens.start.reverse()],
    [
      "overlapping repairs",
      /another repair/,
      (d) => d.text.repairs.push({ ...d.text.repairs[0]!, start: 9999, end: 9999 }),
    ],
  ];
  it.each(breakages)("reports %s", (_, message, breakIt) => {
    const document = annotated();
    breakIt(document);
    expect(
      integrityIssues(document)
        .map((i) => i.message)
        .join("\n"),
    ).toMatch(message);
  });
});

describe("offsets in code points", () => {
  it("say the truth to readers who count code points, and can be turned back", () => {
    const document = annotated();
    const moved = withOffsets(document, "codepoint");
    const points = [...moved.text.value];
    const slice = (start: number, end: number) => points.slice(start, end).join("");
    expect(moved.offsetUnit).toBe("codepoint");
    for (const { start, end, text } of [...moved.money, ...moved.dates, ...moved.entities.flatMap((e) => e.mentions)])
      expect(slice(start, end)).toBe(text);
    for (const [i, start] of moved.tokens.start.entries())
      expect(slice(start, moved.tokens.end[i]!)).toBe(
        document.text.value.slice(document.tokens.start[i]!, document.tokens.end[i]),
      );
    expect(moved.money[0]!.start).toBe(document.money[0]!.start - 1);
    expect(withOffsets(moved, "utf16")).toEqual(document);
  });
});
