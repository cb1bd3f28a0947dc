import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { Readable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import type { RunReport } from "../../src/batch/report.ts";
import { Document } from "../../src/schema/document.ts";
import { integrityIssues } from "../../src/schema/integrity.ts";
import { MOST_ARTICLE_BYTES } from "../../src/stages/1-read/inflate.ts";
import { articles, pressmark, start, temporaryFolder } from "../support/cli.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

const json = (...path: string[]) => JSON.parse(readFileSync(folder.path(...path), "utf8"));
const report = (...path: string[]): RunReport => json(...path, "run.json");
const record = (id: string, text = `This is article ${id}.`) => JSON.stringify({ id, text });
/** A pipeline that loads quickly. */
function plainPipeline(): string {
  writeFileSync(
    folder.path("plain.mjs"),
    `
    import { pipeline, read, repair, segment, validate, write } from "pressmark";
    export default () => pipeline("plain").use(read()).use(repair()).use(segment()).use(validate()).use(write());
  `,
  );
  return folder.path("plain.mjs");
}

const documents = (jsonl: string): Document[] =>
  jsonl
    .split("\n")
    .filter(Boolean)
    .map((line) => Document.parse(JSON.parse(line)));

describe("pressmark annotate", () => {
  it("annotates a folder into a folder, with relative paths kept and a report beside", async () => {
    const { code, stdout, stderr } = await pressmark(["annotate", articles, "--out", folder.path("all")]);
    expect(stderr).toMatch(/20 of 20 articles annotated/);
    expect([code, stdout]).toEqual([0, ""]);
    const names = readdirSync(articles, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const gold = readdirSync(articles, { recursive: true }).filter((path) =>
      /[\\/]gold\.(?:json|txt)$/.test(`${path}`),
    );
    for (const { name } of names) {
      const document = Document.parse(json("all", name, "article.json"));
      expect(document.id).toBe(`${name}/article`);
      expect(document.article.published).toBe(name.slice(0, 10));
      expect(integrityIssues(document)).toEqual([]);
    }
    expect(report("all")).toMatchObject({
      interrupted: false,
      counts: { articles: 20, written: 20, failed: 0, skipped: 1 + gold.length },
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
    expect(documents(one.toString()).map((d) => d.id)).toHaveLength(20);
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

  it("takes binary files, empty files, wrong encodings, links to nowhere and long lines as they come", async () => {
    mkdirSync(folder.path("odd/folder.txt"), { recursive: true });
    const png = Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1");
    const files = {
      "binary.txt": png,
      "blank.txt": " \n\t\n",
      "empty.txt": "",
      "folder.txt/in.txt": "In a folder.",
      "latin.txt": Buffer.from("Caf\u00e9 owners said \u0093no\u0094.", "latin1"),
      "line.txt": "word ".repeat(200_000),
      "photo.jpg": png,
      "run.txt": "Not the report.",
    };
    for (const [name, content] of Object.entries(files)) writeFileSync(folder.path("odd", name), content);
    symlinkSync("nowhere", folder.path("odd/dangling.txt"));
    symlinkSync("loop.txt", folder.path("odd/loop.txt"));
    const { code } = await pressmark(["annotate", folder.path("odd"), "--out", folder.path("odd-out")]);
    expect(code).toBe(1);
    expect(report("odd-out").counts).toEqual({ articles: 9, written: 4, failed: 5, skipped: 1 });
    expect(report("odd-out").failures).toMatchObject(
      [
        { path: "binary.txt", reason: /binary/ },
        { path: "blank.txt", reason: /no text/ },
        { path: "dangling.txt", reason: /ENOENT/ },
        { path: "empty.txt", reason: /no text/ },
        { path: "loop.txt", reason: /ELOOP/ },
      ].map(({ path, reason }) => ({ path, reason: expect.stringMatching(reason), remedy: expect.any(String) })),
    );
    expect(json("odd-out", "latin.json").text.value).toBe("Café owners said “no”.");
    expect(json("odd-out", "folder.txt/in.json").id).toBe("folder.txt/in");
    expect(json("odd-out", "run~2.json").text.value).toBe("Not the report."); // run.json is the report's
  });

  it("refuses an article that is too big, as a file and as a line, and goes on", async () => {
    const big = "word ".repeat(MOST_ARTICLE_BYTES / 4);
    mkdirSync(folder.path("big"));
    writeFileSync(folder.path("big/a.txt"), big);
    writeFileSync(folder.path("big/b.jsonl"), `${record("long", big)}\n${record("short")}\n`);
    expect((await pressmark(["annotate", folder.path("big"), "--out", folder.path("big-out")])).code).toBe(1);
    const reason = expect.stringMatching(/the (file|line) has \d+ bytes; an article may have \d+/);
    expect(report("big-out").failures).toMatchObject([
      { path: "a.txt", record: null, reason },
      { path: "b.jsonl", record: 1, reason },
    ]);
    expect(existsSync(folder.path("big-out/short.json"))).toBe(true);
  });

  it("never takes its own output for input, wherever it lies", async () => {
    mkdirSync(folder.path("own/deep"), { recursive: true });
    writeFileSync(folder.path("own/deep/a.txt"), "An article.");
    const own = folder.path("own");
    const runs = [
      [own, own],
      [own, `${own}/out`],
      [`${own}/**`, own],
      [own, `${own}/out.jsonl`],
    ];
    for (const [input, out] of [...runs, ...runs]) {
      const { code } = await pressmark(["annotate", input!, "--out", out!, "--quiet", "--pipeline", plainPipeline()]);
      const { counts } = report(...(out!.endsWith("out") ? ["own/out"] : ["own"]));
      expect([code, counts.articles]).toEqual([0, 1]);
      expect(readdirSync(own).filter((name) => name.startsWith("."))).toEqual([]);
      if (out!.endsWith(".jsonl")) rmSync(out!); // as input of the next run it would be another's output
    }
  });

  it("does not write over its input", async () => {
    const line = `${record("a")}\n`;
    for (const name of ["in.jsonl", "failures.jsonl", "b.json"]) writeFileSync(folder.path(name), line);
    symlinkSync("in.jsonl", folder.path("link.jsonl"));
    for (const [input, out] of [
      ["in.jsonl", "in.jsonl"],
      ["link.jsonl", "in.jsonl"],
      ["failures.jsonl", "new.jsonl"],
      ["b.json", "."],
    ]) {
      const { code, stderr } = await pressmark(["annotate", folder.path(input!), "--out", folder.path(out!)]);
      expect(stderr).toMatch(/is an input, and the run would write it; choose another place/);
      expect(code).toBe(3);
    }
    for (const name of ["in.jsonl", "failures.jsonl", "b.json"])
      expect(readFileSync(folder.path(name), "utf8")).toBe(line);
    expect(existsSync(folder.path("new.jsonl"))).toBe(false);
  });

  it("says that there are no articles, and leaves the output of the run before alone", async () => {
    mkdirSync(folder.path("none/other"), { recursive: true });
    const out = folder.path("none-out/old.jsonl");
    mkdirSync(folder.path("none-out"));
    writeFileSync(out, "old\n");
    const first = await pressmark(["annotate", folder.path("none"), "--out", out]);
    expect(first.code).toBe(3);
    expect(first.stderr).toMatch(/No articles found/);
    writeFileSync(folder.path("none/other/a.pdf"), "");
    const second = await pressmark(["annotate", folder.path("none"), "--out", out]);
    expect(second.code).toBe(3);
    expect(second.stderr).toMatch(/No articles found.*\n1 other file in the folders was passed over/);
    expect(readFileSync(out, "utf8")).toBe("old\n");
    expect(readdirSync(folder.path("none-out")).sort()).toEqual(["old.jsonl", "run.json"]);
  });

  it("annotates an input that is given twice twice, and standard input once", async () => {
    writeFileSync(folder.path("twice.txt"), "An article.");
    const twice = folder.path("twice.txt");
    const args = ["annotate", twice, "-", twice, "-", "--out", folder.path("twice")];
    expect((await pressmark(args, record("in"))).code).toBe(0);
    expect(readdirSync(folder.path("twice")).sort()).toEqual(["in.json", "run.json", "twice.json", "twice~2.json"]);
  });

  it("fails only the article that a file stands in the way of", async () => {
    mkdirSync(folder.path("way/e.json"), { recursive: true });
    writeFileSync(folder.path("way/c"), "");
    const input = [record("c/d"), record("e"), record("f")].join("\n");
    expect((await pressmark(["annotate", "-", "--out", folder.path("way")], input)).code).toBe(1);
    expect(report("way").failures).toMatchObject([
      { id: "c/d", stage: "write", reason: expect.stringContaining("cannot be written"), remedy: expect.any(String) },
      { id: "e", stage: "write" },
    ]);
    expect(readdirSync(folder.path("way")).sort()).toEqual(["c", "e.json", "f.json", "run.json"]);
  });

  it("names every failure on standard error if there is no report", async () => {
    const { code, stdout, stderr } = await pressmark(["annotate", "-"], "{}\n".repeat(50));
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr.match(/^failed: standard input:\d+: /gm)).toHaveLength(50);
  });

  it("keeps what terminals obey out of its messages", async () => {
    writeFileSync(folder.path("\u001b[31mred.txt"), "");
    const { stderr } = await pressmark(["annotate", folder.path("*red.txt"), "--out", folder.path("red")]);
    expect(stderr).toContain("failed: \ufffd[31mred.txt: ");
    expect(stderr).not.toContain("\u001b");
  });

  it("reads no further ahead than a window while nobody takes its output", async () => {
    const most = 5000;
    let read = 0;
    const records = function* () {
      while (read < most) yield `${record(`${read++}`, "A line of text. ".repeat(200))}\n`;
    };
    const child = start(["annotate", "-", "--quiet", "--jobs", "1", "--pipeline", plainPipeline()]);
    const input = Readable.from(records(), { objectMode: false, highWaterMark: 1024 });
    child.stdin.on("error", () => {});
    input.pipe(child.stdin);
    await new Promise((go) => child.stdout.once("readable", go)); // and never read
    for (let before = -1; before < read; await new Promise((go) => setTimeout(go, 1000))) before = read;
    child.kill("SIGKILL");
    input.destroy();
    expect(read).toBeLessThan(most / 2);
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
    [["annotate", "x", "--out", ""], 2, /Expected a folder/],
    [["bogus"], 2, /unknown command/],
    [["annotate", "/nowhere/at/all.txt", "--out", "-"], 3, /there is no such file or folder/],
    [["annotate", "src/*.txt", "--out", "-"], 3, /no file matches the pattern/],
    [["annotate", "-"], 3, /No articles found/],
    [
      ["annotate", "-", "--out", "package.json/nowhere"],
      3,
      /pressmark: package.json.nowhere cannot be written .*; see/,
    ],
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
});
