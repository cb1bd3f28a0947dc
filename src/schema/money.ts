import { z } from "zod";
import { Evidence, TextSpan } from "./span.ts";

/** An exact decimal number in plain notation: no exponent, no plus, no leading or trailing zeros to spare. */
export const Decimal = z.string().regex(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);

export const MoneyModifier = z.enum(["about", "at-least", "at-most", "more-than", "less-than"]);
export type MoneyModifier = z.infer<typeof MoneyModifier>;

/**
 * An amount of money. A range has `min` and `max` and no `amount`. `currency` is an ISO 4217 code; `currencyFrom` says
 * what decided it (`code`, `symbol`, `name`, `article` …). `per` is the unit of a rate ("year", "barrel").
 */
export const Money = z.strictObject({
  id: z.string().regex(/^m[1-9]\d*$/),
  ...TextSpan.shape,
  amount: Decimal.nullable(),
  min: Decimal.nullable(),
  max: Decimal.nullable(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  currencyFrom: z.string().nullable(),
  modifier: MoneyModifier.nullable(),
  per: z.string().nullable(),
  ...Evidence.shape,
});
export type Money = z.infer<typeof Money>;
