import type { Block } from "../../schema/blocks.ts";
import type { Quote, Speaker } from "../../schema/quotes.ts";
import type { Span, TextSpan } from "../../schema/span.ts";
import { textSpan, trimmed } from "../../span.ts";
import { tokenFrom } from "../../tokens.ts";
import type { Article, Range } from "./article.ts";
import { type CueLexicon, PRONOUNS } from "./cues.ts";
import type { Quotation } from "./marks.ts";
import { type Report, reportIn } from "./reports.ts";
import { phraseFrom } from "./source-phrases.ts";
import { nobody, notTold, speakerOf } from "./speakers.ts";

/** A quote before it has its id; `quotations` are those it is made of. */
export interface Draft extends Omit<Quote, "id" | "parent"> {
  readonly quotations: readonly Quotation[];
}

/** A quotation of fewer words, with no verb of saying by it, is a term or a title. */
const FEWEST_WORDS = 5;

/** How far from the quotation a verb of saying may stand, in tokens. */
const REACH = 40;

const SPOKEN_END = /[,.?!…—–-][’'”"]?$/;

/** Makes quotes of the quotations that stand in no other one. */
export function quotedDrafts(article: Article, cues: CueLexicon, quotations: readonly Quotation[]): Draft[] {
  const drafts: Draft[] = [];
  const outer = quotations.filter((q) => q.inside === null);
  let floor = 0; // where the last quote ends that somebody said
  for (let i = 0; i < outer.length; ) {
    const group = together(article, cues, outer, i);
    const draft = draftOf(article, group, drafts.at(-1) ?? null, floor);
    const held = [...draft.quotations];
    i += held.length;
    if (draft.type === "mixed") {
      // A paraphrase may hold several quotations.
      const { start } = draft.spans[0]!;
      const { end } = draft.spans.at(-1)!;
      while (drafts.at(-1)?.type === "scare" && drafts.at(-1)!.spans[0]!.start >= start)
        held.unshift(...drafts.pop()!.quotations);
      while (i < outer.length && outer[i]!.outer.end <= end) held.push(outer[i++]!);
    }
    if (draft.type !== "scare") floor = outer[i - 1]!.outer.end;
    drafts.push({ ...draft, quotations: held });
  }
  for (const quotation of quotations) if (quotation.inside) drafts.push(nestedDraft(article, cues, quotation));
  return drafts;
}

interface Group {
  readonly parts: readonly Quotation[];
  /** The report that stands beside or between the parts. */
  readonly report: Report | null;
  readonly where: "before" | "after" | "none";
}

/** The quotation at `index` with those that go on with it: after "she said", or in the next paragraph. */
function together(article: Article, cues: CueLexicon, outer: readonly Quotation[], index: number): Group {
  const { text, blocks } = article.doc;
  const parts = [outer[index]!];
  let next = index + 1;
  const previousEnd = outer[index - 1]?.outer.end ?? 0;
  const before = reportIn(article, cues, stretchBefore(article, parts[0]!, previousEnd), "last");
  const follow = (): Quotation | undefined => outer[next];
  const continues = (): boolean => {
    const coming = follow();
    return coming !== undefined && goesOn(parts.at(-1)!, coming, blocks);
  };
  while (continues()) parts.push(outer[next++]!);

  const last = parts.at(-1)!;
  const after = isOver(article, last)
    ? null
    : reportIn(article, cues, stretchAfter(article, last, follow()?.outer.start ?? text.value.length), "first");
  const report = pick(before, after, text.value, last);
  const where = report === null ? "none" : report === after ? "after" : "before";
  if (where === "after") {
    // "…," she said, "…": what comes next in the paragraph goes on, unless it has a speaker of its own.
    for (let coming = follow(); coming && coming.block === parts.at(-1)!.block; coming = follow()) {
      const between = text.value.slice(parts.at(-1)!.outer.end, coming.outer.start);
      if (!/[,.:;—–]\s*$/.test(between) || between.length > 200) break;
      const own = reportIn(
        article,
        cues,
        stretchAfter(article, coming, outer[next + 1]?.outer.start ?? text.value.length),
        "first",
      );
      const before = reportIn(article, cues, stretchBefore(article, coming, parts.at(-1)!.outer.end), "last");
      if (own || (before && before.verb !== report?.verb) || !isSpoken(text.value, coming)) break;
      parts.push(coming);
      next++;
      while (continues()) parts.push(outer[next++]!);
    }
  }
  return { parts, report, where };
}

/** True if the quotation ends with a full stop and a new sentence follows: what that reports is something else. */
function isOver({ doc: { text } }: Article, { end, outer }: Quotation): boolean {
  return text.value[end - 1] === "." && /^\s*\p{Lu}/u.test(text.value.slice(outer.end, outer.end + 4));
}

/** After a comma the speaker usually follows; after a colon or comma before it, it came first. */
function pick(before: Report | null, after: Report | null, text: string, last: Quotation): Report | null {
  if (!after) return before;
  if (!before) return after;
  return /[,?!—–]$/.test(text.slice(last.start, last.end)) ? after : before;
}

/** True if a quotation is left open at the end of its paragraph, and the next paragraph opens it again. */
export const goesOn = (last: Quotation, coming: Quotation, blocks: readonly Block[]): boolean =>
  !last.closed && coming.block === last.block + 1 && coming.outer.start === blocks[coming.block]!.start;

function stretchBefore(article: Article, { outer }: Quotation, floor: number): Range {
  const { tokens, sentences } = article.doc;
  const last = tokenFrom(tokens, outer.start);
  const sentence = tokens.sentence[Math.min(last, tokens.sentence.length - 1)] ?? 0;
  const previous = tokens.sentence[last - 1] ?? sentence;
  // The mark may have been cut off into a sentence of its own.
  const start = Math.max(
    sentences[last > 0 && /[,:]$/.test(article.lower[last - 1]!) ? previous : sentence]?.start ?? 0,
    floor,
  );
  return { first: Math.max(tokenFrom(tokens, start), last - REACH), last };
}

function stretchAfter(article: Article, { outer, block }: Quotation, ceiling: number): Range {
  const { tokens, sentences, blocks } = article.doc;
  const first = tokenFrom(tokens, outer.end);
  const end = Math.min(blocks[block]!.end, ceiling);
  // Up to the end of the sentence that the first word after the mark is in.
  const sentence = sentences[tokens.sentence[first] ?? -1];
  const last = Math.min(tokenFrom(tokens, Math.min(sentence?.end ?? end, end)), first + REACH);
  return { first, last: Math.max(first, last) };
}

const isSpoken = (text: string, { start, end }: Span): boolean =>
  SPOKEN_END.test(text.slice(start, end)) || wordsIn(text, start, end) >= FEWEST_WORDS;

const wordsIn = (text: string, start: number, end: number): number =>
  text.slice(start, Math.min(end, start + 400)).split(/\s+/).length;

function draftOf(article: Article, { parts, report, where }: Group, previous: Draft | null, floor: number): Draft {
  const { text, blocks } = article.doc;
  const spans = parts.map((q) => textSpan(text.value, q.start, q.end));
  const first = parts[0]!;
  const starts = first.outer.start === blocks[first.block]!.start;
  const whole = isWhole(article, first);
  const base = { spans, quotations: parts };
  if (parts.length === 1 && (isTitle(article, first) || isLabel(article, first))) return { ...base, ...scare(spans) };
  if (report && (whole || starts)) {
    const rule = parts.length > 1 ? "quotes/interrupted" : `quotes/direct-cue-${where}`;
    return { ...base, type: "direct", ...reported(report, spans, report.thought ? 0.7 : 0.9, rule) };
  }
  if (report && where === "before" && (!report.thought || wordsIn(text.value, first.start, first.end) > 2))
    return mixed(article, report, parts);
  if (report && where === "after" && SPOKEN_END.test(spans[0]!.text)) {
    const { start } = sentenceBefore(article, first, floor);
    const whole = [textSpan(text.value, start, first.outer.end), ...spans.slice(1)];
    return { ...base, spans: whole, type: "mixed", ...reported(report, whole, 0.5, "quotes/mixed-cue-after") };
  }
  const long = parts.reduce((sum, q) => sum + wordsIn(text.value, q.start, q.end), 0) >= FEWEST_WORDS;
  const speech = starts || (whole && long);
  if (!speech || !isSpoken(text.value, first)) return { ...base, ...scare(spans) };
  // A quotation that opens a paragraph and has no speaker goes on with the last one.
  const near =
    previous &&
    previous.type === "direct" &&
    previous.speaker.mention &&
    first.block - previous.quotations.at(-1)!.block <= 2;
  if (near)
    return {
      ...base,
      type: "direct",
      speaker: previous.speaker,
      cue: null,
      order: orderOf(spans, null, previous.speaker.mention),
      rule: "quotes/goes-on",
      confidence: 0.5,
    };
  const beside = besideIt(article, parts.at(-1)!) ?? besideIt(article, first);
  return {
    ...base,
    type: "direct",
    speaker: beside ?? nobody("no verb of saying stands by it"),
    cue: null,
    order: orderOf(spans, null, beside?.mention ?? null),
    rule: beside ? "quotes/beside" : "quotes/no-cue",
    confidence: beside ? 0.7 : 0.4,
  };
}

const scare = (spans: readonly TextSpan[]) => ({
  type: "scare" as const,
  speaker: nobody("nobody is reported as saying it"),
  cue: null,
  order: orderOf(spans, null, null),
  rule: "quotes/scare",
  confidence: 0.5,
});

/** What stands before the title of a work or broadcast, and hardly before speech. */
const BEFORE_TITLE =
  /(?:[’']s|\b(?:on|of|in|for|to|from|and|the|entitled|titled|called|novel|song|film|show|ferry|ship|book))\s*$/i;
/** Words that titles have in small letters. */
const SMALL = /^(?:an?|the|of|and|or|in|on|to|for|with|at|by|from)$/;
const LONGEST_TITLE = 6;

/** True for a few words with capitals after a word that leads to a title: “Good Morning Harbor” in "on Channel 4’s “…”". */
function isTitle({ doc: { text } }: Article, { start, end, outer }: Quotation): boolean {
  if (end - start > 80 || !BEFORE_TITLE.test(text.value.slice(Math.max(0, outer.start - 12), outer.start)))
    return false;
  const words = text.value.slice(start, end).split(/\s+/);
  return (
    words.length <= LONGEST_TITLE &&
    words.every((word, i) => /^[\p{Lu}\p{N}&]/u.test(word) || (i > 0 && SMALL.test(word)))
  );
}

const LABEL =
  /^,?\s*(?:an?|the|as) (?:\p{L}+ )?(?:label|term|phrase|name|nickname|designation|title|slogan|word|moniker)\b/u;

/** True for a quotation that the words after it call a label: “river risk,” a designation that …. */
const isLabel = ({ doc: { text } }: Article, { outer }: Quotation): boolean =>
  LABEL.test(text.value.slice(outer.end, outer.end + 40).trimStart());

/**
 * Who stands by a quotation without a verb: in the same paragraph after a dash (“…” – Mayor Ruiz), or in the paragraph
 * before, if that ends with a colon.
 */
function besideIt(article: Article, { outer, block }: Quotation): Speaker | null {
  const { text, tokens, blocks } = article.doc;
  const { end } = blocks[block]!;
  const after = text.value.slice(outer.end, end);
  const dash = /^\s*[–—-]{1,2}\s*(?=\p{Lu})/u.exec(after.slice(0, 12));
  if (dash && after.length < 120) {
    const first = tokenFrom(tokens, outer.end + dash[0].length);
    const phrase = phraseFrom(article, first, tokenFrom(tokens, end));
    return phrase && speakerOf(article, phrase, null);
  }
  const lead = blocks[block - 1];
  if (outer.start !== blocks[block]!.start || !lead || text.value[lead.end - 1] !== ":") return null;
  const from = tokenFrom(tokens, lead.start);
  const phrase = phraseFrom(article, from, tokenFrom(tokens, lead.end));
  return phrase && speakerOf(article, phrase, null);
}

/** From where the sentence begins that the quotation stands in, or from `floor`, to its opening mark. */
function sentenceBefore({ doc: { text, tokens, sentences } }: Article, { outer }: Quotation, floor: number): Span {
  const sentence = sentences[tokens.sentence[tokenFrom(tokens, outer.start)] ?? -1];
  const start = Math.max(Math.min(sentence?.start ?? outer.start, outer.start), floor);
  return trimmed(text.value, start, outer.start) ?? outer;
}

/** True if the quotation begins as a sentence does. */
const isWhole = ({ doc: { text } }: Article, { start }: Span): boolean =>
  /^[\p{Lu}\p{N}…[“‘"']/u.test(text.value.slice(start, start + 2));

function reported(
  { cue, speaker }: Pick<Report, "cue" | "speaker">,
  spans: readonly Span[],
  confidence: number,
  rule: string,
) {
  return { speaker, cue, order: orderOf(spans, cue, speaker.mention), rule, confidence };
}

/** Paraphrase with a quoted part: what was said runs from after the verb to the end of the clause. */
function mixed(article: Article, report: Report, parts: readonly Quotation[]): Draft {
  const { text, tokens, sentences } = article.doc;
  const last = parts.at(-1)!;
  const quoteFirst = tokenFrom(tokens, parts[0]!.outer.start);
  let from = Math.max(report.verb, report.subject.first > report.verb ? report.subject.last - 1 : report.verb) + 1;
  while (
    from < quoteFirst &&
    (article.lower[from] === "that" || article.lower[from] === "," || article.lower[from] === ":")
  )
    from++;
  const start = from < quoteFirst ? tokens.start[from]! : parts[0]!.outer.start;
  const sentence = sentences[tokens.sentence[Math.max(quoteFirst, 0)] ?? -1];
  const end = Math.max(last.outer.end, Math.min(sentence?.end ?? last.outer.end, blockEnd(article, last)));
  const content = withoutStop(text.value, start, end, last);
  const spans = [textSpan(text.value, content.start, content.end)];
  return { spans, quotations: parts, type: "mixed", ...reported(report, spans, 0.6, "quotes/mixed") };
}

const blockEnd = ({ doc: { blocks } }: Article, { block }: Quotation): number => blocks[block]!.end;

/** Leaves out the stop at the end, and the marks if nothing but the quotation is left. */
function withoutStop(text: string, start: number, end: number, last: Quotation): Span {
  const bare = trimmed(text, start, end)!;
  const stop = bare.end > last.outer.end && ".,;".includes(text[bare.end - 1]!);
  const stopped = stop ? trimmed(text, bare.start, bare.end - 1)! : bare;
  if (stopped.start === last.outer.start && stopped.end === last.outer.end) return { start: last.start, end: last.end };
  return stopped;
}

/** A quotation inside another: who said it stands, if anywhere, in the words around it. */
function nestedDraft(article: Article, cues: CueLexicon, quotation: Quotation): Draft {
  const { text } = article.doc;
  const around = quotation.inside!;
  const spans = [textSpan(text.value, quotation.start, quotation.end)];
  const before = reportIn(article, cues, stretchBefore(article, quotation, around.start), "last");
  const after = reportIn(article, cues, stretchAfter(article, quotation, around.end), "first");
  const report = pick(before, after, text.value, quotation);
  const long = wordsIn(text.value, quotation.start, quotation.end) >= FEWEST_WORDS;
  if (report && !report.thought && (long || isWhole(article, quotation))) {
    // A pronoun inside speech stands for somebody the speaker has in mind.
    const { mention } = report.speaker;
    const pronoun = mention && PRONOUNS.has(mention.text.toLowerCase());
    const speaker = pronoun ? { ...report.speaker, entity: null, reason: notTold(mention.text) } : report.speaker;
    const said = reported({ cue: report.cue, speaker }, spans, 0.6, "quotes/nested");
    return { spans, quotations: [quotation], type: "direct", ...said };
  }
  return {
    spans,
    quotations: [quotation],
    type: long ? "direct" : "scare",
    speaker: nobody("it is quoted inside somebody's speech"),
    cue: null,
    order: "Q",
    rule: "quotes/nested",
    confidence: 0.4,
  };
}

/** The parts as they stand in the text: "QCS" for “…,” said Ruiz. */
export function orderOf(spans: readonly Span[], cue: Span | null, speaker: Span | null): string {
  const parts = [
    ...spans.map((s) => ({ letter: "Q", at: s.start })),
    ...(cue ? [{ letter: "C", at: cue.start }] : []),
    ...(speaker ? [{ letter: "S", at: speaker.start }] : []),
  ];
  return parts
    .sort((a, b) => a.at - b.at)
    .map((p) => p.letter)
    .join("");
}
