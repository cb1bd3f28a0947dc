import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { scoreJunit } from "../../src/score/junit.ts";
import { scoreMarkdown } from "../../src/score/markdown.ts";
import type { ScoreReport } from "../../src/score/sections.ts";
import { scoreTable } from "../../src/score/table.ts";
import { allOf, measured } from "./made.ts";

const VICIOUS = '<b>]]> & "x" | `code` \u001b[2J\u0000 \ud800 [a](javascript:b)';
const report: ScoreReport = {
  scores: {
    docs: { gold: 3, scored: 2, missing: 1, textMismatch: 0, missingIds: ["c"] },
    money: { strict: allOf(2), relaxed: measured(50, 50, 50, 2, 2) },
    types: { dates: { strict: { DATE: allOf(1) }, relaxed: { DATE: allOf(1) } } },
  },
  errors: [
    { layer: "money", id: VICIOUS, kind: "missed", gold: "5 USD", text: "x", context: `«${VICIOUS}»` },
    { layer: "money", id: "b", kind: "bounds", got: null },
  ],
  errorTotals: { money: { bounds: 1, missed: 7 } },
};
const articles = [
  { id: VICIOUS, layers: ["money"], isMissing: false },
  { id: "a", layers: ["money", "dates"], isMissing: false },
  { id: "c", layers: ["money"], isMissing: true },
];

describe("the table", () => {
  it("lists errors by layer and kind, the commonest first, and lets no control character through", () => {
    const table = scoreTable(report);
    expect(table).toContain("\nmoney missed: 7\n  <b>");
    expect(table).toContain("\nmoney bounds: 1\n  b: found nothing\n");
    expect(table.indexOf("missed: 7")).toBeLessThan(table.indexOf("bounds: 1"));
    expect(table).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it("lets nothing through from types that the gold made up, and nothing that turns a line around", () => {
    const type = "PER\u001b[1m\u202eNOS";
    const table = scoreTable({ scores: { types: { entities: { strict: { [type]: allOf(1) } } } } as never });
    expect(table).toContain("  PER\ufffd[1m\ufffdNOS ");
  });

  it("has columns for intervals and differences, empty where there is none", () => {
    const table = scoreTable({
      scores: { money: { strict: allOf(2), relaxed: allOf(2) } },
      intervals: { "money strict f1": [90, 100] },
      differences: { "money strict f1": { difference: -1.5, interval: [-3, 0] } },
    });
    expect(table).toBe(
      [
        "money                       P        R       F1     gold    found          95 %   change         95 %",
        "  strict               100.00   100.00   100.00        2        2  90.00…100.00    −1.50  −3.00…±0.00",
        "  relaxed              100.00   100.00   100.00        2        2",
        "",
      ].join("\n"),
    );
  });
});

describe("Markdown", () => {
  it("has nothing of an article that reads as markup", () => {
    const markdown = scoreMarkdown(report);
    expect(markdown).toContain("### money missed: 7\n\n- &lt;b&gt;\\]\\]&gt; &amp; ");
    expect(markdown).toContain("\\| \\`code\\` ");
    expect(markdown).not.toMatch(/<|[^\P{Cc}\n]/u);
  });
});

describe("JUnit XML", () => {
  const xml = scoreJunit(report, articles);

  it("is well formed whatever an article holds", () => {
    const open: string[] = [];
    const names: string[] = [];
    const parser = new Parser(
      {
        onopentag: (name, attributes) => {
          open.push(name);
          if (name === "testcase") names.push(attributes.name!);
        },
        onclosetag: (name, isImplied) => {
          expect([open.pop(), isImplied && !/^(?:property|testcase|error)$/.test(name)]).toEqual([name, false]);
        },
      },
      { xmlMode: true },
    );
    parser.end(xml);
    expect(open).toEqual([]);
    expect(names).toEqual([VICIOUS.replace(/[\u001b\u0000\ud800]/g, "\ufffd"), "a", "c"]);
    expect(xml).not.toMatch(/[\u0000-\u0008\u000e-\u001f]/);
    expect(xml.isWellFormed()).toBe(true);
  });

  it("fails what has errors, and tells a missing document from one", () => {
    expect(xml).toContain('<testsuites name="pressmark score" tests="3" failures="1" errors="1">');
    expect(xml).toContain('<failure message="1 missed">missed: gold 5 USD: «&lt;b&gt;');
    expect(xml).toContain(
      '<testcase classname="pressmark.money" name="c">\n      <error message="there is no document of it"/>',
    );
    expect(xml).toContain('<property name="money relaxed f1" value="50"/>');
  });
});
