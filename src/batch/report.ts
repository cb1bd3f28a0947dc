import { appendFileSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { packageVersion } from "../version.ts";
import type { Counts, Failure, Outcome, Success } from "./task.ts";

/** Failures in the report itself; beyond that all of them are in a file beside it. */
const MOST_LISTED = 1000;
/** Articles listed for the time they took. */
const MOST_SLOW = 10;

/** An article that took long: milliseconds over all stages. */
export interface SlowArticle extends Pick<Success, "path" | "record" | "id"> {
  readonly milliseconds: number;
}

/** What a run did: written as `run.json` beside its output. Unlike the output, it holds timings. */
export interface RunReport {
  readonly generator: { readonly name: string; readonly version: string };
  readonly pipeline: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly inputs: readonly string[];
  readonly output: string;
  /** True if the run was told to stop before its inputs ended. */
  readonly interrupted: boolean;
  readonly counts: {
    readonly articles: number;
    readonly written: number;
    readonly failed: number;
    /** Files in the folders searched that are no articles by their names. */
    readonly skipped: number;
  };
  readonly annotations: Counts;
  readonly failures: readonly Failure[];
  /** Where all failures are, a line each, if there are more than are listed here. */
  readonly failuresFile: string | null;
  readonly timings: {
    readonly seconds: number;
    /** Milliseconds spent in each stage, over all articles and threads. */
    readonly stages: Readonly<Record<string, number>>;
    /** The articles that took longest, the longest first. */
    readonly slowest: readonly SlowArticle[];
  };
  readonly throughput: { readonly articlesPerSecond: number; readonly tokensPerSecond: number };
}

/** Counts while a run goes on. */
export class Tally {
  written = 0;
  failed = 0;
  skipped = 0;
  readonly annotations: Record<keyof Counts, number> = {
    tokens: 0,
    sentences: 0,
    repairs: 0,
    entities: 0,
    dates: 0,
    money: 0,
    quantities: 0,
    quotes: 0,
    notes: 0,
  };
  readonly stages: Record<string, number> = {};
  readonly failures: Failure[] = [];
  readonly slowest: SlowArticle[] = [];
  readonly #failuresFile: string | null;

  /** `failuresFile` is where failures go that the report has no room for; null if nowhere. */
  constructor(failuresFile: string | null) {
    this.#failuresFile = failuresFile;
    if (this.#failuresFile) rmSync(this.#failuresFile, { force: true });
  }

  add(outcome: Outcome): void {
    if (outcome.ok) this.#count(outcome);
    else this.#fail(outcome);
  }

  #count(outcome: Success): void {
    this.written++;
    for (const layer of Object.keys(this.annotations) as (keyof Counts)[])
      this.annotations[layer] += outcome.counts[layer];
    let all = 0;
    for (const [stage, time] of Object.entries(outcome.milliseconds)) {
      this.stages[stage] = (this.stages[stage] ?? 0) + time;
      all += time;
    }
    const { path, record, id } = outcome;
    const at = this.slowest.findIndex(({ milliseconds }) => milliseconds < all);
    this.slowest.splice(at < 0 ? this.slowest.length : at, 0, { path, record, id, milliseconds: all });
    if (this.slowest.length > MOST_SLOW) this.slowest.pop();
  }

  #fail({ path, record, id, stage, reason, remedy }: Failure): void {
    const failure = { path, record, id, stage, reason, remedy };
    this.failed++;
    if (this.failures.length < MOST_LISTED) this.failures.push(failure);
    else if (this.#failuresFile) {
      const lines = this.failed === MOST_LISTED + 1 ? [...this.failures, failure] : [failure];
      appendFileSync(this.#failuresFile, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    }
  }

  report(
    about: Pick<RunReport, "pipeline" | "options" | "inputs" | "output" | "interrupted">,
    seconds: number,
  ): RunReport {
    const { written, failed, skipped, annotations, failures } = this;
    return {
      generator: { name: "pressmark", version: packageVersion },
      ...about,
      counts: { articles: written + failed, written, failed, skipped },
      annotations,
      failures,
      failuresFile: failed > MOST_LISTED && this.#failuresFile ? basename(this.#failuresFile) : null,
      timings: {
        seconds: rounded(seconds),
        stages: Object.fromEntries(Object.entries(this.stages).map(([k, v]) => [k, rounded(v)])),
        slowest: this.slowest.map((article) => ({ ...article, milliseconds: rounded(article.milliseconds) })),
      },
      throughput: {
        articlesPerSecond: rounded(written / seconds),
        tokensPerSecond: Math.round(annotations.tokens / seconds),
      },
    };
  }
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
