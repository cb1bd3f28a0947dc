import type { Words } from "../../words.ts";
import type { Amount } from "./amounts/amount.ts";
import { withSign } from "./amounts/minus.ts";
import { namedAmount } from "./amounts/named.ts";
import { bareMagnitude, oneCoin, vagueAmount } from "./amounts/numberless.ts";
import { insideSign, isOpening, pointAmount, signedAmount } from "./amounts/signed.ts";
import type { Unit } from "./currencies/unit.ts";
import { unitBefore } from "./currency.ts";
import type { NumberFound } from "./number.ts";

/** The sign, letters or code that belong to the number at word `at`, past a minus or bracket between them; null if none. */
export const signBefore = (words: Words, at: number): Unit | null =>
  unitBefore(words, isOpening(words, at) ? at - 1 : at);

/**
 * The amount of money that begins at word `at`, with a sign before or a name after it; null if it is no money. `number` is
 * what stands there, `sign` what stands before it.
 */
export function amountAt(words: Words, at: number, number: NumberFound | null, sign: Unit | null): Amount | null {
  const vague = vagueAmount(words, at);
  if (vague) return vague;
  if (!number) return oneCoin(words, at) ?? bareMagnitude(words, at);
  if (!sign) return pointAmount(words, at) ?? withSign(words, namedAmount(words, number));
  if (sign.end === at) return withSign(words, signedAmount(words, number, sign));
  return insideSign(words, number, sign);
}
