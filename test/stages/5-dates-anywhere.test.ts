import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { root } from "../support/cli.ts";
import { inputOf } from "../support/sample.ts";

interface Case {
  readonly published: string | null;
  readonly text: string;
}

const folder = join(root, "fixtures/dates");
const cases: Case[] = readdirSync(folder).flatMap((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));

/** All cases as a freshly loaded stage resolves them, in a time zone and on a system date. */
async function annotateIn(zone: string, now: string): Promise<unknown[]> {
  vi.resetModules(); // what was worked out before must not be remembered
  process.env.TZ = zone;
  vi.useFakeTimers({ now: new Date(now), toFake: ["Date"] });
  const [{ pipeline }, { read }, { repair }, { segment }, { dates }] = await Promise.all([
    import("../../src/pipeline.ts"),
    import("../../src/stages/1-read/read.ts"),
    import("../../src/stages/2-repair/repair.ts"),
    import("../../src/stages/3-segment/segment.ts"),
    import("../../src/stages/5-dates/dates.ts"),
  ]);
  const made = pipeline("dates").use(read()).use(repair()).use(segment()).use(dates());
  return cases.map(({ text, published }) => made.run(inputOf(text, { fields: { published } })).dates);
}

const zone = process.env.TZ;

afterEach(() => {
  vi.useRealTimers();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe("dates anywhere and at any time", () => {
  it("has some 300 cases to show it with", () => {
    expect(cases.length).toBeGreaterThanOrEqual(300);
  });

  it("are the same in other time zones, on other days", async () => {
    const here = await annotateIn("UTC", "2026-02-23T12:00:00Z");
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(0);
    expect(await annotateIn("America/Los_Angeles", "1999-12-31T23:59:59Z")).toEqual(here);
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(480);
    expect(await annotateIn("Asia/Kolkata", "2031-02-28T19:00:00Z")).toEqual(here);
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(-330);
  });
});
