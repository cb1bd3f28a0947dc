import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import type { ArticleSide, ReportArticle, ReportIndex, ReportOverview } from "../../src/report/page-data.ts";
import type { Document } from "../../src/schema/document.ts";
import { restoreSource } from "../../src/schema/restore.ts";
import { pressmark, root, temporaryFolder } from "../support/cli.ts";
import { HARM, toldDocument } from "./made.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

const run = (name: string, documents: readonly object[], report?: object): string => {
  mkdirSync(folder.path(name), { recursive: true });
  for (const [i, document] of documents.entries())
    writeFileSync(folder.path(name, `${i}.json`), JSON.stringify(document));
  if (report) writeFileSync(folder.path(name, "run.json"), JSON.stringify(report));
  return folder.path(name);
};

const told = (id: string, rest: Partial<Parameters<typeof toldDocument>[0]> = {}): Document =>
  toldDocument({ id, title: `The ${id} bridge`, place: "Kelby", amount: "$3.5 million", ...rest });

/** Writes a report and reads what is in it. */
async function written(...args: string[]) {
  const file = folder.path("report.html");
  const { code, stderr } = await pressmark(["report", ...args, "--out", file]);
  expect(code, stderr).toBe(0);
  const html = readFileSync(file, "utf8");
  const blocks = new Map(
    [...html.matchAll(/<script type="application\/vnd\.pressmark" id="([\w-]+)">([^<]*)<\/script>/g)].map(
      ([, id, packed]) => [id!, JSON.parse(inflateRawSync(Buffer.from(packed!, "base64")).toString("utf8"))],
    ),
  );
  const articles: ReportArticle[] = [];
  for (const [id, value] of blocks) if (id.startsWith("packet-")) articles.push(...value);
  return {
    html,
    stderr,
    overview: blocks.get("overview") as ReportOverview,
    index: blocks.get("index") as ReportIndex,
    articles,
  };
}

describe("pressmark report", () => {
  const a = run("a", [told("one"), told("two", { confidence: 0.35 })], {
    output: "a",
    options: { published: "2026-02-25", jobs: 2, fieldNames: {} },
    counts: { articles: 3, written: 2, failed: 1, skipped: 0 },
    failures: [
      { path: "three.txt", record: null, id: null, stage: "read", reason: "no text in it", remedy: "leave it out" },
    ],
    timings: {
      seconds: 1.5,
      stages: { read: 3, quotes: 40 },
      slowest: [{ id: "two", path: null, record: null, milliseconds: 30 }],
    },
    throughput: { articlesPerSecond: 2, tokensPerSecond: 900 },
  });

  it("has the run at a glance", async () => {
    const { overview, index, stderr } = await written(a);
    expect(stderr).toContain("2 articles: ");
    const [own] = overview.runs;
    expect(own).toMatchObject({
      name: "a",
      articles: 2,
      run: {
        failed: 1,
        seconds: 1.5,
        stages: [
          ["read", 3],
          ["quotes", 40],
        ],
        slowest: [{ id: "two", milliseconds: 30 }],
        failures: [{ where: "three.txt", stage: "read", reason: "no text in it", remedy: "leave it out" }],
        options: [
          ["published", "2026-02-25"],
          ["jobs", "2"],
        ],
      },
    });
    expect(own!.layers.find(({ layer }) => layer === "entities")).toEqual({
      layer: "entities",
      count: 6,
      confidences: [0, 0, 0, 3, 0, 0, 0, 0, 0, 3],
    });
    expect(own!.rules).toContainEqual({ rule: "money/amount", count: 2, confidence: 0.625 });
    expect(own!.madeBy).toEqual([{ documents: 2, what: "pressmark 0.1.0, pipeline made 1, options aaaaaaaa" }]);
    expect(index.articles.map(({ id, annotations, confidence }) => [id, annotations, confidence])).toEqual([
      ["one", 7, 0.9],
      ["two", 7, 0.35],
    ]);
  });

  it("holds each article with its annotations: places, values, speakers, reasons", async () => {
    const { articles } = await written(a);
    const { text, marks, entities, blocks } = articles[0]!.a!;
    const say = ([start, end]: readonly [number, number]) => text.slice(start, end);
    expect(blocks.map(([, , kind]) => kind)).toEqual(["title", "paragraph", "paragraph"]);
    expect(entities).toEqual([
      { name: "Ana Ruiz", type: "PERSON" },
      { name: "Kelby", type: "GPE" },
    ]);
    const [quote] = marks.filter(({ layer }) => layer === "quotes");
    expect(quote!.places.map(say)).toEqual(["We are late,", "but we are building."]);
    expect([say(quote!.speaker!), say(quote!.cue!), quote!.entity]).toEqual(["Mayor Ana Ruiz", "said", 0]);
    expect(marks.find(({ layer }) => layer === "dates")).toMatchObject({
      value: "2026-W08",
      rule: "dates/last-next-unit",
      confidence: 0.9,
      facts: [
        ["bounds", "2026-02-16 – 2026-02-23"],
        ["grain", "week"],
        ["anchor", "2026-02-25"],
      ],
    });
    expect(marks.at(-1)).toMatchObject({
      layer: "repairs",
      type: "mojibake",
      facts: [
        ["source", '"â€œ"'],
        ["certain", "yes"],
      ],
    });
  });

  it("has what changed between two runs, and what did not only once", async () => {
    const b = run("b", [told("one", { day: "2026-W09" }), told("two", { confidence: 0.35 })]);
    const { overview, index, articles, stderr } = await written(a, b, "--title", "A week later");
    expect(stderr).toContain("2 articles, 1 of them changed: ");
    expect(overview).toMatchObject({ title: "A week later", comparison: { changed: 1, inParts: 0 } });
    expect(overview.comparison!.layers.find(({ layer }) => layer === "dates")).toMatchObject({
      before: 2,
      after: 2,
      changed: 1,
      kinds: { revalued: 1, lost: 0 },
    });
    const [change] = articles[0]!.changes;
    expect(articles[0]!.a!.marks[change!.before!]!.value).toBe("2026-W08");
    expect((articles[0]!.b as ArticleSide).marks[change!.after!]!.value).toBe("2026-W09");
    expect(articles[1]).toMatchObject({ b: "same", changes: [] });
    expect(index.changes).toMatchObject({ article: [0], at: [0] });
    expect(index.rules[index.changes.rule[0]!]).toBe("dates/last-next-unit");
  });

  it("says by gold what is right, and whether a change is a gain or a loss", async () => {
    const gold = folder.path("gold.jsonl");
    const [one] = [told("one")];
    const source = restoreSource(one!.text);
    const [start, amount] = [source.indexOf("last week"), source.indexOf("$3.5 million")];
    writeFileSync(
      gold,
      `${JSON.stringify({
        id: "one",
        text: source,
        dates: [{ start, end: start + 9, type: "DATE", value: "2026-W08" }],
        money: [{ start: amount, end: amount + 4, amount: "3500000", currency: "USD" }],
      })}\n`,
    );
    const b = run("judged", [told("one", { day: "2026-W09" }), told("two", { confidence: 0.35 })]);
    const { overview, index, articles, stderr } = await written(a, b, "--gold", gold);
    expect(stderr).toContain("1 with gold");
    expect(articles.map(({ changes, errors }) => [changes.map(({ verdict }) => verdict), errors?.length])).toEqual([
      [["loss"], 2],
      [[], undefined],
    ]);
    const right = articles[0]!.a!.marks.flatMap(({ layer, isRight }) =>
      isRight === undefined ? [] : [[layer, isRight]],
    );
    expect(right).toEqual([
      ["dates", true],
      ["money", false], // its bounds
    ]);
    expect(articles[0]!.errors!.map(({ layer, kind }) => `${layer} ${kind}`).sort()).toEqual([
      "dates value",
      "money bounds",
    ]);
    expect(index.articles.map(({ gains, losses, errors }) => [gains, losses, errors])).toEqual([
      [0, 1, 2],
      [0, 0, null],
    ]);
    expect(overview.comparison!.layers.find(({ layer }) => layer === "dates")).toMatchObject({
      gain: 0,
      loss: 1,
      even: 0,
    });
    expect(overview.gold).toMatchObject({ articles: 1, missing: 0, headlines: ["dates value", "money value"] });
    const value = overview.gold!.scores.map((scores) => scores.find(({ name }) => name === "dates value")!.percent);
    expect(value).toEqual([100, 0]);
  });

  it("has articles that only one run has", async () => {
    const c = run("c", [told("two", { confidence: 0.35 }), told("three")]);
    const { overview, articles } = await written(a, c);
    expect(overview.comparison).toMatchObject({ changed: 2, onlyBefore: 1, onlyAfter: 1 });
    const sides = articles.map(({ id, a: one, b }) => [id, one !== null, b !== null]);
    expect(sides).toEqual([
      ["two", true, true],
      ["one", true, false],
      ["three", false, true],
    ]);
  });

  it("says nothing of articles outside of what is packed, and lets only its own script run", async () => {
    const harm = run("harm", [told("harm", { title: HARM, amount: HARM })]);
    const { html, articles } = await written(harm, "--title", HARM);
    expect(articles[0]!.title).toBe(HARM);
    expect(html).not.toMatch(/harmed|onerror|javascript:/);
    const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)!;
    const [, script] = /<script>([\s\S]*?)<\/script>/.exec(html)!;
    const [, style] = /<style>([\s\S]*?)<\/style>/.exec(html)!;
    const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    expect(policy!.split("; ")).toEqual([
      "default-src 'none'",
      `script-src ${hash(script!)}`,
      `style-src ${hash(style!)}`,
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
    expect(html.match(/<script>/g)).toHaveLength(1);
    expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  });

  it("is the same for the same runs", async () => {
    expect((await written(a)).html).toBe((await written(a)).html);
  });

  it("puts articles in packets of some hundred kilobytes", async () => {
    const many = run(
      "many",
      Array.from({ length: 300 }, (_, i) => told(`story-${String(i).padStart(3, "0")}`)),
    );
    const { index, articles } = await written(many);
    const packets = new Set(index.articles.map(({ packet }) => packet));
    expect(packets.size).toBeGreaterThan(1);
    expect(index.articles.map(({ id }) => id).sort()).toEqual(articles.map(({ id }) => id).sort());
  });

  describe("docs/report.md", () => {
    const page = readFileSync(join(root, "docs/report.md"), "utf8");

    it("has commands that work", async () => {
      const cwd = folder.path("reader");
      mkdirSync(join(cwd, "articles"), { recursive: true });
      writeFileSync(join(cwd, "articles/bridge.txt"), "“We are late,” Mayor Ana Ruiz said.");
      for (const name of ["before", "after"]) writeFileSync(join(cwd, `${name}.jsonl`), JSON.stringify(told("one")));
      writeFileSync(
        join(cwd, "gold.jsonl"),
        JSON.stringify({ id: "one", text: restoreSource(told("one").text), dates: [] }),
      );
      const commands = [...page.matchAll(/^\$ npx pressmark ([^#\n]*)/gm)].map(([, args]) => args!.trim().split(" "));
      expect(commands.length).toBe(3);
      for (const args of commands) {
        const { code, stderr } = await pressmark(args, "", cwd);
        expect(code, `${args.join(" ")}: ${stderr}`).toBe(0);
      }
      expect(readFileSync(join(cwd, "report.html"), "utf8")).toMatch(/<\/html>\n$/);
    });

    it("has all options", async () => {
      const { stdout } = await pressmark(["report", "--help"]);
      const optionsIn = (text: string): string[] => [...new Set(text.match(/--(?!help)[a-z-]+/g))].sort();
      const table = page.split("\n").filter((line) => line.startsWith("| `"));
      expect(optionsIn(table.join("\n"))).toEqual(optionsIn(stdout));
    });
  });

  it.each([
    [["report"], 2, /missing required argument/],
    [["report", folder.path("none")], 3, /there is no run to be read/],
    [["report", run("empty", [])], 3, /there is no document in it/],
    [["report", a, "--gold", folder.path("none.jsonl")], 3, /cannot be read/],
    [["report", a, "--out", folder.path("no/folder/report.html")], 3, /cannot be written/],
  ])("%j exits with %i", async (args, code, message) => {
    const ran = await pressmark(args);
    expect(ran.stderr).toMatch(message);
    expect(ran.code).toBe(code);
  });
});
