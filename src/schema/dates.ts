import { z } from "zod";
import { Evidence, TextSpan } from "./span.ts";

/** TIMEX3's types (TimeML 1.2.1). */
export const DateType = z.enum(["DATE", "TIME", "DURATION", "SET"]);
export type DateType = z.infer<typeof DateType>;

/** TIMEX3's modifiers. */
export const DateMod = z.enum([
  "START",
  "MID",
  "END",
  "APPROX",
  "BEFORE",
  "AFTER",
  "ON_OR_BEFORE",
  "ON_OR_AFTER",
  "MORE_THAN",
  "LESS_THAN",
  "EQUAL_OR_MORE",
  "EQUAL_OR_LESS",
]);
export type DateMod = z.infer<typeof DateMod>;

export const Grain = z.enum([
  "second",
  "minute",
  "hour",
  "part-of-day",
  "day",
  "weekend",
  "week",
  "month",
  "quarter",
  "half-year",
  "season",
  "year",
  "decade",
  "century",
  "millennium",
]);
export type Grain = z.infer<typeof Grain>;

/** A part of the calendar or the clock that words can name. */
export const DatePart = z.enum([
  "century",
  "decade",
  "year",
  "half-year",
  "season",
  "quarter",
  "month",
  "week",
  "holiday",
  "day",
  "weekday",
  "part-of-day",
  "hour",
  "minute",
]);
export type DatePart = z.infer<typeof DatePart>;

export const DateId = z.string().regex(/^d[1-9]\d*$/);

/**
 * A date, time, duration or set. `value` is a TIMEX3 value; `stated` names the parts of it that the text says itself
 * ("January 3": month and day), the others are implied. `begin` and `until` are its calendar bounds, ISO and
 * half-open, null where there are none. `anchor` is the ISO day, or the id of the date, that a relative expression was
 * resolved against; where it could not be resolved, `value` holds `X`s and `unresolved` says why.
 */
export const DateExpression = z.strictObject({
  id: DateId,
  ...TextSpan.shape,
  type: DateType,
  value: z.string().min(1),
  mod: DateMod.nullable(),
  stated: z.array(DatePart),
  grain: Grain.nullable(),
  begin: z.string().nullable(),
  until: z.string().nullable(),
  anchor: z.string().nullable(),
  ...Evidence.shape,
  unresolved: z.string().nullable(),
});
export type DateExpression = z.infer<typeof DateExpression>;
