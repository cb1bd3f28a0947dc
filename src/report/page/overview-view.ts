import type { Comparison, RunFacts, RunOverview } from "../page-data.ts";
import { changesSection } from "./changes-section.ts";
import { bar, histogram, shortened, table, tenth } from "./charts.ts";
import { h } from "./elements.ts";
import { goldSection } from "./gold-section.ts";
import { count, duration, LAYER_NAMES, number, percent } from "./labels.ts";
import type { Report } from "./open-report.ts";
import type { View } from "./view.ts";

/** The run, or the two, at a glance. */
export function createOverviewView({ overview, index }: Report): View {
  const { runs, comparison, gold } = overview;
  const last = runs.at(-1)!;
  const articleOf = new Map(index.articles.map(({ id }, at) => [id, at]));
  const element = h(
    "div",
    { class: "overview" },
    h(
      "header",
      { class: "lead" },
      h("h1", { tabindex: -1 }, comparison ? comparedHeadline(comparison, index.articles.length) : runHeadline(last)),
      h("p", { class: "deck" }, ...(comparison ? comparedDeck(comparison, runs) : runDeck(last))),
    ),
    comparison && changesSection(comparison),
    gold && goldSection(gold),
    foundSection(last, runs.length > 1 ? "Found in B" : "Found"),
    rulesSection(last, runs.length > 1),
    ...runs.map((run, i) => runSection(run, runs.length > 1 ? (i === 0 ? "Run A" : "Run B") : "The run", articleOf)),
  );
  return {
    element,
    show: () => {
      document.title = overview.title;
    },
  };
}

const annotationsOf = ({ layers }: RunOverview): number =>
  layers.reduce((sum, { layer, count }) => sum + (layer === "repairs" ? 0 : count), 0);

const runHeadline = (run: RunOverview): string =>
  `${count(annotationsOf(run), "annotation")} in ${count(run.articles, "article")}`;

function runDeck({ run, name }: RunOverview): string[] {
  if (!run) return [`${name}. No report of the run stands beside it, so its times and failures are not known.`];
  const time = `It took ${duration(run.seconds * 1000)}, at ${number(run.tokensPerSecond)} tokens a second.`;
  const failed = run.failed === 0 ? "No article failed." : `${count(run.failed, "article")} failed.`;
  return [`${failed} ${time}${run.interrupted ? " The run was interrupted." : ""}`];
}

function comparedHeadline({ layers, changed }: Comparison, articles: number): string {
  const changes = layers.reduce((sum, layer) => sum + layer.changed, 0);
  if (changed === 0) return `Nothing changed in ${count(articles, "article")}`;
  return `${count(changes, "change")} in ${number(changed)} of ${count(articles, "article")}`;
}

function comparedDeck(comparison: Comparison, [a, b]: readonly RunOverview[]): (string | HTMLElement)[] {
  const sum = (of: (layer: Comparison["layers"][number]) => number): number =>
    comparison.layers.reduce((all, layer) => all + of(layer), 0);
  const added = sum(({ kinds }) => kinds.added);
  const touched = sum(({ changed }) => changed) - added;
  const [gains, losses] = [sum(({ gain }) => gain), sum(({ loss }) => loss)];
  const { onlyBefore, onlyAfter, inParts } = comparison;
  return [
    "A is ",
    h("b", {}, a!.name),
    ", B is ",
    h("b", {}, b!.name),
    `. Of A’s annotations ${percent(
      touched,
      sum(({ before }) => before),
    )} are others in B or are lost${added > 0 ? `; ${number(added)} were added` : ""}.`,
    gains + losses > 0 ? ` By the gold, ${count(gains, "gain")} and ${count(losses, "loss", "losses")}.` : "",
    onlyBefore + onlyAfter > 0 ? ` ${count(onlyBefore, "article")} only in A, ${onlyAfter} only in B.` : "",
    inParts > 0 ? ` ${count(inParts, "article")} with another text, structure or metadata.` : "",
  ];
}

function foundSection({ layers, types, articles }: RunOverview, title: string): HTMLElement {
  const mean = (bars: readonly number[]): boolean => bars.some((value) => value > 0);
  return h(
    "section",
    { class: "wide", "aria-labelledby": "found-section" },
    h("h2", { id: "found-section" }, title),
    h(
      "ul",
      { class: "layer-cards" },
      ...layers.map(({ layer, count: all, confidences }) =>
        h(
          "li",
          { class: `card ${layer}` },
          h("h3", {}, LAYER_NAMES[layer]),
          h("p", { class: "figure" }, number(all)),
          h("p", { class: "per" }, `${articles > 0 ? (all / articles).toFixed(1) : "0"} an article`),
          mean(confidences) && histogram(confidences, `${LAYER_NAMES[layer]} by confidence`, tenth),
          mean(confidences) &&
            h(
              "p",
              { class: "axis", "aria-hidden": "true" },
              h("span", {}, "0"),
              h("span", {}, "confidence"),
              h("span", {}, "1"),
            ),
          h(
            "dl",
            {},
            ...types
              .filter((own) => own.layer === layer && own.type !== layer)
              .slice(0, MOST_TYPES)
              .flatMap(({ type, count: own }) => [h("dt", {}, type), h("dd", {}, number(own))]),
          ),
        ),
      ),
    ),
  );
}

const MOST_TYPES = 6;

function rulesSection({ rules, notes }: RunOverview, isPair: boolean): HTMLElement {
  return h(
    "section",
    { class: isPair && "wide", "aria-labelledby": "rules-section" },
    h("h2", { id: "rules-section" }, isPair ? "Rules of B" : "Rules"),
    shortened(rules, (shown) =>
      table(
        "Rules and models that found it",
        ["Rule", "Annotations", "Mean confidence"],
        shown.map(({ rule, count: own, confidence }) => [
          h("span", { class: "rule" }, rule),
          own,
          confidence === null ? "" : bar(confidence, confidence.toFixed(2)),
        ]),
      ),
    ),
    notes.length > 0 &&
      table(
        "Notes on what could not be done",
        ["Stage and code", "Notes"],
        notes.map(({ code, count: own }) => [code, own]),
      ),
  );
}

function runSection(
  { name, articles, madeBy, run }: RunOverview,
  title: string,
  articleOf: ReadonlyMap<string, number>,
): HTMLElement {
  const id = `section-${title.toLowerCase().replaceAll(" ", "-")}`;
  return h(
    "section",
    { "aria-labelledby": id },
    h("h2", { id }, title),
    h(
      "dl",
      { class: "facts" },
      ...[
        ["name", name],
        ["documents", number(articles)],
        ...madeBy.map(
          ({ documents, what }) =>
            ["made by", documents === articles ? what : `${what} (${number(documents)})`] as const,
        ),
        ...(run?.options ?? []).map(([option, value]) => [option, value] as const),
      ].flatMap(([label, value]) => [h("dt", {}, label!), h("dd", {}, value!)]),
    ),
    ...(run ? runTables(run, articleOf) : []),
  );
}

function runTables(
  { failed, failures, failuresFile, stages, slowest }: RunFacts,
  articleOf: ReadonlyMap<string, number>,
): (HTMLElement | false)[] {
  const all = stages.reduce((sum, [, time]) => sum + time, 0);
  const longest = Math.max(1, ...slowest.map(({ milliseconds }) => milliseconds));
  const article = (id: string): HTMLElement | string => {
    const at = articleOf.get(id);
    return at === undefined ? id : h("a", { href: `#/articles/${at}` }, id);
  };
  return [
    failed > 0 &&
      h(
        "div",
        { class: "failures" },
        shortened(failures, (shown) =>
          table(
            `${count(failed, "article")} failed`,
            ["Article", "Stage", "Reason", "What to do"],
            shown.map(({ where, stage, reason, remedy }) => [where, stage ?? "", reason, remedy ?? ""]),
          ),
        ),
        failuresFile !== null && h("p", {}, `All of them are in ${failuresFile}.`),
      ),
    stages.length > 0 &&
      table(
        "Time by stage, over all threads",
        ["Stage", "Time"],
        stages.map(([stage, time]) => [
          stage,
          bar(all > 0 ? time / all : 0, `${duration(time)}, ${percent(time, all)}`),
        ]),
      ),
    slowest.length > 0 &&
      table(
        "Slowest articles",
        ["Article", "Time"],
        slowest.map(({ id, milliseconds }) => [article(id), bar(milliseconds / longest, duration(milliseconds))]),
      ),
  ];
}
