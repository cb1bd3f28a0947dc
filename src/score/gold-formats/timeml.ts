import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Parser } from "htmlparser2";
import { InputError } from "../../input-error.ts";
import { trimmed } from "../../span.ts";
import type { GoldArticle, GoldDate } from "../gold.ts";

const REMEDY = "give TimeML as TimeBank and TempEval-3 have it";

/**
 * Reads a TimeML file: the text of its TEXT element (or, as in TimeBank 1.2, of the whole file), the TIMEX3 in it, and
 * the document creation time as the date of publication. Events, signals and links are passed over, as are TIMEX3 without text.
 * Throws an `InputError` with file and line where it is not well formed or a TIMEX3 has no type or value.
 */
export async function readTimeml(file: string): Promise<GoldArticle> {
  const xml = await readFile(file, "utf8").catch((cause: Error) => {
    throw new InputError(`${file}: the gold file cannot be read (${cause.message})`, "check the path", { cause });
  });
  return timemlArticle(xml, file, basename(file).replace(/\.(?:tml|xml)$/i, ""));
}

/** An element that is open, with where it begins in the XML and in the text. */
interface Open {
  readonly name: string;
  readonly at: number;
  readonly start: number;
  readonly attributes: Readonly<Record<string, string>>;
}

const CREATION = ["CREATION_TIME", "PUBLICATION_TIME"];

export function timemlArticle(xml: string, file: string, id: string): GoldArticle {
  const wrong = (at: number, message: string, remedy = REMEDY): InputError =>
    new InputError(`${file}:${lineAt(xml, at)}: ${message}`, remedy);
  const hasTextElement = /<TEXT[\s>]/.test(xml);
  const open: Open[] = [];
  const dates: GoldDate[] = [];
  let [text, published, root]: [string, string | null, string | null] = ["", null, null];
  const isInText = (): boolean => !hasTextElement || open.some(({ name }) => name === "TEXT");
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        root ??= name;
        open.push({ name, at: parser.startIndex, start: text.length, attributes });
      },
      ontext: (part) => {
        if (isInText()) text += part;
      },
      onclosetag: (name, isImplied) => {
        const element = open.at(-1)!;
        const isEmpty = xml.startsWith("/>", parser.endIndex - 1);
        if (isImplied && !isEmpty) throw wrong(element.at, `<${name}> is not closed`, "make it well-formed XML");
        if (name === "TIMEX3") {
          const { type, value, mod, functionInDocument } = element.attributes;
          if (type === undefined || value === undefined)
            throw wrong(element.at, `a TIMEX3 has no ${type === undefined ? "type" : "value"}`);
          if (CREATION.includes(functionInDocument ?? "")) published ??= /^\d{4}-\d\d-\d\d/.exec(value)?.[0] ?? null;
          const span = isInText() ? trimmed(text, element.start, text.length) : null;
          if (span) dates.push({ ...span, type, value, ...(mod !== undefined && { mod }) });
        }
        open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  if (root !== "TimeML") throw wrong(0, root === null ? "there is no XML in it" : `<${root}> is no TimeML`);
  const body = trimmed(text, 0, text.length);
  if (!body) throw wrong(0, "there is no text in it");
  const placed = dates.map(({ start, end, ...date }) => ({
    start: start - body.start,
    end: end - body.start,
    ...date,
  }));
  return {
    id,
    text: text.slice(body.start, body.end),
    published,
    dates: placed.sort((a, b) => a.start - b.start || b.end - a.end),
  };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
