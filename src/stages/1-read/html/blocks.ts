import type { BlockKind } from "../../../schema/blocks.ts";
import { type DomElement, type DomNode, isElement, TEXT } from "./dom.ts";
import { BLOCK } from "./elements.ts";

/** A block of an extracted article: its text, with single spaces, and what it is. */
export interface PageBlock {
  readonly text: string;
  readonly kind: BlockKind;
  /** The part of `text` that is in links, from 0 to 1. */
  readonly linked: number;
}

/**
 * Cuts an element into blocks of text, in order: each element that stands by itself is one, and two line breaks in a row
 * end one. The depth of the element is bounded by `scanPage`.
 */
export function blocksOf(root: DomElement): PageBlock[] {
  const blocks: PageBlock[] = [];
  let parts: string[] = [];
  let linked = 0;
  let breaks = 0;
  const flush = (kind: BlockKind): void => {
    const text = parts.join("").replace(/\s+/g, " ").trim();
    if (text) blocks.push({ text, kind, linked: Math.min(1, linked / text.length) });
    parts = [];
    linked = 0;
    breaks = 0;
  };
  const walk = (node: DomNode, kind: BlockKind, inLink: boolean): void => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === TEXT) {
        const text = child.textContent;
        parts.push(text);
        if (inLink) linked += text.trim().length;
        if (text.trim()) breaks = 0;
      } else if (isElement(child)) {
        const name = child.tagName.toLowerCase();
        if (name === "br") {
          if (++breaks > 1) flush(kind);
          else parts.push(" ");
        } else if (BLOCK.has(name)) {
          flush(kind);
          const own = kindOf(name, child, kind);
          walk(child, own, inLink);
          flush(own);
        } else walk(child, kind, inLink || name === "a");
      }
    }
  };
  walk(root, "paragraph", false);
  flush("paragraph");
  return blocks;
}

const HEADING = /^h[1-6]$/;
/** Posts of other sites that are shown within an article. */
const EMBED = /\b(?:twitter-tweet|twitter-video|instagram-media|fb-post|tiktok-embed|reddit-card|bluesky-embed)\b/;

function kindOf(name: string, element: DomElement, outer: BlockKind): BlockKind {
  if (outer === "embed" || outer === "caption") return outer;
  if (EMBED.test(element.className)) return "embed";
  if (HEADING.test(name)) return "heading";
  if (name === "blockquote") return "quote";
  if (name === "figcaption") return "caption";
  if (name === "li" || name === "dt" || name === "dd") return "list-item";
  return outer;
}
