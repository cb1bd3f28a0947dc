const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";
const FIRST =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";
const TENTHS = "thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth";

/** Numbers below a hundred in words. */
export const SMALL: ReadonlyMap<string, number> = new Map([
  ...ONES.split(" ").map((word, i) => [word, i] as const),
  ...TENS.split(" ").map((word, i) => [word, (i + 2) * 10] as const),
]);

export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...FIRST.split(" ").map((word, i) => [word, i + 1] as const),
  ...TENTHS.split(" ").map((word, i) => [word, (i + 3) * 10] as const),
  ["hundredth", 100] as const,
  ["thousandth", 1000] as const,
]);

/** Powers of ten in words, as digits. */
export const MAGNITUDES: ReadonlyMap<string, string> = new Map([
  ["dozen", "12"],
  ["hundred", "100"],
  ["thousand", "1000"],
  ["lakh", "100000"],
  ["lakhs", "100000"],
  ["lac", "100000"],
  ["million", "1000000"],
  ["millions", "1000000"],
  ["mil", "1000000"],
  ["mln", "1000000"],
  ["mn", "1000000"],
  ["crore", "10000000"],
  ["crores", "10000000"],
  ["billion", "1000000000"],
  ["billions", "1000000000"],
  ["bil", "1000000000"],
  ["bn", "1000000000"],
  ["bln", "1000000000"],
  ["trillion", "1000000000000"],
  ["trillions", "1000000000000"],
  ["tn", "1000000000000"],
  ["trn", "1000000000000"],
  ["quadrillion", "1000000000000000"],
]);

/** Abbreviations that mean a power of ten only beside a currency: "5m" may be metres. */
export const SHORT_MAGNITUDES: ReadonlyMap<string, string> = new Map([
  ["k", "1000"],
  ["l", "100000"],
  ["cr", "10000000"],
  ["kcr", "10000000000"],
  ["tcr", "10000000000"],
  ["lcr", "1000000000000"],
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

/** The least that a word for an unknown number can mean. */
export const VAGUE: ReadonlyMap<string, string> = new Map([
  ["tens", "10"],
  ["dozens", "12"],
  ["scores", "20"],
  ["hundreds", "100"],
  ["thousands", "1000"],
  ["lakhs", "100000"],
  ["millions", "1000000"],
  ["crores", "10000000"],
  ["billions", "1000000000"],
  ["trillions", "1000000000000"],
]);

/** The least that these can mean: more than one, so two at least. */
export const SOME: ReadonlySet<string> = new Set(["several", "few", "couple"]);
