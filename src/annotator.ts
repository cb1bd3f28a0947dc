import { availableParallelism } from "node:os";
import { mapInOrder } from "./batch/ordered.ts";
import { DEFAULT_PIPELINE } from "./batch/pipeline-module.ts";
import { AHEAD_PER_THREAD, createPool } from "./batch/pool.ts";
import { MOST_BYTES_AHEAD } from "./batch/run.ts";
import type { Failure, Outcome, Task } from "./batch/task.ts";
import { type ArticleFields, type ArticleOptions, textInput } from "./layers.ts";
import type { Document } from "./schema/document.ts";
import { withOffsets } from "./schema/offsets.ts";

/** An article as a caller has it: its text, and what is known beside it. */
export interface ArticleText extends ArticleFields {
  readonly text: string;
}

export type AnnotateOptions = Pick<ArticleOptions, "published" | "offsets">;

/**
 * Annotates one article with the `news` pipeline, in this thread. The first call loads the models.
 * Throws a `StageError` if the article cannot be annotated.
 */
export async function annotate(article: string | ArticleText, options: AnnotateOptions = {}): Promise<Document> {
  const { text, ...fields } = typeof article === "string" ? { text: article } : article;
  const { document } = (await newsPipeline()).run(textInput(text, fields, options), { until: "document" });
  return withOffsets(document, options.offsets ?? "utf16");
}

const newsPipeline = (() => {
  let loading: Promise<ReturnType<typeof import("../pipelines/news.ts").news>> | undefined;
  return () => (loading ??= import("../pipelines/news.ts").then(({ news }) => news()));
})();

export interface AnnotatorOptions extends AnnotateOptions {
  /** Worker threads; one per core if not given. */
  readonly jobs?: number;
  /** A pipeline's name, or the path of a module that exports one. */
  readonly pipeline?: string;
}

/** What became of one article: its document, or what was wrong with it. */
export type Annotated =
  | { readonly ok: true; readonly document: Document }
  | { readonly ok: false; readonly article: ArticleText; readonly failure: Failure };

/** A pool of worker threads that annotate. Dispose of it when done, or the process stays alive. */
export interface Annotator extends AsyncDisposable {
  /** Annotates one article. Throws an error with the reason if that fails. */
  annotate(article: string | ArticleText): Promise<Document>;
  /**
   * Annotates many articles, several at a time, and yields what became of each in the order they came. Takes articles
   * only as fast as they are annotated and the results taken, so the source may be endless.
   */
  annotateAll(
    articles: Iterable<string | ArticleText> | AsyncIterable<string | ArticleText>,
  ): AsyncGenerator<Annotated>;
  dispose(): Promise<void>;
}

/** Makes an annotator for many articles. */
export function createAnnotator(options: AnnotatorOptions = {}): Annotator {
  const { jobs = availableParallelism(), pipeline = DEFAULT_PIPELINE, ...articleOptions } = options;
  const pool = createPool(pipeline, jobs);

  const one = async (given: string | ArticleText): Promise<{ article: ArticleText; outcome: Outcome }> => {
    const article = typeof given === "string" ? { text: given } : given;
    const { text, ...fields } = article;
    const task: Task = {
      ...textInput(text, fields, { ...articleOptions, layout: "line" }),
      file: null,
      bytes: text.length,
    };
    return { article, outcome: await pool.annotate(task) };
  };
  const parsed = (output: Uint8Array): Document => JSON.parse(new TextDecoder().decode(output));

  return {
    annotate: async (article) => {
      const { outcome } = await one(article);
      if (outcome.ok) return parsed(outcome.output);
      throw new Error(outcome.remedy ? `${outcome.reason}; ${outcome.remedy}` : outcome.reason, { cause: outcome });
    },
    annotateAll: async function* (articles) {
      const results = mapInOrder(articles, one, {
        window: jobs * AHEAD_PER_THREAD,
        maxWeight: MOST_BYTES_AHEAD,
        weigh: (article) => (typeof article === "string" ? article : article.text).length,
      });
      for await (const { article, outcome } of results) {
        if (outcome.ok) yield { ok: true, document: parsed(outcome.output) };
        else {
          const { ok, ...failure } = outcome;
          yield { ok, article, failure };
        }
      }
    },
    dispose: () => pool.close(),
    [Symbol.asyncDispose]: () => pool.close(),
  };
}
