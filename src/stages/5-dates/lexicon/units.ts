import type { Unit } from "../meaning.ts";

/** Words for units of time. */
export const UNITS: ReadonlyMap<string, Unit> = new Map([
  ["second", "second"],
  ["seconds", "second"],
  ["minute", "minute"],
  ["minutes", "minute"],
  ["hour", "hour"],
  ["hours", "hour"],
  ["day", "day"],
  ["days", "day"],
  ["weekend", "weekend"],
  ["weekends", "weekend"],
  ["week", "week"],
  ["weeks", "week"],
  ["month", "month"],
  ["months", "month"],
  ["quarter", "quarter"],
  ["quarters", "quarter"],
  ["year", "year"],
  ["years", "year"],
  ["decade", "decade"],
  ["decades", "decade"],
  ["century", "century"],
  ["centuries", "century"],
  ["millennium", "millennium"],
]);

/** TIMEX3's letters for units in a duration, before the number's sign: `PT` for times of day. */
const CODES: Readonly<Record<Unit, readonly [prefix: string, letter: string]>> = {
  second: ["PT", "S"],
  minute: ["PT", "M"],
  hour: ["PT", "H"],
  day: ["P", "D"],
  weekend: ["P", "WE"],
  week: ["P", "W"],
  month: ["P", "M"],
  quarter: ["P", "Q"],
  year: ["P", "Y"],
  decade: ["P", "DE"],
  century: ["P", "CE"],
  millennium: ["P", "ML"],
};

/** Decades and longer are counted in years, as TimeBank does ("two decades" is P20Y). */
const IN_YEARS: Readonly<Partial<Record<Unit, number>>> = { decade: 10, century: 100, millennium: 1000 };

const HALVES: Readonly<Partial<Record<Unit, string>>> = { year: "6M", hour: "T30M", minute: "30S" };

/** A TIMEX3 duration; `amount` null is "some". Half a year and half an hour are written in whole smaller units. */
export function durationOf(unit: Unit, amount: number | null): string {
  const [prefix, letter] = CODES[unit];
  if (amount === null) return `${prefix}X${letter}`;
  const years = IN_YEARS[unit];
  if (years) return `P${amount * years}Y`;
  const whole = Math.trunc(amount);
  const half = amount - whole === 0.5 ? HALVES[unit] : undefined;
  if (!half) return `${prefix}${amount}${letter}`;
  return whole ? `${prefix}${whole}${letter}${half.replace("T", "")}` : `P${half.replace(/^(?=\d+S)/, "T")}`;
}
