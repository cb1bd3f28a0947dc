import type { DateExpression } from "../schema/dates.ts";
import type { Document } from "../schema/document.ts";
import type { Money } from "../schema/money.ts";
import type { Quantity } from "../schema/quantities.ts";
import type { Quote } from "../schema/quotes.ts";
import type { Span } from "../schema/span.ts";

/** The layers that are compared, in the order they are told. A mention of an entity and a role are annotations each. */
export const DIFF_LAYERS = ["entities", "roles", "dates", "money", "quantities", "quotes"] as const;
export type DiffLayer = (typeof DIFF_LAYERS)[number];

/**
 * An annotation of any layer in one form. `start` and `end` are its outer bounds, `spans` its parts (one but for
 * quotes). `value` is what it stands for: the entity's name, the TIMEX3 value, the amount with its currency; `bounds`
 * are the calendar bounds of a date. `detail` is what else it says; null where that is not known.
 */
export interface Annotation extends Span {
  readonly layer: DiffLayer;
  readonly spans: readonly Span[];
  readonly text: string;
  readonly type: string;
  readonly value: string | null;
  readonly bounds: string | null;
  readonly speaker: string | null;
  readonly rule: string | null;
  readonly detail: string | null;
}

/** What of a document is compared. Its offsets are UTF-16. */
export type DiffedDocument = Omit<Document, "schemaVersion" | "offsetUnit" | "source" | "provenance">;

type LayerName = "entities" | "dates" | "money" | "quantities" | "quotes";

/** An annotation with the object of the document that it is made from. */
export interface AnnotatedItem {
  readonly annotation: Annotation;
  readonly item: object;
}

/** All annotations of a document: layer by layer, in text order. */
export const annotationsOf = (document: Pick<DiffedDocument, LayerName>): Annotation[] =>
  annotatedItems(document).map(({ annotation }) => annotation);

/** The same with the objects they are made from. */
export function annotatedItems(document: Pick<DiffedDocument, LayerName>): AnnotatedItem[] {
  const { entities, dates, money, quantities, quotes } = document;
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]));
  const mentions = entities.flatMap(({ type, name, mentions }) =>
    mentions.map((mention) => ({
      annotation: annotation("entities", mention, mention.kind === "name" ? type : `${type} ${mention.kind}`, name),
      item: mention,
    })),
  );
  const roles = entities.flatMap(({ name, roles }) =>
    roles.map((role) => ({
      annotation: annotation(
        "roles",
        role,
        "role",
        role.of === null ? name : `${name} of ${nameOf.get(role.of) ?? role.of}`,
      ),
      item: role,
    })),
  );
  return [
    ...mentions.sort(byStart),
    ...roles.sort(byStart),
    ...dates.map((item) => ({ annotation: dateAnnotation(item), item })),
    ...money.map((item) => ({ annotation: moneyAnnotation(item), item })),
    ...quantities.map((item) => ({ annotation: quantityAnnotation(item), item })),
    ...quotes.map((item) => ({ annotation: quoteAnnotation(item, nameOf), item })),
  ];
}

const dateAnnotation = (date: DateExpression): Annotation => ({
  ...annotation(
    "dates",
    date,
    date.type,
    words(date.value, date.mod),
    words(date.grain, date.anchor?.replace(/^d\d+$/, "date") ?? null, date.unresolved, ...date.stated),
  ),
  bounds: date.begin && `${date.begin}/${date.until ?? ""}`,
});

const moneyAnnotation = (item: Money): Annotation =>
  annotation(
    "money",
    item,
    "money",
    words(item.modifier, range(item.amount, item.min, item.max), item.currency, item.per && `per ${item.per}`),
    item.currencyFrom ?? "",
  );

const quantityAnnotation = (item: Quantity): Annotation =>
  annotation(
    "quantities",
    item,
    item.kind,
    words(range(item.value, item.min, item.max), item.unit, item.of && `of ${item.of}`),
  );

function quoteAnnotation(quote: Quote, nameOf: ReadonlyMap<string, string>): Annotation {
  const { mention, entity, kind } = quote.speaker;
  const name = entity === null ? null : (nameOf.get(entity) ?? entity);
  return {
    layer: "quotes",
    start: quote.spans[0]!.start,
    end: quote.spans.at(-1)!.end,
    spans: quote.spans,
    text: quote.spans.map(({ text }) => text).join(" … "),
    type: quote.type,
    value: null,
    bounds: null,
    speaker: `${kind}${mention ? ` ${mention.text}` : ""}${name !== null && name !== mention?.text ? ` = ${name}` : ""}`,
    rule: quote.rule,
    detail: words(String(quote.confidence), quote.order, quote.cue?.text ?? null, quote.parent && "nested"),
  };
}

interface Found extends Span {
  readonly text: string;
  readonly rule?: string;
  readonly confidence?: number;
}

const annotation = (
  layer: DiffLayer,
  { start, end, text, rule = undefined, confidence }: Found,
  type: string,
  value: string,
  detail = "",
): Annotation => ({
  layer,
  start,
  end,
  spans: [{ start, end }],
  text,
  type,
  value,
  bounds: null,
  speaker: null,
  rule: rule ?? null,
  detail: words(confidence === undefined ? null : String(confidence), detail),
});

const byStart = ({ annotation: a }: AnnotatedItem, { annotation: b }: AnnotatedItem): number =>
  a.start - b.start || a.end - b.end;

const range = (value: string | null, min: string | null, max: string | null): string | null =>
  value ?? (min === null && max === null ? null : `${min ?? ""}–${max ?? ""}`);

const words = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join(" ");
