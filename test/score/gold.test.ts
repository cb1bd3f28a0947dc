import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { InputError } from "../../src/input-error.ts";
import { type GoldArticle, readGold } from "../../src/score/gold.ts";
import { temporaryFolder } from "../support/cli.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

let files = 0;

/** A gold file of this content. */
function written(content: string | readonly string[]): string {
  const file = folder.path(`${++files}.jsonl`);
  writeFileSync(file, typeof content === "string" ? content : content.join("\n"));
  return file;
}

async function articles(file: string): Promise<GoldArticle[]> {
  const read: GoldArticle[] = [];
  for await (const article of readGold(file)) read.push(article);
  return read;
}

async function failure(file: string): Promise<InputError> {
  const error = await articles(file).then(
    () => null,
    (cause) => cause,
  );
  expect(error).toBeInstanceOf(InputError);
  return error;
}

const GOOD = '{"id":"good","text":"It rained."}';

describe("reading gold", () => {
  it("passes over a byte order mark", async () => {
    expect(await articles(written(`\ufeff${GOOD}\r\n`))).toHaveLength(1);
  });

  it("takes no span without a character in it", async () => {
    const file = written('{"id":"a","text":"It rained.","sentences":[[3,3]]}');
    expect((await failure(file)).message).toContain("sentences.0: 3–3 is not a span of a text of 10");
  });

  it("gives the articles in order, with the layers they have", async () => {
    const full: GoldArticle = {
      id: "full",
      text: "Ana paid $5 on Monday.",
      published: null,
      scope: [[0, 22]],
      entities: [{ start: 0, end: 3, type: "PERSON" }],
      dates: [{ start: 15, end: 21, type: "DATE", value: "2026-02-23" }],
      money: [{ start: 9, end: 11, amount: "5", currency: null }],
      quotes: [{ kind: "indirect", spans: [[4, 11]], speaker: [[0, 3]] }],
      sentences: [[0, 22]],
      tokens: [[0, 3]],
    };
    const file = written([GOOD, JSON.stringify(full)]);
    expect(await articles(file)).toEqual([{ id: "good", text: "It rained." }, full]);
  });

  it("passes over empty lines and fields it does not know", async () => {
    const file = written(["", '{"id":"a","text":"No.","country":"NZ"}\r', "  ", GOOD, "", ""]);
    expect(await articles(file)).toEqual([
      { id: "a", text: "No." },
      { id: "good", text: "It rained." },
    ]);
    expect(await articles(written(""))).toEqual([]);
  });

  it("ends lines at line feeds only, wherever the file is cut in reading", async () => {
    const text = "A line\u2028 here, \u0085and “é😀” again. ".repeat(5000); // more than a few chunks
    const file = written([JSON.stringify({ id: "long", text }), GOOD]);
    expect(await articles(file)).toEqual([
      { id: "long", text },
      { id: "good", text: "It rained." },
    ]);
  });

  it("has a gold article for every line before a broken one", async () => {
    const reading = readGold(written([GOOD, "{"]));
    expect((await reading.next()).value).toMatchObject({ id: "good" });
    await expect(reading.next()).rejects.toThrow(InputError);
  });

  it.each([
    ["JSON that is cut off", '{"id":"b","text":"It', /not valid JSON/],
    ["no object", "[]", /not a gold article: the line: /],
    ["no id", '{"text":"It rained."}', /not a gold article: id: /],
    ["an empty id", '{"id":"","text":""}', /not a gold article: id: /],
    ["a span that is none", '{"id":"b","text":"Rain","sentences":[[0]]}', /sentences\.0/],
    [
      "a span out of the text",
      '{"id":"b","text":"Rain","tokens":[[0,4],[4,5]]}',
      /tokens\.1: 4–5 is not a span of a text of 4/,
    ],
    ["a span backwards", '{"id":"b","text":"Rain","dates":[{"start":3,"end":2}]}', /dates\.0: 3–2 is not a span/],
    ["a span without a text", '{"id":"b","body":"Rain","scope":[[0,4]]}', /scope\.0: there is no text for 0–4/],
    ["an offset that is no count", '{"id":"b","text":"Rain","tokens":[[0,1.5]]}', /tokens\.0\.1/],
    [
      "an amount that is a number",
      '{"id":"b","text":"$5","money":[{"start":0,"end":2,"amount":5}]}',
      /money\.0\.amount/,
    ],
    ["a quote of no kind", '{"id":"b","text":"No","quotes":[{"kind":"said","spans":[[0,2]]}]}', /quotes\.0\.kind/],
    ["a quote of no spans", '{"id":"b","text":"No","quotes":[{"kind":"direct","spans":[]}]}', /quotes\.0\.spans/],
    [
      "a speaker out of the text",
      '{"id":"b","text":"No","quotes":[{"kind":"direct","spans":[[0,2]],"speaker":[[5,9]]}]}',
      /quotes\.0\.speaker\.0: 5–9 is not a span/,
    ],
    ["several faults", '{"id":"b","text":7,"file":8,"body":9}', /text: .* \(and 2 more\)/],
  ])("names file and line of %s", async (_, line, message) => {
    const file = written([GOOD, "", line, GOOD]);
    const error = await failure(file);
    expect(error.message).toMatch(message);
    expect(error.message.startsWith(`${file}:3: `)).toBe(true);
    expect(error.remedy).not.toBe("");
  });

  it("says that a file cannot be read", async () => {
    const nowhere = folder.path("nowhere.jsonl");
    expect((await failure(nowhere)).message).toContain(`${nowhere}: the gold file cannot be read (ENOENT`);
    mkdirSync(folder.path("folder"));
    expect((await failure(folder.path("folder"))).message).toContain("there is no gold.json in it");
  });
});
