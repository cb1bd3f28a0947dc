import { fill, h } from "./elements.ts";

/** A list of any length, of which only what is in sight is there. */
export interface VirtualList {
  readonly element: HTMLElement;
  /** Shows so many rows, from the first; `active` is the row that the keyboard is on, -1 for none. */
  readonly reset: (length: number, active?: number) => void;
  /** Marks a row as the active one and brings it into sight. */
  readonly activate: (row: number) => void;
  /** To be called when it comes into sight, or its room changes. */
  readonly layOut: () => void;
}

export interface VirtualListOptions {
  readonly id: string;
  readonly label: string;
  readonly render: (row: number) => HTMLElement;
  readonly onChoose: (row: number) => void;
}

/** Rows above and below what is in sight. */
const SPARE = 4;

/**
 * Makes a list box: the Tab key comes to it once, arrow keys, Page Up and Down, Home and End move in it, and Enter
 * chooses. All rows are `--row` pixels high, as its style says.
 */
export function createVirtualList({ id, label, render, onChoose }: VirtualListOptions): VirtualList {
  const space = h("div", { class: "space", role: "none" });
  const element = h("div", { class: "list", id, role: "listbox", tabindex: 0, "aria-label": label }, space);
  let [length, active, height] = [0, -1, 0];
  let shown = new Map<number, HTMLElement>();

  const option = (row: number): HTMLElement => {
    const content = render(row);
    const isActive = row === active;
    return h(
      "div",
      {
        class: "row",
        role: "option",
        id: `${id}-${row}`,
        "aria-selected": String(isActive),
        "aria-posinset": row + 1,
        "aria-setsize": length,
        vars: { "--at": `${row * height}px` },
        onclick: () => {
          activate(row);
          onChoose(row);
        },
      },
      content,
    );
  };

  /** Puts the rows there that are in sight; those that were there stay the same. */
  const draw = (): void => {
    if (height === 0) return;
    const first = Math.max(0, Math.floor(element.scrollTop / height) - SPARE);
    const last = Math.min(length, Math.ceil((element.scrollTop + element.clientHeight) / height) + SPARE);
    const rows = new Map<number, HTMLElement>();
    for (let row = first; row < last; row++) rows.set(row, shown.get(row) ?? option(row));
    if (active >= 0 && active < length && !rows.has(active)) rows.set(active, shown.get(active) ?? option(active));
    for (const [row, there] of shown) if (!rows.has(row)) there.remove();
    for (const [row, there] of rows) if (!shown.has(row)) space.append(there);
    shown = rows;
  };

  const activate = (row: number): void => {
    shown.get(active)?.setAttribute("aria-selected", "false");
    active = row;
    if (row < 0) {
      element.removeAttribute("aria-activedescendant");
      return;
    }
    const top = row * height;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + height > element.scrollTop + element.clientHeight)
      element.scrollTop = top + height - element.clientHeight;
    draw();
    shown.get(row)?.setAttribute("aria-selected", "true");
    element.setAttribute("aria-activedescendant", `${id}-${row}`);
  };

  const layOut = (): void => {
    const row = Number.parseFloat(getComputedStyle(element).getPropertyValue("--row"));
    if (row !== height) {
      height = row;
      fill(space);
      shown = new Map();
    }
    space.style.setProperty("--height", `${length * height}px`);
    draw();
  };

  const page = (): number => Math.max(1, Math.floor(element.clientHeight / height) - 1);
  const keys: Readonly<Record<string, () => number>> = {
    ArrowDown: () => active + 1,
    ArrowUp: () => active - 1,
    PageDown: () => active + page(),
    PageUp: () => active - page(),
    Home: () => 0,
    End: () => length - 1,
  };
  element.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && active >= 0) onChoose(active);
    else if (keys[event.key] && length > 0) activate(Math.min(length - 1, Math.max(0, keys[event.key]!())));
    else return;
    event.preventDefault();
  });
  element.addEventListener("scroll", draw, { passive: true });
  new ResizeObserver(layOut).observe(element);

  return {
    element,
    activate,
    layOut,
    reset: (count, row = -1) => {
      length = count;
      active = -1;
      fill(space);
      shown = new Map();
      element.hidden = count === 0; // a list box without options says nothing
      element.scrollTop = 0;
      layOut();
      activate(row);
    },
  };
}
