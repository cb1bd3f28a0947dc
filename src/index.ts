export { default as news } from "../pipelines/news.ts";
export {
  type Annotated,
  type AnnotateOptions,
  type Annotator,
  type AnnotatorOptions,
  type ArticleText,
  annotate,
  createAnnotator,
} from "./annotator.ts";
export { InputError } from "./input-error.ts";
// With `*`, so that `declare module "pressmark" { interface Layers { … } }` reaches the interface.
export type * from "./layers.ts";
export {
  type AnyStage,
  defineStage,
  type Pipeline,
  PipelineError,
  pipeline,
  type Resource,
  type RunOptions,
  type Stage,
  StageError,
} from "./pipeline.ts";
export * from "./schema/index.ts";
export { read } from "./stages/1-read/read.ts";
export { repair } from "./stages/2-repair/repair.ts";
export { segment } from "./stages/3-segment/segment.ts";
export { entities } from "./stages/4-entities/entities.ts";
export { type DatesOptions, dates } from "./stages/5-dates/dates.ts";
export type { Meaning as DateMeaning } from "./stages/5-dates/meaning.ts";
export type { Match as DateMatch, Rule as DateRule } from "./stages/5-dates/rule.ts";
export { money } from "./stages/6-money/money.ts";
export { quotes } from "./stages/7-quotes/quotes.ts";
export { validate } from "./stages/8-validate/validate.ts";
export { write } from "./stages/9-write/write.ts";
export type { Words } from "./words.ts";
