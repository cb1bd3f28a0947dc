/** Signs, and the currency or the shared name that they stand for. "$" is left to the letters before it. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ["£", "GBP"],
  ["€", "EUR"],
  ["¥", "yen or yuan"],
  ["￥", "yen or yuan"],
  ["元", "CNY"],
  ["円", "JPY"],
  ["₹", "INR"],
  ["₩", "KRW"],
  ["₽", "RUB"],
  ["₺", "TRY"],
  ["₦", "NGN"],
  ["₱", "PHP"],
  ["₫", "VND"],
  ["₪", "ILS"],
  ["฿", "THB"],
  ["₴", "UAH"],
  ["₵", "GHS"],
  ["₡", "CRC"],
  ["₲", "PYG"],
  ["₸", "KZT"],
  ["₾", "GEL"],
  ["₼", "AZN"],
  ["֏", "AMD"],
  ["៛", "KHR"],
  ["₮", "MNT"],
  ["₭", "LAK"],
  ["৳", "BDT"],
  ["₿", "bitcoin"],
]);

/** Letters right before "$". */
export const DOLLAR_LETTERS: ReadonlyMap<string, string> = new Map([
  ["us", "USD"],
  ["a", "AUD"],
  ["au", "AUD"],
  ["c", "CAD"],
  ["ca", "CAD"],
  ["can", "CAD"],
  ["hk", "HKD"],
  ["nz", "NZD"],
  ["s", "SGD"],
  ["sg", "SGD"],
  ["nt", "TWD"],
  ["n", "NAD"],
  ["r", "BRL"],
  ["mex", "MXN"],
  ["mx", "MXN"],
  ["j", "JMD"],
  ["ja", "JMD"],
  ["tt", "TTD"],
  ["bz", "BZD"],
  ["bds", "BBD"],
  ["ec", "XCD"],
  ["fj", "FJD"],
  ["gy", "GYD"],
  ["b", "BND"],
  ["z", "ZWL"],
  ["zw", "ZWL"],
  ["zim", "ZWL"],
  ["ld", "LRD"],
  ["rd", "DOP"],
  ["col", "COP"],
  ["arg", "ARS"],
  ["bb", "BBD"],
  ["ci", "KYD"],
  ["si", "SBD"],
  ["sr", "SRD"],
  ["g", "GYD"],
  ["cdn", "CAD"],
  ["aus", "AUD"],
]);

/** Letters right before another sign, with that sign. */
export const LETTERED_SIGNS: ReadonlyMap<string, string> = new Map([
  ["cn¥", "CNY"],
  ["jp¥", "JPY"],
  ["e£", "EGP"],
  ["ie£", "IEP"],
  ["ir£", "IEP"],
  ["gh₵", "GHS"],
  ["gh¢", "GHS"],
]);

/** Letters before an amount. The value is a code, or the name of a currency that several countries have. */
export const LETTERS: ReadonlyMap<string, string> = new Map([
  ["rs", "rupee"],
  ["re", "rupee"],
  ["inr", "INR"],
  ["rm", "MYR"],
  ["rp", "IDR"],
  ["tk", "BDT"],
  ["sr", "SAR"],
  ["qr", "QAR"],
  ["dh", "AED"],
  ["dhs", "AED"],
  ["ksh", "KES"],
  ["kshs", "KES"],
  ["ush", "UGX"],
  ["tsh", "TZS"],
  ["rmb", "CNY"],
  ["sfr", "CHF"],
  ["fcfa", "XOF"],
  ["dlrs", "USD"],
  ["nis", "ILS"],
  ["php", "PHP"],
  ["kr", "crown"],
  ["zł", "PLN"],
  ["kč", "CZK"],
  ["shs", "shilling"],
  ["sh", "shilling"],
  ["rupee", "rupee"],
  ["rupees", "rupee"],
  ["euro", "EUR"],
]);

/** Capital letters that stand for a currency only before what looks like an amount; single ones only right before it. */
export const CAPITALS: ReadonlyMap<string, string> = new Map([
  ["n", "NGN"],
  ["r", "ZAR"],
  ["p", "PHP"],
  ["k", "kwacha"],
  ["l", "HNL"],
  ["q", "GTQ"],
  ["le", "EGP"],
  ["jd", "JOD"],
  ["kd", "KWD"],
  ["bd", "BHD"],
  ["zk", "ZMW"],
  ["ll", "LBP"],
  ["ro", "OMR"],
  ["gh", "GHS"],
  ["ghc", "GHS"],
  ["cfa", "cfa franc"],
  ["sfr", "CHF"],
  ["fr", "franc"],
  ["bs", "bolívar"],
]);

/** Names beyond those of CLDR. The value is a code, or the name of a currency that several countries have. */
export const OTHER_NAMES: ReadonlyMap<string, string> = new Map(
  (
    [
      ["dollar", "buck bucks dlr dlrs"],
      ["USD", "american_dollar american_dollars greenbacks"],
      ["TWD", "taiwan_dollars taiwan_dollar taiwanese_dollars"],
      ["HKD", "hk_dollar hk_dollars"],
      ["ZWL", "zimbabwe_dollar zimbabwe_dollars"],
      ["AUD", "aussie_dollar aussie_dollars"],
      ["GBP", "quid pounds_sterling pound_sterling sterling uk_pounds"],
      ["BRL", "reais"],
      ["CNY", "renminbi rmb chinese_renminbi"],
      ["SEK", "kronor swedish_crown swedish_crowns"],
      ["NOK", "norwegian_crown norwegian_crowns"],
      ["DKK", "danish_crown danish_crowns"],
      ["CZK", "czech_crown czech_crowns kč"],
      ["ISK", "icelandic_crown icelandic_crowns icelandic_kronas"],
      ["crown", "crown crowns kr kronas krone kroner"],
      ["RUB", "rouble roubles russian_rouble russian_roubles"],
      ["BYN", "belarusian_rouble belarusian_roubles"],
      ["KRW", "korean_won"],
      ["AED", "emirati_dirham emirati_dirhams dhs"],
      ["cfa franc", "cfa cfa_franc cfa_francs fcfa"],
      ["colón", "colones colons"],
      ["bolívar", "bolivar bolivars bolivares bolívares"],
      ["PLN", "zł zlotych złoty"],
      ["ILS", "nis new_shekels new_shekel israeli_shekels israeli_shekel israeli_sheckles"],
      ["QAR", "quatari_riyals quatari_riyal"],
      ["TTD", "trinidad_and_tobago_dollars trinidad_and_tobago_dollar"],
      ["VND", "đồng vietnam_dong vietnamese_dongs"],
      ["PHP", "philippine_pesos"],
      ["DEM", "deutsche_mark deutsche_marks deutschemark deutschemarks deutschmark deutschmarks"],
      ["ITL", "lire italian_lire"],
      ["TRY", "turkish_liras turkish_lire"],
      ["lira", "liras"],
      ["rupee", "rs"],
      ["bitcoin", "bitcoin bitcoins btc"],
    ] as const
  ).flatMap(([meaning, names]) => names.split(" ").map((name) => [name.replaceAll("_", " "), meaning] as const)),
);

/** Hundredths. The value is what they are hundredths of: a code, or the name of a currency. */
export const HUNDREDTHS: ReadonlyMap<string, string> = new Map([
  ["cent", "dollar"],
  ["cents", "dollar"],
  ["pence", "GBP"],
  ["penny", "penny"],
  ["pennies", "penny"],
  ["paise", "INR"],
  ["kopecks", "RUB"],
  ["kopeks", "RUB"],
]);

/** Tenths, likewise. */
export const TENTHS: ReadonlyMap<string, string> = new Map([
  ["dime", "USD"],
  ["dimes", "USD"],
]);

/** Letters that stand for a currency only where a no-break space binds them to the amount: feet and garlands otherwise. */
export const BOUND_LETTERS: ReadonlyMap<string, string> = new Map([
  ["ft", "HUF"],
  ["lei", "RON"],
]);

/** Last words of the CLDR names of the currencies that share a name of another sound. */
export const GROUPS: ReadonlyMap<string, readonly string[]> = new Map([
  ["crown", ["koruna", "krona", "krone", "króna"]],
  ["yen or yuan", ["yen", "yuan"]],
]);

/** Words for countries and their people that CLDR does not have, by currency. */
export const MORE_WORDS: ReadonlyMap<string, readonly string[]> = new Map([
  ["USD", ["america", "american"]],
  ["GBP", ["britain", "uk", "england"]],
  ["EGP", ["cairo"]],
  ["CNY", ["beijing"]],
  ["JPY", ["tokyo"]],
  ["INR", ["delhi"]],
  ["PKR", ["islamabad"]],
]);

/** What a bare name stands for where nothing in the article says otherwise; null if that would be a guess. */
export const USUAL: ReadonlyMap<string, string | null> = new Map([
  ["dollar", "USD"],
  ["pound", "GBP"],
  ["rupee", null],
  ["yen", "JPY"],
  ["yuan", "CNY"],
  ["won", "KRW"],
  ["euro", "EUR"],
  ["real", "BRL"],
  ["ruble", "RUB"],
  ["lira", "TRY"],
  ["rand", "ZAR"],
  ["yen or yuan", "JPY"],
  ["guilder", "NLG"],
  ["escudo", "PTE"],
]);

/** Cities of the countries whose papers mean their own dollar by "$", as datelines name them. */
export const DATELINES: ReadonlyMap<string, string> = new Map(
  (
    [
      ["AUD", "sydney melbourne brisbane perth adelaide canberra hobart darwin"],
      ["CAD", "ottawa toronto vancouver montreal calgary edmonton winnipeg halifax regina iqaluit whitehorse"],
      ["NZD", "auckland wellington christchurch dunedin"],
    ] as const
  ).flatMap(([code, cities]) => cities.split(" ").map((city) => [city, code] as const)),
);
