import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { restoreSource } from "../../src/schema/restore.ts";
import { changed } from "../../src/stages/2-repair/change.ts";
import { ENCODINGS } from "../../src/stages/2-repair/encodings.ts";
import { findDamage } from "../../src/stages/2-repair/find.ts";
import { repairText } from "../../src/stages/2-repair/repair.ts";
import { decodeWindows1252 } from "../../src/windows-1252.ts";

/** Pieces of which damage is made, and of what stands around it. */
const piece = fc.constantFrom(
  ...[
    "Ã",
    "Â",
    "â",
    "â€",
    "â€™",
    "â€œ",
    "â€\u009d",
    "â??",
    "β",
    "β¦",
    "β€",
    "Γ‘",
    "в",
    "вЂ",
    "Ð",
    "├",
    "┤",
    "√",
    "ü",
    "ı",
    "ï»¿",
  ],
  ...[
    "&amp;",
    "&",
    "amp;",
    "#8217;",
    "&#38;",
    "&#x26;",
    "quot;",
    "&eacute;",
    "\ufeff",
    "\u00a0",
    "\u0092",
    "\ufffd",
    "?",
  ],
  ...[
    "\u00ed\u00a0\u00bd",
    "\u00ed\u00b8\u0080",
    "\ud83d",
    "\ude00",
    "\u0303",
    "\u0308",
    "“",
    "”",
    "‘",
    "’",
    "—",
    "…",
    "€",
    "™",
  ],
  ...["It", "s", "don", "t", "A", "a", " ", " ", "\n", ".", ",", "1", "Claude", "mayor", "é", "Ñ", "α", "б", "א"],
);
const damaged = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));
const anything = fc.oneof(
  damaged,
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);

describe("repair", () => {
  it("never throws, and its repairs rebuild the source", () => {
    fc.assert(
      fc.property(anything, (source) => {
        const { value, repairs } = repairText(source);
        expect(restoreSource({ value, repairs })).toBe(source);
        let last = 0;
        for (const { start, end } of repairs) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThanOrEqual(start);
          last = end;
        }
        expect(changed(source, findDamage(source))).toBe(value);
      }),
      { numRuns: 3000 },
    );
  });

  it("changes nothing more when it is done again", () => {
    fc.assert(
      fc.property(anything, (source) => {
        const { value } = repairText(source);
        expect(repairText(value)).toEqual({ value, repairs: [] });
      }),
      { numRuns: 3000 },
    );
  });

  it("undoes windows-1252 over ordinary words, however they are spelled", () => {
    const word = fc.stringMatching(/^[a-zéèñöüçáãø]{2,9}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const text = words.join(" ");
        expect(repairText(decodeWindows1252(Buffer.from(text, "utf8"))).value).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["Ã"],
    ["Ã "],
    ["â€"],
    ["â€ "],
    ["â€™"],
    ["ÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢"],
    ["&amp;"],
    ["amp;", "&"],
    ["&"],
    ["&#38;"],
    ["β"],
    [" β "],
    ["a β"],
    ["?a"],
    [" ?a"],
    ["don?t ?"],
    ["\ufffd"],
    [" \ufffda"],
    ["\ufeff"],
    ["\u0092"],
    ["“"],
    ["Рґ"],
    ["├┤"],
    ["A\u0303"],
    ["Ð "],
    ["æ—¥"],
  ])(
    "a long text of %j takes no longer than its length asks for",
    (unit, before = "") => {
      // A quadratic one would take hours; a test that ends is the proof.
      const source = before + unit.repeat(Math.ceil(2 ** 19 / unit.length));
      const repaired = repairText(source);
      expect(restoreSource(repaired) === source).toBe(true);
    },
    60_000,
  );
});

describe("the tables of encodings", () => {
  const DECODED = { macintosh: "macintosh", ibm437: null } as Record<string, string | null>;
  it.each(ENCODINGS.map(({ name, chars }) => [name, chars] as const))("%s is as TextDecoder has it", (name, chars) => {
    const label = name in DECODED ? DECODED[name] : name;
    if (!label) return expect(new Set(chars).size).toBe(128); // WHATWG has no IBM 437
    const decoder = new TextDecoder(label);
    for (const [i, char] of chars.entries()) {
      const decoded = decoder.decode(Uint8Array.of(0x80 + i));
      // Node 20 decodes windows-1252 as latin-1, and what is undefined is a control character here and lost there.
      if (char && decoded !== "\ufffd" && !(decoded >= "\u0080" && decoded < "\u00a0"))
        expect([i, char]).toEqual([i, decoded]);
    }
  });
});

const seed = new URL("../../../shared/seed/000_f71b1431a2dd7568.txt", import.meta.url);
describe.skipIf(!existsSync(seed))("an article from the wild", () => {
  it("reads as it was written", () => {
    const { value, repairs } = repairText(readFileSync(seed, "utf8"));
    expect(value).not.toMatch(/[Ͱ-Ͽ]/);
    expect(repairs.map(({ start, end }) => value.slice(start, end)).join("")).toBe(
      "—“…————————á—————".slice(0, repairs.length),
    );
  });
});
