const names = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Elements without content. */
export const VOID = names("area base basefont br col embed frame hr img input link meta param source track wbr");

/** What every page has once, whether it writes it or not. */
export const FRAME = names("html head body");

/** Elements whose content is no text of the article: code, controls, drawings, other documents. */
export const NEVER_TEXT = names(
  "script style noscript template svg math iframe object applet canvas audio video map select textarea button datalist dialog nav xmp noembed noframes",
);

/** Elements that stand by themselves: what is in them is a paragraph or more. */
export const BLOCK = names(
  "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main ol p pre section summary table tbody td tfoot th thead tr ul",
);

const HEADINGS = names("h1 h2 h3 h4 h5 h6");

/** True if a start tag of `name` ends an open `open` without an end tag of its own, as HTML has it. */
export function closes(name: string, open: string): boolean {
  if (open === "p") return BLOCK.has(name);
  if (open === "li") return name === "li";
  if (open === "dt" || open === "dd") return name === "dt" || name === "dd";
  if (open === "td" || open === "th") return name === "td" || name === "th" || name === "tr" || name === "tbody";
  if (open === "tr") return name === "tr" || name === "tbody" || name === "tfoot";
  if (HEADINGS.has(open)) return HEADINGS.has(name);
  return false;
}
