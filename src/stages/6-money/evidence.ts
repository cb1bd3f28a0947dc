import type { Layers } from "../../layers.ts";
import { isCapital, type Words } from "../../words.ts";
import { candidatesFor, nameAt, usual } from "./currencies/names.ts";
import type { Unit } from "./currencies/unit.ts";
import { DATELINES } from "./lexicon/symbols.ts";

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
  shilling: { ke: "KES", ug: "UGX", tz: "TZS" },
  crown: { se: "SEK", no: "NOK", dk: "DKK", is: "ISK", cz: "CZK" },
};

/** Countries whose papers write a bare "$" for their own; elsewhere it has letters before it, or is American. */
const BARE: ReadonlySet<string> = new Set(["AUD", "CAD", "NZD"]);

/**
 * Decides between the currencies that share a name, by what the article says of it: the country that its URL ends in or
 * its publisher names, for dollars the dateline, then the country that the article speaks of most, then custom. Returns
 * a function that remembers its answers.
 */
export function currencyFinder(article: Layers["article"], words: Words): (unit: Unit) => Currency {
  const answers = new Map<string, Currency>();
  return ({ code, shared, from }) => {
    if (shared === null) return { currency: code, currencyFrom: code && from };
    const known = answers.get(shared) ?? decide(shared, article, words);
    answers.set(shared, known);
    return known.currencyFrom ? known : { ...known, currencyFrom: known.currency && from };
  };
}

function decide(shared: string, article: Layers["article"], words: Words): Currency {
  if (shared === "penny") return decidePenny(article, words);
  const { url, publisher } = article;
  const named =
    (shared === "dollar" ? statedDollar(words) : undefined) ??
    HOME[shared]?.[ending(url)] ??
    mostNamed(countNames(shared, publisherWords(publisher), () => true)) ??
    (shared === "dollar" ? localDollar(words) : shared === "pound" && words.text.includes("£") ? "GBP" : undefined) ??
    (shared === "dollar" ? undefined : mostNamed(countNames(shared, words.lower, (i) => isCapital(words, i))));
  // North Korea is named in many a story about sums in the South; sums of its own are in "North Korean won".
  return named && named !== "KPW"
    ? { currency: named, currencyFrom: "article" }
    : { currency: usual(shared), currencyFrom: null };
}

/** A penny is British where the article is, and else a cent. */
function decidePenny(article: Layers["article"], words: Words): Currency {
  const british = ending(article.url) === "uk" || /£|\bpence\b|\dp\b/.test(words.text);
  return british ? { currency: "GBP", currencyFrom: "article" } : decide("dollar", article, words);
}

const ending = (url: string | null): string =>
  /^[a-z]+:\/\/[^/:]*\.([a-z]+)(?=[/:]|$)/i.exec(url ?? "")?.[1]?.toLowerCase() ?? "";

const publisherWords = (publisher: string | null): readonly string[] =>
  (publisher ?? "").toLowerCase().match(/\p{L}+/gu) ?? [];

const SUMS: ReadonlySet<string> = new Set(
  "figures figure amounts amount prices sums values costs currency dollars".split(" "),
);

/** "All figures are in Australian dollars": how far the name stands behind the word for sums. */
const STATEMENT = 8;

/** The dollar that the article says its sums are in. */
function statedDollar(words: Words): string | undefined {
  const { lower } = words;
  for (let i = 1; i < lower.length; i++) {
    if (lower[i] !== "in") continue;
    const code = nameAt(words, i + 1)?.code;
    if (!code?.endsWith("D")) continue;
    for (let back = i - 1; back > i - STATEMENT && lower[back]; back--)
      if (SUMS.has(lower[back]!) && (lower[back] !== "dollars" || lower[back - 1] !== "us")) return code;
  }
  return undefined;
}

/** How far a dateline's dash or agency stands behind its city. */
const DATELINE = 8;
const AGENCIES: ReadonlySet<string> = new Set("ap reuters afp bloomberg xinhua upi dpa efe".split(" "));

/** Countries named this often, and no America beside them, say whose dollars those are. */
const OFTEN = 3;

/** The dollar of the country that an article of that country's own papers is from, by its dateline or by what it names. */
function localDollar(words: Words): string | undefined {
  const city = datelineDollar(words);
  if (city !== undefined) return city ?? undefined;
  const counts = countNames("dollar", words.lower, (i) => isCapital(words, i));
  const best = mostNamed(counts);
  if (!best || best === "USD") return undefined;
  if (marksAmericanOnly(words) && counts.get(best)! >= OFTEN) return best;
  return BARE.has(best) && !counts.has("USD") && counts.get(best)! >= OFTEN && !marks(words, best) ? best : undefined;
}

/** The dollar of the dateline; null under that of an agency, which writes for the world; undefined without one. */
function datelineDollar(words: Words): string | null | undefined {
  const { lower, text, start, end } = words;
  const most = Math.min(lower.length, 80);
  for (let i = 1; i < most; i++) {
    const code = lower[i - 1] === "" ? DATELINES.get(lower[i]!) : undefined;
    if (!code || text.slice(start[i], end[i]) !== text.slice(start[i], end[i]).toUpperCase()) continue;
    const rest = lower.slice(i + 1, i + 1 + DATELINE);
    if (rest.some((word) => AGENCIES.has(word))) return null;
    if (rest.some((word) => word === "—" || word === "–" || word === "-")) return code;
  }
  return undefined;
}

/** True if the article tells American dollars from its own ("US$5 million") and marks no others. */
const marksAmericanOnly = ({ text }: Words): boolean => text.includes("US$") && !/(?:[AC]|HK|NZ|[NS])\$/.test(text);

const SIGN_OF: Readonly<Record<string, string>> = { AUD: "A$", CAD: "C$", NZD: "NZ$" };
const marks = ({ text }: Words, code: string): boolean => text.includes(SIGN_OF[code]!);

type Owners = ReadonlyMap<string, readonly { readonly parts: readonly string[]; readonly code: string }[]>;

/** Owners of every shared name asked for, by the first word of what they are called. */
const ownersOf = new Map<string, Owners>();

function ownersFor(shared: string): Owners {
  const known = ownersOf.get(shared);
  if (known) return known;
  const owners = new Map<string, { parts: readonly string[]; code: string }[]>();
  for (const { code, words } of candidatesFor(shared))
    for (const parts of words) owners.set(parts[0]!, [...(owners.get(parts[0]!) ?? []), { parts, code }]);
  ownersOf.set(shared, owners);
  return owners;
}

/** How often the text names the countries, or their people, that have a currency of that name. */
function countNames(shared: string, lower: readonly string[], capital: (i: number) => boolean): Map<string, number> {
  const owners = ownersFor(shared);
  const counts = new Map<string, number>();
  for (let i = 0; i < lower.length; i++) {
    const named = owners.get(lower[i]!)?.find(({ parts }) => parts.every((part, j) => lower[i + j] === part));
    if (named && capital(i)) counts.set(named.code, (counts.get(named.code) ?? 0) + 1);
  }
  return counts;
}

/** The code named most often; undefined if two are even. */
function mostNamed(counts: ReadonlyMap<string, number>): string | undefined {
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}
