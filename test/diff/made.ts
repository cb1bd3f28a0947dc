import type { DiffedDocument } from "../../src/diff/annotation.ts";
import type { Document } from "../../src/schema/document.ts";
import { documentOf } from "../score/made.ts";

/** A whole document in which nothing was found but what is given. */
export const documentWith = (text: string, layers: Partial<DiffedDocument> = {}): Document => ({
  schemaVersion: "1.0.0",
  offsetUnit: "utf16",
  source: {
    path: null,
    mediaType: "text/plain",
    encoding: "utf-8",
    encodingFrom: "default",
    encodingConfidence: 1,
    sha256: "0".repeat(64),
    bytes: text.length,
    record: null,
  } as Document["source"],
  article: {
    title: null,
    byline: null,
    publisher: null,
    url: null,
    language: "en",
    published: null,
    publishedFrom: "none",
  },
  notes: [],
  extra: {},
  provenance: {
    generator: { name: "pressmark", version: "0.1.0" },
    pipeline: { name: "made", version: "1", optionsHash: "a".repeat(64) },
    models: [],
  },
  ...documentOf(text),
  ...layers,
});
