import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { pipeline } from "../../src/pipeline.ts";
import { read } from "../../src/stages/1-read/read.ts";
import { repair } from "../../src/stages/2-repair/repair.ts";
import { segment } from "../../src/stages/3-segment/segment.ts";
import { type EntityOptions, entities } from "../../src/stages/4-entities/entities.ts";
import { inputOf } from "../support/sample.ts";

const folder = mkdtempSync(join(tmpdir(), "pressmark-entities-"));
afterAll(() => rmSync(folder, { recursive: true }));

const annotatorOf = (options?: EntityOptions) => {
  const made = pipeline("entities").use(read()).use(repair()).use(segment()).use(entities(options));
  return (text: string) => made.run(inputOf(text)).entities;
};
const annotate = annotatorOf();

/** Each entity as "TYPE name: mention, mention". */
const summary = (found: ReturnType<typeof annotate>): string[] =>
  found.map(({ type, name, mentions }) => {
    const names = mentions.filter(({ kind }) => kind === "name").map(({ text }) => text);
    return `${type} ${name}: ${names.join(", ")}`;
  });
const named = (text: string, name: string) => annotate(text).find((entity) => entity.name === name);

describe("one entity per thing", () => {
  it.each([
    [
      "two people of one surname stay apart, and the surname is of the one named last",
      "Marta Lindgren met her brother Anders Lindgren. Marta was late, and Anders left. Lindgren said nothing.",
      ["PERSON Marta Lindgren: Marta Lindgren, Marta", "PERSON Anders Lindgren: Anders Lindgren, Anders, Lindgren"],
    ],
    [
      "both orders of a department's name",
      "The Department of Defense denied it. Nobody at the Defense Department wants to talk.",
      ["ORG Department of Defense: Department of Defense, Defense Department"],
    ],
    [
      "a company with and without its legal form",
      "Brightwell Foods Inc. closed a plant. Brightwell Foods said so on Monday.",
      ["ORG Brightwell Foods Inc.: Brightwell Foods Inc., Brightwell Foods"],
    ],
    [
      "a country and its letters",
      "The United States sent ships. The U.S. will send more.",
      ["GPE United States: United States, U.S."],
    ],
    [
      "a name with and without a middle initial",
      "Owen P. Tarrant spoke in Oslo. Owen Tarrant is 60.",
      ["PERSON Owen P. Tarrant: Owen P. Tarrant, Owen Tarrant", "GPE Oslo: Oslo"],
    ],
  ])("%s", (_, text, expected) => expect(summary(annotate(text))).toEqual(expected));
});

describe("the edges of names", () => {
  it.each([
    ["titles are left out", "Gov. Lena Okafor and Dr. Omar Deng came.", ["Lena Okafor", "Omar Deng"]],
    ["Jr. is taken in", "Owen Tarrant Jr. lost to Omar Deng III by a vote.", ["Owen Tarrant Jr.", "Omar Deng III"]],
    ["particles too", "Pieter van der Holm met Omar bin Saleh.", ["Pieter van der Holm", "Omar bin Saleh"]],
    ["a legal form is taken in over a comma", "Brightwell Foods, Inc., closed a plant.", ["Brightwell Foods, Inc."]],
    ["an 's that is part of the name stays", "They ate at a McDonald's in Oslo.", ["McDonald's", "Oslo"]],
    ["a possessive one does not", "They liked Oslo's rain and Kenya's sun.", ["Oslo", "Kenya"]],
    ["a town and its country are two", "They flew from Nairobi, Kenya, to Lyon.", ["Nairobi", "Kenya", "Lyon"]],
  ])("%s", (_, text, expected) =>
    expect(annotate(text).flatMap(({ mentions }) => mentions.map((mention) => mention.text))).toEqual(expected),
  );

  it("an honorific at the end is no name, and none elsewhere for that", () => {
    const texts = annotate("May said U.S. al Ruiz Mr. I said , , “ said Mr.").flatMap(({ mentions }) => mentions);
    for (const { text } of texts) expect(text).not.toMatch(/Mr/);
  });

  it("of handles and web addresses are none", () => {
    expect(annotate("Write to @OwenTarrantNews or see https://Quellin.example/News about it.")).toEqual([]);
  });
});

describe("whatever words meet", () => {
  const words =
    "Ana Ruiz Mayor mayor CEO of for the von der al - & Mr. Dr. J. Jr. Inc. Bank River Act Cup Oslo Kenya German U.S. NWI @ ( ) , . ’s “ ” said 40 May \n\n KENYA".split(
      " ",
    );
  it("names are in order, never overlap, and begin with a letter or digit", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 16 }), (parts) => {
        const text = parts.join(" ");
        fc.pre(text.trim() !== "");
        const mentions = annotate(text).flatMap((entity) => entity.mentions);
        let last = 0;
        for (const mention of mentions.sort((a, b) => a.start - b.start)) {
          expect(mention.start).toBeGreaterThanOrEqual(last);
          expect(mention.text).toMatch(/^[\p{L}\p{N}]/u);
          expect(mention.text).not.toMatch(/[,’“”(-]$|^(?:Mr|Dr)\./);
          expect(mention.confidence).toBeLessThanOrEqual(1);
          last = mention.end;
        }
      }),
      { numRuns: 400 },
    );
  });
  it.each(["Mayor ", "Ana von der ", "Ana Ruiz met ", "U.S. ", "J. "])("%s… is read in linear time", (part) => {
    expect(() => annotate(part.repeat(20_000))).not.toThrow(); // a blow-up would not come back within the test's time
  });
});

describe("types", () => {
  it.each([
    ["GPE", "Rain fell in Kenya.", "Kenya"],
    ["LOC", "Ships crossed the Black Sea.", "Black Sea"],
    ["FAC", "Nobody was allowed into Wembley Stadium.", "Wembley Stadium"],
    ["ORG", "She writes for The Hill about budgets.", "The Hill"],
    ["EVENT", "The roof went when Hurricane Odile came ashore.", "Hurricane Odile"],
    ["NORP", "Two Kenyan ships sank.", "Kenyan"],
  ])("%s: %s", (type, text, name) => expect(named(text, name)?.type).toBe(type));

  it("are a product's where the article calls it one, at each mention", () => {
    const text = "They wrote through the Signal messaging app. Signal is free, and officials like Signal.";
    expect(named(text, "Signal")).toMatchObject({ type: "PRODUCT", mentions: [{}, {}, {}] });
  });

  it("days and months are no names", () => {
    expect(annotate("On Monday, in January, nothing happened. January was cold.")).toEqual([]);
  });
});

describe("datelines", () => {
  it("have a place, the place that it is in, and an agency", () => {
    expect(annotate("QUELLIN, Kenya (AP) — Rain fell all day.").map(({ type, name }) => `${type} ${name}`)).toEqual([
      "GPE QUELLIN",
      "GPE Kenya",
      "ORG AP",
    ]);
  });
  it("may have a day", () => {
    const found = annotate("QUELLIN FALLS, Thurs. - Rain fell all day.");
    expect(found.map(({ type, name }) => `${type} ${name}`)).toEqual(["GPE QUELLIN FALLS"]);
  });
  it("are not every line with a dash", () => {
    const found = annotate("NATO - the alliance - met on Tuesday.");
    expect(found.map(({ type, name }) => `${type} ${name}`)).toEqual(["ORG NATO"]);
  });
});

describe("roles", () => {
  it.each([
    ["before a name", "Defense Secretary Owen Tarrant flew home.", "Owen Tarrant", ["Defense Secretary", null]],
    ["with an organization", "Lumora CEO Petra Valdane spoke.", "Petra Valdane", ["CEO", "Lumora"]],
    ["after a name", "Ana Ruiz, the mayor of Portland, objects.", "Ana Ruiz", ["mayor", "Portland"]],
    ["with a company's possessive", "Omar Deng, the company’s CEO, objects.", "Omar Deng", ["CEO", null]],
    ["abbreviated", "They asked retired Gen. Dale Okafor about it.", "Dale Okafor", ["retired Gen.", null]],
  ])("%s", (_, text, name, [role, of]) => {
    const found = annotate(text);
    const nameOf = new Map(found.map((entity) => [entity.id, entity.name]));
    const roles = found.find((entity) => entity.name === name)?.roles.map((r) => [r.text, r.of && nameOf.get(r.of)]);
    expect(roles).toEqual([[role, of]]);
  });
});

describe("a gazetteer of the user's", () => {
  const file = join(folder, "names.tsv");
  writeFileSync(file, "# comment\n\nQuellin Falls\tLOC\nKenya\tORG\n");
  const annotateWith = annotatorOf({ gazetteer: file });

  it("wins over the model", () => {
    const found = annotateWith("Kenya sent a boat over Quellin Falls.");
    expect(summary(found)).toEqual(["ORG Kenya: Kenya", "LOC Quellin Falls: Quellin Falls"]);
    expect(found[0]!.mentions[0]).toMatchObject({ rule: "entities/gazetteer", confidence: 1 });
  });
  it.each([
    ["Quellin\n", "names.tsv:1: not a name and a type"],
    ["Quellin\tPLACE\n", "names.tsv:1: not a name and a type"],
  ])("says what is wrong with %j", (content, message) => {
    const wrong = join(folder, "wrong-names.tsv");
    writeFileSync(wrong, content);
    expect(() => annotatorOf({ gazetteer: wrong })).toThrow(message);
  });
  it("that is not there is an error", () => {
    expect(() => annotatorOf({ gazetteer: join(folder, "none.tsv") })).toThrow("cannot be read");
  });
});

describe("a model", () => {
  it("that is none is refused", () => {
    const wrong = join(folder, "wrong.bin");
    writeFileSync(wrong, "not a model");
    expect(() => annotatorOf({ model: wrong })).toThrow("not a model file");
  });
  it("is named in the stage's resources", () => {
    const [model] = entities().resources!;
    expect(model).toMatchObject({ kind: "model", name: "ner", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });
});
