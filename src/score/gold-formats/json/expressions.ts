import { Big } from "big.js";
import { Decimal } from "../../../schema/money.ts";
import type { Span } from "../../../schema/span.ts";
import type { GoldDate, GoldMoney, GoldQuantity } from "../../gold.ts";
import { checkInSentence, type Reading, type Report, reporter, spanOf } from "./issues.ts";
import { quoted } from "./locate.ts";
import type { WrittenGold } from "./schema.ts";
import { timexFault, timexType } from "./timex.ts";

/** The dates in text order. */
export const readDates = (written: NonNullable<WrittenGold["dates"]>, reading: Reading): GoldDate[] =>
  placed("dates", written, reading, ({ value, type = timexType(value) ?? "DATE", mod }, report) => {
    const fault = timexFault(value, type);
    if (fault) report(fault, "see docs/dates.md for the values");
    return { type, value, mod };
  });

/** Amounts of money in text order. */
export const readMoney = (written: NonNullable<WrittenGold["money"]>, reading: Reading): GoldMoney[] =>
  placed("money", written, reading, ({ amount, min, max, currency, modifier, per }, report) => {
    checkAmount("amount", amount, min, max, report);
    if (currency !== null && !/^[A-Z]{3}$/.test(currency))
      report(`${quoted(currency)} is no ISO 4217 code`, "write three capitals, or null if it cannot be known");
    return { amount, min, max, currency, modifier, per };
  });

/** Percents, counts, ordinals and measures in text order. */
export const readQuantities = (written: NonNullable<WrittenGold["quantities"]>, reading: Reading): GoldQuantity[] =>
  placed("quantities", written, reading, ({ kind, value, min, max, unit }, report) => {
    checkAmount("value", value, min, max, report);
    if (unit === null && (kind === "percent" || kind === "measure"))
      report(`a ${kind} has a unit`, `write "unit": "${kind === "percent" ? "percent" : "kilometer"}" or another`);
    if (unit !== null && (kind === "count" || kind === "ordinal"))
      report(`a ${kind} has no unit`, "take it out, or write the kind measure");
    return { kind, value, min, max, unit };
  });

/** Reads the entries of a layer whose places are written under `text`, and sorts them by place. */
function placed<W extends { readonly text: string }, G>(
  layer: string,
  written: readonly W[],
  reading: Reading,
  read: (entry: W, report: Report) => G,
): (G & Span)[] {
  return written
    .flatMap((entry, index) => {
      const report = reporter(reading, layer, index, entry.text);
      const value = read(entry, report);
      const span = spanOf(reading.locate(entry.text), report);
      if (!span) return [];
      checkInSentence(reading, span, report);
      return [{ ...span, ...value }];
    })
    .sort((a, b) => a.start - b.start);
}

function checkAmount(name: string, value: string | null, min: string | null, max: string | null, report: Report): void {
  const parts = { [name]: value, min, max };
  let isSound = true;
  for (const [part, said] of Object.entries(parts))
    if (said !== null && !Decimal.safeParse(said).success) {
      isSound = false;
      report(`its ${part} ${quoted(said)} is no plain decimal`, `write digits as in "1350000" or "0.5"`);
    }
  if (value !== null && (min !== null || max !== null))
    report(`it has ${name} and a range`, `write either ${name}, or min and max`);
  else if (value === null && min === null)
    report(max === null ? `it has no ${name}` : "its range has no min", `write ${name}, or min and max`);
  else if (isSound && min !== null && max !== null && new Big(min).gt(max))
    report(`its min ${min} is more than its max ${max}`, "write the smaller one as min");
}

/** Reports expressions that overlap: each number is one thing. */
export function checkExpressionsApart(layers: Readonly<Record<string, readonly Span[]>>, reading: Reading): void {
  const all = Object.entries(layers)
    .flatMap(([layer, spans]) => spans.map(({ start, end }, index) => ({ layer, index, start, end })))
    .sort((a, b) => a.start - b.start);
  for (const [i, { layer, index, start, end }] of all.entries()) {
    const before = all[i - 1];
    if (before && before.end > start)
      reporter(
        reading,
        layer,
        index,
        reading.text.slice(start, end),
      )(
        `it overlaps ${quoted(reading.text.slice(before.start, before.end))} of ${before.layer}`,
        "leave one of the two, or correct where they end",
      );
  }
}
