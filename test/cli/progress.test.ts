import { writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Outcome } from "../../src/batch/task.ts";
import { createProgress, failureLine, type ProgressOptions } from "../../src/cli/progress.ts";
import { temporaryFolder } from "../support/cli.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
writeFileSync(folder.path("in.txt"), "x".repeat(1000));

const good = { ok: true } as Outcome;
const bad = {
  ok: false,
  path: "set.jsonl",
  record: 7,
  id: null,
  stage: "read",
  reason: `no text, ${"at all, ".repeat(20)}none`,
  remedy: "leave it out",
} as const;

let written: string;
let now: number;
const { isTTY, columns } = process.stderr;
beforeEach(() => {
  [written, now] = ["", 0];
  vi.spyOn(performance, "now").mockImplementation(() => now);
  vi.spyOn(process.stderr, "write").mockImplementation((part) => {
    written += part;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  Object.assign(process.stderr, { isTTY, columns });
});

/** What a run tells on a terminal of so many columns, or (null) elsewhere. */
const progress = (terminal: number | null, rest: Partial<ProgressOptions> = {}) => {
  Object.assign(process.stderr, { isTTY: terminal !== null, columns: terminal ?? undefined });
  return createProgress({ inputs: [folder.path("in.txt")], quiet: false, reported: true, ...rest });
};

/** The lines that were shown, one after the other in the same place or not, without what moves the cursor. */
const lines = () => written.split(/\u001b\[\??[\d;]*[A-Za-z]|\n/).filter(Boolean);

describe("on a terminal", () => {
  it.each([
    [100, /^█+░+ 20% {2}2 articles {2}1 failed {2}0\.1\/s {2}1m20s left$/],
    [60, /^█+░+ 20% {2}2 articles {2}1 failed {2}0\.1\/s {2}1m20s left$/],
    [40, /^20% 2 articles 1 failed 0\.1\/s 1m20s left$/],
    [20, /^20% 2 articles 1 fai$/],
  ])("of %i columns is a bar of one line, with rate, time left and failures", async (width, expected) => {
    const shown = progress(width);
    shown.outcome(good, 100);
    await vi.waitFor(() => expect(lines().join()).toContain("10%"));
    now += 10_000;
    shown.outcome(bad, 100);
    shown.stop();
    const bars = lines().filter((line) => line.includes("%"));
    expect(bars.at(-1)).toMatch(expected);
    for (const bar of bars) expect(bar.length).toBeLessThanOrEqual(width);
    expect(lines()).toContain(failureLine(bad)); // whole, however long
    expect(written.lastIndexOf("\u001b[?25h")).toBeGreaterThan(written.lastIndexOf("\u001b[?25l")); // the cursor is back
  });

  it("is no bar for input of unknown length", () => {
    const shown = progress(80, { inputs: ["-"] });
    shown.outcome(good, 10);
    now += 2000;
    shown.outcome(good, 10);
    shown.stop();
    expect(lines().at(-1)).toBe("2 articles  0.5/s");
  });

  it("says what it was told last, and what it is told afterwards", () => {
    const shown = progress(80);
    shown.say("last words");
    shown.stop();
    shown.say("and others");
    shown.stop();
    expect(lines().filter((line) => / /.test(line) && !line.includes("%"))).toEqual(["last words", "and others"]);
  });
});

describe("elsewhere", () => {
  it("is a plain line now and then", () => {
    const shown = progress(null);
    for (let i = 0; i < 60; i++, now += 100) shown.outcome(good, 1);
    shown.outcome(bad, 1);
    now += 4000;
    shown.outcome(good, 1);
    shown.stop();
    expect(lines()).toEqual(["51 articles, 10/s", failureLine(bad), "62 articles, 1 failed, 6.1/s"]);
  });
});

describe("failures", () => {
  it("are told one by one up to a number, unless there will be no report", () => {
    const told = (reported: boolean) => {
      written = "";
      const shown = progress(null, { reported });
      for (let i = 0; i < 50; i++) shown.outcome(bad, 1);
      return lines();
    };
    expect(told(false)).toEqual(Array(50).fill(failureLine(bad)));
    expect(told(true)).toEqual([...Array(20).fill(failureLine(bad)), expect.stringContaining("further articles")]);
  });

  it("have a line with place, stage, reason and remedy, and nothing that a terminal obeys", () => {
    expect(failureLine({ ...bad, reason: "no\ntext\u001b[31m" })).toBe(
      "failed: set.jsonl:7: [read] no text\ufffd[31m; leave it out",
    );
    expect(failureLine({ ...bad, path: null, stage: null, remedy: null, reason: "r" })).toBe(
      "failed: standard input:7: r",
    );
  });

  it("are not told to who asked for quiet", () => {
    const shown = progress(80, { quiet: true });
    shown.outcome(bad, 1);
    shown.say("anything");
    shown.stop();
    expect(written).toBe("");
  });
});
