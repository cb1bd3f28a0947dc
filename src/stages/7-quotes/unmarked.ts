import type { Block } from "../../schema/blocks.ts";
import type { Speaker } from "../../schema/quotes.ts";
import type { Span } from "../../schema/span.ts";
import { contains, overlaps, textSpan, trimmed } from "../../span.ts";
import { tokenFrom } from "../../tokens.ts";
import type { Article } from "./article.ts";
import type { Quotation } from "./marks.ts";
import { type Draft, orderOf } from "./quoted.ts";
import { nobody, speakerOf } from "./speakers.ts";

/** "RUIZ:", "Mayor Ana Ruiz:", "Q:" at the start of a paragraph; what follows is said. */
const TURN = /^(\p{Lu}[\p{L}\p{M}.'’-]{0,30}(?: [\p{L}\p{M}.'’-]{1,30}){0,4}):\s+(?=\S)/u;
/** So many turns make a transcript, by at least two speakers, one of whom speaks twice; a list of "WHEN:" and "WHERE:" is none. */
const FEWEST_TURNS = 3;

/** "— Ana Ruiz (@anaruiz) June 3, 2024": the signature of a post. */
const SIGNATURE = /(?:^|\s)[—–-]{1,2}\s?([^\n@()—–]{2,60}) \(@\w{1,30}\)/;
/** Signatures stand at the end of short texts. */
const LONGEST_POST = 600;

/** Finds speech that has no quotation marks but is set off by its form: turns of an interview, and signed posts. */
export function unmarkedDrafts(article: Article, quotations: readonly Quotation[]): Draft[] {
  const outer = quotations.filter(({ inside }) => inside === null);
  return [...turnsOf(article, outer), ...postsOf(article, outer)];
}

/** Turns of an interview or debate whose paragraphs begin with who speaks. */
function turnsOf(article: Article, quotations: readonly Quotation[]): Draft[] {
  const { text, blocks } = article.doc;
  const turns = blocks.flatMap((block) => {
    const label = TURN.exec(text.value.slice(block.start, Math.min(block.end, block.start + 160)));
    return label && isLabel(article, block.start, label[1]!) ? [{ block, label }] : [];
  });
  const labels = new Set(turns.map(({ label }) => label[1])).size;
  if (turns.length < FEWEST_TURNS || labels < 2 || labels === turns.length) return [];
  return turns.flatMap(({ block, label }) => {
    const mention = { start: block.start, end: block.start + label[1]!.length };
    const content = { start: block.start + label[0].length, end: block.end };
    // A turn in quotation marks is found by them.
    if (quotations.some((one) => one.outer.start === content.start)) return [];
    return draftOf(article, content, mention, "quotes/turn", 0.8);
  });
}

/** True for "Q" and "A", for capitals alone, and for the name of a person with or without a title. */
function isLabel({ mentions }: Article, start: number, label: string): boolean {
  if (/^[QA]$/.test(label) || (label.length > 2 && label === label.toUpperCase())) return true;
  const end = start + label.length;
  return mentions.some((one) => one.end === end && one.start >= start && one.entity.type === "PERSON");
}

/** Posts that end with a signature, in their paragraph or in the next one. */
function postsOf(article: Article, quotations: readonly Quotation[]): Draft[] {
  const { text, blocks } = article.doc;
  return blocks.flatMap((block, i) => {
    if (block.end - block.start > LONGEST_POST) return [];
    const found = SIGNATURE.exec(text.value.slice(block.start, block.end));
    if (!found) return [];
    const name = block.start + found.index + found[0].indexOf(found[1]!);
    const mention = { start: name, end: name + found[1]!.length };
    const body: Span | undefined =
      found.index > 0 ? { start: block.start, end: block.start + found.index } : postBefore(blocks, i);
    if (!body || quotations.some(({ outer }) => overlaps(outer, body))) return [];
    return draftOf(article, body, mention, "quotes/post", 0.7);
  });
}

function postBefore(blocks: readonly Block[], index: number): Block | undefined {
  const before = blocks[index - 1];
  return before && before.kind !== "title" && before.kind !== "heading" && before.end - before.start <= LONGEST_POST
    ? before
    : undefined;
}

function draftOf(article: Article, content: Span, named: Span, rule: string, confidence: number): Draft[] {
  const { text, tokens } = article.doc;
  const body = trimmed(text.value, content.start, content.end);
  const name = trimmed(text.value, named.start, named.end);
  if (!body || !name) return [];
  const spans = [textSpan(text.value, body.start, body.end)];
  const speaker = signer(article, name, tokens);
  const order = orderOf(spans, null, speaker.mention);
  return [{ spans, quotations: [], type: "direct", speaker, cue: null, order, rule, confidence }];
}

function signer(article: Article, name: Span, tokens: Article["doc"]["tokens"]): Speaker {
  const range = { first: tokenFrom(tokens, name.start), last: tokenFrom(tokens, name.end) };
  const mention = textSpan(article.doc.text.value, name.start, name.end);
  if (/^[QA]$/.test(mention.text))
    return { ...nobody(`who "${mention.text}" is, the text does not say here`), mention };
  const found = range.last > range.first ? speakerOf(article, range, null) : null;
  if (found?.entity) return { ...found, mention };
  // "RUIZ" for the Ruiz named elsewhere: the one person whose name ends so.
  const last = mention.text.split(" ").at(-1)!.toLowerCase();
  const people = new Set(
    article.mentions
      .filter(({ entity }) => entity.type === "PERSON" && entity.name.toLowerCase().split(" ").at(-1) === last)
      .map(({ entity }) => entity),
  );
  const [person] = people;
  if (person && people.size === 1) return { kind: "person", mention, entity: person.id, reason: null };
  return { kind: "person", mention, entity: null, reason: `who "${mention.text}" is, the text does not say` };
}

/** Leaves out what others found inside such speech: what somebody says there is part of it. Quotations in it stay, inside it. */
export const outsideOf = (unmarked: readonly Draft[], drafts: readonly Draft[]): Draft[] =>
  unmarked.length === 0
    ? [...drafts]
    : drafts.filter(({ spans, quotations }) => {
        const around = unmarked.some((one) => one.spans.some((span) => spans.some((other) => overlaps(span, other))));
        return !around || (quotations.length > 0 && unmarked.some((one) => contains(one.spans[0]!, spans[0]!)));
      });
