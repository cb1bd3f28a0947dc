import type { ScoreResult } from "./score.ts";

/** Any of the numbers a result holds: a measure, the mean over articles, a share of cases, a single percentage. */
type Cell = number | Readonly<Record<string, number>>;
type Rows = Readonly<Record<string, Cell>>;

const MEASURE = ["P", "R", "F1", "gold", "found"];
const SHARE = ["right", "of", "%"];

/** The scores as a table for a terminal; it ends with a line feed. Percentages have two decimals. */
export function scoreTable({ docs, ...layers }: ScoreResult): string {
  const parts = Object.entries(layers).flatMap(([layer, scores]) => sections(layer, scores));
  if (docs) {
    const { gold, scored, missing, textMismatch, missingIds = [], mismatchIds = [] } = docs;
    parts.unshift(
      `documents: ${scored} of ${gold} scored, ${missing} missing${first(missingIds)}, ` +
        `${textMismatch} with another text${first(mismatchIds)}\n`,
    );
  }
  return parts.join("\n");
}

const first = (ids: readonly string[]): string => (ids.length ? ` (${ids.join(", ")})` : "");

/** A layer is a measure by itself, a list of them, or several lists with a name each. */
function sections(title: string, scores: object): string[] {
  if ("f1" in scores) return [section(title, { "4-grams": scores as unknown as Cell })];
  const values = Object.values(scores);
  if (values.some(isCell)) return [section(title, scores as Rows)];
  return Object.entries(scores).flatMap(([name, part]) => sections(`${title}, ${name}`, part));
}

const isCell = (value: unknown): boolean =>
  typeof value === "number" || (typeof value === "object" && value !== null && ("f1" in value || "right" in value));

function section(title: string, rows: Rows): string {
  const cells = Object.values(rows).map(inColumns);
  const header = Object.values(rows).some((cell) => typeof cell === "object" && "right" in cell) ? SHARE : MEASURE;
  const names = Object.keys(rows).map((name) => `  ${name}`);
  const width = Math.max(title.length, 20, ...names.map((name) => name.length));
  const columns = header.slice(0, Math.max(...cells.map((row) => row.length)));
  const line = (name: string, row: readonly string[]) =>
    `${name.padEnd(width)}${row.map((cell) => cell.padStart(9)).join("")}\n`;
  return line(title, columns) + names.map((name, i) => line(name, cells[i]!)).join("");
}

function inColumns(cell: Cell): string[] {
  if (typeof cell === "number") return [`${cell.toFixed(2)} %`];
  if ("right" in cell) return [String(cell.right), String(cell.of), cell.pct!.toFixed(2)];
  const { p, r, f1, gold, pred } = cell as { p: number; r: number; f1: number; gold?: number; pred?: number };
  const counts = [gold, pred].filter((count) => count !== undefined).map(String);
  return [p, r, f1].map((value) => value.toFixed(2)).concat(counts);
}
