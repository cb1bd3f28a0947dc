import { isArticle, isHyphen, pastHyphen, type Words } from "../../../words.ts";
import { coinAt } from "../currencies/coins.ts";
import { nameAt } from "../currencies/names.ts";
import type { Unit } from "../currencies/unit.ts";
import { exact } from "../exact.ts";
import { MAGNITUDES } from "../lexicon/numerals.ts";
import { vagueAt } from "../vague.ts";
import { type Amount, scaled } from "./amount.ts";
import { isWeight } from "./other-senses.ts";

/** "hundreds of millions of dollars", "a few thousand euros", "a multimillion-pound deal". */
export function vagueAmount(words: Words, at: number): Amount | null {
  const vague = vagueAt(words, at);
  if (!vague) return null;
  const of = pastHyphen(words, vague.end); // "a trillions-of-dollars plan"
  const name = pastHyphen(words, words.lower[of] === "of" ? of + 1 : vague.end);
  const unit = coinAt(words, name) ?? nameAt(words, name);
  const weighs = unit && /^(pounds?|won|crowns?)$/.test(words.lower[unit.end - 1]!) && vague.low.lt(exact("1000"));
  if (!unit || (weighs && unit.end - unit.first === 1)) return null;
  if (/^pounds?$/.test(words.lower[unit.end - 1]!) && isWeight(words.lower, unit.end)) return null;
  return { first: vague.first, end: unit.end, low: scaled(vague.low, unit), high: null, unit, open: true };
}

/** "the million-euro fund": a magnitude and a name that a hyphen joins. */
export function bareMagnitude(words: Words, at: number): Amount | null {
  const factor = isHyphen(words.lower[at + 1]) ? MAGNITUDES.get(words.lower[at]!) : undefined;
  const unit = factor ? nameAt(words, at + 2) : null;
  if (!factor || !unit || !isLarge(factor) || isHyphen(words.lower[at - 1])) return null;
  return { first: at, end: unit.end, low: exact(factor), high: null, unit };
}

/** True of a million and more. */
const isLarge = (digits: string): boolean => digits.length > 6;

/** "a penny", "a single cent", "a dime", but no "penny whistle"; "a dollar", "a US dollar", "a euro". */
export function oneCoin(words: Words, at: number): Amount | null {
  const { lower, pos } = words;
  if (!isArticle(lower[at])) return null;
  const name = lower[at + 1] === "single" ? at + 2 : at + 1;
  const unit = coinAt(words, name) ?? oneWhole(words, at, name);
  if (!unit || /^(NOUN|PROPN)$/.test(pos[unit.end] ?? "") || isHyphen(lower[unit.end])) return null;
  return isSaying(words, unit.end) ? null : { first: at, end: unit.end, low: exact(unit.factor), high: null, unit };
}

/** Sayings: "a dime a dozen", "a penny saved is a penny earned". */
const isSaying = ({ lower }: Words, at: number): boolean =>
  /^(saved|earned)$/.test(lower[at] ?? "") || (lower[at] === "a" && lower[at + 1] === "dozen");

/** Units that are spent one at a time; of others, "a pound" is weighed and "a yen" felt. */
const WHOLE: ReadonlySet<string> = new Set(["dollar", "euro"]);

/** "a dollar" that is spent, and not what another currency is told in: "300 pesos a dollar", "yen to a dollar". */
function oneWhole(words: Words, at: number, name: number): Unit | null {
  const { lower, pos } = words;
  const unit = nameAt(words, name);
  if (!unit || !WHOLE.has(lower[unit.end - 1]!)) return null;
  const before = lower[at - 1] ?? "";
  const told = pos[at - 1] === "NUM" || RATED.has(before) || nameAt(words, at - 1) || coinAt(words, at - 1);
  return told || pos[unit.end] === "ADJ" || lower[unit.end] === "'s" ? null : unit;
}

const RATED: ReadonlySet<string> = new Set(["to", "of", "on", "against", "%", "percent"]);
