import { annotatedItems } from "../diff/annotation.ts";
import type { Side } from "../diff/article-diff.ts";
import type { Document } from "../schema/document.ts";
import type { Span } from "../schema/span.ts";
import type { ArticleSide, Mark, Place } from "./page-data.ts";

type Detail = Pick<Mark, "confidence" | "entity" | "facts" | "speaker" | "cue">;

/**
 * A document as one side of a report. `annotations` are its own, `merits` what gold makes of them; the marks are in the same order, and the changes that
 * repair made come after them.
 */
export function articleSide(document: Document, { annotations, merits }: Side): ArticleSide {
  const { text, blocks, entities, notes } = document;
  const details = detailsOf(document);
  const items = annotatedItems(document);
  const marks = annotations.map((annotation, index): Mark => {
    const { layer, spans, type, value, bounds, speaker, rule } = annotation;
    const { facts, ...detail } = details.get(items[index]!.item)!;
    const merit = merits?.get(annotation);
    return {
      layer,
      places: spans.map(placeOf),
      type,
      value,
      rule,
      ...detail,
      facts: [...named({ bounds: bounds?.replace("/", " – ") }), ...named({ speaker }), ...facts],
      ...(merit !== undefined && { isRight: merit === 1 }),
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

/** What the objects that annotations are made from say beyond what is compared. */
function detailsOf({ entities, dates, money, quantities, quotes }: Document): Map<object, Detail> {
  const details = new Map<object, Detail>();
  const indexOf = new Map(entities.map(({ id }, index) => [id, index]));
  for (const [entity, { mentions, roles, aliases }] of entities.entries()) {
    for (const mention of mentions)
      details.set(mention, { confidence: mention.confidence, entity, facts: named({ aliases }) });
    for (const role of roles) details.set(role, { ...NO_DETAIL, entity });
  }
  for (const date of dates) {
    const { confidence, grain, anchor, stated, unresolved } = date;
    details.set(date, { ...NO_DETAIL, confidence, facts: named({ grain, anchor, stated, unresolved }) });
  }
  for (const item of money)
    details.set(item, {
      ...NO_DETAIL,
      confidence: item.confidence,
      facts: named({ "currency from": item.currencyFrom }),
    });
  for (const item of quantities) details.set(item, { ...NO_DETAIL, confidence: item.confidence });
  for (const quote of quotes) {
    const { confidence, speaker, cue, order, parent } = quote;
    details.set(quote, {
      confidence,
      entity: speaker.entity === null ? null : (indexOf.get(speaker.entity) ?? null),
      speaker: speaker.mention && placeOf(speaker.mention),
      cue: cue && placeOf(cue),
      facts: named({ cue: cue?.text, order, "inside of": parent, reason: speaker.reason }),
    });
  }
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

const placeOf = ({ start, end }: Span): Place => [start, end];

/** Names and values, without those that say nothing. */
const named = (facts: Readonly<Record<string, string | readonly string[] | null | undefined>>): [string, string][] =>
  Object.entries(facts).flatMap(([name, value]): [string, string][] => {
    const words = typeof value === "object" ? value?.join(", ") : value;
    return words ? [[name, words]] : [];
  });
