import type { Reading } from "../../tagger/reading.ts";
import { Trait } from "../../tagger/spellings.ts";
import { inSentence, type Range } from "./names.ts";

const CURRENCIES = new Set(
  "dollar,dollars,cent,cents,franc,francs,crown,crowns,krona,kronor,krone,kroner,pound,pounds,shilling,shillings,peso,pesos,rupee,rupees,rand,real,reais,riyal,riyals,rial,rials,dinar,dinars,dirham,dirhams,lira,liras,yen,yuan,won,baht,ringgit,rupiah,ruble,rubles,rouble,roubles,naira,cedi,cedis,birr,taka".split(
    ",",
  ),
);
const SCALES = new Set("thousand,million,billion,trillion,lakh,crore,m,bn,mn".split(","));
const ZONES = new Set(
  "EST,EDT,ET,CST,CDT,CT,MST,MDT,MT,PST,PDT,PT,GMT,UTC,BST,CET,CEST,EET,IST,JST,AEST,AEDT".split(","),
);
const HALVES = new Set("am,pm,a.m.,p.m.,hrs,hours,noon,midnight".split(","));

/** True of what is part of an amount of money or a time, and no name there: "700,000 Swiss francs", "7:15 AM EST". */
export function isUnit(reading: Reading, { first, last }: Range): boolean {
  const { word } = reading;
  if (!inSentence(reading, first, first - 1)) return false;
  const { lower, traits } = word[first - 1]!;
  const isCounted = (traits & Trait.digitFirst) !== 0;
  if (last - first === 1 && ZONES.has(word[first]!.text)) return isCounted || HALVES.has(lower);
  return (isCounted || SCALES.has(lower)) && inSentence(reading, first, last) && CURRENCIES.has(word[last]!.lower);
}
