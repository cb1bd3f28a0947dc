import type { Document } from "../schema/document.ts";
import type { Span } from "../schema/span.ts";
import { excerpt } from "../score/errors.ts";

/** What the layers that can be expected are called. */
const LAYERS: readonly (keyof Annotations)[] = ["entities", "dates", "money", "quantities", "quotes"];

/** The layers that can be expected, with the annotations they hold. */
type Annotations = Pick<Document, "entities" | "dates" | "money" | "quantities" | "quotes">;

/** Some of the fields of an annotation, to any depth. */
export type Partially<T> = T extends readonly (infer Item)[]
  ? readonly Partially<Item>[]
  : T extends object
    ? { readonly [K in keyof T]?: Partially<T[K]> }
    : T;

/**
 * What an annotation should be: any of its fields, and `text`, the words it stands on (a mention of an entity; all spans
 * of a quote with ` … ` between them). `speaker` may be given as the words that name the speaker, or the entity's name.
 */
export type Expected<Layer extends keyof Annotations> = Omit<
  Partially<Annotations[Layer][number]>,
  "speaker" | "text"
> & {
  readonly text?: string;
} & (Layer extends "quotes"
    ? { readonly speaker?: string | null | Partially<Document["quotes"][number]["speaker"]> }
    : unknown);

/** What is expected of a document, layer by layer. */
export type ExpectedExtraction = { readonly [Layer in keyof Annotations]?: readonly Expected<Layer>[] };

/** An annotation of a document as expectations see it. */
interface Candidate {
  readonly item: object;
  readonly texts: readonly string[];
  readonly spans: readonly Span[];
  readonly speakers: readonly (string | null)[];
}

/** Which expectations a document does not meet, and which annotations of their layers nobody expected; in words. */
export interface Unmet {
  readonly lacking: readonly string[];
  readonly unexpected: readonly string[];
}

/**
 * Compares a document with what is expected of it. Each annotation serves one expectation, the first that it meets in
 * the order they are written. Throws a `TypeError` if a layer is not one of a document's.
 */
export function unmet(document: Document, expected: ExpectedExtraction): Unmet {
  const lacking: string[] = [];
  const unexpected: string[] = [];
  for (const layer of Object.keys(expected) as (keyof Annotations)[]) {
    if (!LAYERS.includes(layer))
      throw new TypeError(`there is no layer "${layer}"; expect some of ${LAYERS.join(", ")}`);
    const left = new Set(candidatesOf(document, layer));
    for (const wish of (expected[layer] ?? []) as readonly Wish[]) {
      const found = [...left].find((candidate) => differences(candidate, wish).length === 0);
      if (found) left.delete(found);
      else lacking.push(explained(document, layer, wish, left));
    }
    for (const { texts, spans } of left)
      unexpected.push(`${layer} ${JSON.stringify(texts[0])}\n${passage(document, spans)}`);
  }
  return { lacking, unexpected };
}

type Wish = { readonly text?: string } & Readonly<Record<string, unknown>>;

function candidatesOf({ entities, ...document }: Document, layer: keyof Annotations): Candidate[] {
  if (layer === "entities")
    return entities.map((item) => ({
      item,
      texts: [...new Set([item.mentions[0]!.text, ...item.mentions.map(({ text }) => text)])],
      spans: item.mentions,
      speakers: [],
    }));
  if (layer === "quotes")
    return document.quotes.map((item) => {
      const { mention, entity } = item.speaker;
      const name = entities.find(({ id }) => id === entity)?.name;
      const speakers = [mention?.text, name].filter((words) => words !== undefined);
      return {
        item,
        texts: [item.spans.map(({ text }) => text).join(" … ")],
        spans: item.spans,
        speakers: speakers.length > 0 ? speakers : [null],
      };
    });
  return document[layer].map((item) => ({ item, texts: [item.text], spans: [item], speakers: [] }));
}

/** A line for each field in which an annotation is not as it should be. */
function differences({ item, texts, speakers }: Candidate, { text, ...fields }: Wish): string[] {
  const lines: string[] = [];
  if (text !== undefined && !texts.includes(text)) lines.push(difference("text", text, texts[0]));
  for (const [field, wanted] of Object.entries(fields)) {
    const byWords = field === "speaker" && (typeof wanted === "string" || wanted === null);
    const got = (item as Record<string, unknown>)[field];
    if (byWords && !speakers.includes(wanted as string | null))
      lines.push(difference(field, wanted, speakers.join(" = ") || null));
    if (!byWords) lines.push(...fieldDifferences(field, wanted, got));
  }
  return lines;
}

/** Objects may have more fields than are expected; lists must have as many items. */
function fieldDifferences(path: string, wanted: unknown, got: unknown): string[] {
  if (wanted === undefined || Object.is(wanted, got)) return [];
  const bothObjects = typeof wanted === "object" && typeof got === "object" && wanted !== null && got !== null;
  if (!bothObjects || Array.isArray(wanted) !== Array.isArray(got)) return [difference(path, wanted, got)];
  if (Array.isArray(wanted) && wanted.length !== (got as unknown[]).length) return [difference(path, wanted, got)];
  return Object.entries(wanted).flatMap(([key, value]) =>
    fieldDifferences(`${path}.${key}`, value, (got as Record<string, unknown>)[key]),
  );
}

const difference = (field: string, wanted: unknown, got: unknown): string =>
  `  ${field}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(got) ?? "nothing"}`;

/** What was expected, what comes nearest to it, and the passage. */
function explained(document: Document, layer: string, wish: Wish, left: ReadonlySet<Candidate>): string {
  const places = placesOf(document.text.value, wish.text);
  const nearest = [...left]
    .map((candidate) => ({ candidate, lines: differences(candidate, wish) }))
    .filter(
      ({ candidate }) =>
        wish.text === undefined ||
        candidate.spans.some((span) => places.some((p) => p.start < span.end && span.start < p.end)),
    )
    .sort((a, b) => a.lines.length - b.lines.length)[0];
  const head = `${layer} ${JSON.stringify(wish.text ?? wish)}`;
  if (nearest) return [head, ...nearest.lines, passage(document, nearest.candidate.spans)].join("\n");
  if (wish.text === undefined) return `${head}\n  there is none left in this layer`;
  return places.length > 0
    ? `${head}\n  nothing was found here\n${passage(document, places.slice(0, 1))}`
    : `${head}\n  these words are not in the text`;
}

/** Where the words stand; those of a quote, by its first part. */
function placesOf(text: string, words: string | undefined): Span[] {
  const first = words?.split(" … ")[0];
  const places: Span[] = [];
  if (!first) return places;
  for (let start = text.indexOf(first); start >= 0; start = text.indexOf(first, start + first.length))
    places.push({ start, end: start + first.length });
  return places;
}

const passage = ({ text }: Document, spans: readonly Span[]): string =>
  `  ${excerpt(text.value, spans.slice(0, 1)).context}`;
