import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pipeline } from "../../src/pipeline.ts";
import { read } from "../../src/stages/1-read/read.ts";
import { repair } from "../../src/stages/2-repair/repair.ts";
import { segment } from "../../src/stages/3-segment/segment.ts";
import { dates } from "../../src/stages/5-dates/dates.ts";
import { root } from "../support/cli.ts";
import { inputOf } from "../support/sample.ts";

/** `expect`: text, type, value and, if there is one, mod of each date, in text order. */
interface Case {
  readonly rule: string;
  readonly published: string | null;
  readonly text: string;
  readonly expect: readonly (readonly string[])[];
}

const folder = join(root, "fixtures/dates");
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const casesOf = (name: string): Case[] => JSON.parse(readFileSync(join(folder, name), "utf8"));

const made = pipeline("dates").use(read()).use(repair()).use(segment()).use(dates());
const annotate = (text: string, published: string | null = "2026-02-23") =>
  made.run(inputOf(text, { fields: { published } })).dates;

describe.each(files)("dates in %s", (name) => {
  it.each(casesOf(name))("$rule: $text ($published)", ({ text, published, expect: expected }) => {
    const found = annotate(text, published).map((d) => [d.text, d.type, d.value, ...(d.mod ? [d.mod] : [])]);
    expect(found).toEqual(expected);
  });
});

describe("dates", () => {
  it("say what they were resolved against, and from when until when they are", () => {
    expect(annotate("It rained last week.")).toEqual([
      {
        id: "d1",
        start: 10,
        end: 19,
        text: "last week",
        type: "DATE",
        value: "2026-W08",
        mod: null,
        stated: [],
        grain: "week",
        begin: "2026-02-16",
        until: "2026-02-23",
        anchor: "2026-02-23",
        rule: "dates/last-next-unit",
        confidence: 0.9,
        unresolved: null,
      },
    ]);
  });

  it("say why they could not be resolved", () => {
    expect(annotate("It rained last week.", null)[0]).toMatchObject({
      value: "XXXX-WXX",
      begin: null,
      anchor: null,
      unresolved: "publication date not known",
    });
  });

  it("have half-open bounds over the ends of years", () => {
    const bounds = annotate("In the winter of 2025, in December 2025, in Q4 2025 and on December 31, 2025.").map(
      ({ begin, until }) => [begin, until],
    );
    expect(bounds).toEqual([
      ["2025-12-01", "2026-03-01"],
      ["2025-12-01", "2026-01-01"],
      ["2025-10-01", "2026-01-01"],
      ["2025-12-31", "2026-01-01"],
    ]);
  });

  it("never overlap, and say the truth about their text, whatever words meet", () => {
    const words =
      "May 5 1999 last next week noon night Tuesday , early late the of 10 p.m. ago years two hundred thousand 29 February 66,000,000 twice a year quarter third 's - 2026-13-40 half decades now morning to and through Monday Thanksgiving year-end period earlier 3 31 1600 GMT months long first winter 999 centuries following that day".split(
        " ",
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 14 }), (parts) => {
        fc.pre(parts.length > 0);
        const text = parts.join(" ");
        let last = 0;
        for (const date of annotate(text)) {
          expect(date.text).toBe(text.slice(date.start, date.end));
          expect(date.text).toBe(date.text.trim());
          expect(date.start).toBeGreaterThanOrEqual(last);
          last = date.end;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
