import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { Tally } from "../../src/batch/report.ts";
import { temporaryFolder } from "../support/cli.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

const about = { pipeline: "news", options: {}, inputs: [], output: "out", interrupted: false };
const fail = (tally: Tally, times: number) => {
  for (let record = 1; record <= times; record++)
    tally.add({ ok: false, path: "set.jsonl", record, id: null, stage: "read", reason: "no text", remedy: null });
};

it("lists up to 1,000 failures in the report, and more than that in a file beside it, all of them", () => {
  const file = folder.path("failures.jsonl");
  writeFileSync(file, "of the run before");
  const tally = new Tally(file);
  expect(existsSync(file)).toBe(false);
  fail(tally, 1000);
  expect(tally.report(about, 1)).toMatchObject({ counts: { failed: 1000 }, failuresFile: null });
  expect(existsSync(file)).toBe(false);
  fail(tally, 2);
  const report = tally.report(about, 1);
  expect(report.failures).toHaveLength(1000);
  expect(report).toMatchObject({ counts: { articles: 1002, failed: 1002 }, failuresFile: "failures.jsonl" });
  expect(readFileSync(file, "utf8").trimEnd().split("\n")).toHaveLength(1002);
});

it("lists the ten articles that took longest", () => {
  const tally = new Tally(null);
  const counts = { ...tally.annotations };
  for (const [i, time] of [3, 1, 4, 1.04, 5, 9, 2, 6, 5, 3, 5, 8].entries())
    tally.add({
      ok: true,
      id: `a${i}`,
      path: null,
      record: null,
      output: new Uint8Array(),
      counts,
      milliseconds: { read: 1, quotes: time - 1 },
    });
  const { slowest } = tally.report(about, 1).timings;
  expect(slowest.map(({ id }) => id)).toEqual(["a5", "a11", "a7", "a4", "a8", "a10", "a2", "a0", "a9", "a6"]);
  expect(slowest[0]).toEqual({ id: "a5", path: null, record: null, milliseconds: 9 });
});
