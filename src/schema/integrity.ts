import { isWhite, splitsPair } from "./characters.ts";
import type { Document } from "./document.ts";
import type { Span } from "./span.ts";

/** Something in a document that contradicts its text or itself. `path` leads to it, its first step is the layer. */
export interface IntegrityIssue {
  readonly path: string;
  readonly message: string;
}

type Checked = Omit<Document, "schemaVersion" | "offsetUnit" | "source" | "article" | "provenance" | "extra">;

/**
 * Checks what a schema cannot say (offsets in UTF-16): spans lie in the text, are not empty, do not begin or end in white
 * space or inside a surrogate pair, say the truth about their characters and stand in text order; ids count up, and
 * what refers to an id finds it. Returns all issues; linear in the size of the document.
 */
export function integrityIssues(document: Checked): IntegrityIssue[] {
  const issues: IntegrityIssue[] = [];
  const text = document.text.value;
  const report = (path: string, message: string) => issues.push({ path, message });

  const checkSpan = (path: string, { start, end, text: said }: Span & { text?: string }): void => {
    const fault = spanFault(text, start, end);
    if (fault) report(path, fault);
    else if (said !== undefined && said !== text.slice(start, end))
      report(path, `says ${quoted(said)}, but ${quoted(text.slice(start, end))} stands at ${start}–${end}`);
  };
  const checkOrder = (path: string, starts: ArrayLike<number>): void => {
    for (let i = 1; i < starts.length; i++)
      if (starts[i]! < starts[i - 1]!) report(`${path}.${i}`, "is not in text order");
  };
  const checkList = (layer: string, spans: readonly (Span & { text?: string })[]): void => {
    for (const [i, span] of spans.entries()) checkSpan(`${layer}.${i}`, span);
    checkOrder(
      layer,
      spans.map((s) => s.start),
    );
  };
  const checkIds = (layer: string, prefix: string, items: readonly { id: string }[]): void => {
    for (const [i, { id }] of items.entries())
      if (id !== `${prefix}${i + 1}`) report(`${layer}.${i}.id`, `is "${id}", expected "${prefix}${i + 1}"`);
  };

  checkRepairs(document.text, report);
  checkList("blocks", document.blocks);
  checkList("sentences", document.sentences);
  checkNested(document, report);
  checkTokens(document, report);
  checkOrder("tokens", document.tokens.start);

  checkIds("entities", "e", document.entities);
  checkOrder(
    "entities",
    document.entities.map((e) => e.mentions[0]?.start ?? 0),
  );
  const entities = new Set(document.entities.map((e) => e.id));
  const checkEntity = (path: string, id: string | null): void => {
    if (id !== null && !entities.has(id)) report(path, `refers to "${id}", which is no entity of this document`);
  };
  for (const [i, { mentions, roles }] of document.entities.entries()) {
    checkList(`entities.${i}.mentions`, mentions);
    for (const [k, role] of roles.entries()) {
      checkSpan(`entities.${i}.roles.${k}`, role);
      checkEntity(`entities.${i}.roles.${k}.of`, role.of);
    }
  }
  for (const [layer, prefix] of [
    ["dates", "d"],
    ["money", "m"],
    ["quantities", "n"],
  ] as const) {
    checkIds(layer, prefix, document[layer]);
    checkList(layer, document[layer]);
  }

  checkIds("quotes", "q", document.quotes);
  checkOrder(
    "quotes",
    document.quotes.map((q) => q.spans[0]?.start ?? 0),
  );
  const quotes = new Set(document.quotes.map((q) => q.id));
  for (const [i, { id, spans, speaker, cue, parent }] of document.quotes.entries()) {
    checkList(`quotes.${i}.spans`, spans);
    if (speaker.mention) checkSpan(`quotes.${i}.speaker.mention`, speaker.mention);
    if (cue) checkSpan(`quotes.${i}.cue`, cue);
    checkEntity(`quotes.${i}.speaker.entity`, speaker.entity);
    if (parent !== null && (parent === id || !quotes.has(parent)))
      report(`quotes.${i}.parent`, `refers to "${parent}", which is no other quote`);
  }
  for (const [i, { start, end }] of document.notes.entries())
    if (start !== null && end !== null && !(start <= end && end <= text.length))
      report(`notes.${i}`, `${start}–${end} is not in the text`);
  return issues;
}

/** What is wrong with a span by itself, or null. */
function spanFault(text: string, start: number, end: number): string | null {
  if (!(start < end && end <= text.length)) return `${start}–${end} is not a span of a text of ${text.length}`;
  if (isWhite(text, start) || isWhite(text, end - 1)) return `${start}–${end} has white space at its edge`;
  if (splitsPair(text, start) || splitsPair(text, end)) return `${start}–${end} splits a surrogate pair`;
  return null;
}

type Report = (path: string, message: string) => void;

const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

function checkRepairs({ value, repairs }: Checked["text"], report: Report): void {
  let at = 0;
  for (const [i, { start, end }] of repairs.entries()) {
    if (!(at <= start && start <= end && end <= value.length))
      report(`text.repairs.${i}`, `${start}–${end} overlaps another repair or leaves the text`);
    at = end;
  }
}

/** Each sentence lies in one block, and blocks and sentences do not overlap. */
function checkNested({ blocks, sentences }: Checked, report: Report): void {
  for (const [layer, spans] of [
    ["blocks", blocks],
    ["sentences", sentences],
  ] as const)
    for (let i = 1; i < spans.length; i++)
      if (spans[i]!.start < spans[i - 1]!.end) report(`${layer}.${i}`, "overlaps the one before it");
  let block = 0;
  for (const [i, { start, end }] of sentences.entries()) {
    while (block < blocks.length && blocks[block]!.end <= start) block++;
    const around = blocks[block];
    if (!around || start < around.start || end > around.end) report(`sentences.${i}`, "lies in no block");
  }
}

function checkTokens({ text: { value }, tokens, sentences }: Checked, report: Report): void {
  const { start, end, pos, lemma, sentence } = tokens;
  if (new Set([start.length, end.length, pos.length, lemma.length, sentence.length]).size > 1) {
    report("tokens", "columns differ in length");
    return;
  }
  for (let i = 0; i < start.length; i++) {
    const fault = spanFault(value, start[i]!, end[i]!);
    if (fault) report(`tokens.${i}`, fault);
    const around = sentences[sentence[i]!];
    if (!around || start[i]! < around.start || end[i]! > around.end)
      report(`tokens.sentence.${i}`, "the token is not in its sentence");
    if (i > 0 && start[i]! < end[i - 1]!) report(`tokens.${i}`, "overlaps the one before it");
  }
}
