import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pipeline } from "../../src/pipeline.ts";
import { integrityIssues } from "../../src/schema/integrity.ts";
import { read } from "../../src/stages/1-read/read.ts";
import { repair } from "../../src/stages/2-repair/repair.ts";
import { segment } from "../../src/stages/3-segment/segment.ts";
import { entities } from "../../src/stages/4-entities/entities.ts";
import { root } from "../support/cli.ts";
import { inputOf } from "../support/sample.ts";

/** `expect`: pronouns and nouns in text order, each with the name of whom or what it means; all others mean nobody. */
interface Case {
  readonly rule: string;
  readonly text: string;
  readonly expect: readonly (readonly [string, string])[];
}

const folder = join(root, "fixtures/entities/references");
const casesOf = (name: string): Case[] => JSON.parse(readFileSync(join(folder, name), "utf8"));

const made = pipeline("entities").use(read()).use(repair()).use(segment()).use(entities());
const run = (text: string) => made.run(inputOf(text));

const referencesIn = (text: string) =>
  run(text)
    .entities.flatMap(({ name, mentions }) =>
      mentions.filter(({ kind }) => kind !== "name").map((mention) => ({ ...mention, name })),
    )
    .sort((a, b) => a.start - b.start);

describe.each(readdirSync(folder))("references in %s", (name) => {
  it.each(casesOf(name))("$rule: $text", ({ text, expect: expected }) => {
    expect(referencesIn(text).map((one) => [one.text, one.name])).toEqual(expected);
  });
});

describe("references", () => {
  it("say what they are, why, and how sure that is", () => {
    const found = referencesIn("Senator Ana Ruiz spoke. The senator said she was tired. “I will rest now,” she added.");
    expect(found.map(({ text, kind, rule }) => [text, kind, rule])).toEqual([
      ["The senator", "nominal", "entities/title"],
      ["she", "pronoun", "entities/pronoun-only"],
      ["I", "pronoun", "entities/first-person"],
      ["she", "pronoun", "entities/pronoun-only"],
    ]);
    for (const { confidence } of found) expect(confidence).toBeGreaterThan(0.8);
  });

  it("before the first name keep entities in text order", () => {
    const { entities: found } = run("“I saw nothing,” said Ana Ruiz. Omar Deng left.");
    expect(found.map(({ id, name, mentions }) => [id, name, mentions[0]!.text])).toEqual([
      ["e1", "Ana Ruiz", "I"],
      ["e2", "Omar Deng", "Omar Deng"],
    ]);
  });

  it("overlap neither names nor each other, whatever words meet", () => {
    const words =
      "Ana Ruiz Omar Deng Mr. Mayor senator the The company Norvik Inc. she he his her him I my it its said told 43 -year-old , . “ ” ‘ ’ ( ) who and is a lawyer \n\n".split(
        " ",
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 24 }), (parts) => {
        const text = parts.join(" ");
        fc.pre(text.trim() !== "");
        const doc = run(text);
        const mentions = doc.entities.flatMap((entity) => entity.mentions).sort((a, b) => a.start - b.start);
        for (let i = 1; i < mentions.length; i++)
          expect(mentions[i]!.start).toBeGreaterThanOrEqual(mentions[i - 1]!.end);
        const rest = { dates: [], money: [], quantities: [], quotes: [], notes: [] };
        const tokens = {
          ...doc.tokens,
          start: [...doc.tokens.start],
          end: [...doc.tokens.end],
          sentence: [...doc.tokens.sentence],
        };
        expect(integrityIssues({ ...doc, ...rest, tokens } as never)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each(["Ana Ruiz said she ", "“I saw him, ” the senator ", "The company, ", "‘ he “ ", "Ruiz, the 43-year-old, "])(
    "%s… is read in linear time",
    (part) => {
      expect(() => run(`Senator Ana Ruiz, 43, of Norvik Inc. came. ${part.repeat(15_000)}`)).not.toThrow();
    },
  );
});
