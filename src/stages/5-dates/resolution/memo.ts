/** So many results are kept; news names the same few days again and again. */
const MOST_KEPT = 5_000;

/** The same function with its results kept by a key. It must depend on nothing but what the key says. */
export function remember<Key extends string | number, Args extends readonly unknown[], Result>(
  keyOf: (...args: Args) => Key,
  work: (...args: Args) => Result,
): (...args: Args) => Result {
  const kept = new Map<Key, Result>();
  return (...args) => {
    const key = keyOf(...args);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const result = work(...args);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, result);
    return result;
  };
}

/** The same of a function that counts from a day: the key, a number, tells the rest of what the result depends on. */
export function rememberByDay<Day extends { readonly iso: string }, Args extends readonly unknown[], Result>(
  keyOf: (...args: Args) => number,
  work: (day: Day, ...args: Args) => Result,
): (day: Day, ...args: Args) => Result {
  const days = new Map<string, Map<number, Result>>();
  let size = 0;
  return (day, ...args) => {
    let kept = days.get(day.iso);
    const key = keyOf(...args);
    const known = kept?.get(key);
    if (known !== undefined) return known;
    const result = work(day, ...args);
    if (size++ >= MOST_KEPT) {
      days.clear();
      size = 0;
    }
    kept = days.get(day.iso) ?? new Map();
    days.set(day.iso, kept.set(key, result));
    return result;
  };
}
