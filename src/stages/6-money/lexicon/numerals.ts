const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";
const FIRST =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";

/** Numbers below a hundred in words. */
export const SMALL: ReadonlyMap<string, number> = new Map([
  ...ONES.split(" ").map((word, i) => [word, i] as const),
  ...TENS.split(" ").map((word, i) => [word, (i + 2) * 10] as const),
]);

export const ORDINALS: ReadonlyMap<string, number> = new Map(FIRST.split(" ").map((word, i) => [word, i + 1]));

/** Powers of ten in words, as digits. */
export const MAGNITUDES: ReadonlyMap<string, string> = new Map([
  ["hundred", "100"],
  ["thousand", "1000"],
  ["lakh", "100000"],
  ["lakhs", "100000"],
  ["lac", "100000"],
  ["million", "1000000"],
  ["mil", "1000000"],
  ["mln", "1000000"],
  ["mn", "1000000"],
  ["crore", "10000000"],
  ["crores", "10000000"],
  ["billion", "1000000000"],
  ["bn", "1000000000"],
  ["bln", "1000000000"],
  ["trillion", "1000000000000"],
  ["tn", "1000000000000"],
  ["trn", "1000000000000"],
  ["quadrillion", "1000000000000000"],
]);

/** Abbreviations that mean a power of ten only beside a currency: "5m" may be metres. */
export const SHORT_MAGNITUDES: ReadonlyMap<string, string> = new Map([
  ["k", "1000"],
  ["m", "1000000"],
  ["mm", "1000000"],
  ["b", "1000000000"],
  ["t", "1000000000000"],
]);

export const FRACTIONS: ReadonlyMap<string, string> = new Map([
  ["½", "0.5"],
  ["¼", "0.25"],
  ["¾", "0.75"],
  ["⅛", "0.125"],
  ["⅜", "0.375"],
  ["⅝", "0.625"],
  ["⅞", "0.875"],
]);
