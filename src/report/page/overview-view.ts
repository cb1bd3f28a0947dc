import { type Comparison, type GoldOverview, REPORT_KINDS, type RunFacts, type RunOverview } from "../page-data.ts";
import { bar, histogram, table, tenth, tenthPercent } from "./charts.ts";
import { h } from "./elements.ts";
import { count, duration, KIND_NAMES, LAYER_NAMES, number, percent } from "./labels.ts";
import type { Report } from "./open-report.ts";
import { changesAddress } from "./route.ts";
import type { View } from "./view.ts";

/** Rules that are listed at first. */
const MOST_RULES = 20;

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
      h("h1", { tabindex: -1 }, comparison ? comparedHeadline(comparison, runs) : runHeadline(last)),
      h("p", { class: "deck" }, ...(comparison ? comparedDeck(comparison, runs) : runDeck(last))),
    ),
    comparison && changesSection(comparison),
    gold && goldSection(gold, runs),
    foundSection(last, runs.length > 1 ? "Found in B" : "Found"),
    rulesSection(last, runs.length > 1 ? "Rules of B" : "Rules"),
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

function comparedHeadline({ layers, changed }: Comparison, runs: readonly RunOverview[]): string {
  const changes = layers.reduce((sum, layer) => sum + layer.changed, 0);
  if (changed === 0) return `Nothing changed in ${count(runs[1]!.articles, "article")}`;
  return `${count(changes, "change")} in ${number(changed)} of ${count(Math.max(runs[0]!.articles, runs[1]!.articles), "article")}`;
}

function comparedDeck(comparison: Comparison, [a, b]: readonly RunOverview[]): (string | HTMLElement)[] {
  const sum = (of: (layer: Comparison["layers"][number]) => number): number =>
    comparison.layers.reduce((all, layer) => all + of(layer), 0);
  const [gains, losses] = [sum(({ gains }) => gains), sum(({ losses }) => losses)];
  const { onlyBefore, onlyAfter, inParts } = comparison;
  return [
    "A is ",
    h("b", {}, a!.name),
    ", B is ",
    h("b", {}, b!.name),
    `. ${percent(
      sum(({ changed }) => changed),
      sum(({ before }) => before),
    )} of A’s annotations changed.`,
    gains + losses > 0 ? ` By the gold, ${count(gains, "gain")} and ${count(losses, "loss", "losses")}.` : "",
    onlyBefore + onlyAfter > 0 ? ` ${count(onlyBefore, "article")} only in A, ${onlyAfter} only in B.` : "",
    inParts > 0 ? ` ${count(inParts, "article")} with another text, structure or metadata.` : "",
  ];
}

function changesSection({ layers, rules }: Comparison): HTMLElement {
  const hasVerdicts = layers.some(({ gains, losses }) => gains + losses > 0);
  const linked = (value: number, filter: Readonly<Record<string, string>>, label: string): HTMLElement | number =>
    value === 0
      ? 0
      : h(
          "a",
          { class: "number", href: changesAddress(filter), "aria-label": `${number(value)} ${label}` },
          number(value),
        );
  const verdicts = (of: { gains: number; losses: number }, filter: Record<string, string>) =>
    hasVerdicts
      ? [
          linked(of.gains, { ...filter, kind: "all", verdict: "gain" }, "gains"),
          linked(of.losses, { ...filter, kind: "all", verdict: "loss" }, "losses"),
        ]
      : [];
  const verdictHead = hasVerdicts ? ["Gains", "Losses"] : [];
  return h(
    "section",
    { class: "wide", "aria-labelledby": "changes-section" },
    h("h2", { id: "changes-section" }, "What changed"),
    table(
      "Changes by layer and kind",
      ["Layer", "in A", "in B", ...REPORT_KINDS.map((kind) => KIND_NAMES[kind]), ...verdictHead],
      layers.map(({ layer, before, after, kinds, ...of }) => [
        h("a", { href: changesAddress({ layer, kind: "all" }) }, LAYER_NAMES[layer]),
        before,
        after,
        ...REPORT_KINDS.map((kind) =>
          linked(kinds[kind], { layer, kind }, `${LAYER_NAMES[layer]} ${KIND_NAMES[kind]}`),
        ),
        ...verdicts(of, { layer }),
      ]),
    ),
    rules.length > 0 &&
      shortened(rules, (shown) =>
        table(
          "Changes by rule",
          ["Rule", "Changed", ...verdictHead],
          shown.map(({ rule, changed, ...of }) => [
            h("a", { href: changesAddress({ rule, kind: "all" }), class: "rule" }, rule),
            changed,
            ...verdicts(of, { rule }),
          ]),
        ),
      ),
  );
}

function goldSection(
  { articles, missing, scores, perArticle }: GoldOverview,
  runs: readonly RunOverview[],
): HTMLElement {
  const [first = [], second] = scores;
  const names = (second ?? first).map(({ name }) => name);
  const find = (list: typeof first, name: string) => list.find((score) => score.name === name);
  return h(
    "section",
    { class: "wide", "aria-labelledby": "gold-section" },
    h("h2", { id: "gold-section" }, "Against gold"),
    h(
      "p",
      {},
      `${count(articles, "article")} with gold${missing > 0 ? `, ${missing} of them without a document` : ""}.`,
    ),
    table(
      runs.length > 1 ? "Scores in percent, of A and of B" : "Scores in percent",
      second
        ? ["Measure", "Precision A", "B", "Recall A", "B", "F1 A", "B", "Change"]
        : ["Measure", "Precision", "Recall", "F1", "Gold", "Found"],
      names.map((name) => {
        const [a, b] = [find(first, name), second && find(second, name)];
        if (!second) return [name, ...[a!.precision, a!.recall, a!.f1].map(figure), a!.gold, a!.found];
        const change = (b?.f1 ?? 0) - (a?.f1 ?? 0);
        return [
          name,
          ...(["precision", "recall", "f1"] as const).flatMap((part) => [figure(a?.[part]), figure(b?.[part])]),
          h(
            "span",
            { class: `number delta ${change > 0.005 ? "gain" : change < -0.005 ? "loss" : ""}` },
            `${change > 0 ? "+" : change < 0 ? "−" : ""}${Math.abs(change).toFixed(2)}`,
          ),
        ];
      }),
    ),
    perArticle.length > 0 &&
      h(
        "div",
        { class: "distributions" },
        ...perArticle.map(({ layer, f1 }) =>
          h(
            "figure",
            {},
            h("figcaption", {}, `F1 of articles, ${layer}`),
            histogram(f1, `Articles by F1 of ${layer}`, tenthPercent),
          ),
        ),
      ),
  );
}

const figure = (value: number | undefined): HTMLElement =>
  h("span", { class: "number" }, value === undefined ? "—" : value.toFixed(2));

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

function rulesSection({ rules, notes }: RunOverview, title: string): HTMLElement {
  return h(
    "section",
    { "aria-labelledby": "rules-section" },
    h("h2", { id: "rules-section" }, title),
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

/** The first of a long list, and a button for the rest. */
function shortened<T>(items: readonly T[], show: (items: readonly T[]) => HTMLElement): HTMLElement {
  if (items.length <= MOST_RULES) return show(items);
  const short = h("div", { class: "shortened" }, show(items.slice(0, MOST_RULES)));
  const more = h("button", { type: "button", class: "go" }, `Show all ${number(items.length)}`);
  more.addEventListener("click", () => short.replaceChildren(show(items)));
  short.append(more);
  return short;
}
