import { inert } from "../inert.ts";
import { type ErrorGroup, errorDetail, errorPlace, type ScoreReport, type Section, written } from "./sections.ts";

/** The scores as Markdown, with tables as GitHub reads them, and the errors below if there are some. */
export const scoreMarkdown = (report: ScoreReport): string => written(report, { line: escaped, table, errorList });

function table({ title, columns, rows }: Section): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const lines = rows.map(([name, ...cells]) => line([name, ...columns.map((_, i) => cells[i] ?? "")].map(escaped)));
  const rule = line(["---", ...columns.map(() => "---:")]);
  return `${[line([`**${escaped(title)}**`, ...columns]), rule, ...lines].join("\n")}\n`;
}

function errorList({ layer, kind, total, errors }: ErrorGroup): string {
  const items = errors.map((error) => {
    const { context } = error;
    const passage = context === undefined ? "" : `  \n  ${escaped(context)}`;
    return `- ${[errorPlace(error), errorDetail(error)].filter(Boolean).map(escaped).join(": ")}${passage}\n`;
  });
  return `### ${layer} ${kind}: ${total}\n${items.length > 0 ? `\n${items.join("")}` : ""}`;
}

/** Text of articles on one line, with nothing in it that Markdown or HTML would read as markup. */
const escaped = (text: string): string =>
  inert(text.replace(/\s+/gu, " "))
    .replace(/[\\`*_{}[\]()#+!|~$@]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
