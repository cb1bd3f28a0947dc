import type { ArticleInput } from "../../src/layers.ts";
import { defineStage, pipeline } from "../../src/pipeline.ts";
import { read } from "../../src/stages/1-read/read.ts";
import { repair } from "../../src/stages/2-repair/repair.ts";
import { segment } from "../../src/stages/3-segment/segment.ts";
import { validate } from "../../src/stages/8-validate/validate.ts";
import { write } from "../../src/stages/9-write/write.ts";

/** An article input as a caller makes it from text. */
export const inputOf = (content: string | Uint8Array, rest: Partial<ArticleInput> = {}): ArticleInput => ({
  content,
  mediaType: "text/plain",
  path: null,
  record: null,
  fields: {},
  options: {},
  ...rest,
});

/** The stages that know nothing of news: quick to load. */
export const plain = () => pipeline("plain").use(read()).use(repair()).use(segment()).use(validate()).use(write());
export { defineStage, pipeline };
