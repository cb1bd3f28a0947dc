import type { TokenColumns } from "./layers.ts";
import { lowerBound } from "./span.ts";

/** Something worked out from an article's text and tokens. */
export interface View<T> {
  (text: string, tokens: TokenColumns): T;
  /** Spares the work where it was done on the way. */
  keep(tokens: TokenColumns, made: T): void;
}

/** The characters of every token, in order. */
export const tokenTexts: View<readonly string[]> = perArticle((text, { start, end }) => {
  const texts = new Array<string>(start.length);
  for (let i = 0; i < start.length; i++) texts[i] = text.slice(start[i], end[i]);
  return texts;
});

/** The same in lower case. */
export const lowerTexts: View<readonly string[]> = perArticle((text, tokens) =>
  tokenTexts(text, tokens).map((word) => word.toLowerCase()),
);

/** Works out a view of an article's tokens when a stage first asks for it, and keeps it as long as those tokens live. */
export function perArticle<T>(workOut: (text: string, tokens: TokenColumns) => T): View<T> {
  const views = new WeakMap<TokenColumns, T>();
  const keep = (tokens: TokenColumns, made: T): void => void views.set(tokens, made);
  const view = (text: string, tokens: TokenColumns): T => {
    const known = views.get(tokens);
    if (known !== undefined) return known;
    const made = workOut(text, tokens);
    keep(tokens, made);
    return made;
  };
  return Object.assign(view, { keep });
}

/** Index of the first token that ends after `offset`: the one it is in, or else the next. */
export const tokenFrom = (tokens: TokenColumns, offset: number): number =>
  lowerBound(tokens.end.length, (i) => tokens.end[i]! <= offset);
