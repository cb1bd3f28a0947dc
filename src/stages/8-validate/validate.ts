import { LayerError } from "../../layer-error.ts";
import type { Doc } from "../../layers.ts";
import { defineStage } from "../../pipeline.ts";
import { Document, SCHEMA_VERSION } from "../../schema/document.ts";
import { compileDocumentCheck } from "../../schema/document-check.ts";
import { integrityIssues } from "../../schema/integrity.ts";
import type { Note } from "../../schema/notes.ts";
import { restoreSource } from "../../schema/restore.ts";

const NEEDED = [
  "id",
  "source",
  "article",
  "raw",
  "text",
  "blocks",
  "sentences",
  "tokens",
  "notes",
  "provenance",
] as const;
const OPTIONAL = ["entities", "dates", "money", "quantities", "quotes"] as const;
/** Layers that live only inside a run. */
const INTERNAL = ["input", "raw", "document", "output"] as const;
const OURS: ReadonlySet<string> = new Set([...NEEDED, ...OPTIONAL, ...INTERNAL]);

/** How many things are named in an error; the first ones show what is wrong. */
const NAMED_ISSUES = 3;

/**
 * Stage 8: all layers in; the output document out, checked against its schema and its own text. A layer that no stage
 * of this pipeline adds is empty and noted; layers of the user's own go to `extra`.
 */
export const validate = () => {
  const isDocument = compileDocumentCheck();
  return defineStage({
    name: "validate",
    needs: NEEDED,
    uses: OPTIONAL,
    adds: ["document"],
    run: (doc) => {
      const document = assemble(doc);
      if (!isDocument(document)) checkSchema(document);
      const issues = integrityIssues(document);
      if (issues.length > 0) fail(issues);
      if (restoreSource(doc.text) !== doc.raw.text)
        fail([{ path: "text.repairs", message: "undoing them does not give the source back" }]);
      return { document };
    },
  });
};

type Given = Doc<(typeof NEEDED)[number], (typeof OPTIONAL)[number]>;

function assemble(doc: Given): Document {
  const { id, source, article, text, blocks, sentences, tokens, notes, provenance } = doc;
  const { entities = [], dates = [], money = [], quantities = [], quotes = [] } = doc;
  return {
    schemaVersion: SCHEMA_VERSION,
    id,
    offsetUnit: "utf16",
    source,
    article,
    text,
    blocks,
    sentences,
    tokens: {
      start: listOf(tokens.start),
      end: listOf(tokens.end),
      pos: tokens.pos as Document["tokens"]["pos"],
      lemma: tokens.lemma as string[],
      sentence: listOf(tokens.sentence),
    },
    entities,
    dates,
    money,
    quantities,
    quotes,
    notes: [...notes, ...OPTIONAL.filter((layer) => !(layer in doc)).map(notRun)],
    provenance,
    extra: Object.fromEntries(Object.entries(doc).filter(([layer]) => !OURS.has(layer))) as Document["extra"],
  };
}

/** `Array.from` would take ten times as long. */
function listOf(column: Uint32Array): number[] {
  const list = new Array<number>(column.length);
  for (let i = 0; i < column.length; i++) list[i] = column[i]!;
  return list;
}

const notRun = (layer: string): Note => ({
  stage: "validate",
  code: "not-run",
  message: `no stage of this pipeline adds "${layer}"`,
  start: null,
  end: null,
});

/** Fails with all that the schema has against the document. */
function checkSchema(document: Document): void {
  const { error } = Document.safeParse(document);
  if (error)
    fail(
      error.issues.map((i) => ({ path: i.path.join("."), message: i.message })),
      error,
    );
}

function fail(issues: readonly { path: string; message: string }[], cause?: unknown): never {
  const [layer = "document", custom] = issues[0]!.path.split(".");
  const more = issues.length > NAMED_ISSUES ? `; and ${issues.length - NAMED_ISSUES} more` : "";
  const named = issues.slice(0, NAMED_ISSUES).map((i) => `${i.path}: ${i.message}`);
  throw new LayerError(layer === "extra" && custom ? custom : layer, named.join("; ") + more, { cause });
}
