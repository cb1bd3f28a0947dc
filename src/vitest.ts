import { expect } from "vitest";
import { type AnnotateOptions, type ArticleText, annotate } from "./annotator.ts";
import { type ExpectedExtraction, unmet } from "./diff/expectation.ts";
import type { Document } from "./schema/document.ts";
import { withOffsets } from "./schema/offsets.ts";

export type { Expected, ExpectedExtraction } from "./diff/expectation.ts";

/** What can be asserted of an extraction. Each is to be awaited. */
export interface ExtractionAssertion {
  /** All these annotations are found; there may be others. */
  toExtract(expected: ExpectedExtraction): Promise<void>;
  /** These annotations are found and no others, in the layers that are named. */
  toExtractOnly(expected: ExpectedExtraction): Promise<void>;
  readonly not: Omit<ExtractionAssertion, "not">;
}

/**
 * Begins an assertion on what is extracted from an article: from its text with the `news` pipeline, or in a document that
 * is annotated already, so that pipelines of your own can be tested as well. The assertion fails
 * with the passage and the fields that differ, and throws what `annotate` throws if the article cannot be annotated.
 */
export function expectExtraction(
  article: string | ArticleText | Document | Promise<Document>,
  options: AnnotateOptions = {},
): ExtractionAssertion {
  return expect(documentOf(article, options)) as unknown as ExtractionAssertion;
}

async function documentOf(
  article: string | ArticleText | Document | Promise<Document>,
  options: AnnotateOptions,
): Promise<Document> {
  const given = await article;
  return typeof given === "object" && "schemaVersion" in given
    ? withOffsets(given, "utf16")
    : annotate(given, { ...options, offsets: "utf16" });
}

expect.extend({
  toExtract: async (received: Promise<Document>, expected: ExpectedExtraction) => {
    const document = await received;
    const { lacking } = unmet(document, expected);
    return { pass: lacking.length === 0, message: () => message(document, expected, lacking, []) };
  },
  toExtractOnly: async (received: Promise<Document>, expected: ExpectedExtraction) => {
    const document = await received;
    const { lacking, unexpected } = unmet(document, expected);
    const pass = lacking.length + unexpected.length === 0;
    return { pass, message: () => message(document, expected, lacking, unexpected) };
  },
});

function message(
  { id }: Document,
  expected: ExpectedExtraction,
  lacking: readonly string[],
  unexpected: readonly string[],
): string {
  const parts: string[] = [];
  if (lacking.length > 0) parts.push(`the extraction from "${id}" lacks:`, ...lacking);
  if (unexpected.length > 0) parts.push(`the extraction from "${id}" has too much:`, ...unexpected);
  if (parts.length === 0) parts.push(`the extraction from "${id}" has all of ${JSON.stringify(expected)}`);
  return parts.join("\n\n");
}
