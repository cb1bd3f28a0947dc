import type { GoldOverview, Score } from "../page-data.ts";
import { histogram, table, tenthPercent } from "./charts.ts";
import { h } from "./elements.ts";
import { count } from "./labels.ts";

/** How one run or two do against gold: what speaks for each layer, how articles are distributed, and all measures. */
export function goldSection({ articles, missing, headlines, scores, perArticle }: GoldOverview): HTMLElement {
  const [first = [], second] = scores;
  const names = [...new Set(scores.flat().map(({ name }) => name))];
  return h(
    "section",
    { class: "wide", "aria-labelledby": "gold-section" },
    h("h2", { id: "gold-section" }, "Against gold"),
    h(
      "p",
      {},
      `${count(articles, "article")} with gold${missing > 0 ? `, ${missing} of them without a document` : ""}.`,
    ),
    scoreTable("Scores in percent", headlines, first, second),
    perArticle.length > 0 &&
      h(
        "div",
        { class: "distributions" },
        ...perArticle.map(({ measure, f1 }) =>
          h(
            "figure",
            {},
            h("figcaption", {}, `Articles by F1 of ${measure}`),
            histogram(f1, `Articles by F1 of ${measure}`, tenthPercent),
          ),
        ),
      ),
    h("details", {}, h("summary", {}, "All measures"), scoreTable("All scores in percent", names, first, second)),
  );
}

function scoreTable(
  caption: string,
  names: readonly string[],
  first: readonly Score[],
  second: readonly Score[] | undefined,
): HTMLElement {
  const head = second
    ? ["Measure", "Precision A", "B", "Recall A", "B", "F1 or share A", "B", "Change"]
    : ["Measure", "Precision", "Recall", "F1 or share"];
  return table(
    caption,
    head,
    names.map((name) => {
      const both = [first, ...(second ? [second] : [])].map((scores) => scores.find((score) => score.name === name));
      const cells = (["precision", "recall", "percent"] as const).flatMap((part) =>
        both.map((score) => figure(score?.[part])),
      );
      return [name, ...cells, ...(second ? [difference(both[0], both[1])] : [])];
    }),
  );
}

const figure = (value: number | null | undefined): HTMLElement =>
  h("span", { class: "number" }, value?.toFixed(2) ?? "");

function difference(before: Score | undefined, after: Score | undefined): HTMLElement {
  if (!before || !after) return figure(null);
  const change = Math.round((after.percent - before.percent) * 100) / 100;
  const sign = change > 0 ? "+" : change < 0 ? "−" : "";
  return h(
    "span",
    { class: `number verdict ${change > 0 ? "gain" : change < 0 ? "loss" : ""}` },
    sign + Math.abs(change).toFixed(2),
  );
}
