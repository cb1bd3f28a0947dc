import { createRequire } from "node:module";
import { InputError } from "../../input-error.ts";
import type { CsvHeader } from "../../layers.ts";

const load = createRequire(import.meta.url);

/** The cells of one record of a .csv file (RFC 4180), quotation marks in unquoted cells taken as they are. */
function parseCsvRecord(record: string, delimiter: string): string[] {
  try {
    const rows: string[][] = load("csv-parse/sync").parse(record.replace(/^\ufeff/, ""), {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return rows[0] ?? [];
  } catch (cause) {
    throw new InputError(
      `not a CSV record (${(cause as Error).message})`,
      "put fields with line breaks or quotation marks in double quotes",
      { cause },
    );
  }
}

const DELIMITERS = [",", "\t", ";", "|"] as const;

/** Reads the header row; what separates its names is what there is most of. */
export function parseCsvHeader(row: string): CsvHeader {
  const times = (char: string): number => row.split(char).length;
  const delimiter = DELIMITERS.reduce((best, char) => (times(char) > times(best) ? char : best));
  return { columns: parseCsvRecord(row, delimiter).map((name) => name.trim()), delimiter };
}

/** A record by the names of its columns; empty cells are left out. Throws an `InputError` if it has more cells than names. */
export function csvFields(record: string, { columns, delimiter }: CsvHeader): Record<string, string> {
  const cells = parseCsvRecord(record, delimiter);
  if (cells.slice(columns.length).some((cell) => cell.trim() !== ""))
    throw new InputError(
      `the record has ${cells.length} fields and the header row ${columns.length}`,
      `put fields that hold "${delimiter === "\t" ? "tab" : delimiter}" in double quotes`,
    );
  return Object.fromEntries(columns.flatMap((name, i) => (name && cells[i]?.trim() ? [[name, cells[i]]] : [])));
}
