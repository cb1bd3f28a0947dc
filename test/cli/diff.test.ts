import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import type { Document } from "../../src/schema/document.ts";
import { documentWith } from "../diff/made.ts";
import { at, money } from "../score/made.ts";
import { pressmark, temporaryFolder } from "../support/cli.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

const TEXT = "The pier cost $3 million.";
const cost = (id: string, amount: string): Document => ({
  ...documentWith(TEXT, { money: [{ ...money(at(TEXT, "$3 million"), amount), text: "$3 million" }] }),
  id,
});
const documents = ["a", "b", "b", "c", "d"].map((id, i) => cost(id, `${i + 1}`));

function lines(name: string, documents: readonly object[]): string {
  writeFileSync(folder.path(name), documents.map((document) => `${JSON.stringify(document)}\n`).join(""));
  return folder.path(name);
}

function files(name: string, documents: readonly object[]): string {
  mkdirSync(folder.path(name, "sub"), { recursive: true });
  for (const [i, document] of documents.entries())
    writeFileSync(folder.path(name, i > 2 ? "sub" : "", `${i}.json`), JSON.stringify(document, null, 2));
  writeFileSync(folder.path(name, "run.json"), JSON.stringify({ options: { published: name } }));
  return folder.path(name);
}

const before = lines("before.jsonl", documents);

describe("pressmark diff", () => {
  it.each([
    ["the same file", before],
    [
      "another order",
      lines(
        "turned.jsonl",
        [...documents].sort((x, y) => y.id.localeCompare(x.id)),
      ),
    ],
    ["a folder", files("folder", documents)],
  ])("finds nothing between a file and %s", async (_, after) => {
    const { code, stdout } = await pressmark(["diff", before, after]);
    expect(stdout).toContain("articles: 5 in A, 5 in B; 0 only in A, 0 only in B");
    expect(stdout).toContain("A: 5 by pressmark 0.1.0, pipeline made 1, options aaaaaaaa\n");
    expect([code, / → /.test(stdout)]).toEqual([0, false]);
  });

  it("tells what differs, where, and by which rule, and exits with 4", async () => {
    const after = lines("after.jsonl", [
      cost("new", "9"),
      documents[0]!,
      documents[1]!,
      documents[2]!,
      cost("d", "50"),
    ]);
    const { code, stdout, stderr } = await pressmark(["diff", before, after]);
    expect(stdout).toContain(
      'd\n  14-24  money revalued: "$3 million"  5 USD → 50 USD  [made]\n      The pier cost «$3 million».\n',
    );
    expect(stdout).toContain('c (only in A)\n  14-24  money lost: "$3 million"  money  4 USD  [made]\n');
    expect(stdout).toContain("new (only in B)\n");
    expect(stdout).toMatch(/^money +5 +5 +3 +1 +1 +1$/m);
    expect(stdout).toMatch(/^layer +in A +in B +changed +added +lost +revalued$/m); // kinds that there are
    expect(stdout).toMatch(/^made +1 +1 +1$/m);
    expect(stdout).toMatch(/\n3 differences count \(60\.00 % of A's annotations\): more than is allowed\n$/);
    expect([code, stderr]).toEqual([4, ""]);
  });

  const worse = lines("worse.jsonl", [cost("a", "7"), ...documents.slice(1)]);
  it.each([
    [["--fail-on", "lost,added"], 0],
    [["--fail-on", "lost,revalued"], 4],
    [["--max-change", "20%"], 0],
    [["--max-change", "19.9%"], 4],
  ])("with %j exits with %i", async (options, code) => {
    expect((await pressmark(["diff", before, worse, ...options])).code).toBe(code);
  });

  it("prints a line of JSON for each article that differs, and the totals", async () => {
    const { code, stdout } = await pressmark(["diff", before, worse, "--json"]);
    const [article, totals, ...more] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(article).toMatchObject({ id: "a", changes: [{ layer: "money", kinds: ["revalued"], rule: "made" }] });
    expect(totals).toMatchObject({ articles: { changed: 1 }, layers: { money: { revalued: 1 } }, counted: 1 });
    expect([code, more, totals.allowed]).toEqual([4, [], false]);
  });

  it("tells an article that differs in its sentences, though its annotations do so in detail only", async () => {
    const [first, ...others] = documents;
    const [item] = first!.money;
    const cut = { ...first!, sentences: [{ start: 0, end: 8 }], money: [{ ...item!, confidence: 0.5 }] };
    const { code, stdout } = await pressmark(["diff", before, lines("cut.jsonl", [cut, ...others])]);
    expect(stdout).toMatch(/^a \(differs in sentences at 0-8\)\n\n/);
    expect(code).toBe(4);
  });

  it("judges changes by gold, and can fail on losses alone", async () => {
    const gold = lines(
      "gold.jsonl",
      ["a", "b", "c", "d"].map((id) => ({ id, text: TEXT, money: [{ ...at(TEXT, "$3 million"), amount: "3" }] })),
    );
    const better = lines("better.jsonl", [cost("a", "3"), ...documents.slice(1)]);
    const judged = await pressmark(["diff", before, better, "--gold", gold, "--fail-on", "loss"]);
    expect(judged.stdout).toContain("by the gold: 1 gain, 0 losses, 0 even, 0 not judged\n");
    expect(judged.stdout).toMatch(/^money +5 +5 +1 +1 +1 +0 +0$/m);
    expect(judged.code).toBe(0);
    const worse = await pressmark(["diff", better, before, "--gold", gold, "--fail-on", "loss"]);
    expect(worse.stdout).toContain('a\n  14-24  LOSS  money revalued: "$3 million"  3 USD → 1 USD  [made]\n');
    expect(worse.code).toBe(4);
    const json = await pressmark(["diff", better, before, "--gold", gold, "--json"]);
    expect(JSON.parse(json.stdout.split("\n")[0]!).changes[0].verdict).toBe("loss");
  });

  it("tells options that differ, and no more changes than asked for", async () => {
    const after = files("other", [cost("a", "7"), cost("b", "7"), ...documents.slice(2)]);
    const { stdout } = await pressmark(["diff", folder.path("folder"), after, "--changes", "1"]);
    expect(stdout).toContain('options of A: {"published":"folder"}\noptions of B: {"published":"other"}\n');
    expect(stdout).toContain("… and 1 more change (--changes 2 prints all)\n");
  });

  it("tells an article of which other parts count as one change, whatever detail differs in it too", async () => {
    const retold = documents.map((document) => ({
      ...document,
      sentences: [{ start: 0, end: 4 }],
      money: document.money.map((item) => ({ ...item, rule: "other" })),
    }));
    const { stdout } = await pressmark(["diff", before, lines("retold.jsonl", retold), "--changes", "2"]);
    expect(stdout).toMatch(
      /^a \(differs in sentences.*\)\nb \(differs in sentences.*\)\n… and 3 more changes \(--changes 5 prints all\)\n/,
    );
    expect(stdout).toMatch(/\n5 differences count \(/);
  });

  it("reads offsets in code points too", async () => {
    const said = "😀 $3 million";
    const found = { ...money(at(said, "$3 million"), "3"), text: "$3 million" };
    const one = documentWith(said, { money: [found] });
    const other: Document = {
      ...one,
      offsetUnit: "codepoint",
      money: [{ ...found, start: found.start - 1, end: found.end - 1 }],
    };
    expect((await pressmark(["diff", lines("u.jsonl", [one]), lines("c.jsonl", [other])])).code).toBe(0);
  });

  it.each([
    [["diff", before], 2, /missing required argument/],
    [["diff", before, before, "--fail-on", "bogus"], 2, /Expected some of added/],
    [["diff", before, before, "--fail-on", "loss"], 2, /can be told by gold only; name it: --gold/],
    [["diff", before, before, "--gold", lines("no-gold.jsonl", [])], 3, /no-gold\.jsonl: there is no gold article/],
    [["diff", before, before, "--max-change", "1"], 2, /percentage such as 0\.5%/],
    [["diff", before, folder.path("none")], 3, /there is no run to be read/],
    [["diff", before, lines("empty.jsonl", [])], 3, /there is no document in it/],
    [
      ["diff", before, lines("odd.jsonl", [documents[0]!, { id: "gold" }])],
      3,
      /odd\.jsonl:2: not an annotated document/,
    ],
    [
      ["diff", before, lines("half.jsonl", [{ ...documents[0]!, quotes: [{ spans: [] }] }])],
      3,
      /half\.jsonl:1: not an annotated document of schema version 1 \(quotes\.0 is not complete\)/,
    ],
    [
      ["diff", before, lines("beyond.jsonl", [{ ...documents[0]!, money: [{ start: 14, end: 240, text: "$3" }] }])],
      3,
      /beyond\.jsonl:1: .*money\.0 stands nowhere in the text/,
    ],
  ])("%j exits with %i", async (args, code, message) => {
    const ran = await pressmark(args);
    expect(ran.stderr).toMatch(message);
    expect(ran.code).toBe(code);
  });
});
