/** Keeps track of which curly quotes are open at a place, paragraph by paragraph. Places are asked for in text order. */
export interface QuoteBalance {
  /** The opening quotes that are open at an offset, outermost first. */
  readonly at: (offset: number) => string;
  /** Takes `mark` as standing before `next`, and goes on from there. */
  readonly add: (mark: string, next: number) => void;
  /** Goes on from an offset. */
  readonly skip: (next: number) => void;
}

/** The deepest nesting that is kept: more is no prose. */
const DEEPEST = 4;

export function createQuoteBalance(text: string): QuoteBalance {
  let open = "";
  let position = 0;
  const see = (char: string, before: string, after: string) => {
    if (char === "\n") open = "";
    else if ((char === "“" || (char === "‘" && !/\p{L}/u.test(before))) && open.length < DEEPEST) open += char;
    else if (char === "”") open = open.slice(0, Math.max(0, open.lastIndexOf("“")));
    else if (char === "’" && open.endsWith("‘") && !/\p{L}/u.test(after)) open = open.slice(0, -1);
  };
  return {
    at: (offset) => {
      for (; position < offset; position++) {
        const code = text.charCodeAt(position);
        if (code !== 0x0a && !(code >= 0x2018 && code <= 0x201d)) continue;
        see(text.charAt(position), text.charAt(position - 1), text.charAt(position + 1));
      }
      return open;
    },
    add: (mark, next) => {
      see(mark, text.charAt(next - 2), text.charAt(next));
      position = next;
    },
    skip: (next) => {
      position = next;
    },
  };
}
