import { Document } from "./document.ts";

/**
 * Reads an annotated document, as `JSON.parse` gives it, into its type. Fields that this version does not know are
 * dropped; anything else that is not as the schema says is an error (`z.ZodError`).
 */
export function readDocument(value: unknown): Document {
  const { success, data, error } = Document.safeParse(value);
  if (success) return data;
  const unknown = error.issues.filter((issue) => issue.code === "unrecognized_keys");
  if (unknown.length < error.issues.length) throw error;
  const copy = structuredClone(value);
  for (const { path, keys } of unknown) {
    const holder = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)[key], copy);
    for (const key of keys) delete (holder as Record<string, unknown>)[key];
  }
  return Document.parse(copy);
}
