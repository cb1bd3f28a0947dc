/** So many results are kept; news names the same few days again and again. */
const MOST_KEPT = 5_000;

/** The same function with its results kept by a key. It must depend on nothing but what the key says. */
export function remember<Args extends readonly unknown[], Result>(
  keyOf: (...args: Args) => string,
  work: (...args: Args) => Result,
): (...args: Args) => Result {
  const kept = new Map<string, Result>();
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
