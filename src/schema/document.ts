import { z } from "zod";
import { Article } from "./article.ts";
import { Block } from "./blocks.ts";
import { DateExpression } from "./dates.ts";
import { Entity } from "./entities.ts";
import { Money } from "./money.ts";
import { Note } from "./notes.ts";
import { Provenance } from "./provenance.ts";
import { Quantity } from "./quantities.ts";
import { Quote } from "./quotes.ts";
import { Sentence } from "./sentences.ts";
import { Source } from "./source.ts";
import { Text } from "./text.ts";
import { Tokens } from "./tokens.ts";

/** The version of the output format. A changed or removed field is a new major, an added one a new minor version. */
export const SCHEMA_VERSION = "1.0.0";

export const OffsetUnit = z.enum(["utf16", "codepoint"]);
export type OffsetUnit = z.infer<typeof OffsetUnit>;

/** One annotated article. Writing is strict about it; `readDocument` tolerates fields of later versions. */
export const Document = z.strictObject({
  schemaVersion: z.string().regex(/^1\.\d+\.\d+$/),
  id: z.string().min(1),
  offsetUnit: OffsetUnit,
  source: Source,
  article: Article,
  text: Text,
  blocks: z.array(Block),
  sentences: z.array(Sentence),
  tokens: Tokens,
  entities: z.array(Entity),
  dates: z.array(DateExpression),
  money: z.array(Money),
  quantities: z.array(Quantity),
  quotes: z.array(Quote),
  notes: z.array(Note),
  provenance: Provenance,
  /** What stages of the user's own added, by layer name. */
  extra: z.record(z.string(), z.json()),
});
export type Document = z.infer<typeof Document>;
