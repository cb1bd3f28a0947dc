import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pressmark, temporaryFolder } from "../support/cli.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

const TEXT = "“We are late,” Mayor Ana Ruiz said. The council paid $3.5 million for the bridge last week.\n";
const baseline = folder.path("baseline.txt");
const run = (action: string, ...more: string[]) =>
  pressmark(["baseline", action, "articles", "--file", baseline, ...more], "", folder.path());
const accepted = () => readFileSync(baseline, "utf8");

beforeAll(async () => {
  mkdirSync(folder.path("articles"));
  writeFileSync(folder.path("articles/2026-02-23-bridge.txt"), TEXT);
  writeFileSync(folder.path("articles/2026-02-24-ferry.txt"), "The ferry cost $20.\n");
  await run("accept");
});

describe("pressmark baseline", () => {
  it("writes an annotation a line", () => {
    expect(accepted()).toMatch(/^# pressmark baseline 1: /);
    expect(accepted()).toMatch(/\n\narticle "2026-02-23-bridge" text=[0-9a-f]{8} /);
    expect(accepted()).toMatch(
      /^money 53-65 text="\$3\.5 million" type="money" value="3500000 USD" rule="money\/\S+"$/m,
    );
    expect(accepted()).toMatch(
      /^quotes 1-13 text="We are late," type="direct" speaker="person Mayor Ana Ruiz = Ana Ruiz" /m,
    );
  });

  it("finds what is extracted now as it was accepted", async () => {
    expect(await run("check")).toEqual({ code: 0, stdout: "", stderr: `2 articles: all as in ${baseline}\n` });
  });

  it("tells article, passage and rule of what differs, exits with 4, and passes once that is accepted", async () => {
    const before = accepted();
    writeFileSync(
      baseline,
      before
        .replace('value="3500000 USD"', 'value="3500 USD"')
        .replace(/^dates .*last week.*\n/m, "")
        .replace(/^article "2026-02-24-ferry"/m, 'article "2026-02-24-boat"'),
    );
    const { code, stdout, stderr } = await run("check");
    expect(stdout).toMatch(
      /^2026-02-23-bridge\n[\s\S]* {2}53-65 {2}money revalued: "\$3\.5 million" {2}3500 USD → 3500000 USD {2}\[money\/\S+\]\n {6}.*«\$3\.5 million»/,
    );
    expect(stdout).toMatch(/dates added: "last week" {2}DATE {2}2026-W08 /);
    expect(stdout).toMatch(/2026-02-24-ferry \(only in B\)\n[\s\S]*2026-02-24-boat \(only in A\)\n/);
    expect(stderr).toMatch(/^\d differences to .*pressmark baseline accept\n$/);
    expect(code).toBe(4);
    expect((await run("accept")).code).toBe(0);
    expect(accepted()).toBe(before);
  });

  it("tells a text that differs", async () => {
    const before = accepted();
    writeFileSync(baseline, before.replace(/text=[0-9a-f]{8} /, "text=00000000 "));
    const { code, stdout } = await run("check");
    expect([code, stdout]).toEqual([4, "2026-02-23-bridge (differs in text)\n"]);
    writeFileSync(baseline, before);
  });

  it("keeps scores against gold, which may rise but not fall", async () => {
    const text = "The ferry cost $20 on June 1, 2025.";
    const money = [{ start: 15, end: 18, amount: "20", currency: "USD" }];
    writeFileSync(folder.path("gold.jsonl"), JSON.stringify({ id: "a", text, money }));
    const gold = ["--gold", folder.path("gold.jsonl")];
    expect((await run("accept", ...gold)).code).toBe(0);
    expect(accepted()).toMatch(
      /\n\nscore "money strict f1" 100\nscore "money relaxed f1" 100\nscore "money value f1" 100\n$/,
    );
    expect((await run("check", ...gold)).code).toBe(0);
    expect((await run("check")).stderr).toContain("are not checked: there is no --gold");
    writeFileSync(folder.path("gold.jsonl"), JSON.stringify({ id: "a", text, money: [{ ...money[0], amount: "30" }] }));
    const { code, stdout } = await run("check", ...gold);
    expect([code, stdout]).toEqual([4, "score money value f1: 100 → 0 (lower)\n"]);
    writeFileSync(
      baseline,
      accepted()
        .replace('"money value f1" 100', '"money value f1" 0')
        .replace('"money strict f1" 100', '"money strict f1" 90.5'),
    );
    const risen = await run("check", ...gold);
    expect([risen.code, risen.stdout]).toEqual([0, "score money strict f1: 90.5 → 100\n"]);
  });

  it.each([
    [["baseline", "check"], 2, /missing required argument/],
    [["baseline", "check", "articles"], 3, /pressmark-baseline\.txt: the baseline cannot be read/],
    [["baseline", "check", "articles", "--file", "articles/2026-02-24-ferry.txt"], 3, /ferry\.txt:1: not a line of/],
    [["baseline", "accept", "nowhere", "--file", "new.txt"], 3, /1 article cannot be annotated; a baseline needs/],
  ])("%j exits with %i", async (args, code, message) => {
    const ran = await pressmark(args, "", folder.path());
    expect(ran.stderr).toMatch(message);
    expect(ran.code).toBe(code);
  });
});
