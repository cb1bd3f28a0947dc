import type { Speaker } from "../../schema/quotes.ts";
import { type Article, mentionsIn, type Range } from "./article.ts";
import { PRONOUNS } from "./cues.ts";

const PHRASE = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "X"]);
const RELATIVES = new Set(["who", "which"]);
const SKIPPED = new Set(["ADV", "AUX", "PART"]);
const LINKS = new Set(["of", "for", "with", "at", "from", "in", "to", "’s", "'s", "’", "'", "-", "&", "the", "and"]);
/** A phrase that names a speaker has at most this many tokens. */
const LONGEST_PHRASE = 16;
/** An apposition ("Ruiz, who has led the council since 2019, said") is looked through if it is no longer than this. */
const LONGEST_APPOSITION = 30;

/** The subject that ends before the token `cue`, not reaching back beyond the token `from`. */
export function subjectBefore(article: Article, cue: number, from: number): Range | null {
  const { lower, doc } = article;
  const { pos } = doc.tokens;
  let last = cue;
  while (last > from && SKIPPED.has(pos[last - 1]!) && !LINKS.has(lower[last - 1]!)) last--;
  if (last > from && (lower[last - 1] === "," || lower[last - 1] === ")")) {
    const comma = opening(article, last - 1, from);
    if (comma <= from) return null;
    last = comma;
  }
  const phrase = phraseEnding(article, last, from);
  return phrase && (antecedent(article, phrase, from) ?? phrase);
}

/** What a relative "who" or "which" stands for: the phrase right before it, "a senior official who …". */
function antecedent(article: Article, { first, last }: Range, from: number): Range | null {
  const { lower } = article;
  if (last - first !== 1 || !RELATIVES.has(lower[first]!)) return null;
  const end = lower[first - 1] === "," ? first - 1 : first;
  const phrase = end > from ? phraseEnding(article, end, from) : null;
  if (!phrase) return null;
  // "the letter to an official who …": the nearer of the two.
  const to = lower.slice(phrase.first, phrase.last).lastIndexOf("to");
  return { first: phrase.first + to + 1, last: phrase.last };
}

/** "who" right after a name says who speaks; after "a senior official" the phrase before it does. */
function relative(article: Article, pronoun: Range): Range {
  const { tokens } = article.doc;
  let from = pronoun.first;
  while (from > 0 && tokens.sentence[from - 1] === tokens.sentence[from] && pronoun.first - from < LONGEST_APPOSITION)
    from--;
  const phrase = antecedent(article, pronoun, from);
  if (!phrase) return pronoun;
  const end = tokens.end[phrase.last - 1]!;
  const name = mentionsIn(article.mentions, { start: tokens.start[phrase.last - 1]!, end })[0];
  return article.lower[pronoun.first] === "who" && name?.entity.type === "PERSON" && name.end === end
    ? pronoun
    : phrase;
}

/** Index of the comma or parenthesis that opens the apposition which ends at `end`. */
function opening({ lower }: Article, end: number, from: number): number {
  const mark = lower[end] === ")" ? "(" : ",";
  for (let at = end - 1; at > Math.max(from, end - LONGEST_APPOSITION); at--) if (lower[at] === mark) return at;
  return -1;
}

function phraseEnding({ lower, doc }: Article, last: number, from: number): Range | null {
  const { pos } = doc.tokens;
  let first = last;
  while (first > from && last - first < LONGEST_PHRASE) {
    const tag = pos[first - 1]!;
    const word = lower[first - 1]!;
    const isPart =
      PHRASE.has(tag) ||
      (first < last && (LINKS.has(word) || word === ".")) ||
      (tag === "VERB" && first < last && /ed$/.test(word) && pos[first - 2] === "DET");
    if (!isPart) break;
    first--;
    if (PRONOUNS.has(word) && tag === "PRON") break;
  }
  while (first < last && (LINKS.has(lower[first]!) || lower[first] === ".") && lower[first] !== "the") first++;
  return hasHead(pos, first, last) ? { first, last } : null;
}

/** The phrase that begins at the token `first`: the subject after its verb, "said Ruiz". */
export function phraseFrom({ lower, doc }: Article, first: number, end: number): Range | null {
  const { pos } = doc.tokens;
  let last = first;
  while (last < end && last - first < LONGEST_PHRASE) {
    const tag = pos[last]!;
    if (!(PHRASE.has(tag) || (last > first && (LINKS.has(lower[last]!) || lower[last] === ".")))) break;
    last++;
  }
  while (last > first && (LINKS.has(lower[last - 1]!) || RELATIVES.has(lower[last - 1]!) || lower[last - 1] === "."))
    last--;
  return hasHead(pos, first, last) ? { first, last } : null;
}

const hasHead = (pos: readonly string[], first: number, last: number): boolean => {
  for (let at = first; at < last; at++)
    if (["NOUN", "PROPN", "PRON", "NUM", "X", "ADJ", "DET"].includes(pos[at]!)) return true;
  return false;
};

/** The name that stands beside a phrase for somebody: "the lawyer, Omar Deng, said". */
export function nameBeside(article: Article, phrase: Range, { kind }: Speaker): Range | null {
  if ((kind !== "role" && kind !== "anonymous") || article.lower[phrase.last] !== ",") return null;
  const { start, end, sentence } = article.doc.tokens;
  const first = phrase.last + 1;
  if (sentence[first] !== sentence[phrase.last]) return null;
  const name = mentionsIn(article.mentions, { start: start[first]!, end: end[first]! })[0];
  if (name?.start !== start[first] || name?.entity.type !== "PERSON") return null;
  let last = first;
  while (last < start.length && start[last]! < name.end) last++;
  return /^[\p{L}\p{N}]/u.test(article.lower[last] ?? "") ? null : { first, last };
}

const BESIDE = new Set(["by", "from", "of", "to", "with", "and", "but", "as", "while"]);
const CUTS = new Set([",", "(", "—", "–", ";", "who", "which", "whose", "that"]);

/**
 * The phrase that names the speaker, in a range that may hold more: an apposition, a relative clause, "by" before it,
 * "’s" after it. The part with a person's name, or else the first. Null if nothing is left. `cue` is the token of the cue.
 */
export function sourceRange(article: Article, source: Range, cue: number): Range | null {
  const { lower, doc, mentions } = article;
  const { start, end } = doc.tokens;
  if (source.last - source.first === 1 && RELATIVES.has(lower[source.first]!)) return relative(article, source);
  const { first, last } = completed(article, source, cue);
  const parts: Range[] = [];
  let from = first;
  for (let at = first; at <= last; at++) {
    if (at < last && (at === first || !CUTS.has(lower[at]!))) continue;
    let begin = from;
    let until = at;
    while (begin < until - 1 && BESIDE.has(lower[begin]!)) begin++;
    while (until > begin && /^(?:[’']s?|[^\p{L}\p{N}%$.]+)$/u.test(lower[until - 1]!)) until--;
    if (until > begin && /[\p{L}\p{N}]/u.test(lower[begin]!) && lower[begin] !== "including")
      parts.push({ first: begin, last: until });
    from = at + 1;
  }
  const named = parts.find((part) =>
    mentionsIn(mentions, { start: start[part.first]!, end: end[part.last - 1]! }).some(
      ({ entity }) => entity.type === "PERSON",
    ),
  );
  const part = named ?? parts[0];
  return part ? { first: part.first, last: nameEnd(article, part) } : null;
}

const DASH = new Set(["-", "–"]);
const PARTY = /^[rdi]$/;
const OPENING = new Set(["(", ","]);

/**
 * A phrase of which one word was taken alone, as the next one looks like a verb: "the so-called Islamic State", "Mr. Hedge";
 * and the senator in "Sen. Ana Ruiz (D-Ohio)", of whom only the party was.
 */
function completed(article: Article, source: Range, cue: number): Range {
  const { lower, doc } = article;
  const { pos, sentence } = doc.tokens;
  const { first } = source;
  if (source.last - first > 1) return source;
  if (PARTY.test(lower[first]!) && OPENING.has(lower[first - 1]!) && sentence[first - 1] === sentence[first]) {
    let from = first - 1;
    while (from > 0 && sentence[from - 1] === sentence[first] && first - from < LONGEST_APPOSITION) from--;
    return phraseEnding(article, first - 1, from) ?? source;
  }
  const isTitle = HONORIFICS.test(lower[first]!);
  if (pos[first] !== "DET" && !isTitle) return source;
  for (let at = first + 1; at !== cue && sentence[at] === sentence[first] && at - first <= LONGEST_COMPLETION; at++) {
    const tag = pos[at]!;
    if (tag === "PUNCT" && !DASH.has(lower[at]!)) break;
    const isLast = at + 1 === cue || !(isNoun(pos[at + 1]) || DASH.has(lower[at + 1]!));
    if ((isNoun(tag) && isLast) || (isTitle && at === first + 1)) return { first, last: at + 1 };
  }
  return source;
}

const HONORIFICS = /^(?:mrs?|ms|dr)\.?$/;
/** So many words may be missing from a phrase. */
const LONGEST_COMPLETION = 6;

const isNoun = (tag: string | undefined): boolean => tag === "NOUN" || tag === "PROPN";

/** Where the name ends in whose middle a phrase stops, or else the end of the phrase. */
function nameEnd({ doc, mentions }: Article, { last }: Range): number {
  const { start, end } = doc.tokens;
  const name = mentionsIn(mentions, { start: start[last - 1]!, end: end[last - 1]! })[0];
  let to = last;
  while (name && to < start.length && start[to]! < name.end) to++;
  return to;
}
