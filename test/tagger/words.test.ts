import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bitOf, CLASSES, groupsOf, smallShareOf } from "../../src/tagger/classes.ts";
import { hashOn, hashText, join } from "../../src/tagger/hash.ts";
import { phraseHash, phraseSpace, slotFor, slotOf, slotsFor } from "../../src/tagger/lexicon.ts";
import { shapeOf } from "../../src/tagger/shape.ts";

describe("shapes", () => {
  it.each([
    ["Ruiz", "Xxx"],
    ["McDonald", "XxXxx"],
    ["U.S.", "X.X."],
    ["2026", "99"],
    ["COVID-19", "XX-99"],
    ["Élan", "Xxx"],
    ["übrig", "xx"],
    ["iPhone", "xXxx"],
    ["…", "…"],
  ])("%s is %s", (word, shape) => expect(shapeOf(word)).toBe(shape));
});

describe("hashes", () => {
  it("go on where they stopped", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(hashOn(hashText(a), b)).toBe(hashText(a + b));
      }),
    );
  });
  it("of two values tell their order, and are unsigned", () => {
    expect(join(1, 2)).not.toBe(join(2, 1));
    fc.assert(fc.property(fc.integer(), fc.integer(), (a, b) => join(a, b) >= 0));
  });
  it("of a phrase do not depend on how it is cut into tokens", () => {
    const whole = phraseHash("bank of ghana");
    expect(phraseHash("ghana", phraseSpace(phraseHash("of", phraseSpace(phraseHash("bank")))))).toBe(whole);
    expect(phraseHash("people’s")).toBe(phraseHash("'s", phraseHash("people")));
  });
});

describe("the table of words", () => {
  it("finds what was put in and nothing else", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 0xffffffff }), { maxLength: 60 }), (numbers) => {
        const [out = 1, ...inside] = numbers;
        const keys = new Uint32Array(slotsFor(inside.length));
        for (const key of inside) keys[slotFor(keys, key)] = key;
        for (const key of inside) expect(keys[slotOf(keys, key)]).toBe(key);
        expect(slotOf(keys, out)).toBe(-1);
      }),
    );
  });
});

describe("classes", () => {
  it("have a bit each, and groups that pool them", () => {
    expect(CLASSES.length).toBeLessThan(32);
    expect(groupsOf(bitOf("company"))).toBe(groupsOf(bitOf("media")));
    expect(groupsOf(bitOf("city") | bitOf("surname"))).toBe(5);
    expect(groupsOf(0)).toBe(0);
  });
  it("rank how often a word has a small letter", () => {
    expect([smallShareOf(1, 1), smallShareOf(0, 9), smallShareOf(1, 99), smallShareOf(1, 1e9)]).toEqual([0, 1, 2, 2]);
    expect([smallShareOf(1, 4), smallShareOf(2, 2), smallShareOf(9, 1), smallShareOf(99, 1)]).toEqual([3, 4, 5, 6]);
  });
});
