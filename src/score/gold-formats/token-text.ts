import type { Span } from "../../schema/span.ts";

/** Tokens of a sentence; `text` is the sentence as it was, if that is known. */
interface SentenceTokens {
  readonly tokens: readonly string[];
  /** Each token's tag: a hyphen inside a name has no spaces around it. */
  readonly tags: readonly string[];
  readonly spaceAfter: readonly boolean[];
  readonly text: string | null;
}

/** A text put together from tokens, and where each of them stands in it. */
export interface PlacedTokens {
  readonly text: string;
  readonly sentences: readonly (readonly Span[])[];
}

/** How the Penn Treebank writes what it splits at. */
const PLAIN: Readonly<Partial<Record<string, string>>> = {
  "-LRB-": "(",
  "-RRB-": ")",
  "-LSB-": "[",
  "-RSB-": "]",
  "-LCB-": "{",
  "-RCB-": "}",
  "``": "“",
  "''": "”",
  "\\/": "/",
  "\\*": "*",
};

/** Written to the word before it. */
const TO_THE_LEFT = /^(?:[,.;:!?%)\]}”’…]+|n[’']t|[’'](?:s|S|re|ve|ll|d|m|em)?)$/;

/** Written to the word after it. */
const TO_THE_RIGHT = /^(?:[([{$£€¥“‘#@]|(?:US|C|A|HK|NZ|S)\$)$/;

/** What a sentence ends with, as a rule; a title or byline does not. */
const ENDS = /[.!?…:;"”’')\]]$/;

/**
 * Puts sentences together from their tokens: words with a space between them, punctuation and clitics where news has them, a line of its
 * own for what is no full sentence.
 */
export function placeTokens(sentences: readonly SentenceTokens[]): PlacedTokens {
  let text = "";
  const placed = sentences.map((sentence) => {
    if (text !== "") text += ENDS.test(text) ? " " : "\n\n";
    const own = inOwnText(sentence) ?? joined(sentence);
    const from = text.length;
    text += own.text;
    return own.spans.map(({ start, end }) => ({ start: start + from, end: end + from }));
  });
  return { text, sentences: placed };
}

interface Placed {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** The sentence as it was, if all tokens stand in it one after another. */
function inOwnText({ tokens, text }: SentenceTokens): Placed | null {
  if (text === null) return null;
  let at = 0;
  const spans: Span[] = [];
  for (const token of tokens) {
    const start = text.indexOf(token, at);
    if (start < 0 || text.slice(at, start).trim() !== "") return null;
    at = start + token.length;
    spans.push({ start, end: at });
  }
  return { text, spans };
}

function joined({ tokens, tags, spaceAfter }: SentenceTokens): Placed {
  const isSpaced = spaceAfter.includes(false); // then it is known where spaces stand
  let [text, isOpen, sticks] = ["", false, true];
  const spans = tokens.map((token, i) => {
    const written = Object.hasOwn(PLAIN, token) ? PLAIN[token]! : token;
    const isQuote = written === '"';
    const isHyphened = (token === "-" || tokens[i - 1] === "-") && /^[IELM]-/.test(tags[i]!) && tags[i - 1] !== "O";
    const toLeft = isSpaced ? !spaceAfter[i - 1] : isQuote ? isOpen : isHyphened || TO_THE_LEFT.test(written);
    if (i > 0 && !toLeft && (isSpaced || !sticks)) text += " ";
    if (isQuote) isOpen = !isOpen;
    sticks = isQuote ? isOpen : TO_THE_RIGHT.test(written);
    const start = text.length;
    text += written;
    return { start, end: text.length };
  });
  return { text, spans };
}
