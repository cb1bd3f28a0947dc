/** Prefixes of the International System, by the sign that stands for each before that of a unit. */
const PREFIXES = [
  ["nano", "n"],
  ["micro", "µ"],
  ["milli", "m"],
  ["centi", "c"],
  ["kilo", "k"],
  ["mega", "m"],
  ["giga", "g"],
  ["tera", "t"],
] as const;

/** Units that take prefixes: identifier in CLDR, British spelling, sign, and the prefixes whose signs with it are no words. */
const METRIC = [
  ["meter", "metre", "m", "milli centi kilo"],
  ["gram", "gramme", "g", "micro milli kilo"],
  ["liter", "litre", "l", "milli"],
  ["watt", "watt", "w", "kilo mega giga tera"],
  ["volt", "volt", "v", "kilo"],
  ["hertz", "hertz", "hz", "kilo mega giga"],
  ["byte", "byte", "b", "mega giga tera"],
  ["calorie", "calorie", "cal", "kilo"],
  ["joule", "joule", "j", "kilo"],
  ["becquerel", "becquerel", "bq", ""],
  ["sievert", "sievert", "sv", "milli"],
] as const;

/** "megalitres", "km": every prefix with every unit in words, and the signs that are in use. */
const prefixed = PREFIXES.flatMap(([prefix, letter]) =>
  METRIC.flatMap(([unit, british, sign, signed]) => {
    const words = [unit, british].flatMap((name) => [`${prefix}${name}`, `${prefix}${name}s`]);
    if (signed.split(" ").includes(prefix)) words.push(letter + sign);
    return words.map((word) => [word, prefix + unit] as const);
  }),
);

/** Units of measurement under their identifiers in Unicode CLDR (`units/` of cldr-core), by the words and signs for them. */
export const MEASURES: ReadonlyMap<string, string> = new Map([
  ...prefixed,
  ...(
    [
      ["kilometer", "kms"],
      ["meter", "meter meters metre metres"],
      ["mile", "mile miles"],
      ["nautical-mile", "nm"],
      ["yard", "yard yards"],
      ["foot", "ft foot feet"],
      ["inch", "inch inches"],
      ["acre", "acre acres"],
      ["hectare", "ha hectare hectares"],
      ["kilogram", "kgs kilo kilos"],
      ["gram", "gram grams gramme grammes"],
      ["tonne", "tonne tonnes"],
      ["ton", "ton tons"],
      ["pound", "lb lbs pound pounds"],
      ["ounce", "oz ounce ounces"],
      ["stone", "stone"],
      ["carat", "carat carats"],
      ["liter", "liter liters litre litres"],
      ["hectoliter", "hectoliter hectoliters hectolitre hectolitres"],
      ["gallon", "gallon gallons"],
      ["quart", "quart quarts"],
      ["pint", "pint pints"],
      ["barrel", "barrel barrels"],
      ["bushel", "bushel bushels"],
      ["mile-per-hour", "mph"],
      ["kilometer-per-hour", "kph kmh"],
      ["knot", "knot knots"],
      ["degree", "degree degrees °"],
      ["watt", "watt watts"],
      ["kilowatt-hour", "kwh"],
      ["megawatt-hour", "mwh"],
      ["gigawatt-hour", "gwh"],
      ["terawatt-hour", "twh"],
      ["volt", "volt volts"],
      ["hertz", "hz hertz"],
      ["calorie", "calorie calories"],
      ["horsepower", "hp horsepower"],
      ["decibel", "db decibel decibels"],
      ["kilobyte", "kb"],
      ["light-year", "lightyear lightyears"],
    ] as const
  ).flatMap(([unit, words]) => words.split(" ").map((word) => [word, unit] as const)),
]);

/** Units of two words, which a space or a hyphen parts, by the first and then the second. */
export const PAIRED_MEASURES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  (
    [
      ["metric", "tonne", "ton tons tonne tonnes"],
      ["nautical", "nautical-mile", "mile miles"],
      ["light", "light-year", "year years"],
      ["troy", "ounce-troy", "ounce ounces"],
      ...["watt", "watts"].flatMap((word) =>
        ["", "kilo", "mega", "giga", "tera"].map((p) => [p + word, `${p}watt-hour`, "hour hours"] as const),
      ),
    ] as const
  ).map(([first, unit, words]) => [first, new Map(words.split(" ").map((word) => [word, unit]))]),
);

/** What an amount of money is paid for, after "a", "an", "each" or a slash. */
export const PER: ReadonlySet<string> = new Set(
  "hour day night week month quarter year annum term semester decade shift session lesson class word page article copy issue bag box case crate sack dozen loaf bundle tree vine animal cow pig goat sheep lamb fish chicken egg room bedroom apartment flat home house building site space bay car truck vehicle ship container load pallet call text message click view download song track album prescription dose pill tablet injection vial jab test treatment procedure scan guest couple player club team school district county state soldier migrant refugee prisoner inmate patient member customer client diner slice portion serving meal glass drink tin jar tube roll sheet brick tile token credit point incident violation offence offense delivery order shipment square share barrel ton tonne gallon litre liter pint pound kilo kilogram kg ounce unit piece person mile kilometre kilometer metre meter bushel ticket head capita bottle pack acre hectare pop time student child pupil household family worker employee resident voter taxpayer customer passenger game season series episode visit ride minute second plate cup seat gram vote user subscriber round fight match trip".split(
    " ",
  ),
);

/** Short forms of the same. */
export const PER_SHORT: ReadonlyMap<string, string> = new Map([
  ["hr", "hour"],
  ["yr", "year"],
  ["mo", "month"],
  ["wk", "week"],
  ["annum", "year"],
  ["bbl", "barrel"],
  ["capita", "person"],
  ["head", "person"],
  ["lb", "pound"],
  ["oz", "ounce"],
  ["mwh", "megawatt-hour"],
  ["kwh", "kilowatt-hour"],
  ["mt", "tonne"],
  ["sqm", "square-meter"],
]);
