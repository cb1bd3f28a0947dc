import { inert } from "../inert.ts";
import { type ErrorGroup, errorDetail, errorPlace, type ScoreReport, type Section, written } from "./sections.ts";

/** The scores as tables for a terminal, and the errors below if there are some; it ends with a line feed. */
export const scoreTable = (report: ScoreReport): string =>
  inert(written(report, { line: (documents) => documents, table, errorList }));

function table({ title, columns, rows }: Section): string {
  const names = rows.map(([name]) => `  ${name}`);
  const width = Math.max(title.length, 20, ...names.map((name) => name.length));
  const widths = columns.map((_, i) => Math.max(9, ...rows.map((cells) => (cells[i + 1]?.length ?? 0) + 2)));
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(width)}${cells.map((cell, i) => cell.padStart(widths[i]!)).join("")}`.trimEnd();
  return `${[line(title, columns), ...rows.map(([, ...cells], i) => line(names[i]!, cells))].join("\n")}\n`;
}

function errorList({ layer, kind, total, errors }: ErrorGroup): string {
  const lines = errors.map((error) => {
    const { context = "" } = error;
    return `  ${[errorPlace(error), errorDetail(error)].filter(Boolean).join(": ")}\n${context && `      ${context}\n`}`;
  });
  return `${layer} ${kind}: ${total}\n${lines.join("")}`;
}
