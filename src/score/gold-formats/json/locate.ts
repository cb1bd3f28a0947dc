import type { Span } from "../../../schema/span.ts";

/** Where something written in a gold.json stands in the text; or why that cannot be told, and what would help. */
export type Located =
  | { readonly spans: readonly Span[]; readonly isAll?: boolean }
  | { readonly fault: string; readonly remedy: string };

/** Finds what is written: in the whole text, or only from one offset to another. */
export type Locate = (written: string, within?: Span) => Located;

/** What one is written as: words of the text, of which only `inner` is meant; `last` ends it where its middle is left out. */
interface Passage {
  readonly before: string;
  readonly first: string;
  readonly last: string | null;
  readonly after: string;
}

/** `Ruiz#3`, `Ruiz#1,4-6`, `Ruiz#*`: which of the places where the words stand. */
const NUMBERED = /^(.+)#(\*|\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)$/su;

/** `the rest, {he} said`: words in braces, found by those around them. */
const BRACED = /^([^{}]*)\{([^{}]+)\}([^{}]*)$/u;

/** `We have … the bridge.`: the first and the last words. */
const ELISION = " … ";

const WORD = /[\p{L}\p{M}\p{N}]/u;
const DIGIT = /\p{Nd}/u;
const IN_NUMBER = /[.,:]/;

/**
 * Makes a function that finds passages of a text by how they are written: as their words, `Ruiz`, where these stand once;
 * with the number of the place, `Ruiz#3` (`#1,4-6` for several, `#*` for all); with words around it, `{he} said on`; as
 * first and last words, `We have … the bridge.`. Only whole words and numbers are found ("art" is not in "part"). A space
 * stands for any white space. Within an extent, places are counted from its start.
 */
export function locator(text: string): Locate {
  const { flat, offsets } = flatten(text);
  const toSpan = ({ start, end }: Span): Span => ({ start: offsets[start]!, end: offsets[end - 1]! + 1 });
  const limits = (within: Span | undefined) => ({
    from: within ? firstAt(offsets, within.start) : 0,
    until: within ? firstAt(offsets, within.end) : flat.length,
  });

  return (written, within) => {
    const [, words = written, numbers = null] = NUMBERED.exec(written) ?? [];
    const { from, until } = limits(within);
    const passage = parse(words, flat);
    const found = passage && places(flat, passage, from, until).map(toSpan);
    if (!found)
      return {
        fault: `${quoted(written)} cannot be read`,
        remedy: "write one pair of braces around words of the text",
      };
    if (found.length === 0)
      return {
        fault: `${quoted(words)} does not occur ${within ? "there" : "in the text"}`,
        remedy: "copy the words from the text, with its quotation marks and dashes",
      };
    if (numbers === "*") return { spans: found, isAll: true };
    if (numbers === null && found.length > 1)
      return {
        fault: `${quoted(words)} occurs ${found.length} times`,
        remedy: `say which: ${quoted(`${words}#1`)}, or with words around it: ${quoted(`{${words}} and`)}`,
      };
    const wanted = numbers === null ? [1] : listed(numbers);
    const beyond = wanted.find((number) => number < 1 || number > found.length);
    if (beyond !== undefined)
      return {
        fault: `${quoted(written)}: there is no number ${beyond}, ${quoted(words)} occurs ${times(found.length)}`,
        remedy: `write a number from 1 to ${found.length}`,
      };
    return { spans: wanted.map((number) => found[number - 1]!) };
  };
}

export const quoted = (words: string): string => JSON.stringify(words.length > 60 ? `${words.slice(0, 60)}…` : words);

const times = (count: number): string => (count === 1 ? "once" : `${count} times`);

/** The text with a single space for each run of white space, and where each of its characters stands in the text. */
function flatten(text: string): { flat: string; offsets: Uint32Array } {
  const offsets = new Uint32Array(text.length + 1);
  const parts: string[] = [];
  let size = 0;
  for (const { 0: run, index } of text.matchAll(/\s+|\S+/gu)) {
    const part = /^\s/u.test(run) ? " " : run;
    for (let i = 0; i < part.length; i++) offsets[size + i] = index + i;
    parts.push(part);
    size += part.length;
  }
  offsets[size] = text.length;
  return { flat: parts.join(""), offsets: offsets.subarray(0, size + 1) };
}

/** The first index whose offset is not before the one given. */
function firstAt(offsets: Uint32Array, offset: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (offsets[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Null where braces are not one pair around something. An ellipsis that stands in the text itself leaves nothing out. */
function parse(written: string, flat: string): Passage | null {
  const words = written.replace(/\s+/gu, " ").trim();
  const [, before = "", inner = words, after = ""] = BRACED.exec(words) ?? [];
  if (/[{}]/.test(inner)) return null;
  const at = flat.includes(before + inner + after) ? -1 : inner.indexOf(ELISION);
  return at < 0
    ? { before, first: inner, last: null, after }
    : { before, first: inner.slice(0, at), last: inner.slice(at + ELISION.length), after };
}

/** Start and end of each place, in order. Where the middle is left out, the passage ends with the next last words. */
function places(flat: string, { before, first, last, after }: Passage, from: number, until: number): Span[] {
  const head = before + first + (last === null ? after : "");
  return wholeWords(flat, head, from, until).flatMap((at) => {
    const start = at + before.length;
    if (last === null) return [{ start, end: start + first.length }];
    const end = wholeWords(flat, last + after, start + first.length, until, 1)[0];
    return end === undefined ? [] : [{ start, end: end + last.length }];
  });
}

/** Where words stand, not as parts of others; the first few, if `most` is given. */
function wholeWords(flat: string, words: string, from: number, until: number, most = Number.POSITIVE_INFINITY) {
  const found: number[] = [];
  for (let at = flat.indexOf(words, from); at >= 0 && at + words.length <= until; at = flat.indexOf(words, at + 1)) {
    if (isEdge(flat, at) && isEdge(flat, at + words.length)) found.push(at);
    if (found.length >= most) break;
  }
  return found;
}

/** True if no word and no number goes on over this offset. */
function isEdge(flat: string, at: number): boolean {
  const [before = "", after = ""] = [flat[at - 1], flat[at]];
  if (WORD.test(before) && WORD.test(after)) return false;
  const isInside = (mark: number) =>
    IN_NUMBER.test(flat[mark] ?? "") && DIGIT.test(flat[mark - 1] ?? "") && DIGIT.test(flat[mark + 1] ?? "");
  return !isInside(at) && !isInside(at - 1);
}

/** "1,4-6" is 1, 4, 5, 6. */
const listed = (numbers: string): number[] =>
  numbers.split(",").flatMap((part) => {
    const [first = 0, last = first] = part.split("-").map(Number);
    return Array.from({ length: Math.min(1000, Math.max(1, last - first + 1)) }, (_, i) => first + i);
  });
