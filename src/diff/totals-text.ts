import { CHANGE_KINDS } from "./article-diff.ts";
import type { DiffTotals, KindCounts, Maker, VerdictCounts } from "./totals.ts";
import { VERDICTS } from "./verdict.ts";

/**
 * What two runs have and how they differ, as tables for a terminal, with a column for each kind of change that there is; `isJudged` if
 * there was gold to judge changes by.
 */
export function totalsText({ articles, layers, rules, madeBy }: DiffTotals, isJudged = false): string {
  const occurring = CHANGE_KINDS.filter((kind) => Object.values(layers).some((layer) => layer[kind] > 0));
  const kinds = isJudged && occurring.length > 0 ? [...occurring, ...VERDICTS] : occurring;
  const row = (name: string, cells: readonly string[]): string =>
    `${name.padEnd(26)}${cells.map((cell, i) => cell.padStart(i < 2 ? 8 : Math.max(9, (kinds[i - 3] ?? "").length + 2))).join("")}`;
  const countsOf = (counts: KindCounts & VerdictCounts): string[] => kinds.map((kind) => String(counts[kind]));
  const { before, after, onlyBefore, onlyAfter, inParts, changed } = articles;
  const lines = [
    ...madeBy.before.map((maker) => makerLine("A", maker)),
    ...madeBy.after.map((maker) => makerLine("B", maker)),
    `articles: ${before} in A, ${after} in B; ${onlyBefore} only in A, ${onlyAfter} only in B, ` +
      `${inParts} with another text, structure or metadata; ${changed} differ`,
    "",
    row("layer", ["in A", "in B", "changed", ...kinds]),
    ...Object.entries(layers).map(([layer, totals]) =>
      row(layer, [...[totals.before, totals.after, totals.changed].map(String), ...countsOf(totals)]),
    ),
  ];
  if (Object.keys(rules).length > 0)
    lines.push(
      "",
      row("rule", ["", "", "", ...kinds]),
      ...Object.entries(rules).map(([rule, counts]) => row(rule, ["", "", "", ...countsOf(counts)])),
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
