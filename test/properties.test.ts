import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { news } from "../pipelines/news.ts";
import { integrityIssues } from "../src/schema/integrity.ts";
import { withOffsets } from "../src/schema/offsets.ts";
import { restoreSource } from "../src/schema/restore.ts";
import { inputOf } from "./support/sample.ts";

const made = news();
const annotate = (text: string) => made.run(inputOf(text, { options: { published: "2026-02-23" } })).document;

/** Characters and words that have broken tokenizers, pairing of quotes, or offsets before. */
const awkward = fc.constantFrom(
  ..."\u0000\t\n\r\u000b\u001f\u0085\u00a0\u00ad\u0300\u180e\u200b\u200d\u2028\u2029\u202e\u3000\ufeff\ufffd\ud800\udc00'\"“”‘’«»–—…$€£%&#.,;:!?()[]-0123456789",
  "\r\n",
  "\n\n",
  "😀",
  "👩‍👩‍👧",
  "🇫🇷",
  "e\u0301",
  "â€™",
  "Ã©",
  "&amp;",
  "&#8217;",
  "''",
  "``",
);
const wordy = fc.constantFrom(
  ...'said Tuesday May March $3-4 billion €5m percent Dr. Mr. U.S. Smith Smith\'s Ministry of Health according to the who he she They last week 1990s 12 two-year-old Jan. 3 “We ” "No, " constructor __proto__ toString'.split(
    " ",
  ),
);
const spaced = fc.array(fc.oneof(wordy, awkward), { maxLength: 80 }).map((parts) => parts.join(" "));
const dense = fc
  .array(fc.oneof(awkward, wordy, fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 80 })
  .map((parts) => parts.join(""));
const anything = fc.string({ unit: "binary", maxLength: 200 });
const texts = fc.oneof(spaced, dense, anything).filter((text) => /[^\p{White_Space}\p{Control}\p{Format}]/u.test(text));

describe("whatever the text", () => {
  it("the pipeline never throws, spans are true, order holds, and the source rebuilds", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = annotate(text);
        expect(integrityIssues(document)).toEqual([]);
        expect(restoreSource(document.text)).toBe(text);
        const { start, end } = document.tokens;
        expect(start.map((s, i) => document.text.value.slice(s, end[i])).join("")).toBe(
          document.text.value.replace(/\s+/gu, ""),
        );
      }),
      { numRuns: 1500 },
    );
  });

  it("the same text gives the same document, alone or after others", () => {
    fc.assert(
      fc.property(texts, fc.array(texts, { maxLength: 3 }), (text, others) => {
        const first = JSON.stringify(annotate(text));
        for (const other of others) annotate(other);
        expect(JSON.stringify(annotate(text))).toBe(first);
      }),
      { numRuns: 300 },
    );
  });

  it("offsets go to code points and back", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = annotate(text);
        const moved = withOffsets(document, "codepoint");
        const points = [...moved.text.value];
        for (const { start, end, text } of moved.entities.flatMap((e) => e.mentions))
          expect(points.slice(start, end).join("")).toBe(text);
        expect(withOffsets(moved, "utf16")).toEqual(document);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["one long line", "The minister said on Tuesday that $3 million was spent. ".repeat(20_000)],
    ["one long word", "x".repeat(1_000_000)],
    ["quotation marks", "“\"'”".repeat(50_000)],
    ["quotes that never close", "“He said. ".repeat(30_000)],
    ["digits", "1".repeat(200_000)],
    ["numbers", "1,234 ".repeat(50_000)],
    ["capitals", "Aa ".repeat(100_000)],
    ["dollar signs", "$".repeat(200_000)],
    ["hyphens", "a-".repeat(100_000)],
    ["commas", "a, ".repeat(100_000)],
    ["line breaks", "a\n".repeat(100_000)],
    ["emoji", "😀".repeat(100_000)],
    ["of", "Bank of ".repeat(50_000)],
    ["and", "said and ".repeat(50_000)],
    ["million", "five million ".repeat(50_000)],
    ["ago", "two years ago ".repeat(30_000)],
  ])("%s is annotated in linear time", (_, text) => {
    expect(integrityIssues(annotate(text))).toEqual([]); // a blow-up would not come back within the test's time
  });
});
