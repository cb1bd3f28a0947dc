import type { ArticleSide } from "../page-data.ts";
import { fill, h } from "./elements.ts";
import type { Part } from "./layering.ts";
import { described, noteOf } from "./note.ts";
import { proseOf, type Shown } from "./prose.ts";
import { createTie } from "./tie.ts";

/** The text of an article on one side, with a note for the annotation that is looked at. */
export interface Reading {
  readonly element: HTMLElement;
  /** Shows the annotations that are wanted now. */
  readonly show: (shown: Shown) => void;
  /** Looks at an annotation and keeps its note; scrolls to it. Null looks away. */
  readonly goTo: (mark: number | null) => void;
  /** Lets go of the annotation that is looked at, as another text is looked at. */
  readonly release: () => void;
}

export interface ReadingOptions {
  /** What the text is called: "Text of A". */
  readonly label: string;
  /** Where notes are shown: a margin beside the text. */
  readonly margin: HTMLElement;
  /** Says something to those who do not see. */
  readonly announce: (words: string) => void;
  /** What else there is to say about an annotation, above its note. */
  readonly aside?: (mark: number) => HTMLElement | null;
  /** The address that leads to an annotation; null if there is none. */
  readonly addressOf: (mark: number) => string | null;
  /** Called with each annotation that is gone to. */
  readonly onGo?: (mark: number | null) => void;
}

/**
 * Makes the text. Its annotations are not stops of the Tab key each, as there may be hundreds: the text is one, and arrow
 * keys lead from annotation to annotation.
 */
export function createReading(
  side: ArticleSide,
  { label, margin, announce, aside, addressOf, onGo }: ReadingOptions,
): Reading {
  const tie = createTie();
  const text = h("div", {
    class: "text",
    tabindex: 0,
    role: "group",
    "aria-label": `${label}. Left and right arrow keys lead from annotation to annotation, S from a quote to its speaker, Escape closes the note.`,
  });
  const keysInSight = h("p", { class: "keys", "aria-hidden": "true" }, "← → annotations · S speaker · Esc close");
  const element = h("div", { class: "reading" }, text, keysInSight, tie.element);
  let kept: number | null = null;

  const pieces = (mark: number, part?: Part): Element[] => [
    ...text.querySelectorAll(`[data-mark="${mark}"]${part ? `[data-part="${part}"]` : ""}`),
  ];

  /** Shows the notes of annotations, the innermost first, and ties the quote among them to its speaker. */
  const look = (marks: readonly number[], isKept: boolean): void => {
    dim();
    for (const piece of marks.slice(0, 1).flatMap((mark) => pieces(mark)))
      piece.classList.add("on", ...(isKept ? ["kept"] : []));
    const quote = marks.find((mark) => side.marks[mark]!.layer === "quotes");
    if (quote !== undefined) for (const piece of pieces(quote)) piece.classList.add("on");
    tie.draw(element, ...(quote === undefined ? ([null, null] as const) : tied(quote)));
    fill(
      margin,
      isKept && marks[0] !== undefined && tools(addressOf(marks[0]), () => follow(null)),
      ...marks
        .slice(0, MOST_NOTES)
        .flatMap((mark) => [aside?.(mark), noteOf(side, mark, { goTo: follow, goToSpeaker })]),
    );
    margin.classList.toggle("held", isKept && marks.length > 0);
    margin.classList.toggle("passing", !isKept); // notes that follow the pointer do not stand in its way
    const [first] = marks[0] === undefined ? [] : pieces(marks[0], "content");
    if (first) placeBeside(margin, first);
  };

  /** True while a note is kept, of this text or of the other that has the same margin. */
  const isHeld = (): boolean => margin.classList.contains("held");

  const dim = (): void => {
    for (const lit of text.querySelectorAll(".on")) lit.classList.remove("on", "kept");
  };

  const tied = (quote: number): readonly [Element | null, Element | null] => {
    const [speaker] = pieces(quote, "speaker");
    const contents = pieces(quote, "content");
    const after = contents.findLast(
      (content) => speaker && content.compareDocumentPosition(speaker) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    return [after ?? contents[0] ?? null, speaker ?? null];
  };

  const goTo = (mark: number | null): void => {
    kept = mark;
    look(mark === null ? [] : [mark], true);
    onGo?.(mark);
    if (mark === null) return;
    const first = pieces(mark, "content")[0];
    if (first) scrollTo(first);
    announce(described(side, side.marks[mark]!));
  };

  /** Goes to an annotation from its note, which gives way to another: the keyboard is in the text again. */
  const follow = (mark: number | null): void => {
    goTo(mark);
    text.focus({ preventScroll: true });
  };

  /** To the name where it stands, if it is an annotation that is shown; the quote keeps its light if not. */
  const goToSpeaker = (quote: number): void => {
    const place = side.marks[quote]!.speaker;
    if (!place) return;
    const mention = side.marks.findIndex(
      ({ layer, places: [own] }, index) =>
        layer === "entities" && own![0] < place[1] && place[0] < own![1] && pieces(index).length > 0,
    );
    if (mention >= 0) goTo(mention);
    else {
      const [speaker] = pieces(quote, "speaker");
      if (speaker) scrollTo(speaker);
      announce(`speaker ${side.text.slice(...place)}`);
    }
    text.focus({ preventScroll: true });
  };

  /** The annotations that the keys lead to, in the order of the text: those that stand out, if some do. */
  const order = (): number[] => {
    const found = [...text.querySelectorAll<HTMLElement>('[data-part="content"]')];
    const standing = found.filter(({ classList }) => !classList.contains("faint") && !classList.contains("unchanged"));
    return [...new Set((standing.length > 0 ? standing : found).map(({ dataset }) => Number(dataset.mark)))];
  };

  const step = (by: number): void => {
    const marks = order();
    if (marks.length === 0) return;
    const at = kept === null ? -1 : marks.indexOf(kept);
    const next = at < 0 ? (by > 0 ? 0 : marks.length - 1) : (at + by + marks.length) % marks.length;
    goTo(marks[next]!);
  };

  const keys: Readonly<Record<string, () => void>> = {
    ArrowRight: () => step(1),
    ArrowLeft: () => step(-1),
    Escape: () => goTo(null),
    s: () => kept !== null && goToSpeaker(kept),
  };
  text.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    act();
    event.preventDefault();
  });
  text.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType !== "touch" && !isHeld()) look(marksAround(target), false);
  });
  text.addEventListener("pointerleave", () => {
    if (!isHeld()) look([], false);
  });
  text.addEventListener("click", ({ target }) => {
    if (getSelection()?.isCollapsed === false) return; // words are being taken, not looked at
    const marks = marksAround(target);
    kept = marks[0] ?? null;
    look(marks, true);
    onGo?.(kept);
  });
  new ResizeObserver(() => tie.draw(element, null, null)).observe(element);

  return {
    element,
    goTo,
    release: () => {
      kept = null;
      dim();
      tie.draw(element, null, null);
    },
    show: (shown) => {
      fill(text, ...proseOf(side, shown));
      if (kept !== null) look([kept], true);
      else tie.draw(element, null, null);
    },
  };
}

/** What can be done with a note that is kept. */
const tools = (address: string | null, close: () => void): HTMLElement =>
  h(
    "p",
    { class: "tools" },
    address !== null && h("a", { href: address }, "Link"),
    h("button", { type: "button", onclick: close }, "Close"),
  );

/** Notes that are shown at once. */
const MOST_NOTES = 3;

/** The annotations around a point in the text, the innermost first. */
function marksAround(target: EventTarget | null): number[] {
  const marks: number[] = [];
  let at = (target as Element).closest<HTMLElement>("[data-mark]");
  while (at) {
    const mark = Number(at.dataset.mark);
    if (!marks.includes(mark)) marks.push(mark);
    at = at.parentElement!.closest<HTMLElement>("[data-mark]");
  }
  return marks;
}

/** Puts notes beside the line that they are about, where there is a margin for them. */
function placeBeside(margin: HTMLElement, element: Element): void {
  const frame = margin.parentElement!.getBoundingClientRect();
  const room = Math.max(0, frame.height - margin.offsetHeight);
  const line = element.getClientRects()[0]?.top ?? frame.top;
  const top = line - frame.top;
  margin.classList.toggle("above", line > innerHeight / 2); // where it is a sheet, on the other half of the window
  margin.style.setProperty("--top", `${Math.min(Math.max(0, top - 12), room)}px`);
}

function scrollTo(element: Element): void {
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
}
