import type { Span } from "../../../schema/span.ts";
import { contains, overlaps } from "../../../span.ts";
import type { GoldCluster, GoldQuote, GoldSpan } from "../../gold.ts";
import type { FindEntity } from "./entities.ts";
import { checkInSentence, type Reading, type Report, reporter, spanOf, spansOf } from "./issues.ts";
import { type Located, quoted } from "./locate.ts";
import type { WrittenQuote } from "./schema.ts";

interface Placed {
  readonly written: WrittenQuote;
  readonly report: Report;
  readonly spans: readonly Span[];
  readonly mention: Span | null;
  readonly cue: Span | null;
}

const listed = ({ start, end }: Span): GoldSpan => [start, end];

const hullOf = (spans: readonly Span[]): Span => ({ start: spans[0]!.start, end: spans.at(-1)!.end });

/** The quotes in text order. */
export function readQuotes(
  written: readonly WrittenQuote[],
  reading: Reading,
  clusters: readonly GoldCluster[],
  findEntity: FindEntity,
): GoldQuote[] {
  const placed = written
    .flatMap((quote, index) => place(quote, reading, reporter(reading, "quotes", index, quote.spans[0]!)))
    .sort((a, b) => a.spans[0]!.start - b.spans[0]!.start || b.spans.at(-1)!.end - a.spans.at(-1)!.end);
  checkApart(placed);
  return placed.map((quote, index) => {
    const { written: said, spans, mention, cue, report } = quote;
    const entity = said.speaker?.entity == null ? null : findEntity(said.speaker.entity, report);
    if (entity !== null) checkSpeaker(quote, clusters[entity]!, reading.text);
    checkMarks(quote, reading.text);
    if (said.type === "scare" && said.speaker)
      report("a scare quote is nobody's speech, and has a speaker", "take the speaker out, or correct the type");
    return {
      kind: said.type,
      spans: spans.map(listed),
      speaker: mention ? [listed(mention)] : [],
      cue: cue ? [listed(cue)] : [],
      ...(said.speaker && { speakerKind: said.speaker.kind, entity }),
      order: orderOf(quote),
      parent: parentOf(quote, index, placed),
    };
  });
}

/** No two quotes say the same words at the same place. `placed` is sorted. */
function checkApart(placed: readonly Placed[]): void {
  const seen = new Set<string>();
  for (const { spans, report } of placed) {
    const key = spans.map(({ start, end }) => `${start}-${end}`).join();
    if (seen.has(key)) report("there is another quote with the same spans", "take one of the two out");
    seen.add(key);
  }
}

function place(written: WrittenQuote, reading: Reading, report: Report): Placed[] {
  const spans = written.spans.flatMap((passage) => spansOf(reading.locate(passage), report));
  if (spans.length === 0) return [];
  for (const [i, span] of spans.entries()) {
    const before = spans[i - 1];
    if (before && before.end > span.start)
      report(`${quoted(written.spans[i]!)} is not after ${quoted(written.spans[i - 1]!)}`, "list spans in text order");
    if (reading.blocks.length > 0 && !reading.blocks.some((block) => contains(block, span)))
      report("a span goes over the edge of a block", "write a span for each paragraph");
  }
  const part = (passage: string | null | undefined): Span | null => {
    if (passage == null) return null;
    const span = spanOf(nearby(passage, spans, reading), report);
    if (!span) return null;
    checkInSentence(reading, span, report);
    if (written.type !== "indirect" && spans.some((said) => overlaps(said, span)))
      report(`${quoted(passage)} lies in what was said`, "write a number or the words around it");
    return span;
  };
  return [{ written, report, spans, mention: part(written.speaker?.mention), cue: part(written.cue) }];
}

/**
 * Cue and speaker are looked for in the sentences that the quote stands in, outside of what was said; in all of the text
 * if they are not there, or have a number.
 */
function nearby(passage: string, spans: readonly Span[], { locate, sentences }: Reading): Located {
  const around = sentences?.filter((sentence) => spans.some((span) => overlaps(sentence, span))) ?? [];
  if (around.length === 0 || /#[\d,*-]+$/.test(passage)) return locate(passage);
  const found = locate(`${passage}#*`, hullOf(around));
  const outside = "spans" in found ? found.spans.filter((span) => !spans.some((said) => overlaps(said, span))) : [];
  if (outside.length === 0) return locate(passage);
  if (outside.length === 1) return { spans: outside };
  return {
    fault: `${quoted(passage)} occurs ${outside.length} times around the quote`,
    remedy: `write words around it: ${quoted(`{${passage}} that`)}`,
  };
}

/** Who speaks is mentioned by the phrase that names the speaker, and persons are persons. */
function checkSpeaker({ written: { speaker }, mention, report }: Placed, cluster: GoldCluster, text: string): void {
  if (mention && !cluster.mentions.some((span) => overlaps(span, mention)))
    report(
      `${quoted(text.slice(mention.start, mention.end))} is no mention of ${quoted(cluster.name)}`,
      "add it to the mentions of that entity, or correct one of the two",
    );
  if (speaker?.kind === "person" && cluster.type !== "PERSON")
    report(`its speaker is a person, and ${quoted(cluster.name)} a ${cluster.type}`, "correct the kind or the entity");
}

const MARKS = /^["“”„«»]|^['‘](?=.*['’]$)|["“”«»]$/su;

/** What is said stands without its outer marks; direct speech has them around it. */
function checkMarks({ written: { type }, spans, report }: Placed, text: string): void {
  if (type !== "direct" && type !== "scare") return;
  for (const { start, end } of spans) {
    const said = text.slice(start, end);
    const isWhole = /^["“„«‘']/.test(said) && /["”“»’']$/.test(said);
    if (isWhole && MARKS.test(said) && !/["“”„«»‘’'`]$/.test(text.slice(0, start)))
      report("its quotation marks are in the span", "leave the outer marks out");
  }
}

/** The parts as they stand: Q quote, C cue, S speaker. */
function orderOf({ written, spans, mention, cue, report }: Placed): string {
  const parts = [
    ...spans.map(({ start }) => ({ start, part: "Q" })),
    ...(cue ? [{ start: cue.start, part: "C" }] : []),
    ...(mention ? [{ start: mention.start, part: "S" }] : []),
  ];
  const order = parts
    .sort((a, b) => a.start - b.start)
    .map(({ part }) => part)
    .join("");
  if (written.order !== undefined && written.order !== order)
    report(`its order is ${written.order}, but by the places it is ${order}`, "correct it, or leave order out");
  return order;
}

/** The index of the closest quote around this one, null if there is none. */
function parentOf({ written, spans, report }: Placed, index: number, all: readonly Placed[]): number | null {
  const own = hullOf(spans);
  const around = (other: Placed, at: number) =>
    at !== index && other.spans.some((span) => contains(span, own) && span.end - span.start > own.end - own.start);
  let parent: number | null = null;
  for (const [at, other] of all.entries()) if (around(other, at)) parent = at; // the last to begin is the closest
  if (written.parent === undefined) return parent;
  const named = all.findIndex((other) => other.written.id === written.parent);
  if (named < 0) report(`its parent ${quoted(written.parent)} is no quote`, "write the id of one");
  else if (named !== parent) report(`it does not stand in its parent ${quoted(written.parent)}`, "leave parent out");
  return parent;
}
