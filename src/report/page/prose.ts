import type { ArticleSide, Mark } from "../page-data.ts";
import { h } from "./elements.ts";
import { type Layered, layered, type Piece, piecesOf } from "./layering.ts";

/** Which annotations stand out, and how. */
export interface Shown {
  readonly isShown: (mark: Mark, index: number) => boolean;
  /** Further classes of a mark: how it changed, that it is of the rule that is looked for. */
  readonly classesOf: (mark: Mark, index: number) => string;
}

/** The blocks of an article as elements, with its annotations marked by `data-mark`. */
export function proseOf({ text, blocks, marks }: ArticleSide, shown: Shown): HTMLElement[] {
  const pieces = piecesOf(marks, shown.isShown);
  const elements: HTMLElement[] = [];
  let [at, next] = [0, 0];
  let open: Piece[] = [];
  const add = (kind: string, start: number, end: number): void => {
    // Blocks and pieces are both in the order of the text, so each block takes up those where the last one left off.
    while (next < pieces.length && pieces[next]!.start < end) open.push(pieces[next++]!);
    const own = open;
    open = own.filter((piece) => piece.end > end);
    const parts = layered(text, start, end, own);
    if (parts.every((part) => typeof part === "string" && part.trim() === "")) return;
    const children = parts.map((part) => nodeOf(part, marks, shown));
    elements.push(h(TAGS[kind] ?? "p", { class: `block ${kind}` }, ...children));
  };
  for (const [start, end, kind] of blocks) {
    add("between", at, start);
    add(kind, start, end);
    at = Math.max(at, end);
  }
  add("between", at, text.length);
  return elements;
}

const TAGS: Readonly<Record<string, "h2" | "h3" | "blockquote">> = { title: "h2", heading: "h3", quote: "blockquote" };

function nodeOf(part: Layered, marks: readonly Mark[], shown: Shown): Node | string {
  if (typeof part === "string") return part;
  const mark = marks[part.mark]!;
  const isGone = part.inner.length === 0;
  const [type, kind] = mark.type.split(" "); // "PERSON pronoun" is a mention that is no name
  const own = `t-${type!.replace(/\W+/g, "-")}${kind ? " no-name" : ""}`;
  const classes = `mark ${mark.layer} ${part.part} ${own} ${shown.classesOf(mark, part.mark)}`;
  return h(
    "span",
    { class: classes.trim() + (isGone ? " gone" : ""), "data-mark": part.mark, "data-part": part.part },
    ...(isGone ? ["‸"] : part.inner.map((inner) => nodeOf(inner, marks, shown))),
  );
}
