import type { Block } from "../../schema/blocks.ts";
import type { Cue, Speaker } from "../../schema/quotes.ts";
import type { Span } from "../../schema/span.ts";
import { contains, overlaps, textSpan, trimmed } from "../../span.ts";
import { tokenFrom } from "../../tokens.ts";
import type { Article, Range } from "./article.ts";
import type { Attribution } from "./attributions.ts";
import { type CueLexicon, POSSESSIVES } from "./cues.ts";
import type { Quotation } from "./marks.ts";
import { type Draft, goesOn, orderOf } from "./quoted.ts";
import { type Report, reportIn } from "./reports.ts";
import { sourceRange } from "./source-phrases.ts";
import { nobody, personBefore, speakerOf } from "./speakers.ts";
import type { Units } from "./units.ts";

/** Makes quotes of the attributions that the taggers found. `outer` are the quotations that stand in no other one. */
export function learnedDrafts(
  article: Article,
  cues: CueLexicon,
  units: Units,
  outer: readonly Quotation[],
  attributions: readonly Attribution[],
): Draft[] {
  const follows: Neighbours = new Map(outer.map((one, i) => [one, { before: outer[i - 1], after: outer[i + 1] }]));
  return withoutRivals(units, attributions).flatMap((attribution) => {
    const draft = draftOf(article, cues, units, follows, attribution);
    return draft ? [draft] : [];
  });
}

/**
 * No quotation is said twice, and no two reports have nearly the same content: the surer one keeps it. A report inside
 * the content of another stands.
 */
function withoutRivals(units: Units, attributions: readonly Attribution[]): Attribution[] {
  /** By unit. */
  const owners = new Array<readonly Attribution[] | undefined>(units.length);
  const kept: Attribution[] = [];
  for (const attribution of [...attributions].sort((a, b) => b.confidence - a.confidence)) {
    if (owners[attribution.cue] && attribution.confidence < LEAST_INSIDE) continue;
    const content = attribution.content.filter((range) => !rivalOf(units, range, owners));
    if (content.length === 0) continue;
    const one = { ...attribution, content };
    kept.push(one);
    const alone = [one];
    for (const { first, last } of content)
      for (let at = first; at < last; at++) {
        const others = owners[at];
        owners[at] = others ? [...others, one] : alone;
      }
  }
  return kept.sort((a, b) => a.cue - b.cue);
}

/** A report inside the content of a surer one has to be as sure as this, as attributions hardly ever stand in each other. */
const LEAST_INSIDE = 0.5;

/** True if a quotation of the range is taken, or a surer report has more than half of the range and not much more. */
function rivalOf(
  { quotation }: Units,
  { first, last }: Range,
  owners: readonly (readonly Attribution[] | undefined)[],
): boolean {
  let shared: Map<Attribution, number> | null = null;
  for (let at = first; at < last; at++) {
    const others = owners[at];
    if (!others) continue;
    if (quotation[at]) return true;
    shared ??= new Map();
    for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  if (!shared) return false;
  for (const [{ content }, both] of shared) {
    const size = content.reduce((sum, range) => sum + range.last - range.first, 0);
    if (both > 0.5 * (last - first + size - both)) return true;
  }
  return false;
}

/**
 * The ranges of an attribution's content that its cue can report. Where speech word for word stands right before the
 * cue, other words are no part of it; a quotation that ends with a full stop is not reported by what follows; and one
 * that another verb of saying introduces is that verb's.
 */
function reported(article: Article, cues: CueLexicon, units: Units, { content, cue, source }: Attribution): Range[] {
  const { text } = article.doc;
  const { first, last, quotation } = units;
  const isSaid = (range: Range) => quotation.slice(range.first, range.last).every((one) => one !== null);
  const before = Math.min(cue, source?.first ?? cue);
  const stops = (range: Range) => text.value[quotation[range.last - 1]!.end - 1] === ".";
  const speech = content.some((range) => isSaid(range) && range.last === before && !stops(range));
  const whole = content.map((range) => (isSaid(range) ? range : upToComma(article, units, range, before)));
  return whole.filter((range) => {
    if (!isSaid(range)) return !speech && !introduces(article, cues, units, range);
    const others = content.length > 1;
    if (others && range.last <= before && stops(range) && content.some((other) => other.first > cue)) return false;
    const lead = { first: last[cue]!, last: first[range.first]! };
    const colon = article.lower[lead.last - 1] === ":"; // "wrote to an official who put it so: “…”"
    if (!(others || colon) || range.first <= cue || lead.last - lead.first < 3) return true;
    return reportIn(article, cues, lead, "last") === null;
  });
}

/** What stands before ", Ruiz said" goes up to the comma, if only a few words without a stop are left. */
function upToComma({ lower }: Article, { first, quotation }: Units, range: Range, before: number): Range {
  const comma = before - 1;
  if (comma <= range.last || comma - range.last > LONGEST_REST || lower[first[comma]!] !== ",") return range;
  for (let at = range.last; at < comma; at++)
    if (quotation[at] || /^[^\p{L}\p{N}$€£]/u.test(lower[first[at]!]!)) return range;
  return { first: range.first, last: comma };
}

const LONGEST_REST = 5;

/** True for "an official who put it so: “…”": what stands before the colon is a report by itself. */
function introduces(article: Article, cues: CueLexicon, { first, last, quotation }: Units, range: Range): boolean {
  let colon = range.last - 1;
  while (colon > range.first && quotation[colon]) colon--;
  if (colon === range.last - 1 || article.lower[last[colon]! - 1] !== ":") return false;
  return reportIn(article, cues, { first: first[range.first]!, last: first[colon]! }, "last") !== null;
}

/** Words that give a thing its name: what stands in quotation marks after them is nobody's speech. */
const NAMING = /^(?:so-called|known as|nicknamed|entitled|titled)\b/i;

const isNaming = (text: string, { start, end }: Span): boolean =>
  NAMING.test(text.slice(start, end + 3)) || NAMING.test(text.slice(Math.max(0, start - 3), end));

function draftOf(
  article: Article,
  cues: CueLexicon,
  units: Units,
  follows: Neighbours,
  attribution: Attribution,
): Draft | null {
  const { content, confidence } = attribution;
  const { text, blocks } = article.doc;
  const found = cueOf(article, cues, units, attribution.cue);
  const lead = found.text === ":" ? reportBefore(article, cues, units.first[attribution.cue]!) : null;
  const cue = lead?.cue ?? found;
  if (isOwner(article, units, attribution)) return null;
  if (isNaming(text.value, cue) || content.some((range) => isCondition(article, units, range))) return null;
  // The rules know better what stands before ", said".
  const { lower } = article;
  const start = units.first[attribution.cue]!;
  if (attribution.source === null && lower[start - 1] === "," && cues.speech.has(lower[start]!)) return null;
  const held = content.flatMap(({ first, last }) =>
    units.quotation.slice(first, last).filter((one): one is Quotation => one !== null),
  );
  const spans = reported(article, cues, units, attribution).flatMap((range) => contentSpans(article, units, range));
  const quotations = held.filter((one) => spans.some((span) => overlaps(span, one)));
  if (spans.length === 0 || (quotations.length === 0 && !isStatement(article, units, content))) return null;
  if (leavesToRules(article, cues, units, attribution, spans[0]!, quotations.length > 0)) return null;
  const pure = quotations.length > 0 && spans.every((span) => quotations.some((one) => contains(one, span)));
  if (pure && attribution.source === null && content.length > 1) return null;
  if (pure) extend(quotations, spans, follows, text.value, blocks);
  const asked = isAsked(article, units, attribution);
  const speaker = speakerFor(article, units, asked ? null : wholeSource(attribution, cue), attribution.cue);
  const type = quotations.length === 0 ? "indirect" : pure ? "direct" : "mixed";
  return {
    spans,
    quotations,
    type,
    speaker,
    cue,
    order: orderOf(spans, cue, speaker.mention),
    rule: `quotes/model-${type}`,
    confidence: Math.round(confidence * 100) / 100,
  };
}

/** "Her banner hung …": whose a thing is says nobody; "her claim that …" does. */
const isOwner = ({ doc, lower }: Article, { first, last }: Units, { cue, source }: Attribution): boolean =>
  source !== null &&
  last[source.last - 1]! - first[source.first]! === 1 &&
  POSSESSIVES.has(lower[first[source.first]!]!) &&
  doc.tokens.pos[first[cue]!] === "VERB";

/** The report in the words of the sentence before a colon: "put it plainly: “…”". */
function reportBefore(article: Article, cues: CueLexicon, colon: number): Report | null {
  const { sentence } = article.doc.tokens;
  let first = colon;
  while (first > 0 && sentence[first - 1] === sentence[colon] && colon - first < LONGEST_LEAD) first--;
  return reportIn(article, cues, { first, last: colon }, "last");
}

/** So many tokens before a colon may have its verb. */
const LONGEST_LEAD = 20;

/** After "according to" the source begins, whatever part of it was found. */
const wholeSource = ({ cue, source }: Attribution, { lemma }: Cue): Range | null =>
  source && lemma === "according to" && source.first > cue + 2 && source.first - cue < 8
    ? { first: cue + 2, last: source.last }
    : source;

/** "Asked if …, Ruiz said": who stands after it was asked, and did not ask. */
function isAsked({ lower, doc }: Article, { first }: Units, { cue, source }: Attribution): boolean {
  const at = first[cue]!;
  const { sentence } = doc.tokens;
  const begins = at === 0 || sentence[at - 1] !== sentence[at] || lower[at - 1] === "when";
  return lower[at] === "asked" && begins && source !== null && source.first > cue;
}

type Neighbours = ReadonlyMap<
  Quotation,
  { readonly before: Quotation | undefined; readonly after: Quotation | undefined }
>;

/** Takes in the paragraphs that go on with a quotation that its paragraph leaves open, both ways. */
function extend(
  quotations: Quotation[],
  spans: Span[],
  follows: Neighbours,
  text: string,
  blocks: readonly Block[],
): void {
  const spanOf = ({ start, end }: Quotation) => textSpan(text, start, end);
  const next = () => follows.get(quotations.at(-1)!)?.after;
  for (let one = next(); one && goesOn(quotations.at(-1)!, one, blocks); one = next()) {
    quotations.push(one);
    spans.push(spanOf(one));
  }
  const previous = () => follows.get(quotations[0]!)?.before;
  for (let one = previous(); one && goesOn(one, quotations[0]!, blocks); one = previous()) {
    quotations.unshift(one);
    spans.unshift(spanOf(one));
  }
}

/** "who asked not to be named": the condition on which somebody speaks is none of what they say. */
function isCondition({ doc: { text, tokens } }: Article, { first, last }: Units, range: Range): boolean {
  const start = tokens.start[first[range.first]!]!;
  const end = tokens.end[last[range.last - 1]! - 1]!;
  return /^(?:not to|to not|anonymity|that (?:he|she|they) not) be (?:named|identified|quoted)/.test(
    text.value.slice(start, Math.min(end, start + 60)),
  );
}

/**
 * True where the rules read better: "according to the report, …" with "to" in the content; "told the committee: “…”" with
 * the committee for content; "said the ferry would sail. “…”" with the quotation alone for it.
 */
function leavesToRules(
  { doc, lower }: Article,
  cues: CueLexicon,
  { first, last }: Units,
  { cue, content }: Attribution,
  span: Span,
  isQuoted: boolean,
): boolean {
  const { pos, sentence } = doc.tokens;
  const at = first[cue]!;
  const [begin, end] = [first[content[0]!.first]!, last[content.at(-1)!.last - 1]!];
  if (lower[at] === "according" && begin === at + 1) return true;
  if (!isQuoted) return lower[end] === ":" && begin === at + 1;
  const said = tokenFrom(doc.tokens, span.start);
  if (!cues.speech.has(lower[at]!) || said < at || sentence[said] === sentence[at]) return false;
  for (let token = at + 1; sentence[token] === sentence[at]; token++)
    if (pos[token] === "VERB" || pos[token] === "AUX") return true;
  return false;
}

/** A word alone, or nothing but names and pronouns, is hardly ever what somebody said (one in ten, one in five). */
function isStatement({ doc }: Article, { first, last }: Units, content: readonly Range[]): boolean {
  let words = 0;
  let other = 0;
  for (const range of content)
    for (let token = first[range.first]!; token < last[range.last - 1]!; token++) {
      const pos = doc.tokens.pos[token]!;
      if (pos === "PUNCT") continue;
      words++;
      if (pos !== "PROPN" && pos !== "PRON") other++;
    }
  return words > 1 && other > 0;
}

const EDGE = /^[.,;:—–-]$/;

/** The spans of a range of units: quotations alone are spans by themselves, without their marks. */
function contentSpans({ doc, lower }: Article, { first: starts, last: ends, quotation }: Units, range: Range) {
  const { text, tokens } = doc;
  let { first, last } = range;
  const isEdge = (at: number) => !quotation[at] && EDGE.test(lower[starts[at]!]!);
  // A sentence that ended before a quotation is no part of what it says.
  for (let at = last - 1; at > first; at--)
    if (quotation[at] && /[.?!]$/.test(lower[ends[at - 1]! - 1]!)) {
      first = at;
      break;
    }
  while (first < last && isEdge(first)) first++;
  while (first < last && isEdge(last - 1)) last--;
  if (first < last && lower[starts[first]!] === "that" && last - first > 2) first++;
  if (first >= last) return [];
  const held = quotation.slice(first, last);
  if (held.every((one, i) => one !== null || isEdge(first + i)))
    return held.flatMap((one) => (one ? [textSpan(text.value, one.start, one.end)] : []));
  const span = trimmed(text.value, tokens.start[starts[first]!]!, tokens.end[ends[last - 1]! - 1]!);
  return span ? [textSpan(text.value, span.start, span.end)] : [];
}

function speakerFor(article: Article, { first, last }: Units, source: Range | null, cue: number): Speaker {
  const range =
    source && sourceRange(article, { first: first[source.first]!, last: last[source.last - 1]! }, first[cue]!);
  if (!range) return nobody("the text does not say who");
  return speakerOf(article, range, personBefore(article, article.doc.tokens.start[range.first]!));
}

function cueOf({ doc, lower }: Article, cues: CueLexicon, units: Units, unit: number): Cue {
  const { text, tokens } = doc;
  const head = units.first[unit]!;
  const word = lower[head]!;
  const according = word === "according" && lower[head + 1] === "to";
  const span = textSpan(text.value, tokens.start[head]!, tokens.end[according ? head + 1 : head]!);
  const lemma = according
    ? "according to"
    : (cues.speech.get(word) ?? cues.thought.get(word) ?? tokens.lemma[head]!.toLowerCase());
  return { ...span, lemma };
}
