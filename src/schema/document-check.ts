import { z } from "zod";
import { Document } from "./document.ts";

const { keyType, valueType } = Document.shape.extra;

/** `Document` as it can be compiled: all of it but the layers in `extra`, whose JSON nests as deep as it likes. */
export const FlatDocument = Document.extend({ extra: z.record(keyType, z.unknown()) });

/**
 * Compiles `Document` to a function that says yes or no, and yes to what `Document` accepts and to nothing else. It makes no copy
 * of the document and no list of issues, which is most of what `Document.safeParse` does on a good one. Compiling takes some ten
 * milliseconds. Where JavaScript may not be made from strings, zod answers without it.
 */
export function compileDocumentCheck(): (value: unknown) => value is Document {
  const flat = z.compile(FlatDocument);
  return (value): value is Document => {
    if (!flat.validate(value)) return false;
    for (const layer of Object.values(value.extra)) if (!valueType.validate(layer)) return false;
    return true;
  };
}
