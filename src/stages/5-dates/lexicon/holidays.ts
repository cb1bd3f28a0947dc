import { FEASTS } from "./feasts.ts";

/**
 * How the day of a holiday is found: a fixed day, a weekday counted in its month, days from Easter Sunday, or all the days
 * that it fell and falls on, as ISO.
 */
export type Reckoning =
  | { readonly month: number; readonly day: number }
  /** The `nth` such weekday (1 is Monday) of the month, -1 the last; `plus` days after it. */
  | { readonly month: number; readonly weekday: number; readonly nth: number; readonly plus?: number }
  | { readonly easter: number }
  | { readonly days: readonly string[]; readonly plus: number };

const on = (month: number, day: number): Reckoning => ({ month, day });
const nth = (n: number, weekday: number, month: number, plus = 0): Reckoning => ({ month, weekday, nth: n, plus });
const fromEaster = (easter: number): Reckoning => ({ easter });
const feast = (name: keyof typeof FEASTS, plus = 0): Reckoning => ({ days: FEASTS[name].split(" "), plus });

/** Holidays and named days by name in lower case, cut as words are; those of the United States where countries differ. */
export const HOLIDAYS: ReadonlyMap<string, Reckoning> = new Map([
  ["new year 's day", on(1, 1)],
  ["new year 's", on(1, 1)],
  ["new year 's eve", on(12, 31)],
  ["epiphany", on(1, 6)],
  ["martin luther king jr day", nth(3, 1, 1)],
  ["martin luther king day", nth(3, 1, 1)],
  ["groundhog day", on(2, 2)],
  ["valentine 's day", on(2, 14)],
  ["presidents day", nth(3, 1, 2)],
  ["presidents ' day", nth(3, 1, 2)],
  ["st patrick 's day", on(3, 17)],
  ["international women 's day", on(3, 8)],
  ["april fools ' day", on(4, 1)],
  ["april fool 's day", on(4, 1)],
  ["earth day", on(4, 22)],
  ["may day", on(5, 1)],
  ["cinco de mayo", on(5, 5)],
  ["mother 's day", nth(2, 7, 5)],
  ["memorial day", nth(-1, 1, 5)],
  ["juneteenth", on(6, 19)],
  ["father 's day", nth(3, 7, 6)],
  ["canada day", on(7, 1)],
  ["independence day", on(7, 4)],
  ["bastille day", on(7, 14)],
  ["labor day", nth(1, 1, 9)],
  ["columbus day", nth(2, 1, 10)],
  ["halloween", on(10, 31)],
  ["election day", nth(1, 1, 11, 1)],
  ["all saints ' day", on(11, 1)],
  ["armistice day", on(11, 11)],
  ["veterans day", on(11, 11)],
  ["remembrance day", on(11, 11)],
  ["thanksgiving", nth(4, 4, 11)],
  ["thanksgiving day", nth(4, 4, 11)],
  ["black friday", nth(4, 4, 11, 1)],
  ["cyber monday", nth(4, 4, 11, 4)],
  ["christmas", on(12, 25)],
  ["christmas day", on(12, 25)],
  ["christmas eve", on(12, 24)],
  ["boxing day", on(12, 26)],
  ["ash wednesday", fromEaster(-46)],
  ["palm sunday", fromEaster(-7)],
  ["maundy thursday", fromEaster(-3)],
  ["good friday", fromEaster(-2)],
  ["easter", fromEaster(0)],
  ["easter day", fromEaster(0)],
  ["easter sunday", fromEaster(0)],
  ["easter monday", fromEaster(1)],
  ["ascension day", fromEaster(39)],
  ["pentecost", fromEaster(49)],
  ["orthodox christmas", on(1, 7)],
  ["lunar new year", feast("lunarNewYear")],
  ["lunar new year 's day", feast("lunarNewYear")],
  ["lunar new year 's eve", feast("lunarNewYear", -1)],
  ["chinese new year", feast("lunarNewYear")],
  ["chinese new year 's day", feast("lunarNewYear")],
  ["chinese new year 's eve", feast("lunarNewYear", -1)],
  ["dragon boat festival", feast("dragonBoat")],
  ["mid - autumn festival", feast("midAutumn")],
  ["purim", feast("passover", -30)],
  ["passover", feast("passover")],
  ["shavuot", feast("passover", 50)],
  ["rosh hashanah", feast("roshHashanah")],
  ["yom kippur", feast("roshHashanah", 9)],
  ["sukkot", feast("roshHashanah", 14)],
  ["hanukkah", feast("hanukkah")],
  ["chanukah", feast("hanukkah")],
  ...["al", "ul"].flatMap((the) => [
    [`eid ${the} - fitr`, feast("eidAlFitr")] as const,
    [`eid ${the} fitr`, feast("eidAlFitr")] as const,
    [`eid ${the} - adha`, feast("eidAlAdha")] as const,
    [`eid ${the} adha`, feast("eidAlAdha")] as const,
  ]),
  // Two feasts go by that name: the near one is meant.
  ["eid", { days: [FEASTS.eidAlFitr, FEASTS.eidAlAdha].flatMap((days) => days.split(" ")), plus: 0 }],
]);

/** Feasts whose day no calendar here tells: what is written for them, and why. */
export const UNKNOWN_HOLIDAYS: ReadonlyMap<string, readonly [value: string, why: string]> = new Map([
  ["ramadan", ["XXXX-XX", "a month of a calendar with months of its own"]],
  ["diwali", ["XXXX-XX-XX", "the calendar that it follows is not known here"]],
  ["deepavali", ["XXXX-XX-XX", "the calendar that it follows is not known here"]],
]);
