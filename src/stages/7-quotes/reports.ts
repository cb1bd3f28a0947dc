import type { Cue, Speaker } from "../../schema/quotes.ts";
import { textSpan } from "../../span.ts";
import type { Article, Range } from "./article.ts";
import type { CueLexicon } from "./cues.ts";
import { nameBeside, phraseFrom, subjectBefore } from "./source-phrases.ts";
import { personBefore, speakerOf } from "./speakers.ts";

/** A verb of reporting with its speaker, found in a stretch of tokens. */
export interface Report {
  readonly cue: Cue;
  readonly speaker: Speaker;
  /** Index of the first and the last token of the cue ("according to" is two), and the tokens of the speaker. */
  readonly verbFirst: number;
  readonly verb: number;
  readonly subject: Range;
  readonly thought: boolean;
}

/** Prefers speech over thought, and the verb nearest to the quotation: the last before it, the first after it. */
export function reportIn(article: Article, cues: CueLexicon, range: Range, nearest: "first" | "last"): Report | null {
  const step = nearest === "first" ? 1 : -1;
  const start = nearest === "first" ? range.first : range.last - 1;
  for (let at = start; at >= range.first && at < range.last; at += step) {
    const report = reportAt(article, cues, at, range);
    if (report) return report;
  }
  return null;
}

/** The report whose verb (or "according to") is the token `at`, with its speaker inside `range`; null if there is none. */
export function reportAt(article: Article, cues: CueLexicon, at: number, range: Range): Report | null {
  const { lower, doc } = article;
  const word = lower[at]!;
  if (word === "according" && lower[at + 1] === "to") {
    const subject = phraseFrom(article, at + 2, range.last);
    return subject && made(article, at, at + 2, "according to", subject, false);
  }
  if (!mayReport(article, at)) return null;
  const speech = cues.speech.get(word);
  const lemma = speech ?? cues.thought.get(word);
  if (!lemma) return null;
  const thought = speech === undefined;
  const before = subjectBefore(article, at, range.first);
  const after = doc.tokens.pos[at + 1] !== "PUNCT" && !thought ? phraseFrom(article, at + 1, range.last) : null;
  const inverted = after && (before === null || /^[,”"’]/.test(lower[before.last] ?? ""));
  const subject = inverted && before === null ? after : before;
  return subject && made(article, at, at + 1, lemma, subject, thought);
}

/** wink-nlp tags some of these verbs as nouns or adjectives; after a name or pronoun they are verbs all the same. */
export const mayReport = ({ doc: { tokens } }: Article, at: number): boolean => {
  const pos = tokens.pos[at];
  if (pos === "VERB" || pos === "AUX") return true;
  if (pos === "ADP") return false;
  const before = tokens.pos[at - 1];
  return before === "PROPN" || before === "PRON";
};

function made(article: Article, first: number, last: number, lemma: string, subject: Range, thought: boolean): Report {
  const { text, tokens } = article.doc;
  let found: { speaker: Speaker; subject: Range } | null = null;
  const look = () => {
    const speaker = speakerFor(article, subject);
    const name = nameBeside(article, subject, speaker);
    return name
      ? { speaker: speakerFor(article, name), subject: { first: subject.first, last: name.last } }
      : { speaker, subject };
  };
  return {
    cue: { ...textSpan(text.value, tokens.start[first]!, tokens.end[last - 1]!), lemma },
    verbFirst: first,
    verb: last - 1,
    thought,
    // Most reports are only asked whether they are there: who speaks is looked up when it is asked.
    get speaker() {
      found ??= look();
      return found.speaker;
    },
    get subject() {
      found ??= look();
      return found.subject;
    },
  };
}

const speakerFor = (article: Article, subject: Range): Speaker =>
  speakerOf(article, subject, personBefore(article, article.doc.tokens.start[subject.first]!));
