import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { pipeline } from "../../src/pipeline.ts";
import { read } from "../../src/stages/1-read/read.ts";
import { repair } from "../../src/stages/2-repair/repair.ts";
import { segment } from "../../src/stages/3-segment/segment.ts";
import { dates } from "../../src/stages/5-dates/dates.ts";
import { RULES } from "../../src/stages/5-dates/rules/index.ts";
import { pressmark, root, temporaryFolder } from "../support/cli.ts";
import { inputOf } from "../support/sample.ts";

const page = readFileSync(join(root, "docs/dates.md"), "utf8");
const blockOf = (language: string): string =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].find(([, found]) => found === language)![2]!;

const folder = temporaryFolder();
afterAll(folder.remove);

const made = pipeline("dates").use(read()).use(repair()).use(segment());
const found = (stage: ReturnType<typeof dates>, text: string) =>
  made
    .use(stage)
    .run(inputOf(text, { fields: { published: "2026-02-23" } }))
    .dates.map((d) => [d.text, d.value]);

describe("docs/dates.md", () => {
  it("names every rule", () => {
    for (const { name } of RULES) expect(page).toContain(`\`${name}\``);
  });

  it("shows what its first example prints", () => {
    const code = blockOf("js");
    const [, text] = /annotate\("([^"]+)"/.exec(code)!;
    const shown = [...code.matchAll(/^\/\/ → (.+)$/gm)].map(([, line]) => line);
    const printed = made
      .use(dates())
      .run(inputOf(text!, { fields: { published: "2026-02-23" } }))
      .dates.map(({ text, type, value, stated }) => [text, type, value, stated.join("+")].join(" ").trim());
    expect(printed).toEqual(shown);
  });

  it("has an example of a rule that works", async () => {
    const module = folder.path("cup-day.ts");
    writeFileSync(module, blockOf("ts"));
    const input = JSON.stringify({ id: "a", text: "They wed on Melbourne Cup Day.", published: "2026-02-23" });
    const { code, stdout } = await pressmark(["annotate", "-", "--pipeline", module], input);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).dates).toMatchObject([
      { text: "Melbourne Cup Day", value: "2025-11-04", stated: ["holiday"], rule: "dates/cup-day" },
    ]);
  });
});

describe("options of dates", () => {
  it("find ages if asked for", () => {
    const text = "The 40-year-old and her eight-month-old son met a man 60 years old.";
    expect(found(dates(), text)).toEqual([]);
    expect(found(dates({ ages: true }), text)).toEqual([
      ["40-year-old", "P40Y"],
      ["eight-month-old", "P8M"],
      ["60 years old", "P60Y"],
    ]);
  });

  it("let a rule of the user's win over one that takes the same words", () => {
    const rule = {
      name: "mine",
      triggers: ["yesterday"],
      match: (_: unknown, at: number) => ({
        first: at,
        end: at + 1,
        meaning: { kind: "fixed", type: "DATE", value: "1999" } as const,
      }),
    };
    expect(found(dates({ rules: [rule] }), "It rained yesterday.")).toEqual([["yesterday", "1999"]]);
  });

  it("go into the hash of a pipeline's options", () => {
    expect(dates({ ages: true }).options).toEqual({ rules: [], ages: true });
  });
});
