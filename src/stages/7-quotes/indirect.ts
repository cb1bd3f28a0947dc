import type { Span } from "../../schema/span.ts";
import { overlaps, textSpan, trimmed } from "../../span.ts";
import type { Article, Range } from "./article.ts";
import type { CueLexicon } from "./cues.ts";
import { type Draft, orderOf } from "./quoted.ts";
import { type Report, reportAt } from "./reports.ts";

/** Verbs of saying that are so often something else that only "that" after them tells: "continued to speak", "the United States". */
const NEED_THAT = new Set(
  "put,post,state,continue,maintain,add,counter,comment,report,note,ask,write,answer,agree,plead,repeat,urge,joke,muse,stress,recall,observe,reveal,remark,promise,respond,reply".split(
    ",",
  ),
);

/** A paraphrase shorter than this is no statement: "he said so". */
const FEWEST_TOKENS = 3;

/** Finds reported speech without quotation marks, at most one a sentence, outside the quotes found before. */
export function indirectDrafts(article: Article, cues: CueLexicon, taken: readonly Draft[]): Draft[] {
  const { tokens, sentences } = article.doc;
  const occupied = taken
    .filter((draft) => draft.type !== "scare")
    .flatMap((draft) => [...draft.spans, ...(draft.cue ? [draft.cue] : [])])
    .sort((a, b) => a.start - b.start);
  const drafts: Draft[] = [];
  let next = 0;
  for (let first = 0, last = 0; first < tokens.start.length; first = last) {
    const sentence = tokens.sentence[first]!;
    for (last = first; last < tokens.start.length && tokens.sentence[last] === sentence; ) last++;
    while (next < occupied.length && occupied[next]!.end <= sentences[sentence]!.start) next++;
    if (occupied[next] && overlaps(occupied[next]!, sentences[sentence]!)) continue;
    const draft = inSentence(article, cues, { first, last });
    if (draft) drafts.push(draft);
  }
  return drafts;
}

function inSentence(article: Article, cues: CueLexicon, range: Range): Draft | null {
  const { lower, doc } = article;
  for (let at = range.first; at < range.last; at++) {
    const word = lower[at]!;
    const tag = doc.tokens.pos[at];
    if (tag !== "VERB" && tag !== "AUX" && word !== "according") continue;
    const report = reportAt(article, cues, at, range);
    if (!report) continue;
    const content = contentOf(article, report, range);
    if (!content) continue;
    const spans = [textSpan(doc.text.value, content.start, content.end)];
    return {
      spans,
      quotations: [],
      type: "indirect",
      speaker: report.speaker,
      cue: report.cue,
      order: orderOf(spans, report.cue, report.speaker.mention),
      rule: word === "according" ? "quotes/according-to" : "quotes/indirect",
      confidence: report.thought ? 0.5 : 0.6,
    };
  }
  return null;
}

/** What the report reports: after the verb, or before it where the report ends the sentence. */
function contentOf({ lower, doc }: Article, report: Report, range: Range): Span | null {
  const { text, tokens } = doc;
  const { verb, verbFirst, subject } = report;
  const thought = report.thought || NEED_THAT.has(report.cue.lemma);
  const reportFirst = Math.min(verbFirst, subject.first);
  const reportLast = Math.max(verb + 1, subject.last);
  const between = (first: number, last: number): Span | null => {
    while (last > first && /^[.,;:—–-]$/.test(lower[last - 1]!)) last--;
    while (first < last && /^[,;:—–-]$/.test(lower[first]!)) first++;
    return last - first < FEWEST_TOKENS ? null : trimmed(text.value, tokens.start[first]!, tokens.end[last - 1]!);
  };
  const ends = range.last - reportLast <= 6 && !afterThat(lower, reportLast, range.last);
  if (ends && !thought && lower[reportFirst - 1] === ",") return between(range.first, reportFirst);
  if (report.cue.lemma === "according to")
    return reportFirst === range.first ? between(reportLast, range.last) : between(range.first, reportFirst);
  if (subject.first > verb) return null;
  let first = verb + 1;
  const that = lower.slice(first, first + 6).indexOf("that");
  if (that >= 0) first += that + 1;
  else if (
    thought ||
    !["DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM", "PART", "SCONJ"].includes(tokens.pos[first] ?? "")
  )
    return null;
  return between(first, range.last);
}

const afterThat = (lower: readonly string[], first: number, last: number): boolean =>
  lower.slice(first, last).includes("that");
