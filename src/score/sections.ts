import type { Difference, Intervals } from "./bootstrap.ts";
import type { ErrorTotals, ScoreError, ScoreResult } from "./score.ts";

/** Scores with what was asked for beside them. Plain data for JSON. */
export interface ScoreReport {
  readonly scores: ScoreResult;
  /** 95 % confidence intervals, by what is measured: "dates value f1". */
  readonly intervals?: Intervals;
  /** How the scores differ from those of another run, likewise. */
  readonly differences?: Readonly<Record<string, Difference>>;
  readonly errors?: readonly ScoreError[];
  readonly errorTotals?: ErrorTotals;
}

/** A part of the scores as a table: a row for each thing that is measured. */
export interface Section {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [name: string, ...cells: string[]])[];
}

/** Any of the numbers a result holds: a measure, the mean over articles, a share of cases, a single percentage. */
type Cell = number | Readonly<Record<string, number>>;

const MEASURE = ["P", "R", "F1", "gold", "found"];
const SHARE = ["right", "of", "%"];
const INTERVAL = "95 %";
const DIFFERENCE = "change";

/** How the parts of a report are written in some format. */
interface Writers {
  readonly line: (documents: string) => string;
  readonly table: (section: Section) => string;
  readonly errorList: (group: ErrorGroup) => string;
}

/** The report in that format: what became of the documents, a table for each section, and the errors if there are some. */
export function written(report: ScoreReport, { line, table, errorList }: Writers): string {
  const documents = documentsLine(report.scores);
  return [
    ...(documents === null ? [] : [`${line(documents)}\n`]),
    ...scoreSections(report).map(table),
    ...errorGroups(report).map(errorList),
  ].join("\n");
}

/** The scores as tables. Percentages have two decimals; an interval is about the F1, or the only percentage of its row. */
function scoreSections({ scores: { docs: _, types = {}, ...layers }, ...beside }: ScoreReport): Section[] {
  const parts = Object.entries(layers).flatMap(([layer, scores]) => sections([layer], layer, scores, beside));
  const typed = Object.entries(types).flatMap(([layer, criteria]) =>
    Object.entries(criteria).flatMap(([criterion, rows]) =>
      sections(["types", layer, criterion], `${layer} by type, ${criterion}`, rows, beside),
    ),
  );
  return [...parts, ...typed];
}

type Beside = Pick<ScoreReport, "intervals" | "differences">;

/** A layer is a measure by itself, a list of them, or several lists with a name each. */
function sections(path: readonly string[], title: string, scores: object, beside: Beside): Section[] {
  if ("f1" in scores) return [section(path, title, { "4-grams": scores as unknown as Cell }, beside)];
  if (Object.values(scores).some(isCell)) return [section(path, title, scores as Record<string, Cell>, beside)];
  return Object.entries(scores).flatMap(([name, part]) => sections([...path, name], `${title}, ${name}`, part, beside));
}

const isCell = (value: unknown): boolean =>
  typeof value === "number" || (typeof value === "object" && value !== null && ("f1" in value || "right" in value));

function section(path: readonly string[], title: string, scores: Record<string, Cell>, beside: Beside): Section {
  const isShare = Object.values(scores).some((cell) => typeof cell === "object" && "right" in cell);
  const isPercentage = Object.values(scores).every((cell) => typeof cell === "number");
  const measures = isPercentage ? ["right"] : isShare ? SHARE : MEASURE;
  const cells = Object.values(scores).map(inColumns);
  const width = Math.max(...cells.map((row) => row.length));
  const { intervals, differences } = beside;
  const columns = [
    ...measures.slice(0, width),
    ...(intervals ? [INTERVAL] : []),
    ...(differences ? [DIFFERENCE, INTERVAL] : []),
  ];
  const rows = Object.entries(scores).map(([name, cell], i): [string, ...string[]] => {
    const key = [...path, ...(title === path[0] && "f1" in scores ? [] : [name]), ...figureOf(cell)].join(" ");
    // What stands beside the scores has columns of its own, so a short row is filled up.
    const own = intervals || differences ? [...cells[i]!, ...Array<string>(width).fill("")].slice(0, width) : cells[i]!;
    const change = differences?.[key];
    return [
      name,
      ...own,
      ...(intervals ? [bounds(intervals[key])] : []),
      ...(differences ? [change ? signed(change.difference) : "", bounds(change?.interval, signed)] : []),
    ];
  });
  return { title, columns, rows };
}

/** The name of the number of a row that intervals are told of. */
const figureOf = (cell: Cell): string[] => (typeof cell === "number" ? [] : ["right" in cell ? "pct" : "f1"]);

const bounds = (interval: readonly [number, number] | undefined, write = fixed): string =>
  interval ? interval.map(write).join("…") : "";

const fixed = (value: number): string => value.toFixed(2);
const signed = (value: number): string => `${value > 0 ? "+" : value < 0 ? "−" : "±"}${Math.abs(value).toFixed(2)}`;

function inColumns(cell: Cell): string[] {
  if (typeof cell === "number") return [`${cell.toFixed(2)} %`];
  if ("right" in cell) return [String(cell.right), String(cell.of), cell.pct!.toFixed(2)];
  const { p, r, f1, gold, pred } = cell as { p: number; r: number; f1: number; gold?: number; pred?: number };
  const counts = [gold, pred].filter((count) => count !== undefined).map(String);
  return [p, r, f1].map(fixed).concat(counts);
}

/** What became of the documents, in a line. */
function documentsLine({ docs }: ScoreResult): string | null {
  if (!docs) return null;
  const { gold, scored, missing, textMismatch, missingIds = [], mismatchIds = [] } = docs;
  return (
    `documents: ${scored} of ${gold} scored, ${missing} missing${first(missingIds)}, ` +
    `${textMismatch} with another text${first(mismatchIds)}`
  );
}

const first = (ids: readonly string[]): string => (ids.length ? ` (${ids.join(", ")})` : "");

/** Errors of one layer and kind: how many there are, and those that were kept. */
export interface ErrorGroup {
  readonly layer: string;
  readonly kind: string;
  readonly total: number;
  readonly errors: readonly ScoreError[];
}

/** The errors by layer and kind, the commonest kind of each layer first. */
function errorGroups({ errors = [], errorTotals = {} }: ScoreReport): ErrorGroup[] {
  return Object.entries(errorTotals).flatMap(([layer, totals]) =>
    Object.entries(totals)
      .sort(([, a], [, b]) => b - a)
      .map(([kind, total]) => ({
        layer,
        kind,
        total,
        errors: errors.filter((error) => error.layer === layer && error.kind === kind),
      })),
  );
}

/** What an error is about: `PERSON`, `gold 2026-W08, found 2026-W09`. */
export function errorDetail({ kind, type, gold, got, published, rule }: ScoreError): string {
  const isDifference = !["missed", "spurious"].includes(kind);
  const parts = [
    type,
    gold !== undefined && `gold ${shown(gold)}`,
    (got !== undefined || isDifference) && `found ${shown(got)}`,
    published && `published ${published}`,
  ];
  return [parts.filter(Boolean).join(", "), rule && `[${rule}]`].filter(Boolean).join(" ");
}

/** Where an error is: the article, and the span in the text of its gold. */
export const errorPlace = ({ id, start, end }: ScoreError): string =>
  start === undefined ? id : `${id} ${start}-${end}`;

/** Characters shown of a value, which may be a whole text. */
const MOST_SHOWN = 160;

const shown = (value: string | null | undefined): string =>
  value == null ? "nothing" : value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN).toWellFormed()}…` : value;
