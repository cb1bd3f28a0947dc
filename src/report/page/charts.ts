import { h } from "./elements.ts";
import { number } from "./labels.ts";

/** Rows of a table that are there at first. */
const MOST_ROWS = 20;

/** A distribution over tenths: a bar for each, with the numbers in words for those who do not see it. */
export function histogram(bars: readonly number[], label: string, nameOf: (bar: number) => string): HTMLElement {
  const most = Math.max(1, ...bars);
  const told = bars.flatMap((value, bar) => (value > 0 ? `${nameOf(bar)}: ${number(value)}` : []));
  return h(
    "div",
    { class: "histogram", role: "img", "aria-label": `${label}. ${told.join(", ") || "nothing"}` },
    ...bars.map((value, bar) =>
      h("span", {
        class: value > 0 ? "bar" : "bar none",
        title: `${nameOf(bar)}: ${number(value)}`,
        vars: { "--height": `${(100 * value) / most}%` },
      }),
    ),
  );
}

/** A bar behind a number, as long as its share (0–1) of the largest. */
export const bar = (share: number, ...children: (Node | string)[]): HTMLElement =>
  h("span", { class: "share", vars: { "--share": String(share) } }, ...children);

/** The bounds of a bar of confidences: `0.9–1`. */
export const tenth = (bar: number): string => `${bar === 0 ? 0 : `0.${bar}`}–${bar === 9 ? 1 : `0.${bar + 1}`}`;

/** The same in percent. */
export const tenthPercent = (bar: number): string => `${bar * 10}–${(bar + 1) * 10} %`;

/** A table; figures are cells of the class `number`. The first cell of a row is its head. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (Node | string | number)[])[],
): HTMLElement {
  const cell = (value: Node | string | number, at: number): HTMLElement => {
    if (at === 0) return h("th", { scope: "row" }, typeof value === "number" ? number(value) : value);
    return typeof value === "number" ? h("td", { class: "number" }, number(value)) : h("td", {}, value);
  };
  const isNumber = (value: Node | string | number | undefined): boolean =>
    typeof value === "number" || (value instanceof Element && value.classList.contains("number"));
  const isFigure = (at: number): boolean => rows.length > 0 && rows.every((row) => isNumber(row[at]));
  return h(
    "div",
    { class: "scroll" },
    h(
      "table",
      {},
      h("caption", {}, caption),
      h(
        "thead",
        {},
        h("tr", {}, ...head.map((name, at) => h("th", { scope: "col", class: isFigure(at) ? "number" : "" }, name))),
      ),
      h("tbody", {}, ...rows.map((row) => h("tr", {}, ...row.map(cell)))),
    ),
  );
}

/** The first of a long list, and a button for the rest. */
export function shortened<T>(items: readonly T[], show: (items: readonly T[]) => HTMLElement): HTMLElement {
  if (items.length <= MOST_ROWS) return show(items);
  const short = h("div", { class: "shortened" }, show(items.slice(0, MOST_ROWS)));
  const more = h("button", { type: "button", class: "go" }, `Show all ${number(items.length)}`);
  more.addEventListener("click", () => short.replaceChildren(show(items)));
  short.append(more);
  return short;
}
