import {
  type ArticleSide,
  type Place,
  REPORT_KINDS,
  REPORT_LAYERS,
  type ReportArticle,
  VERDICTS,
} from "../page-data.ts";
import { changeKicker, changeLine } from "./changes-of-article.ts";
import { fill, h } from "./elements.ts";
import { choice, search } from "./filters.ts";
import { count, KIND_NAMES, LAYER_NAMES, number, VERDICT_NAMES } from "./labels.ts";
import { passageAt } from "./layering.ts";
import type { Report } from "./open-report.ts";
import { changesAddress } from "./route.ts";
import type { View } from "./view.ts";
import { createVirtualList } from "./virtual-list.ts";

/** All changes of all articles, to be judged one after the other. */
export function createChangesView({ overview, index, article }: Report): View {
  const { changes, articles, rules } = index;
  const words = articles.map(({ id, title }) => `${title ?? ""}\n${id}`.toLowerCase());
  const hasVerdicts = changes.verdict.some((verdict) => verdict >= 0);
  let rows: readonly number[] = [];

  const changed = (): void => history.replaceState(null, "", changesAddress(filterNow()));
  const apply = (): void => {
    changed();
    filter();
  };
  const layer = choice(
    "Layer",
    "layer",
    [
      ["", "any layer"],
      ...REPORT_LAYERS.filter((name) => name !== "repairs").map((name) => [name, LAYER_NAMES[name]] as const),
    ],
    apply,
  );
  const kind = choice(
    "Kind",
    "kind",
    [["", "any but detail"], ["all", "any"], ...REPORT_KINDS.map((name) => [name, KIND_NAMES[name]] as const)],
    apply,
  );
  const used = [...new Set(changes.rule)].filter((rule) => rule >= 0).map((rule) => rules[rule]!);
  const rule = choice("Rule", "rule", [["", "any rule"], ...used.sort().map((name) => [name, name] as const)], apply);
  const verdict = choice(
    "Gold says",
    "verdict",
    [["", "anything"], ...VERDICTS.map((name) => [name, VERDICT_NAMES[name]] as const)],
    apply,
  );
  const text = search("Article", "article", apply);
  const fields = {
    layer: layer.select,
    kind: kind.select,
    rule: rule.select,
    verdict: verdict.select,
    article: text.input,
  };
  const filterNow = (): Record<string, string> =>
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));

  const status = h("p", { class: "status", role: "status" });
  const list = createVirtualList({
    id: "changes",
    label: "Changes",
    render: (row) => changeRow(rows[row]!),
    onChoose: (row) => {
      location.hash = `#/articles/${changes.article[rows[row]!]}/change/${changes.at[rows[row]!]}`;
    },
  });

  /** A row, which says what it is about once its article is unpacked. */
  const changeRow = (at: number): HTMLElement => {
    const row = h("div", { class: "change-row" });
    void article(changes.article[at]!).then((own) => fill(row, ...changeContent(own, changes.at[at]!)));
    return row;
  };

  const filter = (): void => {
    const now = filterNow();
    const wantedLayer = REPORT_LAYERS.indexOf(now.layer as never);
    const wantedRule = now.rule === "" ? -1 : rules.indexOf(now.rule!);
    const wantedVerdict = VERDICTS.indexOf(now.verdict as never);
    const kinds = wantedKinds(now.kind!);
    const wanted = now.article!.trim().toLowerCase();
    const found: number[] = [];
    for (let i = 0; i < changes.article.length; i++) {
      if ((changes.kinds[i]! & kinds) === 0) continue;
      if (wantedLayer >= 0 && changes.layer[i] !== wantedLayer) continue;
      if (wantedRule >= 0 && changes.rule[i] !== wantedRule) continue;
      if (wantedVerdict >= 0 && changes.verdict[i] !== wantedVerdict) continue;
      if (wanted === "" || words[changes.article[i]!]!.includes(wanted)) found.push(i);
    }
    rows = found;
    list.reset(rows.length);
    const all = changes.article.length;
    status.textContent =
      rows.length === all ? count(all, "change") : `${number(rows.length)} of ${count(all, "change")}`;
  };

  const names = overview.runs.map(({ name }) => name);
  const element = h(
    "div",
    { class: "changes-view" },
    h("h1", { tabindex: -1 }, "Changes"),
    h("p", { class: "deck" }, "A is ", h("b", {}, names[0]!), ", B is ", h("b", {}, names[1]!), "."),
    h(
      "div",
      { class: "filters", role: "search", "aria-label": "Changes" },
      layer.element,
      kind.element,
      rule.element,
      hasVerdicts && verdict.element,
      text.element,
    ),
    status,
    list.element,
  );
  return {
    element,
    show: ({ filter: wanted }) => {
      for (const [name, field] of Object.entries(fields)) field.value = wanted[name] ?? "";
      for (const field of [layer.select, kind.select, rule.select, verdict.select])
        if (field.selectedIndex < 0) field.selectedIndex = 0; // an address may ask for what is not there
      document.title = `Changes · ${overview.title}`;
      filter();
    },
  };
}

/** Bits of the kinds that a filter lets through. */
function wantedKinds(name: string): number {
  const all = (1 << REPORT_KINDS.length) - 1;
  const at = REPORT_KINDS.indexOf(name as never);
  return at >= 0 ? 1 << at : name === "all" ? all : all & ~(1 << REPORT_KINDS.indexOf("detail"));
}

function changeContent(article: ReportArticle, at: number): HTMLElement[] {
  const change = article.changes[at]!;
  const sides = { a: article.a, b: article.b === "same" ? article.a : article.b };
  const [one, other] = [placeOf(sides.a, change.before), placeOf(sides.b, change.after)];
  // Where the texts are the same, the passage stands on both sides, whether it is marked or not.
  const isSameText = sides.a?.text === sides.b?.text;
  return [
    h("div", { class: "row-head" }, changeKicker(change), h("span", { class: "title" }, article.title ?? article.id)),
    h(
      "div",
      { class: change.before === null ? "pair added" : change.after === null ? "pair lost" : "pair" },
      passageOf("A", sides.a, one, isSameText ? other : null),
      passageOf("B", sides.b, other, isSameText ? one : null),
    ),
    changeLine(change, sides),
  ];
}

/** From the first to the last character of a mark. */
function placeOf(side: ArticleSide | null, mark: number | null): Place | null {
  if (side === null || mark === null) return null;
  const { places } = side.marks[mark]!;
  return [places[0]![0], places.at(-1)![1]];
}

function passageOf(name: string, side: ArticleSide | null, place: Place | null, elsewhere: Place | null): HTMLElement {
  const label = h("b", { class: "side" }, name);
  const shown = place ?? elsewhere;
  if (side === null || shown === null) return h("p", { class: "passage none" }, label, h("i", {}, "not there"));
  const { before, marked, after } = passageAt(side.text, shown);
  return h("p", { class: "passage" }, label, before, place ? h("mark", {}, marked) : marked, after);
}
