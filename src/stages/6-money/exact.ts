import Big from "big.js";

/** big.js in strict mode, in a copy of its own: it refuses JavaScript's numbers, so no float slips in. */
const Exact = Big();
Exact.strict = true;

export type Exact = Big;

/** An exact number from plain digits ("0.25"). */
export const exact = (digits: string): Exact => new Exact(digits);

/** Plain decimal notation: no exponent, no zeros to spare. */
export const decimal = (value: Exact): string => value.toFixed();
