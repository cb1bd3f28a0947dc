import type { Document } from "../schema/document.ts";
import type { Span } from "../schema/span.ts";

const OBJECTS = ["source", "article", "text", "tokens", "provenance", "extra"] as const;
const LISTS = ["blocks", "sentences", "notes", "entities", "dates", "money", "quantities", "quotes"] as const;

/**
 * What is wrong with something that says it is a document, as far as reading it depends on it: parts that are missing, and
 * annotations that stand nowhere in the text. Null if nothing is. The schema says more, but checking it takes longer than reading.
 */
export function faultOf(document: Document): string | null {
  if (typeof document.id !== "string") return "it has no id";
  for (const part of OBJECTS) if (!isObject(document[part])) return `it has no ${part}`;
  for (const part of LISTS) if (!Array.isArray(document[part])) return `it has no ${part}`;
  if (typeof document.text.value !== "string" || !Array.isArray(document.text.repairs))
    return "its text has no value or repairs";
  const { generator, pipeline, models } = document.provenance;
  if (!isObject(generator) || !isObject(pipeline) || !Array.isArray(models)) return "its provenance is not complete";
  const { length } = document.text.value;
  for (const { path, spans, isComplete } of annotations(document)) {
    if (!isComplete) return `${path} is not complete`;
    if (!spans.every((span) => isSpanIn(span, length))) return `${path} stands nowhere in the text`;
  }
  return null;
}

interface Annotated {
  readonly path: string;
  readonly spans: readonly unknown[];
  readonly isComplete: boolean;
}

function* annotations({ entities, dates, money, quantities, quotes }: Document): Generator<Annotated> {
  for (const [i, item] of entities.entries()) {
    const isComplete = isObject(item) && Array.isArray(item.mentions) && Array.isArray(item.roles);
    yield { path: `entities.${i}`, spans: isComplete ? [...item.mentions, ...item.roles] : [], isComplete };
  }
  for (const [i, item] of dates.entries())
    yield { path: `dates.${i}`, spans: [item], isComplete: isObject(item) && Array.isArray(item.stated) };
  for (const [layer, items] of Object.entries({ money, quantities }))
    for (const [i, item] of items.entries()) yield { path: `${layer}.${i}`, spans: [item], isComplete: isObject(item) };
  for (const [i, item] of quotes.entries()) {
    const isComplete = isObject(item) && Array.isArray(item.spans) && item.spans.length > 0 && isObject(item.speaker);
    yield { path: `quotes.${i}`, spans: isComplete ? item.spans : [], isComplete };
  }
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;

function isSpanIn(span: unknown, length: number): boolean {
  const { start, end, text } = (span ?? {}) as Partial<Span & { readonly text: string }>;
  return (
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    0 <= start! &&
    start! < end! &&
    end! <= length &&
    typeof text === "string"
  );
}
