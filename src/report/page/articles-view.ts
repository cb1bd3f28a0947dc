import type { IndexRow } from "../page-data.ts";
import { type ArticleView, createArticleView } from "./article-view.ts";
import { fill, h } from "./elements.ts";
import { choice, search } from "./filters.ts";
import { count, number } from "./labels.ts";
import { createLayerChoice } from "./layer-choice.ts";
import type { Report } from "./open-report.ts";
import type { Route } from "./route.ts";
import type { View } from "./view.ts";
import { createVirtualList } from "./virtual-list.ts";

type Order = "run" | "title" | "changes" | "errors" | "unsure" | "annotations";

/** The list of all articles, and beside it the one that is read. */
export function createArticlesView(
  { overview, index, article: unpack }: Report,
  announce: (words: string) => void,
): View {
  const isPair = overview.runs.length > 1;
  const hasGold = overview.gold !== null;
  const layers = createLayerChoice(isPair);
  const words = index.articles.map(({ id, title }) => `${title ?? ""}\n${id}`.toLowerCase());
  let rows: readonly number[] = [];
  let [shown, shownRule]: [number | null, string | null] = [null, null];
  let view: ArticleView | null = null;

  const status = h("p", { class: "status", role: "status" });
  const list = createVirtualList({
    id: "articles",
    label: "Articles",
    render: (row) => articleRow(index.articles[rows[row]!]!, isPair, hasGold),
    onChoose: (row) => {
      location.hash = `#/articles/${rows[row]}`;
    },
  });
  const text = search("Find", "find", () => filter());
  const only = choice(
    "Show",
    "only",
    [
      ["", "all articles"],
      ...(isPair
        ? ([
            ["changes", "with changes"],
            ["only", "in one run only"],
          ] as const)
        : []),
      ...(isPair && hasGold
        ? ([
            ["gains", "with gains"],
            ["losses", "with losses"],
          ] as const)
        : []),
      ...(hasGold ? ([["errors", "unlike the gold"]] as const) : []),
      ["notes", "with notes"],
    ],
    () => filter(),
  );
  const rule = choice(
    "Rule",
    "rule",
    [["", "any rule"], ...[...index.rules].sort().map((name) => [name, name] as const)],
    () => {
      filter();
      if (shown !== null) void open(shown, { mark: null, change: null });
    },
  );
  const order = choice(
    "Order",
    "order",
    [
      ["run", "as in the run"],
      ["title", "by title"],
      ...(isPair ? ([["changes", "most changes"]] as const) : []),
      ...(hasGold ? ([["errors", "most unlike gold"]] as const) : []),
      ["unsure", "least confident"],
      ["annotations", "most annotations"],
    ],
    () => filter(),
  );

  const filter = (): void => {
    const wanted = text.input.value.trim().toLowerCase();
    const property = only.select.value as "" | "changes" | "only" | "gains" | "losses" | "errors" | "notes";
    const wantedRule = rule.select.value === "" ? -1 : index.rules.indexOf(rule.select.value);
    const found: number[] = [];
    for (const [i, row] of index.articles.entries()) {
      if (property !== "" && !row[property]) continue;
      if (wantedRule >= 0 && !row.rules.includes(wantedRule)) continue;
      if (wanted === "" || words[i]!.includes(wanted)) found.push(i);
    }
    rows = sorted(found, index.articles, order.select.value as Order);
    list.reset(rows.length, shown === null ? -1 : rows.indexOf(shown));
    status.textContent =
      rows.length === index.articles.length
        ? count(rows.length, "article")
        : `${number(rows.length)} of ${count(index.articles.length, "article")}`;
  };

  const pane = h("div", { class: "pane" });
  const element = h(
    "div",
    { class: "articles-view" },
    h(
      "section",
      { class: "sidebar", "aria-label": "List of articles" },
      h("div", { class: "filters" }, text.element, only.element, rule.element, order.element),
      status,
      list.element,
    ),
    pane,
  );

  const open = async (at: number, target: Pick<Route, "mark" | "change">): Promise<void> => {
    const row = index.articles[at];
    if (!row) return;
    const isNew = shown !== at || shownRule !== rule.select.value || view === null;
    [shown, shownRule] = [at, rule.select.value];
    if (isNew) {
      const article = await unpack(at);
      if (shown !== at) return; // another was chosen meanwhile
      view = createArticleView({
        article,
        address: `#/articles/${at}`,
        choice: layers,
        names: overview.runs.map(({ name }) => name),
        rule: rule.select.value || null,
        announce,
      });
      const place = rows.indexOf(at);
      fill(pane, neighbours(rows, place), view.element);
      pane.scrollTop = 0;
      list.activate(place);
      document.title = `${article.title ?? article.id} · ${overview.title}`;
    }
    if (target.change !== null && target.change !== undefined) view!.goTo({ change: target.change });
    else if (target.mark !== null && target.mark !== undefined) view!.goTo({ mark: target.mark });
  };

  filter();
  return {
    element,
    show: async ({ article, ...target }) => {
      element.classList.toggle("reading-one", article !== null);
      list.layOut();
      if (article !== null) await open(article, target);
      else {
        [shown, view] = [null, null];
        fill(pane, h("p", { class: "empty" }, "Choose an article from the list."));
        list.activate(-1);
        document.title = `Articles · ${overview.title}`;
      }
    },
  };
}

function articleRow(
  { id, title, published, annotations, changes, gains, losses, only, errors }: IndexRow,
  isPair: boolean,
  hasGold: boolean,
): HTMLElement {
  const figures = [
    count(annotations, "annotation"),
    only !== null ? `only in ${only}` : isPair && changes > 0 && count(changes, "change"),
    gains > 0 && `+${gains}`,
    losses > 0 && `−${losses}`,
    hasGold && errors !== null && `${errors} unlike gold`,
  ].filter(Boolean);
  return h(
    "div",
    { class: `article-row${changes > 0 ? " has-changes" : ""}` },
    h("span", { class: "title" }, title ?? id),
    h("span", { class: "meta" }, [published, ...figures].filter(Boolean).join(" · ")),
  );
}

function sorted(found: number[], articles: readonly IndexRow[], order: Order): number[] {
  const by = (value: (row: IndexRow) => number): number[] =>
    found.sort((a, b) => value(articles[b]!) - value(articles[a]!) || a - b);
  if (order === "changes") return by(({ changes }) => changes);
  if (order === "errors") return by(({ errors }) => errors ?? -1);
  if (order === "unsure") return by(({ confidence }) => -(confidence ?? 2));
  if (order === "annotations") return by(({ annotations }) => annotations);
  if (order === "run") return found;
  const names = articles.map(({ title, id }) => title ?? id);
  const { compare } = new Intl.Collator("en");
  return found.sort((a, b) => compare(names[a]!, names[b]!) || a - b);
}

/** Ways to the articles before and after in the list. */
function neighbours(rows: readonly number[], place: number): HTMLElement {
  const [before, after] = [rows[place - 1], rows[place + 1]];
  return h(
    "nav",
    { class: "neighbours", "aria-label": "Articles before and after" },
    h("a", { href: "#/articles", class: "to-list" }, "All articles"),
    place > 0 && before !== undefined && h("a", { href: `#/articles/${before}`, rel: "prev" }, "← Previous"),
    place >= 0 && after !== undefined && h("a", { href: `#/articles/${after}`, rel: "next" }, "Next →"),
  );
}
