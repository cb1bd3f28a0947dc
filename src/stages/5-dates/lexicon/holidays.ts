/** How the day of a holiday is found: a fixed day, a weekday counted in its month, or days from Easter Sunday. */
export type Reckoning =
  | { readonly month: number; readonly day: number }
  /** The `nth` such weekday (1 is Monday) of the month, -1 the last; `plus` days after it. */
  | { readonly month: number; readonly weekday: number; readonly nth: number; readonly plus?: number }
  | { readonly easter: number };

const on = (month: number, day: number): Reckoning => ({ month, day });
const nth = (n: number, weekday: number, month: number, plus = 0): Reckoning => ({ month, weekday, nth: n, plus });
const fromEaster = (easter: number): Reckoning => ({ easter });

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
]);
