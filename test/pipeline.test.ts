import { describe, expect, it } from "vitest";
import type { LayerName, Layers } from "../src/layers.ts";
import { defineStage, PipelineError, pipeline, type Stage, StageError } from "../src/pipeline.ts";
import { read } from "../src/stages/1-read/read.ts";
import { repair } from "../src/stages/2-repair/repair.ts";
import { validate } from "../src/stages/8-validate/validate.ts";
import { inputOf, plain } from "./support/sample.ts";

const stage = (name: string, needs: LayerName[], adds: LayerName[], run: () => object = () => ({})) =>
  ({ name, needs, adds, run }) as unknown as Stage;

describe("a pipeline put together at run time", () => {
  it("names the stage and the layer that is missing", () => {
    expect(() => pipeline("p", [read(), stage("late", ["tokens"], ["dates"])])).toThrow(
      /pipeline "p": stage "late" needs the layer "tokens", which no stage adds/,
    );
  });

  it("names the stage that adds the layer too late", () => {
    expect(() => pipeline("p", [repair(), read()])).toThrow(
      /stage "repair" needs the layer "raw", which stage "read" adds only after it/,
    );
  });

  it("refuses to overwrite a layer unseen, and lets a stage replace a layer it needs", () => {
    expect(() => pipeline("p", [read(), stage("again", ["input"], ["raw"])])).toThrow(
      /stage "again" adds the layer "raw", which read added before/,
    );
    expect(pipeline("p", [read(), stage("refine", ["raw"], ["raw"])]).stages).toHaveLength(2);
  });

  it("refuses what is no stage, and two stages of one name", () => {
    expect(() => pipeline("p", [{ name: "odd" } as unknown as Stage])).toThrow(PipelineError);
    expect(() => pipeline("p", [read(), read()])).toThrow(/"read" is there twice/);
  });

  it("says which stages there are when one is asked for that is not", () => {
    expect(() => plain().replace("dates", repair())).toThrow(
      /has no stage "dates"; it has "read", "repair", "segment"/,
    );
  });
});

describe("running", () => {
  it("hands each stage the layers of those before it, and merges what it returns", () => {
    const doc = plain().run(inputOf("One. Two.", { fields: { id: "a" } }));
    expect(doc.id).toBe("a");
    expect(doc.document.sentences).toHaveLength(2);
    expect(JSON.parse(doc.output).id).toBe("a");
  });

  it("stops where it is told to", () => {
    const seen: string[] = [];
    plain().run(inputOf("Text."), { until: "text", onStage: (name) => seen.push(name) });
    expect(seen).toEqual(["read", "repair"]);
  });

  it("gives each article of several the layers it has by itself, and each that fails its error", () => {
    const texts = ["One.", "bad", "Two. Three.", "Four"];
    const picky = stage("picky", ["raw"], [], (({ raw }: Layers) => {
      if (raw.text === "bad") throw new Error("no such luck");
      return {};
    }) as never);
    const made = plain().insertAfter("repair", picky as never);
    const timed: string[] = [];
    const docs = made.runAll(
      texts.map((text) => inputOf(text)),
      { onStage: (name, _, article) => timed.push(`${name} ${article}`) },
    );
    for (const [i, text] of texts.entries()) {
      const doc = docs[i]!;
      if (text !== "bad") expect(doc).toEqual(made.run(inputOf(text)));
      else expect(doc).toMatchObject({ name: "StageError", stage: "picky", reason: "no such luck" });
    }
    expect(timed.slice(0, 11)).toEqual(
      ["read", "repair"].flatMap((s) => texts.map((_, i) => `${s} ${i}`)).concat("picky 0", "picky 2", "picky 3"),
    );
  });

  it("never lets a stage write into what others made", () => {
    const freeze = (value: unknown): void => {
      if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return;
      Object.freeze(value);
      for (const item of Object.values(value)) freeze(item);
    };
    const frozen = plain().stages.map((s) => ({
      ...s,
      run: (doc: object) => {
        freeze(doc);
        return s.run(doc as never);
      },
    }));
    const { document } = pipeline("frozen", frozen as Stage[]).run(inputOf("One Ã© two.")) as unknown as Layers;
    expect(document.text.value).toBe("One é two.");
  });

  it("wraps what a stage throws, with the stage, the article and the cause", () => {
    const cause = new Error("no such luck");
    const failing = stage("fails", ["raw"], ["dates"], () => {
      throw cause;
    });
    const run = () => pipeline("p", [read(), failing]).run(inputOf("Text.", { path: "a/b.txt" }));
    expect(run).toThrow(StageError);
    expect(run).toThrow('stage "fails", article "a/b": no such luck');
    try {
      run();
    } catch (error) {
      expect((error as StageError).cause).toBe(cause);
    }
  });

  it("names the layer that a stage forgot, and one it did not declare", () => {
    const run = (result: object) => () =>
      pipeline("p", [stage("s", ["input"], ["dates"], () => result)]).run(inputOf("x"));
    expect(run({})).toThrow(/stage "s".*did not return the layer "dates"/);
    expect(run({ dates: [], money: [] })).toThrow(/stage "s".*returned the layer "money", which it does not declare/);
    expect(run(Promise.resolve({ dates: [] }))).toThrow(/not as a promise/);
  });

  it("blames a layer of the wrong shape on the stage that added it", () => {
    const wrong = stage("mine", ["text"], ["dates"], () => ({ dates: [{ id: "d1", value: 7 }] }));
    const made = plain().insertAfter("segment", wrong as never);
    expect(() => made.run(inputOf("Text."))).toThrow(/stage "mine".*layer "dates" is not valid: dates\.0\./);
  });

  it("blames a span that lies on the stage that made it", () => {
    const lying = stage("mine", ["text"], ["money"], () => ({
      money: [
        {
          ...{ id: "m1", start: 0, end: 3, text: "two", amount: "2", min: null, max: null, currency: null },
          ...{ currencyFrom: null, modifier: null, per: null, rule: "r", confidence: 1 },
        },
      ],
    }));
    const made = plain().insertAfter("segment", lying as never);
    expect(() => made.run(inputOf("One euro."))).toThrow(/stage "mine".*money\.0: says "two", but "One" stands at 0–3/);
  });

  it("notes a layer that no stage adds, and keeps layers of the user's own in extra", () => {
    const own = stage("shout", ["text"], ["shout" as LayerName], () => ({ shout: { loud: true } }));
    const { document } = plain()
      .insertAfter("segment", own as never)
      .run(inputOf("Text."));
    expect(document.extra).toEqual({ shout: { loud: true } });
    expect(document.notes.map((n) => n.message)).toContain('no stage of this pipeline adds "quotes"');
  });
});

describe("provenance", () => {
  it("changes with options and stays with their order", () => {
    const hash = (options: Record<string, unknown>) =>
      pipeline("p", [{ ...read(), options }]).run(inputOf("x")).provenance.pipeline.optionsHash;
    expect(hash({ a: 1, b: 2 })).toBe(hash({ b: 2, a: 1 }));
    expect(hash({ a: 1 })).not.toBe(hash({ a: 2 }));
  });

  it("names the models with their hashes", () => {
    const { models } = plain().run(inputOf("x")).provenance;
    expect(models).toEqual([{ name: "wink-eng-lite-web-model", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });
});

describe("defineStage", () => {
  it("gives back what it got", () => {
    const given = { name: "s", needs: ["text"] as const, adds: [] as const, run: () => ({}) };
    expect(defineStage(given)).toBe(given);
    expect(validate().name).toBe("validate");
  });
});
