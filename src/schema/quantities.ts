import { z } from "zod";
import { Decimal } from "./money.ts";
import { Evidence, TextSpan } from "./span.ts";

/** A number with what it counts or measures. A range has `min` and `max` and no `value`. */
export const Quantity = z.strictObject({
  id: z.string().regex(/^n[1-9]\d*$/),
  ...TextSpan.shape,
  kind: z.enum(["percent", "count", "ordinal", "measure"]),
  value: Decimal.nullable(),
  min: Decimal.nullable(),
  max: Decimal.nullable(),
  unit: z.string().nullable(),
  of: z.string().nullable(),
  ...Evidence.shape,
});
export type Quantity = z.infer<typeof Quantity>;
