import type { Doc } from "../../layers.ts";
import { tokenTexts } from "../../tokens.ts";
import type { NameLexicon } from "./lexicon.ts";
import { CAPITALS_ONLY, LINKS_AFTER_HEAD, NO_NAMES, PARTICLES, TAKES_OF } from "./words.ts";

/** The article as this stage looks at it: a token's characters, the same in lower case, and where its line is shouted. */
export interface Article {
  readonly doc: Doc<"text" | "blocks" | "sentences" | "tokens">;
  readonly words: readonly string[];
  readonly lower: readonly string[];
  /** True for tokens of a headline in which nearly every word is capitalized, so that capitals say nothing. */
  readonly shouted: Uint8Array;
  /** True for the first word of each sentence, and of a quotation inside it. */
  readonly initial: Uint8Array;
  /** Words, in lower case, that the article writes with a capital where only names have one. */
  readonly seen: ReadonlySet<string>;
  /** Words that the article writes in small letters. */
  readonly small: ReadonlySet<string>;
}

/** A run of tokens that may be a name: `first` is in, `last` is out. */
export interface Candidate {
  readonly first: number;
  readonly last: number;
}

const CAPITAL = /^(?:\p{Lu}|[a-z]{1,2}\p{Lu})/u;
const WORD = /[\p{L}\p{N}]/u;
const OPENS = /^["“‘'«([—–-]+$/;
/** In a line where more of the words than this are capitalized, a capital is no sign of a name. */
const SHOUTED = 0.7;

/** Parts of speech that a capital makes a name of, where no sentence begins. */
const NAME_POS = new Set(["PROPN", "NOUN", "ADJ", "X", "VERB", "NUM", "ADV", "INTJ"]);

export function lookAt(doc: Article["doc"]): Article {
  const words = tokenTexts(doc.text.value, doc.tokens);
  const lower = words.map((word) => word.toLowerCase());
  const shouted = new Uint8Array(words.length);
  const initial = new Uint8Array(words.length);
  for (let first = 0, last = 0; first < words.length; first = last) {
    let [capitals, all, shouts, started] = [0, 0, 0, false];
    for (last = first; last < words.length && doc.tokens.sentence[last] === doc.tokens.sentence[first]; last++) {
      const word = words[last]!;
      if (!WORD.test(word)) {
        if (OPENS.test(word) || word === ":") started = false;
        continue;
      }
      if (!started) initial[last] = 1;
      started = true;
      if (word.length < 4 && !CAPITAL.test(word)) continue; // small words stay small in headlines
      all++;
      if (CAPITAL.test(word)) capitals++;
      if (word.length > 1 && word === word.toUpperCase()) shouts++;
    }
    // A sentence that ends in a stop may have many names in it, but it is no headline.
    const headline = !words[last - 1]!.endsWith(".") || shouts / all > SHOUTED;
    if (headline && all > 2 && capitals / all > SHOUTED) shouted.fill(1, first, last);
  }
  const seen = new Set<string>();
  for (let at = 0; at < words.length; at++)
    if (!initial[at] && !shouted[at] && CAPITAL.test(words[at]!)) seen.add(lower[at]!);
  const small = new Set(words.filter((word, at) => word === lower[at]));
  return { doc, words, lower, shouted, initial, seen, small };
}

/** Runs of capitalized tokens, with the small words inside names ("Bank of England", "Ursula von der Leyen"). */
export function findCandidates(article: Article, lexicon: NameLexicon): Candidate[] {
  const found: Candidate[] = [];
  const { words } = article;
  for (let first = 0; first < words.length; first++) {
    if (!isNameWord(article, lexicon, first)) continue;
    let last = first + 1;
    for (let next = nextNameWord(article, lexicon, last); next > 0; next = nextNameWord(article, lexicon, last))
      last = next + 1;
    found.push({ first, last });
    first = last - 1;
  }
  return found;
}

/** Index of the token that goes on with the name that ends before `at`, or -1. */
function nextNameWord(article: Article, lexicon: NameLexicon, at: number): number {
  const { words, lower, doc } = article;
  const { sentence, start, end } = doc.tokens;
  const sameSentence = (i: number) => i < words.length && sentence[i] === sentence[at - 1];
  const touches = (i: number) => end[i - 1] === start[i];
  if (!sameSentence(at)) return -1;
  if (isNameWord(article, lexicon, at) && !lineBreak(article, at)) return at;
  const word = lower[at]!;
  if (!sameSentence(at + 1) || !isNameWord(article, lexicon, at + 1)) {
    const goesOn = PARTICLES.has(lower[at + 1] ?? "") || (lower[at + 1] === "-" && touches(at + 1) && touches(at + 2));
    return PARTICLES.has(word) && goesOn && sameSentence(at + 2) && isNameWord(article, lexicon, at + 2) ? at + 2 : -1;
  }
  if (word === "&") return at + 1;
  if ((word === "-" || word === "–") && touches(at) && touches(at + 1)) return at + 1;
  if (PARTICLES.has(word)) return at + 1;
  if (LINKS_AFTER_HEAD.has(word) && TAKES_OF.has(lower[at - 1]!)) return at + 1;
  return -1;
}

const lineBreak = ({ doc: { text, tokens } }: Article, at: number): boolean =>
  text.value.slice(tokens.end[at - 1], tokens.start[at]).length > 1;

function isNameWord(article: Article, lexicon: NameLexicon, at: number): boolean {
  const { words, lower, initial, shouted, seen, doc } = article;
  const word = words[at]!;
  if (!CAPITAL.test(word) || NO_NAMES.has(lower[at]!)) return false;
  if (CAPITALS_ONLY.has(lower[at]!) && word !== word.toUpperCase()) return false;
  if (word.length === 1 && words[at + 1] !== ".")
    return /^[A-Z]$/.test(word) && !initial[at] && lower[at] !== "a" && lower[at] !== "i";
  const pos = doc.tokens.pos[at]!;
  if (shouted[at]) return lexicon.names.has(lower[at]!) || seen.has(lower[at]!);
  if (initial[at]) return lexicon.names.has(lower[at]!) || (pos === "PROPN" && !isCommon(article, lexicon, at));
  return NAME_POS.has(pos) || lexicon.names.has(lower[at]!);
}

/** True for a word that has its capital only from beginning the sentence: "Residents", "Rain". */
function isCommon(article: Article, lexicon: NameLexicon, at: number): boolean {
  const word = article.lower[at]!;
  const common = [word, word.replace(/s$/, "")].some(
    (form) => lexicon.commonWords.has(form) || article.small.has(form),
  );
  if (!common || article.seen.has(word)) return false;
  return nextNameWord(article, lexicon, at + 1) < 0;
}
