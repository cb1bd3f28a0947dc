import { type Comparison, type KindCounts, REPORT_KINDS, VERDICTS, type VerdictCounts } from "../page-data.ts";
import { shortened, table } from "./charts.ts";
import { h } from "./elements.ts";
import { KIND_NAMES, LAYER_NAMES, number, VERDICT_NAMES } from "./labels.ts";
import { changesAddress } from "./route.ts";

type Filter = Readonly<Record<string, string>>;

/** What changed between two runs, by layer and by rule; each number leads to the changes that it counts. */
export function changesSection({ layers, rules }: Comparison): HTMLElement {
  const hasVerdicts = layers.some(({ gain, loss, even }) => gain + loss + even > 0);
  const head = [
    ...REPORT_KINDS.map((kind) => KIND_NAMES[kind]),
    ...(hasVerdicts ? VERDICTS.map((one) => VERDICT_NAMES[one]) : []),
  ];
  const counts = (name: string, filter: Filter, kinds: KindCounts, verdicts: VerdictCounts): HTMLElement[] => [
    ...REPORT_KINDS.map((kind) => linked(kinds[kind], { ...filter, kind }, `${name} ${KIND_NAMES[kind]}`)),
    ...(hasVerdicts ? VERDICTS : []).map((verdict) =>
      linked(verdicts[verdict], { ...filter, kind: "all", verdict }, `${name} ${VERDICT_NAMES[verdict]}`),
    ),
  ];
  return h(
    "section",
    { class: "wide", "aria-labelledby": "changes-section" },
    h("h2", { id: "changes-section" }, "What changed"),
    table(
      "Changes by layer",
      ["Layer", "in A", "in B", ...head],
      layers.map(({ layer, before, after, kinds, ...verdicts }) => [
        h("a", { href: changesAddress({ layer, kind: "all" }) }, LAYER_NAMES[layer]),
        before,
        after,
        ...counts(LAYER_NAMES[layer], { layer }, kinds, verdicts),
      ]),
    ),
    rules.length > 0 &&
      shortened(rules, (shown) =>
        table(
          "Changes by rule",
          ["Rule", ...head],
          shown.map(({ rule, kinds, ...verdicts }) => [
            h("a", { href: changesAddress({ rule, kind: "all" }), class: "rule" }, rule),
            ...counts(rule, { rule }, kinds, verdicts),
          ]),
        ),
      ),
  );
}

/** A number that leads to what it counts; a dot where that is nothing. */
const linked = (value: number, filter: Filter, label: string): HTMLElement =>
  value === 0
    ? h("span", { class: "number none" }, "·")
    : h(
        "a",
        { class: "number", href: changesAddress(filter), "aria-label": `${number(value)} ${label}` },
        number(value),
      );
