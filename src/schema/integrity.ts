import { isWhite, splitsPair } from "./characters.ts";
import type { Document } from "./document.ts";
import type { Span } from "./span.ts";

/** Something in a document that contradicts its text or itself. `path` leads to it, its first step is the layer. */
export interface IntegrityIssue {
  readonly path: string;
  readonly message: string;
}

type Checked = Omit<Document, "schemaVersion" | "offsetUnit" | "source" | "article" | "provenance" | "extra">;

type Report = (path: string, message: string) => void;

/**
 * Checks what a schema cannot say (offsets in UTF-16): spans lie in the text, are not empty, do not begin or end in white
 * space or inside a surrogate pair, say the truth about their characters and stand in text order; ids count up, and
 * what refers to an id finds it. Returns all issues; linear in the size of the document.
 *
 * Nearly every document has none. So paths and messages are put together, and text is copied, only where there is one.
 */
export function integrityIssues(document: Checked): IntegrityIssue[] {
  const issues: IntegrityIssue[] = [];
  const text = document.text.value;
  const report: Report = (path, message) => issues.push({ path, message });

  checkRepairs(document.text, report);
  checkSpans("blocks", document.blocks, text, report);
  checkSpans("sentences", document.sentences, text, report);
  checkApart("blocks", document.blocks, report);
  checkApart("sentences", document.sentences, report);
  checkNested(document, report);
  checkTokens(document, report);
  checkEntities(document, report);
  for (const [layer, prefix] of NUMBERED) {
    checkIds(layer, prefix, document[layer], report);
    checkSpans(layer, document[layer], text, report);
  }
  checkQuotes(document, report);
  for (const [i, { start, end }] of document.notes.entries())
    if (start !== null && end !== null && !(start <= end && end <= text.length))
      report(`notes.${i}`, `${start}–${end} is not in the text`);
  return issues;
}

const NUMBERED = [
  ["dates", "d"],
  ["money", "m"],
  ["quantities", "n"],
] as const;

type SpanOf = Span & { readonly text?: string };

/** What is wrong with a span, or null. */
function spanIssue(text: string, { start, end, text: said }: SpanOf): string | null {
  const fault = spanFault(text, start, end);
  if (fault !== null || said === undefined) return fault;
  if (said.length === end - start && text.startsWith(said, start)) return null;
  return `says ${quoted(said)}, but ${quoted(text.slice(start, end))} stands at ${start}–${end}`;
}

/** What is wrong with a span by itself, or null. */
function spanFault(text: string, start: number, end: number): string | null {
  if (!(start < end && end <= text.length)) return `${start}–${end} is not a span of a text of ${text.length}`;
  if (isWhite(text, start) || isWhite(text, end - 1)) return `${start}–${end} has white space at its edge`;
  if (splitsPair(text, start) || splitsPair(text, end)) return `${start}–${end} splits a surrogate pair`;
  return null;
}

const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

function checkRepairs({ value, repairs }: Checked["text"], report: Report): void {
  let at = 0;
  for (const [i, { start, end }] of repairs.entries()) {
    if (!(at <= start && start <= end && end <= value.length))
      report(`text.repairs.${i}`, `${start}–${end} overlaps another repair or leaves the text`);
    at = end;
  }
}

/** Spans of one list: each true, all in text order. */
function checkSpans(layer: string, spans: readonly SpanOf[], text: string, report: Report): void {
  let before = 0;
  for (let i = 0; i < spans.length; i++) {
    const span = spans[i]!;
    const issue = spanIssue(text, span);
    if (issue !== null) report(`${layer}.${i}`, issue);
    if (span.start < before) report(`${layer}.${i}`, OUT_OF_ORDER);
    before = span.start;
  }
}

const OUT_OF_ORDER = "is not in text order";

function checkIds(layer: string, prefix: string, items: readonly { id: string }[], report: Report): void {
  for (let i = 0; i < items.length; i++) {
    const expected = `${prefix}${i + 1}`;
    if (items[i]!.id !== expected) report(`${layer}.${i}.id`, `is "${items[i]!.id}", expected "${expected}"`);
  }
}

function checkApart(layer: string, spans: readonly Span[], report: Report): void {
  for (let i = 1; i < spans.length; i++)
    if (spans[i]!.start < spans[i - 1]!.end) report(`${layer}.${i}`, "overlaps the one before it");
}

/** Each sentence lies in one block. */
function checkNested({ blocks, sentences }: Checked, report: Report): void {
  let block = 0;
  for (let i = 0; i < sentences.length; i++) {
    const { start, end } = sentences[i]!;
    while (block < blocks.length && blocks[block]!.end <= start) block++;
    const around = blocks[block];
    if (!around || start < around.start || end > around.end) report(`sentences.${i}`, "lies in no block");
  }
}

/** Tokens are spans, each in the sentence it names, and do not overlap. */
function checkTokens({ text: { value }, tokens, sentences }: Checked, report: Report): void {
  const { start, end, pos, lemma, sentence } = tokens;
  if (new Set([start.length, end.length, pos.length, lemma.length, sentence.length]).size > 1) {
    report("tokens", "columns differ in length");
    return;
  }
  for (let i = 0; i < start.length; i++) {
    const from = start[i]!;
    const until = end[i]!;
    const fault = spanFault(value, from, until);
    if (fault !== null) report(`tokens.${i}`, fault);
    const around = sentences[sentence[i]!];
    if (!around || from < around.start || until > around.end)
      report(`tokens.sentence.${i}`, "the token is not in its sentence");
    if (i > 0 && from < end[i - 1]!) report(`tokens.${i}`, "overlaps the one before it");
    if (i > 0 && from < start[i - 1]!) report(`tokens.${i}`, OUT_OF_ORDER);
  }
}

function checkEntities({ text: { value }, entities }: Checked, report: Report): void {
  checkIds("entities", "e", entities, report);
  const ids = idsOf(entities);
  let before = 0;
  for (let i = 0; i < entities.length; i++) {
    const { mentions, roles } = entities[i]!;
    const first = mentions[0]?.start ?? 0;
    if (first < before) report(`entities.${i}`, OUT_OF_ORDER);
    before = first;
    checkSpans(`entities.${i}.mentions`, mentions, value, report);
    for (const [k, role] of roles.entries()) {
      const issue = spanIssue(value, role);
      if (issue !== null) report(`entities.${i}.roles.${k}`, issue);
      if (role.of !== null && !ids.has(role.of)) report(`entities.${i}.roles.${k}.of`, noEntity(role.of));
    }
  }
}

function checkQuotes({ text: { value }, entities, quotes }: Checked, report: Report): void {
  checkIds("quotes", "q", quotes, report);
  const people = idsOf(entities);
  const ids = idsOf(quotes);
  let before = 0;
  for (let i = 0; i < quotes.length; i++) {
    const { id, spans, speaker, cue, parent } = quotes[i]!;
    const first = spans[0]?.start ?? 0;
    if (first < before) report(`quotes.${i}`, OUT_OF_ORDER);
    before = first;
    checkSpans(`quotes.${i}.spans`, spans, value, report);
    const mention = speaker.mention && spanIssue(value, speaker.mention);
    if (mention) report(`quotes.${i}.speaker.mention`, mention);
    const cued = cue && spanIssue(value, cue);
    if (cued) report(`quotes.${i}.cue`, cued);
    if (speaker.entity !== null && !people.has(speaker.entity))
      report(`quotes.${i}.speaker.entity`, noEntity(speaker.entity));
    if (parent !== null && (parent === id || !ids.has(parent)))
      report(`quotes.${i}.parent`, `refers to "${parent}", which is no other quote`);
  }
}

const idsOf = (items: readonly { id: string }[]): Set<string> => new Set(items.map((item) => item.id));

const noEntity = (id: string): string => `refers to "${id}", which is no entity of this document`;
