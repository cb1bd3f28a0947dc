import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import type { RunReport } from "../../src/batch/report.ts";
import { Document } from "../../src/schema/document.ts";
import { integrityIssues } from "../../src/schema/integrity.ts";
import { articles, pressmark, start, temporaryFolder } from "../support/cli.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

const json = (...path: string[]) => JSON.parse(readFileSync(folder.path(...path), "utf8"));
const report = (...path: string[]): RunReport => json(...path, "run.json");
const record = (id: string, text = `This is article ${id}.`) => JSON.stringify({ id, text });
const documents = (jsonl: string): Document[] =>
  jsonl
    .split("\n")
    .filter(Boolean)
    .map((line) => Document.parse(JSON.parse(line)));

describe("pressmark annotate", () => {
  it("annotates a folder into a folder, with relative paths kept and a report beside", async () => {
    const { code, stdout, stderr } = await pressmark(["annotate", articles, "--out", folder.path("all")]);
    expect(stderr).toMatch(/10 of 10 articles annotated/);
    expect([code, stdout]).toEqual([0, ""]);
    const names = readdirSync(articles, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of names) {
      const document = Document.parse(json("all", name, "article.json"));
      expect(document.id).toBe(`${name}/article`);
      expect(document.article.published).toBe(name.slice(0, 10));
      expect(integrityIssues(document)).toEqual([]);
    }
    expect(report("all")).toMatchObject({
      interrupted: false,
      counts: { articles: 10, written: 10, failed: 0, skipped: 1 },
      failures: [],
      options: { offsets: "utf16" },
    });
    expect(report("all").throughput.articlesPerSecond).toBeGreaterThan(0);
  });

  it("writes the same bytes however many threads work, and a line an article into a .jsonl file", async () => {
    const run = async (name: string, ...args: string[]) => {
      expect((await pressmark(["annotate", articles, "--out", folder.path(name), ...args])).code).toBe(0);
      return readFileSync(folder.path(name));
    };
    const one = await run("one/out.jsonl", "--jobs", "1");
    expect(documents(one.toString()).map((d) => d.id)).toHaveLength(10);
    expect(existsSync(folder.path("one/run.json"))).toBe(true);
    expect((await run("two/out.jsonl", "--jobs", "2")).equals(one)).toBe(true);
    expect((await run("three/out.jsonl", "--jobs", "3")).equals(one)).toBe(true);
    expect(readdirSync(folder.path("one")).sort()).toEqual(["out.jsonl", "run.json"]);
  });

  it("reads JSONL from standard input and writes it to standard output as it goes, in input order", async () => {
    const child = start(["annotate", "-", "--quiet"]);
    const lines: string[] = [];
    let tell: () => void = () => {};
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      lines.push(...part.split("\n").filter(Boolean));
      tell();
    });
    const answer = (count: number) =>
      new Promise<void>((go) => {
        tell = () => lines.length >= count && go();
        tell();
      });
    for (const [i, id] of ["b", "a", "c"].entries()) {
      child.stdin.write(`${record(id)}\n`);
      await answer(i + 1); // the next record comes only when this one has been answered
    }
    child.stdin.end();
    expect(await new Promise((done) => child.on("close", done))).toBe(0);
    expect(documents(lines.join("\n")).map((d) => d.id)).toEqual(["b", "a", "c"]);
  });

  it("ends quietly when its reader has enough", async () => {
    const child = start(["annotate", "-", "--quiet"]);
    let stderr = "";
    child.stderr.on("data", (part) => (stderr += part));
    child.stdin.on("error", () => {});
    child.stdout.once("data", () => child.stdout.destroy());
    child.stdin.end(Array.from({ length: 2000 }, (_, i) => record(`${i}`)).join("\n"));
    expect(await new Promise((done) => child.on("close", done))).toBe(0);
    expect(stderr).toBe("");
  });

  it("goes on after a bad article, names it with cause and remedy, and exits with 1", async () => {
    const input = [record("good"), '{"id": "broken', '{"id":"empty","text":" "}', "", "[]", record("last")].join("\n");
    writeFileSync(folder.path("mixed.jsonl"), input);
    const { code, stderr } = await pressmark(["annotate", folder.path("mixed.jsonl"), "--out", folder.path("mixed")]);
    expect(code).toBe(1);
    expect(readdirSync(folder.path("mixed")).sort()).toEqual(["good.json", "last.json", "run.json"]);
    expect(report("mixed").counts).toMatchObject({ articles: 5, written: 2, failed: 3 });
    expect(report("mixed").failures).toMatchObject([
      {
        path: "mixed.jsonl",
        record: 2,
        stage: "read",
        reason: expect.stringContaining("not valid JSON"),
        remedy: expect.any(String),
      },
      { path: "mixed.jsonl", record: 3, reason: expect.stringContaining("no text") },
      { path: "mixed.jsonl", record: 5, reason: expect.stringContaining("not an article record") },
    ]);
    expect(stderr).toContain("failed: mixed.jsonl:2: [read] not valid JSON");
  });

  it("takes binary files, empty files, wrong encodings and long lines as they come", async () => {
    mkdirSync(folder.path("odd"));
    writeFileSync(folder.path("odd/binary.txt"), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0]));
    writeFileSync(folder.path("odd/empty.txt"), "");
    writeFileSync(folder.path("odd/latin.txt"), Buffer.from("Caf\u00e9 owners said \u0093no\u0094.", "latin1"));
    writeFileSync(folder.path("odd/line.txt"), "word ".repeat(200_000));
    writeFileSync(folder.path("odd/run.txt"), "x".repeat(1_000_000));
    const { code } = await pressmark(["annotate", folder.path("odd"), "--out", folder.path("odd-out")]);
    expect(code).toBe(1);
    expect(report("odd-out").failures.map((f) => f.path)).toEqual(["binary.txt", "empty.txt"]);
    expect(json("odd-out", "latin.json").text.value).toBe("Café owners said “no”.");
    expect(json("odd-out", "run~2.json").tokens.start.length).toBeGreaterThan(0); // run.json is the report's
  });

  it("keeps every article of one id, and no id leads out of the folder", async () => {
    const input = [record("same", "First."), record("same", "Second."), record("../up", "Third.")].join("\n");
    expect((await pressmark(["annotate", "-", "--out", folder.path("ids")], input)).code).toBe(0);
    expect(json("ids", "same.json").text.value).toBe("First.");
    expect(json("ids", "same~2.json").text.value).toBe("Second.");
    expect(json("ids", "%2E%2E/up.json").id).toBe("../up");
  });

  it("takes the publication date and the unit of offsets from its options", async () => {
    const { stdout } = await pressmark(
      ["annotate", "-", "--published", "2026-02-23", "--offsets", "codepoint"],
      record("a", "😀 Yes."),
    );
    const [document] = documents(stdout);
    expect(document!.article).toMatchObject({ published: "2026-02-23", publishedFrom: "option" });
    expect(document!.offsetUnit).toBe("codepoint");
    expect(document!.tokens.start).toEqual([0, 2, 5]);
  });

  it("matches a pattern", async () => {
    const { code, stdout } = await pressmark(["annotate", `${articles}/2026-*/article.txt`, "--out", "-"]);
    expect(code).toBe(0);
    expect(documents(stdout).every((d) => d.id.startsWith("2026-"))).toBe(true);
  });

  it.each([
    [["annotate"], 2, /missing required argument/],
    [["annotate", "x", "--jobs", "0"], 2, /whole number/],
    [["annotate", "x", "--published", "soon"], 2, /2026-02-23/],
    [["annotate", "x", "--offsets", "bytes"], 2, /utf16/],
    [["bogus"], 2, /unknown command/],
    [["annotate", "/nowhere/at/all.txt", "--out", "-"], 3, /there is no such file or folder/],
    [["annotate", "-"], 3, /No articles found/],
    [["annotate", "-", "--out", "package.json/nowhere"], 3, /pressmark: /],
    [["annotate", "x", "--pipeline", "/nowhere.ts"], 3, /there is no pipeline module/],
    [["explain", "/nowhere.ts"], 3, /there is no pipeline module/],
  ])("%j exits with %i", async (args, code, message) => {
    const ran = await pressmark(args);
    expect(ran.stderr).toMatch(message);
    expect(ran.code).toBe(code);
    expect(ran.stdout).toBe("");
  });

  it("says nothing if it is told to be quiet", async () => {
    const { stdout, stderr } = await pressmark(
      ["annotate", "-", "--quiet", "--out", folder.path("quiet.jsonl")],
      record("a"),
    );
    expect(stdout + stderr).toBe("");
  });

  it("when interrupted, finishes what it began, writes the report and says so", async () => {
    const child = start(["annotate", "-", "--out", folder.path("stopped")]);
    let stderr = "";
    child.stderr.on("data", (part) => (stderr += part));
    child.stdin.on("error", () => {});
    child.stdin.write(`${record("first")}\n`);
    await waitFor(() => existsSync(folder.path("stopped/first.json")));
    child.kill("SIGINT"); // standard input is still open
    expect(await new Promise((done) => child.on("close", done))).toBe(130);
    expect(stderr).toMatch(/stopping: what was begun is being finished/);
    expect(stderr).toMatch(/Interrupted: 1 of 1 articles annotated/);
    expect(report("stopped")).toMatchObject({ interrupted: true, counts: { written: 1 } });
  });
});

async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((go) => setTimeout(go, 20));
}
