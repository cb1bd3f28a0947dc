import type { RunReport } from "../batch/report.ts";
import type { Document } from "../schema/document.ts";
import {
  type ArticleSide,
  type LayerOverview,
  REPORT_LAYERS,
  type ReportLayer,
  type RunFacts,
  type RunOverview,
} from "./page-data.ts";

/** Bars of a distribution: a tenth each. */
const BARS = 10;
/** Ways of making documents that are told; a run has one, as a rule. */
const MOST_MAKERS = 5;
/** Failures that are listed one by one. */
const MOST_FAILURES = 1000;

interface RuleCount {
  count: number;
  rated: number;
  confidence: number;
}

/** Counts what a run found, article by article, and keeps none of them. */
export class RunTally {
  articles = 0;
  readonly #layers = new Map<ReportLayer, { count: number; confidences: number[] }>(
    REPORT_LAYERS.map((layer) => [layer, { count: 0, confidences: new Array<number>(BARS).fill(0) }]),
  );
  readonly #types = new Map<ReportLayer, Map<string, number>>(REPORT_LAYERS.map((layer) => [layer, new Map()]));
  readonly #rules = new Map<string, RuleCount>();
  readonly #notes = new Map<string, number>();
  readonly #makers = new Map<string, number>();

  add({ notes, provenance }: Document, { marks }: ArticleSide): void {
    this.articles++;
    for (const { layer, type, rule, confidence } of marks) {
      const ofLayer = this.#layers.get(layer)!;
      ofLayer.count++;
      if (confidence !== null) ofLayer.confidences[barOf(confidence)]!++;
      countIn(this.#types.get(layer)!, type);
      if (rule !== null) this.#countRule(rule, confidence);
    }
    for (const { stage, code } of notes) countIn(this.#notes, `${stage}: ${code}`);
    const { generator, pipeline, models } = provenance;
    const loaded = models.map(({ name, sha256 }) => `${name} ${sha256.slice(0, 8)}`).join(", ");
    const what =
      `${generator.name} ${generator.version}, pipeline ${pipeline.name} ${pipeline.version}, ` +
      `options ${pipeline.optionsHash.slice(0, 8)}${loaded && `, models ${loaded}`}`;
    if (this.#makers.has(what) || this.#makers.size < MOST_MAKERS) countIn(this.#makers, what);
  }

  #countRule(rule: string, confidence: number | null): void {
    const counts = this.#rules.get(rule) ?? { count: 0, rated: 0, confidence: 0 };
    this.#rules.set(rule, counts);
    counts.count++;
    if (confidence === null) return;
    counts.rated++;
    counts.confidence += confidence;
  }

  /** The run at a glance. `name` is what a reader calls it, `report` what stands beside it. */
  overview(name: string, report: Partial<RunReport> | null): RunOverview {
    return {
      name,
      articles: this.articles,
      layers: [...this.#layers].map(([layer, counts]): LayerOverview => ({ layer, ...counts })),
      types: [...this.#types].flatMap(([layer, types]) =>
        byCount(types).map(([type, count]) => ({ layer, type, count })),
      ),
      rules: [...this.#rules]
        .map(([rule, { count, rated, confidence }]) => ({
          rule,
          count,
          confidence: rated > 0 ? rounded(confidence / rated) : null,
        }))
        .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1)),
      notes: byCount(this.#notes).map(([code, count]) => ({ code, count })),
      madeBy: byCount(this.#makers).map(([what, documents]) => ({ what, documents })),
      run: report && runFacts(report),
    };
  }
}

/** The bar that a share (0–1) belongs to. */
export const barOf = (share: number): number => Math.min(BARS - 1, Math.floor(share * BARS));

/** To three decimals. */
export const rounded = (value: number): number => Math.round(value * 1000) / 1000;

const countIn = (counts: Map<string, number>, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);

const byCount = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));

/** What a report says; null if it is not what every version wrote. */
function runFacts(report: Partial<RunReport>): RunFacts | null {
  const { counts, timings, throughput, failures = [], failuresFile = null, options = {} } = report;
  const numbers = [counts?.articles, counts?.written, counts?.failed, timings?.seconds, throughput?.tokensPerSecond];
  if (!counts || !timings || !throughput || !Array.isArray(failures)) return null;
  if (!numbers.every((value) => typeof value === "number")) return null;
  return {
    articles: counts.articles,
    written: counts.written,
    failed: counts.failed,
    interrupted: report.interrupted ?? false,
    seconds: timings.seconds,
    tokensPerSecond: throughput.tokensPerSecond,
    stages: Object.entries(timings.stages ?? {}),
    slowest: (timings.slowest ?? []).map(({ id, milliseconds }) => ({ id, milliseconds })),
    failures: failures.slice(0, MOST_FAILURES).map(({ path, record, id, stage, reason, remedy }) => ({
      where: `${id ?? path ?? "an article"}${record === null ? "" : `, record ${record}`}`,
      stage,
      reason,
      remedy,
    })),
    failuresFile,
    options: Object.entries(options).flatMap(([name, value]): [string, string][] => {
      const isSet = value !== null && JSON.stringify(value) !== "{}";
      return isSet ? [[name, typeof value === "string" ? value : JSON.stringify(value)]] : [];
    }),
  };
}
