import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { articles, pressmark, root, temporaryFolder } from "../support/cli.ts";
import { newsPage, paragraphs, STORY } from "../support/pages.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

const damaged = "The town\u00e2\u20ac\u2122s caf\u00c3\u00a9 \u03b2 closed until May\nβWe\u03b2ll open,β said Ana.\n";

describe("pressmark repair", () => {
  it("prints the text of standard input with the damage undone", async () => {
    const ran = await pressmark(["repair", "-"], damaged);
    expect(ran).toEqual({
      code: 0,
      stdout: "The town’s café — closed until May\n“We’ll open,” said Ana.\n",
      stderr: "",
    });
  });

  it("says where each change is, what it is, and why", async () => {
    writeFileSync(folder.path("note.txt"), damaged);
    const { code, stdout, stderr } = await pressmark(["repair", "--explain", folder.path("note.txt")]);
    expect([code, stderr]).toEqual([0, "6 changes in 1 of 1 texts\n"]);
    const lines = stdout.split("\n");
    expect(lines[0]).toBe('note.txt:1:9  "â€™" → "’"  mojibake, certain: UTF-8 that was read as windows-1252');
    expect(lines[3]).toMatch(/^note\.txt:2:1 {2}"β" → "“" {2}lossy-mojibake, inferred: .*an opening quote$/);
    expect(lines).toHaveLength(7);
  });

  it("does what docs/repair.md shows", async () => {
    const page = readFileSync(join(root, "docs/repair.md"), "utf8");
    const shown = [...page.matchAll(/^\$ printf '(.*)' \| npx pressmark (.*)\n([^`]*)/gm)];
    expect(shown).toHaveLength(2);
    for (const [, input, args, output] of shown) {
      const { stdout } = await pressmark(args!.split(" "), input!.replaceAll("\\n", "\n"));
      expect(stdout).toBe(output);
    }
  });

  it("tells how often the damage was done", async () => {
    const { stdout } = await pressmark(["repair", "--explain", "-"], "nÃƒÂ© &amp;eacute;\ufeff");
    expect(stdout).toBe(
      '-:1:2  "ÃƒÂ©" → "é"  mojibake, certain: UTF-8 that was read as windows-1252, twice over\n' +
        '-:1:7  "&amp;eacute;" → "é"  html-entity, certain: an HTML entity left in the text\n' +
        '-:1:19  "\\ufeff" → ""  byte-order-mark, certain: a byte order mark inside the text\n',
    );
  });

  it("repairs the text of each record of a .jsonl file, and goes on after one that is none", async () => {
    const record = { id: "a", text: "cafÃ©", title: "x" };
    writeFileSync(folder.path("set.jsonl"), `${JSON.stringify(record)}\n{}\n${JSON.stringify({ text: "b" })}\n`);
    const { code, stdout, stderr } = await pressmark(["repair", folder.path("set.jsonl")]);
    expect(code).toBe(1);
    expect(stdout).toBe(`${JSON.stringify({ ...record, text: "café" })}\n{"text":"b"}\n`);
    expect(stderr).toMatch(/^failed: set\.jsonl:2: not an article record/);
  });

  it("repairs what annotate would: the text of pages, Markdown and rows, gzipped or not", async () => {
    const damagedStory = STORY.map((text) => `${text} CafÃ©.`);
    writeFileSync(folder.path("page.html.gz"), gzipSync(newsPage("", paragraphs(damagedStory))));
    writeFileSync(folder.path("note.md"), "# A *cafÃ©*\n");
    writeFileSync(folder.path("set.csv"), "id,text\n1,cafÃ©\n2,b\n");
    writeFileSync(folder.path("one.json.gz"), gzipSync('{"text": "cafÃ©", "other": 1}'));
    const printed = async (...args: string[]) => (await pressmark(["repair", ...args])).stdout;
    expect(await printed(folder.path("page.html.gz"))).toBe(`${STORY.map((text) => `${text} Café.`).join("\n\n")}\n`);
    expect(await printed(folder.path("note.md"))).toBe("A café\n");
    expect(await printed(folder.path("set.csv"))).toBe('{"id":"1","text":"café"}\n{"id":"2","text":"b"}\n');
    expect(await printed(folder.path("one.json.gz"))).toBe('{"text":"café","other":1}\n');
    expect(await printed("--explain", folder.path("set.csv"))).toMatch(/^set\.csv:2:1:4 /);
  });

  it("says so if there is no such file", async () => {
    const { code, stderr } = await pressmark(["repair", folder.path("none.txt")]);
    expect(code).toBe(3);
    expect(stderr).toContain("there is no such file");
  });

  it("gives back the article that was damaged on purpose", async () => {
    const file = join(articles, "2026-04-21-kerbrat-painting/article.txt");
    const { stdout } = await pressmark(["repair", file]);
    expect(readFileSync(file, "utf8")).toMatch(/β/);
    expect(stdout).not.toMatch(/[ÃÂβΓΒ\ufeff\u009d]|â€|&\w+;|&#/);
    expect(stdout).toContain("“Marée basse à Newlyn” (“Low Tide at Newlyn”)");
    expect(stdout).toContain("said Zoé Le Gall, the French museum’s director. “Nobody");
    expect(stdout).toContain("called the plan “charming, and very hard on the varnish” — a picture that old");
    expect(stdout).toContain(
      "“Nine hours, in a sealed case, at 19°C… I have had worse journeys to work,” she said. Café",
    );
    expect(stdout).toContain('He said, ‘Put it in the van.’"');
  });
});
