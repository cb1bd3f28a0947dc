/** Units of measurement, by the words and signs for them. */
export const MEASURES: ReadonlyMap<string, string> = new Map(
  (
    [
      ["kilometre", "km kms kilometer kilometers kilometre kilometres"],
      ["metre", "meter meters metre metres"],
      ["centimetre", "cm centimeter centimeters centimetre centimetres"],
      ["millimetre", "mm millimeter millimeters millimetre millimetres"],
      ["mile", "mile miles"],
      ["yard", "yard yards"],
      ["foot", "ft foot feet"],
      ["inch", "inch inches"],
      ["acre", "acre acres"],
      ["hectare", "ha hectare hectares"],
      ["kilogram", "kg kgs kilo kilos kilogram kilograms"],
      ["gram", "gram grams"],
      ["tonne", "tonne tonnes"],
      ["ton", "ton tons"],
      ["pound", "lb lbs pound pounds"],
      ["ounce", "oz ounce ounces"],
      ["litre", "liter liters litre litres"],
      ["gallon", "gallon gallons"],
      ["barrel", "barrel barrels"],
      ["mile per hour", "mph"],
      ["kilometre per hour", "kph kmh"],
      ["degree", "degree degrees °"],
      ["watt", "watt watts"],
      ["kilowatt", "kw kilowatt kilowatts"],
      ["megawatt", "mw megawatt megawatts"],
      ["gigawatt", "gw gigawatt gigawatts"],
      ["kilowatt-hour", "kwh"],
      ["megabyte", "mb megabyte megabytes"],
      ["gigabyte", "gb gigabyte gigabytes"],
      ["terabyte", "tb terabyte terabytes"],
    ] as const
  ).flatMap(([unit, words]) => words.split(" ").map((word) => [word, unit] as const)),
);

/** What an amount of money is paid for, after "a" or "an". */
export const PER: ReadonlySet<string> = new Set(
  "hour day night week month quarter year share barrel ton tonne gallon litre liter pound kilo kilogram kg ounce unit piece head person mile kilometre kilometer bushel ticket head bottle pack litre acre hectare pop time student child household family worker game season episode visit ride".split(
    " ",
  ),
);
