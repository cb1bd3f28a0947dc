import { fill, svg } from "./elements.ts";

/** A drawing over a text that ties a quote to its speaker. */
export interface Tie {
  readonly element: SVGElement;
  /** Draws from one place to another, inside of `frame`; nothing if one of them is not there. */
  readonly draw: (frame: HTMLElement, from: Element | null, to: Element | null) => void;
}

export function createTie(): Tie {
  const element = svg("svg", { class: "tie", "aria-hidden": "true" });
  const draw: Tie["draw"] = (frame, from, to) => {
    if (!from || !to) {
      fill(element);
      return;
    }
    const origin = frame.getBoundingClientRect();
    const isAfter = (from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const quote = edge(from, isAfter);
    const speaker = edge(to, !isAfter);
    const [x1, y1, x2, y2] = [quote.x - origin.x, quote.y - origin.y, speaker.x - origin.x, speaker.y - origin.y];
    // On one line the tie hangs below it; over several it swings out to the side, the further the longer it is.
    const swing = Math.min(56, 16 + Math.abs(y2 - y1) / 5);
    const isOneLine = Math.abs(y2 - y1) < 4;
    const bend = isOneLine
      ? `Q${(x1 + x2) / 2} ${y1 + 12} `
      : `C${Math.min(x1, x2) - swing} ${y1} ${Math.min(x1, x2) - swing} ${y2} `;
    fill(
      element,
      svg("path", { d: `M${x1} ${y1}${bend}${x2} ${y2}`, class: "line" }),
      svg("circle", { cx: x2, cy: y2, r: 3, class: "end" }),
    );
  };
  return { element, draw };
}

/** The foot of the last line of an element at its end, or of its first line at its start. */
function edge(element: Element, atEnd: boolean): { x: number; y: number } {
  const boxes = element.getClientRects();
  const box = boxes[atEnd ? boxes.length - 1 : 0] ?? element.getBoundingClientRect();
  return { x: atEnd ? box.right : box.left, y: box.bottom };
}
