import type { Layers } from "../../layers.ts";
import type { Words } from "../../words.ts";
import { candidatesFor, type Unit, usual } from "./currency.ts";

/** The currency of an amount, and what decided it. */
export interface Currency {
  readonly currency: string | null;
  readonly currencyFrom: string | null;
}

/** Currencies of the countries whose papers write a bare "$", "Rs" or "peso" for their own, by the ending of their URLs. */
const HOME: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dollar: { au: "AUD", ca: "CAD", nz: "NZD", sg: "SGD", hk: "HKD", jm: "JMD", fj: "FJD" },
  rupee: { in: "INR", pk: "PKR", lk: "LKR", np: "NPR", mu: "MUR" },
  peso: { mx: "MXN", ph: "PHP", ar: "ARS", cl: "CLP", co: "COP" },
};

/**
 * Decides between the currencies that share a name: by the country that the article's URL ends in, then (but for
 * dollars, which the world over mean American ones) by the country that the article speaks of most, then by custom.
 * Returns a function that remembers its answers.
 */
export function currencyFinder(article: Layers["article"], words: Words): (unit: Unit) => Currency {
  const answers = new Map<string, Currency>();
  return ({ code, shared, from }) => {
    if (shared === null) return { currency: code, currencyFrom: code && from };
    const known = answers.get(shared) ?? decide(shared, article.url, words);
    answers.set(shared, known);
    return known.currencyFrom ? known : { ...known, currencyFrom: known.currency && from };
  };
}

function decide(shared: string, url: string | null, words: Words): Currency {
  const home = HOME[shared]?.[ending(url)];
  if (home) return { currency: home, currencyFrom: "article" };
  const named = shared === "dollar" ? null : mostNamed(shared, words);
  return named ? { currency: named, currencyFrom: "article" } : { currency: usual(shared), currencyFrom: null };
}

const ending = (url: string | null): string =>
  /^[a-z]+:\/\/[^/:]*\.([a-z]+)(?=[/:]|$)/i.exec(url ?? "")?.[1]?.toLowerCase() ?? "";

/** The currency whose country or adjective stands in the text most often; null if two are even. */
function mostNamed(shared: string, { lower }: Words): string | null {
  const owners = new Map(
    candidatesFor(shared).flatMap(({ code, words }) => words.map((word) => [word.split(" ").at(-1)!, code] as const)),
  );
  const counts = new Map<string, number>();
  for (const word of lower) {
    const code = owners.get(word);
    if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}
