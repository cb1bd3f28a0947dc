import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { type GoldReading, readGoldFrom } from "../../src/score/gold-formats/files.ts";
import { pressmark, temporaryFolder } from "../support/cli.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

const TEXT = "The ferry cost $20 on Friday.";
const TIMEML = `<TimeML><DCT><TIMEX3 type="DATE" value="2026-02-23" functionInDocument="CREATION_TIME">today</TIMEX3></DCT><TEXT>It left on <TIMEX3 type="DATE" value="2026-02-20">Friday</TIMEX3>.</TEXT></TimeML>`;
mkdirSync(folder.path("gold/brat"), { recursive: true });
for (const name of ["none", "ferry"]) mkdirSync(folder.path(name));
for (const [name, content] of Object.entries({
  "gold/brat/ferry.txt": TEXT,
  "gold/brat/ferry.ann": "T1\tMoney 15 18\t$20\nA1\tamount T1 20\n",
  "gold/annotation.conf": "[entities]\n",
  "gold/names.conll": "Ana B-PER\nRuiz I-PER\nspoke O\n. O\n",
  "gold/left.tml": TIMEML,
  "gold/more.jsonl": JSON.stringify({ id: "line", text: TEXT, money: [] }),
  "gold/.hidden.tml": "no",
  "eng.testa": "Ana NNP B-PER\n",
  "left.xml": TIMEML,
  "ferry/article.txt": TEXT,
  "ferry/wanted.json": JSON.stringify({ money: [{ text: "$20", amount: "20", currency: "USD" }] }),
  "none/readme.txt": "no",
  "no-text.ann": "T1\tMoney 15 18\t$20\n",
}))
  writeFileSync(folder.path(name), content);

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const ids = async (place: string, reading: GoldReading = {}) =>
  (await all(readGoldFrom(folder.path(place), reading))).map(({ id }) => id);

describe("gold formats", () => {
  it("are told by the names of files, alone or in a folder", async () => {
    expect(await ids("gold")).toEqual(["left", "line", "names", "brat/ferry"]);
    expect(await ids("gold/brat/ferry.ann")).toEqual(["ferry"]);
    expect(await ids("gold", { format: "timeml" })).toEqual(["left"]);
  });

  it("can be named where the names do not tell", async () => {
    expect(await ids("eng.testa", { format: "conll" })).toEqual(["eng.testa"]);
    expect(await ids("left.xml", { format: "timeml" })).toEqual(["left"]);
    expect(await ids("ferry/wanted.json", { format: "json" })).toEqual(["ferry/article"]);
  });

  it.each([
    ["none", {}, /none: there is no gold in it/, /--gold-format/],
    ["nowhere.tml", {}, /nowhere\.tml: the gold file cannot be read/, /check the path/],
    ["nowhere.conll", {}, /nowhere\.conll: the gold file cannot be read/, /check the path/],
    ["no-text.ann", {}, /no-text\.txt: it cannot be read/, /beside the \.ann/],
    ["left.xml", {}, /left\.xml:1: not valid JSON/, /./],
  ] as const)("tell what is wrong with %s, and the remedy", async (place, reading, message, remedy) => {
    await expect(ids(place, reading)).rejects.toMatchObject({
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(remedy),
    });
  });

  it("are scored", async () => {
    const { code, stdout, stderr } = await pressmark(["score", folder.path("gold"), "--json", "--jobs", "1"]);
    expect([code, stderr]).toEqual([0, ""]);
    const { docs, dates, money, entities } = JSON.parse(stdout);
    expect(docs).toEqual({ gold: 4, scored: 4, missing: 0, textMismatch: 0 });
    expect([dates.value.f1, money.value.r, entities.PERSON.f1]).toEqual([100, 100, 100]);
    const args = ["score", folder.path("eng.testa"), "--gold-format", "conll", "--columns"];
    expect((await pressmark([...args, "1,2"])).stderr).toMatch(/eng\.testa:1: "NNP" is no tag .*--columns 1,4/);
    expect((await pressmark([...args, "1"])).stderr).toMatch(/Expected two columns/);
  });
});
