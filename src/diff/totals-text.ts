import { CHANGE_KINDS, type ChangeKind } from "./article-diff.ts";
import type { DiffTotals, KindCounts, Maker } from "./totals.ts";

/** What two runs have and how they differ, as tables for a terminal. */
export function totalsText({ articles, layers, rules, madeBy }: DiffTotals): string {
  const { before, after, onlyBefore, onlyAfter, inParts, changed } = articles;
  const lines = [
    ...madeBy.before.map((maker) => makerLine("A", maker)),
    ...madeBy.after.map((maker) => makerLine("B", maker)),
    `articles: ${before} in A, ${after} in B; ${onlyBefore} only in A, ${onlyAfter} only in B, ` +
      `${inParts} with another text, structure or metadata; ${changed} differ`,
    "",
    row("layer", ["in A", "in B", "changed", ...CHANGE_KINDS]),
    ...Object.entries(layers).map(([layer, totals]) =>
      row(layer, [totals.before, totals.after, totals.changed, ...countsOf(totals)].map(String)),
    ),
  ];
  if (Object.keys(rules).length > 0)
    lines.push(
      "",
      row("rule", ["", "", "", ...CHANGE_KINDS]),
      ...Object.entries(rules).map(([rule, counts]) => row(rule, ["", "", "", ...countsOf(counts).map(String)])),
    );
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

function makerLine(side: string, { provenance: { generator, pipeline, models }, documents }: Maker): string {
  const loaded = models.map(({ name, sha256 }) => `${name} ${sha256.slice(0, 8)}`).join(", ");
  return (
    `${side}: ${documents} by ${generator.name} ${generator.version}, pipeline ${pipeline.name} ${pipeline.version}, ` +
    `options ${pipeline.optionsHash.slice(0, 8)}${loaded ? `, models ${loaded}` : ""}`
  );
}

const countsOf = (counts: KindCounts): number[] => CHANGE_KINDS.map((kind: ChangeKind) => counts[kind]);

const row = (name: string, cells: readonly string[]): string =>
  `${name.padEnd(26)}${cells.map((cell, i) => cell.padStart(i < 2 ? 8 : Math.max(9, (CHANGE_KINDS[i - 3] ?? "").length + 2))).join("")}`;
