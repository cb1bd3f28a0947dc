// What the page of a report is given: plain data, made by `report` and read by the code under `page/`. It imports nothing,
// as that code runs in a browser.

/** The layers a reader can show and hide, in the order they are listed. */
export const REPORT_LAYERS = ["quotes", "entities", "roles", "dates", "money", "quantities", "repairs"] as const;
export type ReportLayer = (typeof REPORT_LAYERS)[number];

/** How an annotation can differ between two runs; see docs/regression.md. */
export const REPORT_KINDS = ["added", "lost", "moved", "retyped", "revalued", "reattributed", "detail"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** What gold says of a change: errors fewer, more or as many as before. */
export const VERDICTS = ["gain", "loss", "even"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A stretch of an article's text, half-open, in UTF-16 code units. */
export type Place = readonly [start: number, end: number];

/** An annotation, or a change that repair made, as a reader sees it. */
export interface Mark {
  readonly layer: ReportLayer;
  /** One but for quotes; empty (`start` = `end`) where repair took something out. */
  readonly places: readonly Place[];
  readonly type: string;
  readonly value: string | null;
  readonly rule: string | null;
  readonly confidence: number | null;
  /** What else it says, as names and values. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** The index of the entity it is a mention or a role of, or that speaks. */
  readonly entity: number | null;
  /** Of a quote: where the speaker and the cue stand. */
  readonly speaker?: Place | null;
  readonly cue?: Place | null;
  /** Whether the gold has it just so; absent where it cannot tell. */
  readonly isRight?: boolean;
}

/** An article as one run has it. */
export interface ArticleSide {
  readonly text: string;
  readonly blocks: readonly (readonly [start: number, end: number, kind: string])[];
  readonly entities: readonly { readonly name: string; readonly type: string }[];
  readonly marks: readonly Mark[];
  readonly notes: readonly string[];
}

/** One annotation that differs; `before` and `after` are indexes of marks, null where there is no counterpart. */
export interface ReportChange {
  readonly layer: ReportLayer;
  readonly kinds: readonly ReportKind[];
  readonly rule: string | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly verdict: Verdict | null;
}

/** Where gold and run differ: the passage with « » around it, and what each says. */
export interface GoldError {
  readonly layer: string;
  readonly kind: string;
  readonly context: string | null;
  readonly gold: string | null;
  readonly got: string | null;
}

/** An article with what was found in it. `b` is null if there is no second run or it lacks the article, `same` if it is like `a`. */
export interface ReportArticle {
  readonly id: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly a: ArticleSide | null;
  readonly b: ArticleSide | "same" | null;
  /** The parts beside annotations that differ: text, blocks, tokens … */
  readonly parts: readonly string[];
  readonly changes: readonly ReportChange[];
  /** Of the last run, against gold; null if there is no gold for this article. */
  readonly errors: readonly GoldError[] | null;
}

/** An article in the list of all. */
export interface IndexRow {
  readonly id: string;
  readonly title: string | null;
  readonly published: string | null;
  /** Which packet of articles it is in, and where. */
  readonly packet: number;
  readonly at: number;
  /** Annotations of the last run. */
  readonly annotations: number;
  /** The mean of their confidences, 0–1; null if there are none. */
  readonly confidence: number | null;
  readonly notes: number;
  readonly changes: number;
  readonly gains: number;
  readonly losses: number;
  /** The run that has it, if there are two and the other does not. */
  readonly only: "A" | "B" | null;
  /** Differences from gold; null if there is no gold for this article. */
  readonly errors: number | null;
  /** Indexes of the rules that found something in it. */
  readonly rules: readonly number[];
}

/** All changes, column by column, in the order of articles. */
export interface ChangeColumns {
  readonly article: readonly number[];
  /** Which of the article's changes it is. */
  readonly at: readonly number[];
  /** Indexes into `REPORT_LAYERS`. */
  readonly layer: readonly number[];
  /** A bit for each of `REPORT_KINDS`. */
  readonly kinds: readonly number[];
  /** Indexes into the rules of the index, -1 for none. */
  readonly rule: readonly number[];
  /** Indexes into `VERDICTS`, -1 for none. */
  readonly verdict: readonly number[];
}

export interface ReportIndex {
  readonly rules: readonly string[];
  readonly articles: readonly IndexRow[];
  readonly changes: ChangeColumns;
}

export interface LayerOverview {
  readonly layer: ReportLayer;
  readonly count: number;
  /** How many annotations have a confidence of 0–0.1, 0.1–0.2 … 0.9–1. All 0 for layers without one. */
  readonly confidences: readonly number[];
}

/** What a run says of itself in `run.json`; see docs/output.md. */
export interface RunFacts {
  readonly articles: number;
  readonly written: number;
  readonly failed: number;
  readonly interrupted: boolean;
  readonly seconds: number;
  readonly tokensPerSecond: number;
  readonly stages: readonly (readonly [stage: string, milliseconds: number])[];
  readonly slowest: readonly { readonly id: string; readonly milliseconds: number }[];
  readonly failures: readonly {
    readonly where: string;
    readonly stage: string | null;
    readonly reason: string;
    readonly remedy: string | null;
  }[];
  readonly failuresFile: string | null;
  readonly options: readonly (readonly [name: string, value: string])[];
}

/** A run at a glance. */
export interface RunOverview {
  readonly name: string;
  readonly articles: number;
  readonly layers: readonly LayerOverview[];
  readonly types: readonly { readonly layer: ReportLayer; readonly type: string; readonly count: number }[];
  readonly rules: readonly { readonly rule: string; readonly count: number; readonly confidence: number | null }[];
  readonly notes: readonly { readonly code: string; readonly count: number }[];
  readonly madeBy: readonly { readonly documents: number; readonly what: string }[];
  /** Null if no report of this run stands beside it. */
  readonly run: RunFacts | null;
}

/** How many annotations differ in which way; one that differs in two ways counts in both. */
export type KindCounts = Readonly<Record<ReportKind, number>>;

/** How many changes are what by the gold; all are 0 without it. */
export type VerdictCounts = Readonly<Record<Verdict, number>>;

export interface ComparedLayer extends VerdictCounts {
  readonly layer: ReportLayer;
  readonly before: number;
  readonly after: number;
  readonly changed: number;
  readonly kinds: KindCounts;
}

export interface ComparedRule extends VerdictCounts {
  readonly rule: string;
  readonly kinds: KindCounts;
}

/** How two runs differ, at a glance. */
export interface Comparison {
  readonly changed: number;
  readonly onlyBefore: number;
  readonly onlyAfter: number;
  readonly inParts: number;
  readonly layers: readonly ComparedLayer[];
  readonly rules: readonly ComparedRule[];
}

/** A score in percent: of an F1, with what it is made of, or of something else. */
export interface Score {
  readonly name: string;
  readonly percent: number;
  readonly precision: number | null;
  readonly recall: number | null;
}

/** How the runs do against gold: the scores of each, and how many articles of the last have an F1 of 0–10, 10–20 … 90–100. */
export interface GoldOverview {
  readonly articles: number;
  readonly missing: number;
  /** The measure that speaks for each layer. */
  readonly headlines: readonly string[];
  readonly scores: readonly (readonly Score[])[];
  readonly perArticle: readonly { readonly measure: string; readonly f1: readonly number[] }[];
}

export interface ReportOverview {
  readonly title: string;
  readonly generator: string;
  readonly runs: readonly RunOverview[];
  readonly comparison: Comparison | null;
  readonly gold: GoldOverview | null;
}
