import { createHash } from "node:crypto";
import { InputError } from "../input-error.ts";
import type { Span } from "../schema/span.ts";
import type { Figures } from "../score/figures.ts";
import { type Annotation, annotationsOf, DIFF_LAYERS, type DiffedDocument, type DiffLayer } from "./annotation.ts";
import type { Side } from "./article-diff.ts";

const HEADER = "# pressmark baseline 1: what was extracted, an annotation a line. Made by `pressmark baseline accept`.";

/**
 * What was extracted from articles, as text that is read line by line: for each article a line with what identifies its
 * text and tokens, one with its blocks and one with its sentences, and one for each annotation. How sure an annotation is, and what of its detail does not
 * change its meaning, is left out, so that a line changes only if what it says does.
 */
export function snapshotText(documents: readonly DiffedDocument[], scores: Figures = {}): string {
  const lines = Object.entries(scores).map(([name, score]) => `score ${JSON.stringify(name)} ${score}`);
  const parts = [HEADER, ...documents.map(articleLines), ...(lines.length > 0 ? [lines.join("\n")] : [])];
  return `${parts.join("\n\n")}\n`;
}

/** What a baseline holds. */
export interface Snapshot {
  readonly sides: readonly Side[];
  readonly scores: Figures;
}

function articleLines(document: DiffedDocument): string {
  const { id, text, article, blocks, sentences, tokens, notes, extra } = document;
  const parts = {
    text: text.value,
    repairs: text.repairs,
    article,
    sources: blocks.map((block) => block.source),
    tokens,
    notes,
    extra,
  };
  const marks = Object.entries(parts).map(([name, part]) => `${name}=${digest(part)}`);
  return [
    `article ${JSON.stringify(id)} ${marks.join(" ")}`,
    ["blocks", ...blocks.map(({ start, end, kind }) => `${kind}:${start}-${end}`)].join(" "),
    ["sentences", ...sentences.map(({ start, end }) => `${start}-${end}`)].join(" "),
    ...annotationsOf(document).map(line),
  ].join("\n");
}

/** Enough of a hash to tell that something changed. */
const digest = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 8);

const line = ({ layer, spans, text, type, value, bounds, speaker, rule }: Annotation): string => {
  const places = spans.map(({ start, end }) => `${start}-${end}`).join(",");
  const fields = { text, type, value, bounds, speaker, rule };
  const said = Object.entries(fields).filter(([, field]) => field !== null);
  return `${layer} ${places} ${said.map(([name, field]) => `${name}=${JSON.stringify(field)}`).join(" ")}`;
};

/** Reads what `snapshotText` wrote. Throws an `InputError` that names file and line where something else stands. */
export function readSnapshot(snapshot: string, file: string): Snapshot {
  const lines = snapshot.split(/\r?\n/);
  const sides: (Side & { annotations: Annotation[]; parts: Record<string, unknown> })[] = [];
  const scores: Record<string, number> = {};
  const wrong = (index: number): InputError =>
    new InputError(`${file}:${index + 1}: not a line of a baseline`, "make it anew with pressmark baseline accept");
  if (lines[0] !== HEADER) throw wrong(0);
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line === "") continue;
    try {
      const article = ARTICLE.exec(line);
      const score = SCORE.exec(line);
      const spans = SPANS.exec(line);
      if (article) {
        const parts = article[2]!
          .trim()
          .split(" ")
          .map((part) => part.split("=") as [string, string]);
        sides.push({ id: JSON.parse(article[1]!), text: null, parts: Object.fromEntries(parts), annotations: [] });
      } else if (score) scores[JSON.parse(score[1]!)] = Number(score[2]);
      else if (spans) sides.at(-1)!.parts[spans[1]!] = spans[2]!.trim().split(" ").filter(Boolean).map(structureFrom);
      else sides.at(-1)!.annotations.push(annotationFrom(line));
    } catch (cause) {
      throw Object.assign(wrong(index), { cause });
    }
  }
  return { sides, scores };
}

const ARTICLE = /^article ("(?:[^"\\]|\\.)*")((?: \w+=\w+)+)$/;
const SCORE = /^score ("(?:[^"\\]|\\.)*") (\d+(?:\.\d+)?)$/;
const SPANS = /^(blocks|sentences)((?: (?:[a-z-]+:)?\d+-\d+)*)$/;
const FIELD = /(\w+)=("(?:[^"\\]|\\.)*")/y;

/** A sentence `0-24`, or a block `title:0-24`. */
function structureFrom(written: string): Span & { readonly kind?: string } {
  const [, kind, start, end] = /^(?:([a-z-]+):)?(\d+)-(\d+)$/.exec(written)!;
  return { start: Number(start), end: Number(end), ...(kind !== undefined && { kind }) };
}

function annotationFrom(line: string): Annotation {
  const [, layer, places, rest] = /^(\w+) ([\d,-]+) (.*)$/.exec(line)!;
  if (!(DIFF_LAYERS as readonly string[]).includes(layer!)) throw new Error(`there is no layer ${layer}`);
  const spans = places!.split(",").map((place): Span => {
    const [start, end] = place.split("-").map(Number);
    return { start: start!, end: end! };
  });
  const fields: Record<string, string> = {};
  for (FIELD.lastIndex = 0; FIELD.lastIndex < rest!.length; FIELD.lastIndex++) {
    const [, name, value] = FIELD.exec(rest!)!;
    fields[name!] = JSON.parse(value!);
    if (FIELD.lastIndex === rest!.length) break;
  }
  const { text, type, value = null, bounds = null, speaker = null, rule = null } = fields;
  const [start, end] = [spans[0]!.start, spans.at(-1)!.end];
  if (text === undefined || type === undefined || !spans.every((span) => span.start < span.end))
    throw new Error("no text, type or span");
  return { layer: layer as DiffLayer, start, end, spans, text, type, value, bounds, speaker, rule, detail: null };
}
