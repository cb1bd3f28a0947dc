import { describe, expect, it } from "vitest";
import { restoreSource } from "../../src/schema/restore.ts";
import { findDamage } from "../../src/stages/2-repair/find.ts";
import { applyChanges } from "../../src/stages/2-repair/repair.ts";
import { decodeWindows1252 } from "../../src/windows-1252.ts";

const repaired = (text: string) => applyChanges(text, findDamage(text));

/** UTF-8 bytes read as windows-1252, as a careless program does it. */
const damaged = (text: string): string => decodeWindows1252(Buffer.from(text, "utf8"));

describe("repair", () => {
  it.each(["“Zoë’s café” — £5…", "naïve – résumé", "emoji 😀 too"])("undoes mojibake in %j", (text) => {
    expect(repaired(damaged(text)).value).toBe(text);
  });

  it.each([
    ["AT&amp;T &#8217;s &quot;x&quot; &#x2014; &#146;", 'AT&T ’s "x" — ’'],
    ["\ufeffText\ufeff.", "Text."],
    ["It\u0092s", "It’s"],
  ])("mends %j", (text, expected) => expect(repaired(text).value).toBe(expected));

  it.each([
    "Plain text.",
    "AT&T & R&D; &co",
    "αβγ Здравствуйте",
    "“curly” ’quotes’ stay",
    "Â la carte",
    "Ça, Ã no",
    "&#0; &#55296; &bogus;",
  ])("leaves %j alone", (text) => expect(repaired(text)).toEqual({ value: text, repairs: [] }));

  it("records each change where it ended up, so that the source can be rebuilt", () => {
    const source = `\ufeffIt${damaged("’")}s AT&amp;T.`;
    const text = repaired(source);
    expect(text).toEqual({
      value: "It’s AT&T.",
      repairs: [
        { start: 0, end: 0, original: "\ufeff", kind: "byte-order-mark", certain: true },
        { start: 2, end: 3, original: "â€™", kind: "mojibake", certain: true },
        { start: 7, end: 8, original: "&amp;", kind: "html-entity", certain: true },
      ],
    });
    expect(restoreSource(text)).toBe(source);
  });
});
