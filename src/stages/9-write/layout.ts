import type { Document } from "../../schema/document.ts";

/**
 * JSON laid out for people and for line-by-line comparison: a top-level field a line, in lists an annotation a line, and
 * each column of tokens on a line of its own.
 */
export function layOut(document: Document): string {
  const fields = Object.entries(document).map(([key, value]) => {
    if (Array.isArray(value))
      return `  ${JSON.stringify(key)}: ${lines(
        "[",
        value.map((item) => JSON.stringify(item)),
        "]",
      )}`;
    if (key !== "tokens" && key !== "text") return `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    const columns = Object.entries(value).map(([name, column]) => `${JSON.stringify(name)}: ${JSON.stringify(column)}`);
    return `  ${JSON.stringify(key)}: ${lines("{", columns, "}")}`;
  });
  return `{\n${fields.join(",\n")}\n}\n`;
}

const lines = (open: string, items: readonly string[], close: string): string =>
  items.length === 0 ? open + close : `${open}\n    ${items.join(",\n    ")}\n  ${close}`;
