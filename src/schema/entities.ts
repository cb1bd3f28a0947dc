import { z } from "zod";
import { Evidence, TextSpan } from "./span.ts";

/** OntoNotes' entity types; `MISC` is a name that is none of them. */
export const EntityType = z.enum([
  "PERSON",
  "ORG",
  "GPE",
  "LOC",
  "FAC",
  "NORP",
  "PRODUCT",
  "EVENT",
  "WORK_OF_ART",
  "LAW",
  "MISC",
]);
export type EntityType = z.infer<typeof EntityType>;

export const EntityId = z.string().regex(/^e[1-9]\d*$/);

/** One place in the text that refers to an entity. Titles, honorifics, possessive 's and punctuation are left out. */
export const Mention = z.strictObject({
  ...TextSpan.shape,
  kind: z.enum(["name", "nominal", "pronoun"]),
  ...Evidence.shape,
});
export type Mention = z.infer<typeof Mention>;

/** A title the text gives somebody ("CEO"), and whose title it is (`of`, the id of an organization or place). */
export const Role = z.strictObject({ ...TextSpan.shape, of: EntityId.nullable() });
export type Role = z.infer<typeof Role>;

/** One thing in the article with all its mentions in text order. `name` is the fullest form, `aliases` are the others. */
export const Entity = z.strictObject({
  id: EntityId,
  type: EntityType,
  name: z.string().min(1),
  aliases: z.array(z.string()),
  roles: z.array(Role),
  mentions: z.array(Mention).min(1),
});
export type Entity = z.infer<typeof Entity>;
