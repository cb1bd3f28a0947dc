import type { Annotation } from "../diff/annotation.ts";
import type { Document } from "../schema/document.ts";
import type { Span } from "../schema/span.ts";
import type { ArticleSide, Mark, Place } from "./page-data.ts";

type Detail = Pick<Mark, "confidence" | "entity" | "facts"> & Pick<Mark, "speaker" | "cue">;

/**
 * A document as one side of a report. `annotations` are its own; the marks are in the same order, and the changes that
 * repair made come after them.
 */
export function articleSide(document: Document, annotations: readonly Annotation[]): ArticleSide {
  const { text, blocks, entities, notes } = document;
  const details = detailsOf(document);
  const marks = annotations.map((annotation): Mark => {
    const { layer, spans, type, value, bounds, speaker, rule } = annotation;
    // Of several annotations on one place, the first is the first: both lists are in the order of the document.
    const { facts, ...detail } = details.get(keyOf(layer, annotation))?.shift() ?? NO_DETAIL;
    return {
      layer,
      places: spans.map(placeOf),
      type,
      value,
      rule,
      ...detail,
      facts: [...named({ bounds: bounds?.replace("/", " – ") }), ...named({ speaker }), ...facts],
    };
  });
  return {
    text: text.value,
    blocks: blocks.map(({ start, end, kind }) => [start, end, kind]),
    entities: entities.map(({ name, type }) => ({ name, type })),
    marks: [...marks, ...repairMarks(document)],
    notes: notes.map(({ stage, message }) => `${stage}: ${message}`),
  };
}

const NO_DETAIL: Detail = { confidence: null, entity: null, facts: [] };

/** What the documents' own annotations say beyond what is compared, by layer and place. */
function detailsOf({ entities, dates, money, quantities, quotes }: Document): Map<string, Detail[]> {
  const details = new Map<string, Detail[]>();
  const add = (layer: string, span: Span, detail: Detail): void => {
    const key = keyOf(layer, span);
    const queue = details.get(key);
    if (queue) queue.push(detail);
    else details.set(key, [detail]);
  };
  const indexOf = new Map(entities.map(({ id }, index) => [id, index]));
  for (const [entity, { mentions, roles, aliases }] of entities.entries()) {
    for (const mention of mentions)
      add("entities", mention, { ...NO_DETAIL, confidence: mention.confidence, entity, facts: named({ aliases }) });
    for (const role of roles) add("roles", role, { ...NO_DETAIL, entity });
  }
  for (const { confidence, grain, anchor, stated, unresolved, ...date } of dates)
    add("dates", date, { ...NO_DETAIL, confidence, facts: named({ grain, anchor, stated, unresolved }) });
  for (const { confidence, currencyFrom, ...item } of money)
    add("money", item, { ...NO_DETAIL, confidence, facts: named({ "currency from": currencyFrom }) });
  for (const { confidence, ...item } of quantities) add("quantities", item, { ...NO_DETAIL, confidence });
  for (const { confidence, speaker, cue, order, parent, spans } of quotes)
    add(
      "quotes",
      { start: spans[0]!.start, end: spans.at(-1)!.end },
      {
        confidence,
        entity: speaker.entity === null ? null : (indexOf.get(speaker.entity) ?? null),
        speaker: speaker.mention && placeOf(speaker.mention),
        cue: cue && placeOf(cue),
        facts: named({ cue: cue?.text, order, "inside of": parent, reason: speaker.reason }),
      },
    );
  return details;
}

const repairMarks = ({ text }: Document): Mark[] =>
  text.repairs.map(
    (repair): Mark => ({
      ...NO_DETAIL,
      layer: "repairs",
      places: [placeOf(repair)],
      type: repair.kind,
      value: null,
      rule: null,
      facts: named({ source: JSON.stringify(repair.original), certain: repair.certain ? "yes" : "no" }),
    }),
  );

const keyOf = (layer: string, { start, end }: Span): string => `${layer} ${start} ${end}`;

const placeOf = ({ start, end }: Span): Place => [start, end];

/** Names and values, without those that say nothing. */
const named = (facts: Readonly<Record<string, string | readonly string[] | null | undefined>>): [string, string][] =>
  Object.entries(facts).flatMap(([name, value]): [string, string][] => {
    const words = typeof value === "object" ? value?.join(", ") : value;
    return words ? [[name, words]] : [];
  });
