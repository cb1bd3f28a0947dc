import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pipeline } from "../../src/pipeline.ts";
import { read } from "../../src/stages/1-read/read.ts";
import { repair } from "../../src/stages/2-repair/repair.ts";
import { segment } from "../../src/stages/3-segment/segment.ts";
import { entities } from "../../src/stages/4-entities/entities.ts";
import { quotes } from "../../src/stages/7-quotes/quotes.ts";
import { root } from "../support/cli.ts";
import { inputOf } from "../support/sample.ts";

/** What is expected of a quote: the texts of its spans, the name of the speaker's entity, the lemma of the cue. */
interface Expected {
  readonly type: string;
  readonly spans: readonly string[];
  readonly speaker: {
    readonly kind: string;
    readonly mention?: string;
    readonly entity?: string;
    readonly reason?: string;
  };
  readonly cue?: string;
  readonly order: string;
  readonly parent?: string;
}

/** `expect`: all quotes of the text, in text order; `notes`: code and text of each note, if there are any. */
interface Case {
  readonly rule: string;
  readonly text: string;
  readonly expect: readonly Expected[];
  readonly notes?: readonly (readonly string[])[];
}

const folder = join(root, "fixtures/quotes");
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const casesOf = (name: string): Case[] => JSON.parse(readFileSync(join(folder, name), "utf8"));

const made = pipeline("quotes").use(read()).use(repair()).use(segment()).use(entities()).use(quotes());
const annotate = (text: string) => made.run(inputOf(text));

function summary({ quotes: found, entities: named }: ReturnType<typeof annotate>): Expected[] {
  const nameOf = new Map(named.map(({ id, name }) => [id, name]));
  return found.map(({ type, spans, speaker: { kind, mention, entity, reason }, cue, order, parent }) => ({
    type,
    spans: spans.map((s) => s.text),
    speaker: {
      kind,
      ...(mention && { mention: mention.text }),
      ...(entity && { entity: nameOf.get(entity)! }),
      ...(reason && { reason }),
    },
    ...(cue && { cue: cue.lemma }),
    order,
    ...(parent && { parent }),
  }));
}

describe.each(files)("quotes in %s", (name) => {
  it.each(casesOf(name))("$rule: $text", ({ text, expect: expected, notes = [] }) => {
    const document = annotate(text);
    expect(summary(document)).toEqual(expected);
    expect(document.notes.map(({ code, start, end }) => [code, text.slice(start!, end!)])).toEqual(notes);
  });
});

describe("quotes", () => {
  it("have their spans without the marks, their speaker and their cue", () => {
    expect(annotate("“We are late,” Mayor Ana Ruiz said.").quotes).toEqual([
      {
        id: "q1",
        type: "direct",
        spans: [{ start: 1, end: 13, text: "We are late," }],
        speaker: {
          kind: "person",
          mention: { start: 15, end: 29, text: "Mayor Ana Ruiz" },
          entity: "e1",
          reason: null,
        },
        cue: { start: 30, end: 34, text: "said", lemma: "say" },
        order: "QSC",
        parent: null,
        rule: "quotes/model-direct",
        confidence: expect.any(Number), // learned anew with every model
      },
    ]);
  });

  it("say the truth about their text and do not overlap, whatever marks and words meet", () => {
    const words =
      "“ ” ‘ ’ \" ' « » `` '' , . : ? said says according to that who which called Ana Ruiz he officials the report lawyer bridge is safe We dogs’ it’s a\n\n“We b\n\nNobody".split(
        " ",
      );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(" ", " ", "")), { minLength: 1, maxLength: 40 }),
        (parts) => {
          const text = parts.flat().join("");
          fc.pre(text.trim() !== "");
          const document = annotate(text); // which checks every span
          let last = 0;
          for (const { type, spans, parent, order, speaker, cue } of document.quotes) {
            expect(order.replace(/[CS]/g, "")).toBe("Q".repeat(spans.length));
            expect(order.includes("S")).toBe(speaker.mention !== null);
            expect(order.includes("C")).toBe(cue !== null);
            if (speaker.kind === "unknown") expect(speaker.reason).not.toBeNull();
            if (parent || type === "indirect") continue;
            expect(spans[0]!.start).toBeGreaterThanOrEqual(last);
            last = spans.at(-1)!.end;
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(["“Yes,” ", "“Yes and no.\n\n", "“Yes ‘no ", "who said ", "‘We go,’ she said, ", "he, said, ", "a “b” and "])(
    "%s… is read in linear time",
    (part) => {
      expect(() => annotate(part.repeat(10_000))).not.toThrow(); // a blow-up would not come back within the test's time
    },
  );
});
