import type { ArticleSide, Mark, ReportArticle, ReportChange } from "../page-data.ts";
import { changeNote, changesList, classesOf, type Sides } from "./changes-of-article.ts";
import { fill, h } from "./elements.ts";
import { clipped, count } from "./labels.ts";
import { isChosen, type LayerChoice, layerControls } from "./layer-choice.ts";
import { wordsOf } from "./note.ts";
import { createReading, type Reading } from "./reading.ts";

export interface ArticleViewOptions {
  readonly article: ReportArticle;
  /** The address that leads to it. */
  readonly address: string;
  readonly choice: LayerChoice;
  readonly names: readonly string[];
  /** The rule whose annotations are to stand out; null for none. */
  readonly rule: string | null;
  readonly announce: (words: string) => void;
}

export interface ArticleView {
  readonly element: HTMLElement;
  /** Leads to an annotation of the last run, or to a change. */
  readonly goTo: (target: { readonly mark: number } | { readonly change: number }) => void;
}

type Side = "a" | "b";

/** What is shown of an article that is in two runs. */
type Layout = Side | "both";

let layout: Layout = "both"; // as it was left in the article before

/** An article with its annotations; if two runs differ on it, side by side. */
export function createArticleView(options: ArticleViewOptions): ArticleView {
  const { article, choice, names } = options;
  const { changes, parts } = article;
  const sides = sidesOf(article);
  const isPair = names.length > 1 && sides.a !== null && sides.b !== null && sides.a !== sides.b;
  const margin = h("div", { class: "notes" });
  const columns = h("div", { class: "columns" });
  let readings: Partial<Record<Side, Reading>> = {};

  /** The side whose annotations addresses speak of. */
  const lastSide: Side = sides.b ? "b" : "a";

  const changeAt = {
    a: new Map(changes.map(({ before }, index) => [before, index])),
    b: new Map(changes.map(({ after }, index) => [after, index])),
  };
  /** Which change a mark has part in; -1 if none. */
  const changeOf = (side: Side, mark: number): number => changeAt[side].get(mark) ?? -1;

  const shownSides = (): Side[] => {
    if (!isPair) return [lastSide];
    return layout === "both" ? ["a", "b"] : [layout];
  };

  /** Lights the counterpart of an annotation on the other side. */
  const onGo = (side: Side) => (mark: number | null) => {
    const change = mark === null ? undefined : changes[changeOf(side, mark)];
    for (const other of shownSides()) {
      const { element: text, release } = readings[other]!;
      if (other !== side) release();
      for (const twin of text.querySelectorAll(".twin")) twin.classList.remove("twin");
      const twin = other === side ? null : (change?.[MARK_OF[other]] ?? null);
      if (twin !== null)
        for (const piece of text.querySelectorAll(`[data-mark="${twin}"]`)) piece.classList.add("twin");
    }
  };

  const render = (): void => {
    const shown = shownSides();
    readings = {};
    const makeColumn = (side: Side): HTMLElement => {
      const own = sides[side]!;
      const reading = createReading(own, {
        label: isPair ? `Text of ${side.toUpperCase()}, ${names[side === "a" ? 0 : 1]}` : "Text of the article",
        margin,
        announce: options.announce,
        aside: (mark) => {
          const change = changes[changeOf(side, mark)];
          return change ? changeNote(change, sides) : null;
        },
        addressOf: (mark) => {
          const change = changeOf(side, mark);
          if (change >= 0) return `${options.address}/change/${change}`;
          return side === lastSide ? `${options.address}/mark/${mark}` : null;
        },
        onGo: onGo(side),
      });
      readings[side] = reading;
      const head =
        isPair && h("p", { class: "side" }, h("b", {}, side.toUpperCase()), ` ${names[side === "a" ? 0 : 1]}`);
      return h("div", { class: `column ${side}` }, head, reading.element);
    };
    columns.className = `columns ${shown.length > 1 ? "two" : "one"}`;
    fill(columns, ...shown.map(makeColumn), h("aside", { class: "margin", "aria-label": "Notes" }, margin));
    fill(margin);
    margin.className = "notes";
    refresh();
  };

  const refresh = (): void => {
    for (const side of shownSides())
      readings[side]!.show({
        isShown: (mark) => isChosen(choice, mark),
        classesOf: (mark, index) =>
          [
            ...(isPair ? classesOf(changes[changeOf(side, index)], side) : []),
            mark.isRight === false && choice.showsWrong && "wrong",
            options.rule !== null && (mark.rule === options.rule ? "sought" : "faint"),
          ]
            .filter(Boolean)
            .join(" "),
      });
  };

  /** The text of a side, which is brought into sight if it is not there. */
  const readingOf = (side: Side): Reading => {
    if (!readings[side]) {
      layout = "both";
      const radio = element.querySelector<HTMLInputElement>('[name="layout"][value="both"]');
      if (radio) radio.checked = true;
      render();
    }
    return readings[side]!;
  };

  const goTo: ArticleView["goTo"] = (target) => {
    if ("mark" in target) {
      if (target.mark < last.marks.length) readingOf(lastSide).goTo(target.mark);
      return;
    }
    const change = changes[target.change];
    if (!change) return;
    const having = (["b", "a"] as const).filter((side) => change[MARK_OF[side]] !== null);
    const side = having.find((one) => readings[one]) ?? having[0]!;
    readingOf(side).goTo(change[MARK_OF[side]]!);
  };

  const last = (sides.b ?? sides.a)!;
  const element = h(
    "article",
    { class: "article", "aria-labelledby": "article-title" },
    heading(article, last),
    layerControls(choice, last.marks, article.errors !== null, refresh),
    isPair && layoutChoice(render),
    (changes.length > 0 || parts.length > 0 || (names.length > 1 && !isPair)) &&
      changesList(article, sides, names, (change) => goTo({ change })),
    columns,
    article.errors !== null && errorsOf(article.errors),
    tableOf(last, (mark) => goTo({ mark })),
  );
  render();
  return { element, goTo };
}

const MARK_OF = { a: "before", b: "after" } as const satisfies Record<Side, keyof ReportChange>;

const sidesOf = ({ a, b }: ReportArticle): Sides => ({ a, b: b === "same" ? a : b });

function heading(
  { id, title, byline, published, publisher }: ReportArticle,
  { marks, notes, blocks }: ArticleSide,
): HTMLElement {
  const isInText = blocks.some(([, , kind]) => kind === "title"); // it stands there again, with its annotations
  const facts = [byline && `By ${byline}`, publisher, published].filter(Boolean);
  return h(
    "header",
    {},
    (title !== null || isInText) && h("p", { class: "kicker" }, id),
    h("h1", { id: "article-title", tabindex: -1, class: isInText && "unseen" }, title ?? id),
    facts.length > 0 && h("p", { class: "byline" }, facts.join(" · ")),
    notes.length > 0 &&
      h(
        "details",
        { class: "stage-notes" },
        h("summary", {}, `${count(notes.length, "note")} on what could not be done`),
        h("ul", {}, ...notes.map((note) => h("li", {}, note))),
      ),
    marks.length === 0 && h("p", {}, "Nothing was found in this article."),
  );
}

function layoutChoice(onChange: () => void): HTMLElement {
  const radio = (value: Layout, label: string): HTMLElement => {
    const input = h("input", { type: "radio", name: "layout", value, checked: value === layout });
    input.addEventListener("change", () => {
      layout = value;
      onChange();
    });
    return h("label", {}, input, label);
  };
  return h(
    "fieldset",
    { class: "layout" },
    h("legend", {}, "Show"),
    radio("both", "Side by side"),
    radio("a", "A only"),
    radio("b", "B only"),
  );
}

function errorsOf(errors: NonNullable<ReportArticle["errors"]>): HTMLElement {
  return h(
    "section",
    { class: "errors", "aria-labelledby": "errors-title" },
    h(
      "h2",
      { id: "errors-title" },
      errors.length === 0 ? "All as in the gold" : `${count(errors.length, "difference")} to the gold`,
    ),
    h(
      "ul",
      {},
      ...errors.map(({ layer, kind, context, gold, got }) =>
        h(
          "li",
          {},
          h("span", { class: "kicker" }, `${layer} · ${kind}`),
          context && h("span", { class: "passage" }, ...passage(context)),
          (gold || got) && h("span", { class: "values" }, `gold ${gold ?? "nothing"}; found ${got ?? "nothing"}`),
        ),
      ),
    ),
  );
}

/** A passage with what it is about between « and ». */
function passage(context: string): (string | HTMLElement)[] {
  const [start, end] = [context.indexOf("«"), context.lastIndexOf("»")];
  if (start < 0 || end < start) return [context];
  return [context.slice(0, start), h("mark", {}, context.slice(start + 1, end)), context.slice(end + 1)];
}

/** All annotations as a table, made when it is opened. */
function tableOf(side: ArticleSide, goTo: (mark: number) => void): HTMLElement {
  const row = (mark: Mark, index: number): HTMLElement =>
    h(
      "tr",
      {},
      h(
        "td",
        {},
        h(
          "button",
          { type: "button", class: "go", onclick: () => goTo(index) },
          clipped(wordsOf(side, mark), 90) || "(taken out)",
        ),
      ),
      h("td", {}, mark.layer),
      h("td", {}, mark.type === mark.layer ? "" : mark.type),
      h("td", {}, mark.value ?? mark.facts.find(([name]) => name === "speaker")?.[1] ?? ""),
      h("td", { class: "rule" }, mark.rule ?? ""),
      h("td", { class: "number" }, mark.confidence?.toFixed(2) ?? ""),
    );
  const details = h(
    "details",
    { class: "all" },
    h("summary", {}, `All ${count(side.marks.length, "annotation")} as a table`),
  );
  details.addEventListener(
    "toggle",
    () => {
      const byPlace = [...side.marks.entries()].sort(([, a], [, b]) => a.places[0]![0] - b.places[0]![0]);
      const head = ["Words", "Layer", "Type", "Value or speaker", "Rule", "Confidence"];
      details.append(
        h(
          "div",
          { class: "scroll", tabindex: 0, role: "group", "aria-label": "All annotations" },
          h(
            "table",
            {},
            h("thead", {}, h("tr", {}, ...head.map((name) => h("th", { scope: "col" }, name)))),
            h("tbody", {}, ...byPlace.map(([index, mark]) => row(mark, index))),
          ),
        ),
      );
    },
    { once: true },
  );
  return details;
}
