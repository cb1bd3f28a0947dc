import { describe, expect, it } from "vitest";
import { scoreEntities } from "../../src/score/entities.ts";
import { allOf, at, documentOf, entity, gold, measured, noneOf, pair, repair, scored } from "./made.ts";

const TEXT = "Ana Ruiz of Brightwater Council met two Danes in Oslo, near Tyne Bridge.";
const [ANA, COUNCIL, DANES] = [at(TEXT, "Ana Ruiz"), at(TEXT, "Brightwater Council"), at(TEXT, "Danes")];
const [OSLO, BRIDGE] = [at(TEXT, "Oslo"), at(TEXT, "Tyne Bridge")];

describe("the score of entities", () => {
  it("wants the same span and the same type, with places of all kinds as one", () => {
    const { result } = scored(scoreEntities, [
      gold({
        text: TEXT,
        entities: [
          { ...ANA, type: "PERSON" },
          { ...COUNCIL, type: "ORG" },
          { ...OSLO, type: "GPE" },
          { ...BRIDGE, type: "FAC" },
        ],
      }),
      documentOf(TEXT, {
        entities: [
          entity("PERSON", ANA),
          entity("ORG", at(TEXT, "Brightwater")), // half of the name is none of it
          entity("LOC", OSLO),
          entity("PERSON", BRIDGE),
        ],
      }),
    ]);
    expect(result).toEqual({
      core: measured(50, 50, 50, 4, 4), // Ana Ruiz and Oslo
      PERSON: measured(50, 100, 66.67, 1, 2),
      ORG: noneOf(1, 1),
      LOC: measured(100, 50, 66.67, 2, 1),
      spanOnly: measured(75, 75, 75, 4, 4), // Tyne Bridge too
    });
  });

  it("has NORP only if the gold has it in any article, and not in the core", () => {
    const without = gold({ text: TEXT, entities: [] });
    const withNorp = gold({ text: TEXT, entities: [{ ...DANES, type: "NORP" }] });
    const document = documentOf(TEXT, { entities: [entity("NORP", DANES)] });

    const none = scored(scoreEntities, [without, document], [without, document]);
    expect(none.result).not.toHaveProperty("NORP");
    expect(none.result.spanOnly).toEqual(noneOf(0, 0));
    expect(none.errors).toEqual([]);

    // The articles around the one with a NORP count as well: what was found there is wrong.
    const some = scored(scoreEntities, [without, document], [withNorp, document], [without, document]);
    expect(some.result.NORP).toEqual(measured(33.33, 100, 50, 1, 3));
    expect(some.result.spanOnly).toEqual(measured(33.33, 100, 50, 1, 3));
    expect(some.result.core).toEqual(noneOf(0, 0));
    const error = { kind: "spurious", type: "NORP", text: "Danes" };
    expect(some.errors).toMatchObject([error, error]);
  });

  it("leaves aside other types, and mentions that are no names", () => {
    const { result, errors } = scored(scoreEntities, [
      gold({
        text: TEXT,
        entities: [
          { ...ANA, type: "EVENT" },
          { ...OSLO, type: "constructor" },
        ],
      }),
      documentOf(TEXT, {
        entities: [
          entity("PRODUCT", ANA),
          entity("MISC", COUNCIL),
          entity("PERSON", DANES, "nominal"),
          entity("PERSON", OSLO, "pronoun"),
        ],
      }),
    ]);
    expect(result.core).toEqual(noneOf(0, 0));
    expect(result.spanOnly).toEqual(noneOf(0, 0));
    expect(errors).toEqual([]);
  });

  it("counts every mention of an entity", () => {
    const text = "Ruiz won. Ruiz left.";
    const [first, second] = [
      { start: 0, end: 4 },
      { start: 10, end: 14 },
    ];
    const ruiz = entity("PERSON", first);
    ruiz.mentions.push({ ...ruiz.mentions[0]!, ...second });
    const { result } = scored(scoreEntities, [
      gold({
        text,
        entities: [
          { ...first, type: "PERSON" },
          { ...second, type: "PERSON" },
        ],
      }),
      documentOf(text, { entities: [ruiz] }),
    ]);
    expect(result.PERSON).toEqual(allOf(2));
  });

  it("looks only at names that lie wholly in the scope", () => {
    const { result } = scored(scoreEntities, [
      gold({
        text: TEXT,
        scope: [pair(TEXT, "Ana Ruiz of Brightwater"), pair(TEXT, "in Oslo")],
        entities: [
          { ...ANA, type: "PERSON" },
          { ...COUNCIL, type: "ORG" },
          { ...OSLO, type: "GPE" },
        ],
      }),
      documentOf(TEXT, { entities: [entity("PERSON", ANA), entity("ORG", COUNCIL), entity("FAC", BRIDGE)] }),
    ]);
    expect(result.core).toEqual(measured(100, 50, 66.67, 2, 1)); // Ana Ruiz and Oslo are asked for
    expect(result.ORG).toEqual(noneOf(0, 0));
  });

  it("maps names back through repairs", () => {
    const { result } = scored(scoreEntities, [
      gold({ text: "\ufeffSmith &amp; Ames sued Ana.", entities: [{ start: 1, end: 17, type: "ORG" }] }),
      documentOf("Smith & Ames sued Ana.", {
        repairs: [repair(0, 0, "\ufeff"), repair(6, 7, "&amp;")],
        entities: [entity("ORG", { start: 0, end: 12 })],
      }),
    ]);
    expect(result.ORG).toEqual(allOf(1));
  });

  it("tells what was missed and what is spurious, with the text around it", () => {
    const { errors } = scored(scoreEntities, [
      gold({ id: "news/1", text: TEXT, entities: [{ ...COUNCIL, type: "ORG" }] }),
      documentOf(TEXT, { entities: [entity("PERSON", BRIDGE)] }),
    ]);
    expect(errors).toEqual([
      {
        layer: "entities",
        id: "news/1",
        kind: "missed",
        ...COUNCIL,
        type: "ORG",
        text: "Brightwater Council",
        context: "Ana Ruiz of «Brightwater Council» met two Danes in Oslo, near Tyne Bridge",
      },
      {
        layer: "entities",
        id: "news/1",
        kind: "spurious",
        ...BRIDGE,
        rule: "made",
        type: "PERSON",
        text: "Tyne Bridge",
        context: "ter Council met two Danes in Oslo, near «Tyne Bridge».", // 40 characters on each side
      },
    ]);
  });

  it("tells a name that was found with other bounds or another type as one error", () => {
    const { errors } = scored(scoreEntities, [
      gold({
        text: TEXT,
        entities: [
          { ...COUNCIL, type: "ORG" },
          { ...BRIDGE, type: "FAC" },
        ],
      }),
      documentOf(TEXT, {
        entities: [entity("ORG", at(TEXT, "Ana Ruiz of Brightwater Council")), entity("PERSON", BRIDGE)],
      }),
    ]);
    expect(errors).toMatchObject([
      { kind: "bounds", type: "ORG", text: "Brightwater Council", got: "Ana Ruiz of Brightwater Council" },
      { kind: "type", text: "Tyne Bridge", gold: "LOC", got: "PERSON" },
    ]);
  });
});
