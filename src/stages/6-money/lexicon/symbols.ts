/** Signs that stand for one currency. "$" is left to the letters before it, and to the article. */
export const SIGNS: ReadonlyMap<string, string | null> = new Map([
  ["£", "GBP"],
  ["€", "EUR"],
  ["¥", "JPY"],
  ["￥", "JPY"],
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
  ["₿", null],
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
]);

/** One capital letter that stands for a currency only if an amount is written right behind it. */
export const CAPITALS: ReadonlyMap<string, string> = new Map([
  ["n", "NGN"],
  ["r", "ZAR"],
  ["p", "PHP"],
]);

/** Names beyond those of CLDR. The value is a code, or the name of a currency that several countries have. */
export const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ["buck", "dollar"],
  ["bucks", "dollar"],
  ["american dollar", "USD"],
  ["american dollars", "USD"],
  ["taiwan dollars", "TWD"],
  ["quid", "GBP"],
  ["pounds sterling", "GBP"],
  ["pound sterling", "GBP"],
  ["reais", "BRL"],
  ["renminbi", "CNY"],
  ["rmb", "CNY"],
  ["kronor", "SEK"],
  ["roubles", "RUB"],
  ["rouble", "RUB"],
  ["chinese renminbi", "CNY"],
  ["dlrs", "dollar"],
]);

/** Hundredths. The value is what they are hundredths of: a code, or the name of a currency. */
export const HUNDREDTHS: ReadonlyMap<string, string> = new Map([
  ["cent", "dollar"],
  ["cents", "dollar"],
  ["pence", "GBP"],
  ["penny", "GBP"],
  ["paise", "INR"],
  ["kopecks", "RUB"],
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
]);
