import { z } from "zod";
import { Document } from "./document.ts";

/**
 * The JSON Schema (draft 2020-12) of an annotated document, generated from the zod schemas. It leaves objects open: a
 * later minor version may add fields, and its documents are still valid.
 */
export const documentJsonSchema = (): object => ({
  ...z.toJSONSchema(Document, {
    target: "draft-2020-12",
    unrepresentable: "any", // the columns of tokens, which say themselves what they are
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  }),
  title: "pressmark document",
  description: "One annotated news article, as pressmark writes it.",
});
