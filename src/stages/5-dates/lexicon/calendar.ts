/** Names of months, with the abbreviations that news agencies use. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ["january", "jan"],
    ["february", "feb"],
    ["march", "mar"],
    ["april", "apr"],
    ["may"],
    ["june", "jun"],
    ["july", "jul"],
    ["august", "aug"],
    ["september", "sept", "sep"],
    ["october", "oct"],
    ["november", "nov"],
    ["december", "dec"],
  ].flatMap((names, i) => names.map((name) => [name, i + 1] as const)),
);

/** Words that are months only in company: verbs, and names of people. */
export const DOUBTFUL_MONTHS: ReadonlySet<string> = new Set(["may", "march"]);
export const NAME_MONTHS: ReadonlySet<string> = new Set(["april", "june", "august"]);
/** Abbreviations never stand for a month alone. */
export const ABBREVIATED_MONTHS: ReadonlySet<string> = new Set(
  "jan feb mar apr jun jul aug sept sep oct nov dec".split(" "),
);

/** ISO numbers of the weekdays. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  "monday tuesday wednesday thursday friday saturday sunday".split(" ").map((name, i) => [name, i + 1]),
);
export const WEEKDAY_PLURALS: ReadonlyMap<string, number> = new Map(
  [...WEEKDAYS].map(([name, number]) => [`${name}s`, number]),
);
/** Most of these are words of their own ("sat", "sun", "wed"), so they count only beside a date. */
export const WEEKDAY_ABBREVIATIONS: ReadonlyMap<string, number> = new Map([
  ["mon", 1],
  ["tue", 2],
  ["tues", 2],
  ["wed", 3],
  ["thu", 4],
  ["thur", 4],
  ["thurs", 4],
  ["fri", 5],
  ["sat", 6],
  ["sun", 7],
]);

/** TIMEX3's codes of seasons. */
export const SEASONS: ReadonlyMap<string, string> = new Map([
  ["spring", "SP"],
  ["springtime", "SP"],
  ["summer", "SU"],
  ["summertime", "SU"],
  ["fall", "FA"],
  ["autumn", "FA"],
  ["winter", "WI"],
  ["wintertime", "WI"],
]);

/** TIMEX3's codes of parts of a day. */
export const PARTS_OF_DAY: ReadonlyMap<string, string> = new Map([
  ["morning", "TMO"],
  ["noon", "T12:00"],
  ["midday", "TMI"],
  ["lunchtime", "TMI"],
  ["afternoon", "TAF"],
  ["evening", "TEV"],
  ["night", "TNI"],
  ["midnight", "T24:00"],
]);
