import type { RunReport } from "../batch/report.ts";
import { reportPaths } from "../batch/sinks.ts";
import type { Outcome } from "../batch/task.ts";
import type { Document } from "../schema/document.ts";
import { clip, count, number, plain } from "./text.ts";

/** Articles that are shown one by one; of a bigger run only the totals are. */
const MOST_SHOWN = 12;
/** A bigger document is not worth reading again for the summary. */
const MOST_BYTES = 2 ** 20;
const WIDEST = 100;
const NARROWEST = 40;
const BETWEEN = " · ";

/** Keeps the first few documents of a run, to show what was found in them. */
export class Highlights {
  readonly documents: Document[] = [];

  written = 0;

  add(outcome: Outcome): void {
    if (!outcome.ok) return;
    this.written++;
    if (this.written <= MOST_SHOWN && outcome.output.length <= MOST_BYTES)
      this.documents.push(JSON.parse(new TextDecoder().decode(outcome.output)));
  }
}

/** What a run found and where it went, for a person. `out` is where it was told to write. */
export function summary(report: RunReport, out: string, { documents, written }: Highlights, columns = WIDEST): string {
  const { counts, annotations, timings, throughput, output, failuresFile, interrupted } = report;
  const files = reportPaths(out);
  const width = Math.max(NARROWEST, Math.min(columns, WIDEST));
  const lines: string[] = [""];
  // Who has the documents in front of them needs no excerpts.
  if (files && written <= MOST_SHOWN) for (const document of documents) lines.push(...excerpt(document, width));
  if (counts.articles === 0)
    lines.push(
      interrupted ? "Interrupted before the first article." : "No articles found (.txt, .text, .jsonl, .ndjson).",
    );
  else
    lines.push(
      `${interrupted ? "Interrupted: " : ""}${number(counts.written)} of ${count(counts.articles, "article")} annotated in ${timings.seconds} s ` +
        `(${number(throughput.tokensPerSecond)} tokens/s)${counts.written > 0 ? `, written to ${output}` : ""}`,
    );
  if (counts.written > 0)
    lines.push(
      (["entities", "dates", "money", "quantities", "quotes", "repairs"] as const)
        .map((layer) => `${number(annotations[layer])} ${layer}`)
        .join(BETWEEN),
    );
  if (counts.failed > 0) {
    const where = files ? `in ${failuresFile ? files.failures : files.report}` : "above";
    lines.push(`${number(counts.failed)} failed; which and why is ${where}`);
  }
  if (interrupted && files) lines.push(`what was done is in ${files.report}`);
  if (counts.skipped > 0)
    lines.push(
      `${count(counts.skipped, "other file")} in the folders ${counts.skipped === 1 ? "was" : "were"} passed over`,
    );
  return `${lines.join("\n")}\n\n`;
}

/** The most telling things found in an article, a line each; nothing if there are none. */
function excerpt(document: Document, width: number): string[] {
  const room = width - 10;
  const rows = [
    ["who", inLine(names(document), room)],
    ["money", inLine(amounts(document), room)],
    ["when", inLine(days(document), room)],
    ["quote", quotation(document, room)],
  ].filter(([, value]) => value);
  if (rows.length === 0) return [];
  const { id, article } = document;
  const head = clip(plain(id), width - 14) + (article.published ? `  (${article.published})` : "");
  return [head, ...rows.map(([label, value]) => `  ${label!.padEnd(7)} ${value}`), ""];
}

const names = ({ entities }: Document): string[] =>
  entities
    .filter(({ type }) => type === "PERSON" || type === "ORG")
    .sort((a, b) => b.mentions.length - a.mentions.length)
    .map(({ name }) => plain(name))
    .slice(0, 4);

function amounts({ money }: Document): string[] {
  const seen = new Map<string, string>();
  for (const { text, amount, min, max, currency, per } of money) {
    const value = `${amount ? grouped(amount) : `${grouped(min)}–${grouped(max)}`} ${currency ?? "?"}${per ? ` per ${per}` : ""}`;
    if (!seen.has(value)) seen.set(value, `${plain(text)} → ${value}`);
  }
  return [...seen.values()].slice(0, 3);
}

/** A decimal number with its thousands apart, digit for digit. */
const grouped = (decimal: string | null): string => (decimal ?? "").replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g, ",");

/** Values that say little: PRESENT_REF, PXM ("months"). */
const VAGUE = /_REF$|X/;

/** Dates that had to be worked out come first, then other dates, then times and durations. */
function days({ dates }: Document): string[] {
  const rank = ({ type, anchor }: Document["dates"][number]): number => (type !== "DATE" ? 2 : anchor === null ? 1 : 0);
  const seen = new Map<string, string>();
  for (const date of [...dates].sort((a, b) => rank(a) - rank(b))) {
    const { text, value, unresolved } = date;
    if (unresolved === null && text !== value && !VAGUE.test(value) && !seen.has(value))
      seen.set(value, `${plain(text)} → ${value}`);
  }
  return [...seen.values()].slice(0, 3);
}

const PRONOUN = /^(?:I|we|you|he|she|they|it|him|her|them|who|one|this|that|these|those)$/i;

/** Something said at some length, if possible by somebody known. */
function quotation({ quotes, entities }: Document, room: number): string {
  const nameOf = (id: string | null): string => plain(entities.find((entity) => entity.id === id)?.name ?? "");
  const long = quotes
    .filter(({ type, spans }) => type === "direct" && spans[0]!.text.length > 30)
    .map(({ spans, speaker: { mention, entity } }) => ({
      spans,
      who: speaker(plain(mention?.text ?? ""), nameOf(entity)),
      entity,
    }))
    .filter(({ who }) => who !== "" && !PRONOUN.test(who));
  const best = long.find(({ entity }) => entity !== null) ?? long[0];
  if (!best) return "";
  const who = clip(best.who, room / 2);
  const said = best.spans.map(({ text }) => plain(text).replace(/,$/, "")).join(" … ");
  return `${who}: “${clip(said, room - who.length - 4)}”`;
}

/** As the text has it, and by name if that says more. */
function speaker(mention: string, name: string): string {
  if (!name || mention.includes(name)) return mention;
  return mention === "" || PRONOUN.test(mention) ? name : `${mention} (${name})`;
}

/** As many of the items as fit the line whole; the first is cut if it must be. */
function inLine(items: readonly string[], room: number): string {
  let line = clip(items[0] ?? "", room);
  for (const item of items.slice(1)) if (line.length + BETWEEN.length + item.length <= room) line += BETWEEN + item;
  return line;
}
