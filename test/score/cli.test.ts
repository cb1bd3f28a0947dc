import { writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { pressmark, temporaryFolder } from "../support/cli.ts";
import { allOf, at, measured, noneOf } from "./made.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

function written(name: string, ...lines: (object | string)[]): string {
  const file = folder.path(name);
  writeFileSync(file, lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"));
  return file;
}

/** With one thread, which is quicker for so few articles. */
const score = (...args: string[]) => pressmark(["score", ...args, "--jobs", "1"]);

const BRIDGE = "The council paid $3.5 million for the bridge last week.";
const bridge = {
  id: "bridge",
  text: BRIDGE,
  published: "2026-02-23",
  dates: [{ ...at(BRIDGE, "last week"), type: "DATE", value: "2026-W08" }],
  money: [{ ...at(BRIDGE, "$3.5 million"), amount: "3500000", currency: "USD" }],
};
const FERRY = "The ferry cost $20.";
const ferry = { id: "ferry", text: FERRY, money: [{ ...at(FERRY, "$20"), amount: "30", currency: "USD" }] };

const gold = written("gold.jsonl", bridge, ferry);
const dates = { strict: allOf(1), relaxed: allOf(1), type: allOf(1), value: allOf(1) };
const types = { dates: { strict: { DATE: allOf(1) }, relaxed: { DATE: allOf(1) } } };
const money = { strict: allOf(2), relaxed: allOf(2), value: measured(50, 50, 50, 2, 2) };

describe("pressmark score", () => {
  it("prints a table", async () => {
    expect(await pressmark(["score", gold])).toEqual({
      code: 0,
      stderr: "",
      stdout: `documents: 2 of 2 scored, 0 missing, 0 with another text

dates                       P        R       F1     gold    found
  strict               100.00   100.00   100.00        1        1
  relaxed              100.00   100.00   100.00        1        1
  type                 100.00   100.00   100.00        1        1
  value                100.00   100.00   100.00        1        1

money                       P        R       F1     gold    found
  strict               100.00   100.00   100.00        2        2
  relaxed              100.00   100.00   100.00        2        2
  value                 50.00    50.00    50.00        2        2

dates by type, strict        P        R       F1     gold    found
  DATE                  100.00   100.00   100.00        1        1

dates by type, relaxed        P        R       F1     gold    found
  DATE                   100.00   100.00   100.00        1        1
`,
    });
  });

  it("prints JSON", async () => {
    const { code, stdout, stderr } = await score(gold, "--json");
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toEqual({
      docs: { gold: 2, scored: 2, missing: 0, textMismatch: 0 },
      dates,
      money,
      types,
    });
    expect(stdout.trim().split("\n")).toHaveLength(1);
  });

  it("scores only the layers asked for", async () => {
    const { stdout } = await score(gold, "--json", "--layers", "tokens,dates");
    expect(JSON.parse(stdout)).toEqual({ docs: expect.anything(), dates, types });
  });

  it("lists errors by layer and kind, with how many there are", async () => {
    const { code, stdout, stderr } = await score(gold, "--json", "--errors", "5");
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      money,
      errorTotals: { dates: {}, money: { value: 1 } },
      errors: [
        {
          layer: "money",
          id: "ferry",
          kind: "value",
          gold: "30 USD",
          got: "20 USD",
          start: 15,
          end: 18,
          rule: expect.stringMatching(/^money\//),
          text: "$20",
          context: "The ferry cost «$20».",
        },
      ],
    });
    expect((await score(gold, "--errors", "1")).stdout).toMatch(
      /\nmoney value: 1\n {2}ferry 15-18: gold 30 USD, found 20 USD \[money\/[a-z-]+\]\n {6}The ferry cost «\$20»\.\n$/,
    );
    expect((await score(gold, "--errors", "0")).stdout.endsWith("\nmoney value: 1\n")).toBe(true);
  });

  it("prints Markdown", async () => {
    const { stdout } = await score(gold, "--format", "markdown", "--layers", "money", "--errors", "1");
    expect(
      stdout.replace(/money\/[a-z-]+/, "money/rule"),
    ).toBe(`documents: 2 of 2 scored, 0 missing, 0 with another text

| **money** | P | R | F1 | gold | found |
| --- | ---: | ---: | ---: | ---: | ---: |
| strict | 100.00 | 100.00 | 100.00 | 2 | 2 |
| relaxed | 100.00 | 100.00 | 100.00 | 2 | 2 |
| value | 50.00 | 50.00 | 50.00 | 2 | 2 |

### money value: 1

- ferry 15-18: gold 30 USD, found 20 USD \\[money/rule\\]  
  The ferry cost «\\$20».
`);
  });

  it("prints JUnit XML: a case for each article of a layer, which fails if anything is wrong", async () => {
    const { code, stdout } = await score(gold, "--format", "junit");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="pressmark score" tests="3" /);
    expect(stdout).toContain('<testsuite name="money" tests="2" failures="1" errors="0">');
    expect(stdout).toContain('<property name="money value f1" value="50"/>');
    expect(stdout).toContain('<testcase classname="pressmark.money" name="bridge"/>');
    expect(stdout).toMatch(
      /<failure message="1 value">value 15-18: gold 30 USD, found 20 USD \[money\/[a-z-]+\]: The ferry cost «\$20»\.<\/failure>/,
    );
  });

  it("tells intervals, the same each time", async () => {
    const first = await score(gold, "--json", "--intervals");
    expect(JSON.parse(first.stdout).intervals).toMatchObject({
      "money value f1": [0, 100], // one of two articles is right
      "money strict f1": [100, 100],
    });
    expect((await score(gold, "--json", "--intervals")).stdout).toBe(first.stdout);
    const { stdout } = await score(gold, "--intervals", "--layers", "money");
    expect(stdout).toMatch(/^money +P +R +F1 +gold +found +95 %$/m);
    expect(stdout).toMatch(/^ {2}value +50\.00 +50\.00 +50\.00 +2 +2 +0\.00…100\.00$/m);
  });

  it("compares with another run on the same draws", async () => {
    const texts = [bridge, ferry].map(({ id, text }) => ({ id, text: text.replace("$3.5 million", "$3.5 billion") }));
    const run = folder.path("against.jsonl");
    await pressmark(["annotate", written("worse.jsonl", ...texts), "--out", run, "--quiet", "--jobs", "1"]);
    const { stdout } = await score(gold, "--layers", "money", "--against", run);
    expect(stdout).toMatch(/^money +P +R +F1 +gold +found +change +95 %$/m);
    expect(stdout).toMatch(/^ {2}strict .* ±0\.00 +±0\.00…±0\.00$/m);
    expect(stdout).toMatch(/^ {2}value +50\.00 +50\.00 +50\.00 +2 +2 +\+50\.00 +±0\.00…\+100\.00$/m);
  });

  it("maps what was found back through repairs", async () => {
    const text = "It cost â‚¬2 &amp; $20.";
    const file = written("repaired.jsonl", { id: "a", text, money: [{ ...at(text, "$20"), amount: "20" }] });
    const { stdout } = await score(file, "--json");
    const { docs, money: scores } = JSON.parse(stdout);
    expect(docs.textMismatch).toBe(0);
    expect(scores.strict.r).toBe(100);
  });

  it("counts an article that cannot be annotated as one without annotations, names it and exits with 1", async () => {
    const file = written("empty.jsonl", bridge, { ...bridge, id: "blank", text: " ".repeat(BRIDGE.length) });
    const { code, stdout, stderr } = await score(file, "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      docs: { gold: 2, scored: 1, missing: 1, missingIds: ["blank"] },
      money: { value: measured(100, 50, 66.67, 2, 1) },
    });
    expect(stderr).toMatch(/^failed: blank: \[read\] no text in it; .+\n$/);
    expect(code).toBe(1);
  });

  it("scores a run that is there, a file or a folder, as it scores what it annotates", async () => {
    const articles = written(
      "articles.jsonl",
      ...[bridge, ferry].map(({ id, text }) => ({ id, text, published: "2026-02-23" })),
    );
    for (const run of [folder.path("run.jsonl"), folder.path("run")]) {
      await pressmark(["annotate", articles, "--out", run, "--quiet", "--jobs", "1"]);
      const { code, stdout, stderr } = await score(gold, "--json", "--run", run);
      expect([code, stderr, JSON.parse(stdout).dates, JSON.parse(stdout).money]).toEqual([0, "", dates, money]);
    }
  });

  it("names a gold article that the run does not have, counts it as one without annotations and exits with 1", async () => {
    const articles = written("one.jsonl", { id: "ferry", text: FERRY });
    await pressmark(["annotate", articles, "--out", folder.path("short.jsonl"), "--quiet", "--jobs", "1"]);
    const { code, stdout, stderr } = await score(gold, "--json", "--run", folder.path("short.jsonl"));
    expect(JSON.parse(stdout)).toMatchObject({ docs: { scored: 1, missing: 1 }, dates: { value: noneOf(1, 0) } });
    const missing = `missing: bridge: ${folder.path("short.jsonl")} has no document of it\n`;
    expect([code, stderr]).toEqual([1, missing]);
    const against = await score(gold, "--json", "--run", folder.path("run"), "--against", folder.path("short.jsonl"));
    expect([against.code, against.stderr]).toEqual([1, missing]);
  });

  it("exits with 3 if no article can be annotated", async () => {
    const { code, stdout } = await pressmark([
      "score",
      written("blank.jsonl", { id: "a", text: " ", dates: [] }),
      "--json",
    ]);
    expect(JSON.parse(stdout).dates.strict).toEqual(noneOf(0, 0));
    expect(code).toBe(3);
  });

  it("names file and line of what is no gold article", async () => {
    const file = written("broken.jsonl", bridge, '{"id":"cut off');
    const { code, stdout, stderr } = await score(file);
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr.startsWith(`pressmark: ${file}:2: not valid JSON`)).toBe(true);
  });

  const nowhere = folder.path("nowhere.jsonl");
  it.each([
    [["score"], 2, /missing required argument/],
    [["score", gold, "--errors", "many"], 2, /whole number, 0 or more/],
    [["score", gold, "--format", "yaml"], 2, /Allowed choices are table, json, markdown, junit/],
    [["score", gold, "--jobs", "0"], 2, /whole number, 1 or more/],
    [
      ["score", nowhere],
      3,
      /^pressmark: \S+nowhere\.jsonl: the gold file cannot be read \(ENOENT.*; check the path\n$/,
    ],
    [["score", written("nothing.jsonl", "", "")], 3, /nothing\.jsonl: there is no gold article in it; /],
    [["score", gold, "--run", nowhere], 3, /nowhere\.jsonl: there is no run to be read/],
    [["score", gold, "--layers", "datez"], 2, /no layer "datez" to be scored; choose from entities, clusters, dates, /],
    [["score", gold, "--layers", "quotes"], 3, /the gold has none of the layers to be scored/],
    [["score", written("typo.jsonl", { id: "a", text: FERRY, datez: [] })], 3, /none of the layers to be scored/],
    [["score", gold, "--pipeline", "/nowhere.ts"], 3, /there is no pipeline module/],
  ])("%j exits with %i", async (args, code, message) => {
    const ran = await pressmark(args);
    expect(ran.stderr).toMatch(message);
    expect([ran.code, ran.stdout]).toEqual([code, ""]);
  });
});
