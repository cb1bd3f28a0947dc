import { readFile } from "node:fs/promises";
import { InputError } from "../../input-error.ts";
import type { QuoteType } from "../../schema/quotes.ts";
import type { Span } from "../../schema/span.ts";
import type { GoldArticle, GoldQuote, GoldSpan } from "../gold.ts";
import { type LabelLayer, labelLayer } from "./label-layers.ts";

/** A text-bound annotation (`T1`), its offsets in UTF-16 code units. A discontinuous one has several spans. */
interface Marked {
  readonly label: LabelLayer;
  readonly spans: readonly Span[];
  /** By name in lower case: what attributes (`A1`) say of it. */
  readonly attributes: Record<string, string>;
  /** By role in lower case, "speaker" or "cue": what relations (`R1`) and events (`E1`) link to it. */
  readonly links: Record<string, Marked[]>;
}

/** A brat document: a text with the annotations beside it. */
export interface BratDocument {
  readonly id: string;
  readonly text: string;
  readonly marked: readonly Marked[];
}

/**
 * Reads a brat standoff file and the .txt beside it. Offsets count Unicode code points, as brat's do. Notes, normalizations and equivalences
 * are passed over. Throws an `InputError` with file and line where a line cannot be read or its text is not the one at its offsets.
 */
export async function readBrat(file: string, id: string): Promise<BratDocument> {
  const text = await readText(file.replace(/\.ann$/, ".txt"), "put the text beside the .ann file");
  return bratDocument(await readText(file, "check the path"), text, file, id);
}

async function readText(file: string, remedy: string): Promise<string> {
  return readFile(file, "utf8").catch((cause: Error) => {
    throw new InputError(`${file}: it cannot be read (${cause.message})`, remedy, { cause });
  });
}

export function bratDocument(annotations: string, text: string, file: string, id: string): BratDocument {
  const utf16 = utf16Offsets(text);
  const byId = new Map<string, Marked>();
  const lines = annotations.replace(/^\ufeff/, "").split(/\r?\n/);
  const wrong = (index: number, message: string, remedy: string): InputError =>
    new InputError(`${file}:${index + 1}: ${message}`, remedy);
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith("T")) continue;
    const [, key, label, places, words] = /^(T\S+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)$/.exec(line) ?? [];
    if (key === undefined) throw wrong(index, "not a text-bound annotation", "write T1⇥Label 0 5⇥words");
    const spans = places!.split(";").map((place): Span => {
      const [start, end] = place.split(" ").map(Number) as [number, number];
      return { start: utf16(start), end: utf16(end) };
    });
    if (byId.has(key)) throw wrong(index, `there are two annotations ${key}`, "give each its own number");
    const found = spans.map(({ start, end }) => text.slice(start, end)).join(" ");
    if (squashed(found) !== squashed(words!) || spans.some(({ start, end }) => start >= end))
      throw wrong(
        index,
        `${key} says ${JSON.stringify(words)}, but ${JSON.stringify(found)} stands there`,
        "offsets count the characters (code points) of the .txt file; was it edited?",
      );
    byId.set(key, { label: labelLayer(label!), spans, attributes: {}, links: {} });
  }
  const known = (key: string | undefined, index: number): Marked => {
    const marked = key === undefined ? undefined : byId.get(key);
    if (marked) return marked;
    throw wrong(
      index,
      key === undefined ? "it names no annotation" : `there is no annotation ${key}`,
      "annotate it, or take the line out",
    );
  };
  // Attributes may be about events, which stand for what triggers them, so events come first.
  for (const [index, line] of lines.entries())
    if (line.startsWith("E")) {
      const [key, roles = ""] = line.split("\t");
      const [[, trigger], ...others] = roles
        .trim()
        .split(" ")
        .map((role) => role.split(":")) as [string[], ...string[][]];
      const marked = known(trigger, index);
      byId.set(key!, marked);
      for (const [role = "", target] of others) link(marked, role, known(target, index));
    }
  for (const [index, line] of lines.entries()) {
    const [, rest = ""] = line.split("\t");
    if (/^[AM]/.test(line)) {
      const [, name, target, value = "true"] = /^(\S+) (\S+)(?: (.*))?$/.exec(rest) ?? [];
      if (name === undefined) throw wrong(index, "not an attribute", "write A1⇥Name T1 value");
      known(target, index).attributes[name.toLowerCase()] = value;
    } else if (line.startsWith("R")) {
      const [, name, one, other] = /^(\S+) \w+:(\S+) \w+:(\S+)/.exec(rest) ?? [];
      if (name === undefined) throw wrong(index, "not a relation", "write R1⇥Speaker Arg1:T1 Arg2:T2");
      const [left, right] = [known(one, index), known(other, index)];
      if (left.label.layer === "quotes") link(left, name, right);
      else link(right, name, left);
    } else if (!/^(?:[TEN#*].*)?$/.test(line)) throw wrong(index, "not a line of brat's", "see docs/scoring.md");
  }
  return { id, text, marked: [...new Set(byId.values())] };
}

function link(marked: Marked, role: string, target: Marked): void {
  const name = role.toLowerCase().replace(/\d+$/, "");
  const links = marked.links[name === "source" ? "speaker" : name];
  if (links) links.push(target);
  else marked.links[name === "source" ? "speaker" : name] = [target];
}

const squashed = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** From an offset in code points to one in UTF-16. */
function utf16Offsets(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
  const starts: number[] = [];
  for (let at = 0; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) starts.push(at);
  return (offset) => starts[offset] ?? text.length;
}

/** Brat documents as gold. A layer that one of them has was looked for in all. */
export function bratGold(documents: readonly BratDocument[]): GoldArticle[] {
  const layers = new Set(documents.flatMap(({ marked }) => marked.map(({ label }) => label.layer)));
  return documents.map((document): GoldArticle => {
    const all = {
      entities: entities(document),
      dates: dates(document),
      money: money(document),
      quotes: quotes(document),
      sentences: of(document, "sentences")
        .map(({ spans }) => hull(spans))
        .map(asPair),
    };
    const own = Object.entries(all).filter(([layer]) => layers.has(layer as LabelLayer["layer"]));
    return { id: document.id, text: document.text, ...Object.fromEntries(own) };
  });
}

const of = ({ marked }: BratDocument, layer: LabelLayer["layer"]): Marked[] =>
  marked.filter(({ label }) => label.layer === layer).sort((a, b) => a.spans[0]!.start - b.spans[0]!.start);

const hull = (spans: readonly Span[]): Span => ({ start: spans[0]!.start, end: spans.at(-1)!.end });
const asPair = ({ start, end }: Span): GoldSpan => [start, end];

const entities = (document: BratDocument): GoldArticle["entities"] =>
  of(document, "entities").map(({ label, spans }) => ({ ...hull(spans), type: (label as { type: string }).type }));

const dates = (document: BratDocument): GoldArticle["dates"] =>
  of(document, "dates").map(({ label, spans, attributes: { type = (label as { type?: string }).type, value } }) => ({
    ...hull(spans),
    ...(type !== undefined && { type: type.toUpperCase() }),
    ...(value !== undefined && { value }),
  }));

const money = (document: BratDocument): GoldArticle["money"] =>
  of(document, "money").map(({ spans, attributes: { amount, min, max, currency } }) => ({
    ...hull(spans),
    ...(amount !== undefined && { amount }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(currency !== undefined && { currency }),
  }));

const quotes = (document: BratDocument): GoldQuote[] =>
  of(document, "quotes").map(({ label, spans, attributes, links: { speaker = [], cue = [] } }) => ({
    kind: kindOf(attributes.type ?? attributes.kind) ?? (label as { kind?: QuoteType }).kind ?? "direct",
    spans: spans.map(asPair),
    speaker: speaker.flatMap((part) => part.spans.map(asPair)),
    cue: cue.flatMap((part) => part.spans.map(asPair)),
  }));

function kindOf(name: string | undefined): QuoteType | undefined {
  const found = name === undefined ? null : labelLayer(name);
  return found?.layer === "quotes" ? found.kind : undefined;
}
