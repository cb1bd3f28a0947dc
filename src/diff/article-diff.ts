import { isDeepStrictEqual } from "node:util";
import { type Align, alignTexts } from "../align.ts";
import type { Span } from "../schema/span.ts";
import { excerpt } from "../score/errors.ts";
import type { GoldArticle } from "../score/gold.ts";
import { overlapIndex } from "../score/pairing.ts";
import type { GoldTypes } from "../score/type-folding.ts";
import { type Annotation, annotatedItems, DIFF_LAYERS, type DiffedDocument, type DiffLayer } from "./annotation.ts";
import { firstDifference } from "./first-difference.ts";
import { type Merits, meritsOf, type Verdict, verdictOf } from "./verdict.ts";

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
  /** Whether the gold has fewer or more errors with it than without; absent if there is no gold to judge it by. */
  readonly verdict?: Verdict;
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
  /** How right annotations are, of those that gold can judge. */
  readonly merits?: Merits;
}

/** A document as a side of a comparison; with its gold and the types that all of the gold uses, it is judged as well. */
export const sideOf = (document: DiffedDocument, gold?: GoldArticle | null, types?: GoldTypes): Side => {
  const { id, text, article, blocks, sentences, tokens, notes, extra } = document;
  const items = annotatedItems(document);
  return {
    id,
    text: text.value,
    annotations: items.map(({ annotation }) => annotation),
    parts: { text, article, blocks, sentences, tokens, notes, extra },
    ...(gold && types && { merits: meritsOf(document, items, gold, types) }),
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
  /** Where parts begin to differ, of those that tell: a place in the text after, or before if it is not there any more. */
  readonly places?: Readonly<Record<string, Span>>;
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
      const [own, others] = other ? [after!.text, before?.text] : [before!.text, after?.text];
      const context = passage(shown, own, others ?? null);
      const verdict = verdictOf(one && before?.merits?.get(one), other && after?.merits?.get(other));
      return { layer, kinds, rule: shown.rule, before: one, after: other, context, ...(verdict && { verdict }) };
    });
  });
  const only = before === null ? "after" : after === null ? "before" : null;
  if (!before || !after) return { id, only, parts: [], changes };
  const parts = differingParts(before.parts, after.parts);
  const places = placesOf(parts, before.parts, after.parts);
  return { id, only, parts, changes, ...(Object.keys(places).length > 0 && { places }) };
}

/** The passage an annotation stands in; of the other side's text only if it has these words there, or else the words alone. */
function passage(shown: Annotation, own: string | null, others: string | null): string {
  if (own !== null) return excerpt(own, [shown]).context;
  const isThere =
    others !== null &&
    shown.spans.every(({ start, end }) => end <= others.length && shown.text.includes(others.slice(start, end)));
  return isThere ? excerpt(others, [shown]).context : shown.text;
}

function differingParts(before: Side["parts"], after: Side["parts"]): string[] {
  const differing = Object.keys(before).filter(
    (part) => part in after && !isDeepStrictEqual(before[part], after[part]),
  );
  const follow = ["repairs", "sources", "blocks", "sentences", "tokens"];
  return differing.includes("text") ? differing.filter((part) => !follow.includes(part)) : differing;
}

function placesOf(parts: readonly string[], before: Side["parts"], after: Side["parts"]): Record<string, Span> {
  const places = parts.flatMap((part): [string, Span][] => {
    const place = firstDifference(before[part], after[part]);
    return place ? [[part, place]] : [];
  });
  return Object.fromEntries(places);
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
