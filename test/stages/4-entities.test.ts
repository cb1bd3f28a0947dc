import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pipeline } from "../../src/pipeline.ts";
import { read } from "../../src/stages/1-read/read.ts";
import { repair } from "../../src/stages/2-repair/repair.ts";
import { segment } from "../../src/stages/3-segment/segment.ts";
import { entities } from "../../src/stages/4-entities/entities.ts";
import { root } from "../support/cli.ts";
import { inputOf } from "../support/sample.ts";

/** What is expected of an entity; a role is its text and, if the text says so, the name of whose title it is. */
interface Expected {
  readonly type: string;
  readonly name: string;
  readonly mentions: readonly string[];
  readonly roles?: readonly (readonly string[])[];
}

/** `expect`: all entities of the text, in text order. */
interface Case {
  readonly rule: string;
  readonly text: string;
  readonly expect: readonly Expected[];
}

const folder = join(root, "fixtures/entities");
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const casesOf = (name: string): Case[] => JSON.parse(readFileSync(join(folder, name), "utf8"));

const made = pipeline("entities").use(read()).use(repair()).use(segment()).use(entities());
const annotate = (text: string) => made.run(inputOf(text)).entities;

function summary(text: string): Expected[] {
  const found = annotate(text);
  const nameOf = new Map(found.map(({ id, name }) => [id, name]));
  return found.map(({ type, name, mentions, roles }) => ({
    type,
    name,
    mentions: mentions.filter(({ kind }) => kind === "name").map((m) => m.text),
    ...(roles.length > 0 && { roles: roles.map((r) => (r.of ? [r.text, nameOf.get(r.of)!] : [r.text])) }),
  }));
}

describe.each(files)("entities in %s", (name) => {
  it.each(casesOf(name))("$rule: $text", ({ text, expect: expected }) => {
    expect(summary(text)).toEqual(expected);
  });
});

describe("entities", () => {
  it("have ids in text order, aliases, and for each mention where it is and why", () => {
    const fraction = expect.toSatisfy((value: number) => value > 0 && value <= 1, "a number up to 1");
    expect(annotate("Lumora CEO Petra Valdane spoke first, and Valdane’s brother last.")).toEqual([
      {
        id: "e1",
        type: "ORG",
        name: "Lumora",
        aliases: [],
        roles: [],
        mentions: [{ start: 0, end: 6, text: "Lumora", kind: "name", rule: "entities/model", confidence: fraction }],
      },
      {
        id: "e2",
        type: "PERSON",
        name: "Petra Valdane",
        aliases: ["Valdane"],
        roles: [{ start: 7, end: 10, text: "CEO", of: "e1" }],
        mentions: [
          { start: 11, end: 24, text: "Petra Valdane", kind: "name", rule: "entities/model", confidence: fraction },
          { start: 42, end: 49, text: "Valdane", kind: "name", rule: "entities/model", confidence: fraction },
        ],
      },
    ]);
  });

  it("are the same in any line of the article", () => {
    const lines = ["Ana Ruiz met Omar Deng.", "Deng works for Norvik AG.", "Norvik AG is in Oslo."];
    expect(summary(lines.join("\n\n")).map((e) => [e.type, e.name, e.mentions.length])).toEqual([
      ["PERSON", "Ana Ruiz", 1],
      ["PERSON", "Omar Deng", 2],
      ["ORG", "Norvik AG", 2],
      ["GPE", "Oslo", 1],
    ]);
  });

  it("never overlap, and leave out titles and marks, whatever words meet", () => {
    const words =
      "Ana Ruiz Mayor mayor CEO chief executive of for the von der al - & Mr. Dr. Inc. Bank River Lake Act Cup Oslo Kenya German U.S. NWI ( ) , . ’s “ ” said who Who I 40 May Monday\n\n KENYA".split(
        " ",
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 16 }), (parts) => {
        const text = parts.join(" ");
        fc.pre(text.trim() !== "");
        const mentions = annotate(text)
          .flatMap((e) => e.mentions)
          .sort((a, b) => a.start - b.start);
        let last = 0;
        for (const mention of mentions) {
          expect(mention.start).toBeGreaterThanOrEqual(last);
          expect(mention.text).toMatch(/^[\p{L}\p{N}]/u);
          expect(mention.text).not.toMatch(/[,’“”()-]$|^(?:Mr|Dr)\./);
          last = mention.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(["Mayor ", "deputy ", "Ana von der ", "Ana Ruiz met ", "Ruiz & "])("%s… is read in linear time", (part) => {
    expect(() => annotate(part.repeat(20_000))).not.toThrow(); // a blow-up would not come back within the test's time
  });
});
