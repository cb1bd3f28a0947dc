import { readFileSync } from "node:fs";
import { InputError } from "../input-error.ts";
import type { ArticleInput } from "../layers.ts";
import { StageError } from "../pipeline.ts";
import { MOST_ARTICLE_BYTES } from "../stages/1-read/inflate.ts";

/** One article to annotate. Its content is in `file`, or in `content` where it came out of a bigger file or a caller's hands. */
export interface Task extends Omit<ArticleInput, "content"> {
  readonly content: Uint8Array | string | null;
  readonly file: string | null;
  /** What it weighs while it waits, in bytes. */
  readonly bytes: number;
}

/** The content of a task, from its file if need be. Throws an `InputError` if it cannot be read, or is too big. */
export function contentOf({ content, file, bytes }: Task): Uint8Array | string {
  if (content !== null) return content;
  if (bytes > MOST_ARTICLE_BYTES)
    throw new InputError(
      `the file has ${bytes} bytes; an article may have ${MOST_ARTICLE_BYTES}`,
      "split it; if it is a dataset with a record a line, name it .jsonl",
    );
  try {
    return readFileSync(file!);
  } catch (cause) {
    throw new InputError(
      `the file cannot be read (${(cause as Error).message})`,
      "check that it is there and its permissions",
      { cause },
    );
  }
}

/** Where something stands that belongs to no article. */
export const NOWHERE = { path: null, record: null } as const;

/** An article that could not be annotated: where it stood, what was wrong, and what to do about it. */
export interface Failure {
  readonly path: string | null;
  readonly record: number | null;
  readonly id: string | null;
  readonly stage: string | null;
  readonly reason: string;
  readonly remedy: string | null;
}

export interface Success {
  readonly id: string;
  readonly path: string | null;
  readonly record: number | null;
  /** The document as UTF-8 JSON. */
  readonly output: Uint8Array;
  readonly counts: Counts;
  /** Milliseconds by stage. */
  readonly milliseconds: Readonly<Record<string, number>>;
}

/** What an article holds, by layer. */
export type Counts = Readonly<
  Record<
    "tokens" | "sentences" | "repairs" | "entities" | "dates" | "money" | "quantities" | "quotes" | "notes",
    number
  >
>;

export type Outcome = ({ readonly ok: true } & Success) | ({ readonly ok: false } & Failure);

/** Turns what was thrown into an entry for the report. */
export function failureOf(error: unknown, { path, record }: Pick<Task, "path" | "record">): Failure & { ok: false } {
  const staged = error instanceof StageError ? error : null;
  const cause = staged ? staged.cause : error;
  return {
    ok: false,
    path,
    record,
    id: null,
    stage: staged?.stage ?? null,
    reason: staged?.reason ?? (error instanceof Error ? error.message : String(error)),
    remedy: cause instanceof InputError ? cause.remedy : staged && "the fault is in the stage: report it to its author",
  };
}
