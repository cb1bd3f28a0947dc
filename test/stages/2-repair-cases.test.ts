import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { restoreSource } from "../../src/schema/restore.ts";
import { repairText } from "../../src/stages/2-repair/repair.ts";
import { root } from "../support/cli.ts";

/** A text, and what it should become. */
interface Case {
  readonly reason: string;
  readonly text: string;
  readonly expect: string;
}

const cases = (name: string): Case[] => JSON.parse(readFileSync(join(root, `fixtures/repair/${name}.json`), "utf8"));

describe.each(["mojibake", "entities", "lossy", "left-alone"])("repair: %s", (name) => {
  it.each(cases(name))("$reason: $text", ({ text, expect: expected }) => {
    const repaired = repairText(text);
    expect(repaired.value).toBe(expected);
    expect(restoreSource(repaired)).toBe(text);
    expect(repairText(repaired.value)).toEqual({ value: expected, repairs: [] });
    if (name === "lossy") expect(repaired.repairs.some(({ certain }) => !certain)).toBe(true);
  });
});

describe("repair: what it cannot do yet", () => {
  // A case that comes out right belongs with the others.
  it.fails.each(cases("known-failures"))("$reason: $text", ({ text, expect: expected }) => {
    expect(repairText(text).value).toBe(expected);
  });
});
