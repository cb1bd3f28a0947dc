import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignTexts } from "../../src/align.ts";

const place = (text: string, part: string) => ({
  start: text.indexOf(part),
  end: text.indexOf(part) + part.length,
});

describe("alignTexts", () => {
  it("leads to the same passage past a line that came in", () => {
    const [from, to] = ["Top.\nNew line.\nThe pier opens in May.\n", "Top.\nThe pier opens in May.\n"];
    expect(alignTexts(from, to)(place(from, "May"))).toEqual(place(to, "May"));
  });

  it("leads past words that differ in the same line", () => {
    const [from, to] = [
      "The cafÃ© on Pier Street opens in May at 9.",
      "The café on the Pier Street opens in May at 9.",
    ];
    for (const part of ["Pier Street", "May", "The", "9"])
      expect(alignTexts(from, to)(place(from, part))).toEqual(place(to, part));
  });

  it("takes a word that differs for its counterpart", () => {
    const [from, to] = ["She met Zoé in May.", "She met ZoÃ© in May."];
    expect(alignTexts(from, to)(place(from, "Zoé"))).toEqual(place(to, "ZoÃ©"));
  });

  it("stays in the text and in order, whatever the texts are", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "c", " ", "\n", "é"), { maxLength: 40 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (from, to) => {
        const align = alignTexts(from, to);
        let last = { start: 0, end: 0 };
        for (let at = 0; at <= from.length; at++) {
          const now = align({ start: at, end: at });
          expect(now.start).toBeGreaterThanOrEqual(last.start);
          expect(now.end).toBeGreaterThanOrEqual(last.end);
          expect(Math.max(now.start, now.end)).toBeLessThanOrEqual(to.length);
          last = now;
        }
      }),
    );
  });
});
