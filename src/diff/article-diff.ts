import { isDeepStrictEqual } from "node:util";
import { type Align, alignTexts } from "../align.ts";
import type { Span } from "../schema/span.ts";
import { excerpt } from "../score/errors.ts";
import { overlapIndex } from "../score/pairing.ts";
import { type Annotation, annotationsOf, DIFF_LAYERS, type DiffedDocument, type DiffLayer } from "./annotation.ts";

/**
 * How an annotation differs: `added` and `lost` have no counterpart; `moved` has other bounds, `retyped` another type,
 * `revalued` another value, `reattributed` another speaker. `detail` is anything else (rule, confidence, cue, anchor).
 */
export const CHANGE_KINDS = ["added", "lost", "moved", "retyped", "revalued", "reattributed", "detail"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One annotation that differs, with all the ways it does. `context` shows it between « » in the text around it. */
export interface Change {
  readonly layer: DiffLayer;
  readonly kinds: readonly ChangeKind[];
  /** The rule that made it: as it is now, or as it was if it is lost. */
  readonly rule: string | null;
  readonly before: Annotation | null;
  readonly after: Annotation | null;
  readonly context: string;
}

/**
 * An article as one side has it. `text` is null where only the annotations are known. `parts` is what there is beside
 * them; a part that one side does not know is not compared.
 */
export interface Side {
  readonly id: string;
  readonly text: string | null;
  readonly annotations: readonly Annotation[];
  readonly parts: Readonly<Record<string, unknown>>;
}

/** A document as a side of a comparison. */
export const sideOf = (document: DiffedDocument): Side => {
  const { id, text, article, blocks, sentences, tokens, notes, extra } = document;
  return {
    id,
    text: text.value,
    annotations: annotationsOf(document),
    parts: { text, article, blocks, sentences, tokens, notes, extra },
  };
};

/**
 * What differs in an article. One that a side does not have is `only` in the other. `parts` are those that differ beside
 * annotations: text, article (what is known of it), blocks, sentences, tokens, notes. Of a text that differs, only that is
 * told, as the others differ with it.
 */
export interface ArticleDiff {
  readonly id: string;
  readonly only: "before" | "after" | null;
  readonly parts: readonly string[];
  readonly changes: readonly Change[];
}

/**
 * Compares what two runs found in an article, null for the side that does not have it. Annotations are paired within
 * their layer, one to one: equal bounds first, then those that overlap most. If the texts differ, the passages they share
 * are compared, and only an annotation that holds other words has `moved`.
 */
export function diffArticle(before: Side | null, after: Side | null): ArticleDiff {
  const { id } = (before ?? after)!;
  const textChanged = before?.text != null && after?.text != null && before.text !== after.text;
  const align: Align = textChanged ? alignTexts(after.text!, before.text!) : (span) => span;
  const changes = DIFF_LAYERS.flatMap((layer) => {
    const own = (side: Side | null) => side?.annotations.filter((annotation) => annotation.layer === layer) ?? [];
    return diffLayer(own(before), own(after), align, textChanged).map(([one, other, kinds]): Change => {
      const shown = (other ?? one)!;
      const text = (other ? (after!.text ?? before?.text) : (before!.text ?? after?.text)) ?? null;
      const context = text === null ? shown.text : excerpt(text, [shown]).context;
      return { layer, kinds, rule: shown.rule, before: one, after: other, context };
    });
  });
  const only = before === null ? "after" : after === null ? "before" : null;
  return { id, only, parts: before && after ? differingParts(before.parts, after.parts) : [], changes };
}

function differingParts(before: Side["parts"], after: Side["parts"]): string[] {
  const differing = Object.keys(before).filter(
    (part) => part in after && !isDeepStrictEqual(before[part], after[part]),
  );
  const follow = ["blocks", "sentences", "tokens"];
  return differing.includes("text") ? differing.filter((part) => !follow.includes(part)) : differing;
}

/** True if nothing differs. */
export const isSame = ({ only, parts, changes }: ArticleDiff): boolean =>
  only === null && parts.length === 0 && changes.length === 0;

type Differing = readonly [before: Annotation | null, after: Annotation | null, kinds: readonly ChangeKind[]];

function diffLayer(
  before: readonly Annotation[],
  after: readonly Annotation[],
  align: Align,
  textChanged: boolean,
): Differing[] {
  const places = after.map(align);
  const partners = pairPlaces(before, places, (b, a) => before[b]!.type === after[a]!.type);
  const taken = new Set(partners.values());
  const changed: Differing[] = [];
  for (const [b, annotation] of before.entries()) {
    const a = partners.get(b);
    if (a === undefined) changed.push([annotation, null, ["lost"]]);
    else {
      const other = after[a]!;
      const hasMoved =
        !(textChanged && annotation.text === other.text) && !sameSpans(annotation.spans, other.spans.map(align));
      const kinds = differences(annotation, other, hasMoved);
      if (kinds.length > 0) changed.push([annotation, other, kinds]);
    }
  }
  for (const [a, annotation] of after.entries()) if (!taken.has(a)) changed.push([null, annotation, ["added"]]);
  const startOf = ([one, other]: Differing): number => one?.start ?? align(other!).start;
  return changed.sort((x, y) => startOf(x) - startOf(y));
}

function differences(one: Annotation, other: Annotation, hasMoved: boolean): ChangeKind[] {
  const kinds: ChangeKind[] = [];
  if (hasMoved) kinds.push("moved");
  if (one.type !== other.type) kinds.push("retyped");
  if (one.value !== other.value || one.bounds !== other.bounds) kinds.push("revalued");
  if (one.speaker !== other.speaker) kinds.push("reattributed");
  const sameDetail = one.detail === null || other.detail === null || one.detail === other.detail;
  if (kinds.length === 0 && (one.rule !== other.rule || !sameDetail)) kinds.push("detail");
  return kinds;
}

const samePlace = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

const sameSpans = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length && a.every((span, i) => samePlace(span, b[i]!));

/** From the index of a span before to that of its counterpart after. */
function pairPlaces(
  before: readonly Span[],
  after: readonly Span[],
  sameType: (before: number, after: number) => boolean,
): Map<number, number> {
  const overlapping = overlapIndex(after);
  const candidates = before.flatMap((span, b) =>
    overlapping(span).map((a) => ({ b, a, agreement: agreement(span, after[a]!) + (sameType(b, a) ? 1e-6 : 0) })),
  );
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  for (const { b, a } of candidates.sort((x, y) => y.agreement - x.agreement)) {
    if (partners.has(b) || taken.has(a)) continue;
    partners.set(b, a);
    taken.add(a);
  }
  return partners;
}

/** Length of what two overlapping spans share, divided by that of what they cover. */
const agreement = (a: Span, b: Span): number =>
  (Math.min(a.end, b.end) - Math.max(a.start, b.start)) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
