import type { PageBlock } from "./blocks.ts";

/** From this part on, a block is a link to something else. */
const LINK_ONLY = 0.75;
/** If more of the text than this is in such blocks, links are what the article consists of. */
const MOST_LINKED = 0.25;

/** Lines that publishers put around and between the paragraphs of an article. They have to match as a whole. */
const LINES: readonly RegExp[] = [
  // Invitations
  /^(?:subscribe|sign[ -]?(?:up|in)|log ?in|register|follow (?:us|me|@)|like us|join us|download (?:the|our)|click here|tap here|support (?:our|us)|donate|get (?:the|our|breaking|daily|more) .{0,60}(?:newsletter|email|alert|app|inbox|news)|want (?:more|to get)|need more space\?|listen to (?:the|this|our)|watch (?:the|this|now|live|more)\b|don['’]t miss)\b.{0,160}$/i,
  /^.{0,120}\b(?:newsletters?|free trial|breaking news (?:alerts|emails)|in your inbox|to your inbox|push notifications|subscribe (?:now|today|here|to)|sign up (?:now|today|here|for|to)|all rights reserved|terms of (?:use|service)|privacy policy|cookie policy)\b.{0,120}$/i,
  /^.{0,200}\b(?:may not be published, broadcast|contributed to this (?:report|story|article)|affiliate commission|earn a commission|views expressed)\b.{0,160}$/i,
  // Pointers to other pages
  /^(?:related|see also|read (?:more|also|next|the full)|more (?:from|on|in|about|stories|news|coverage)|also read|recommended|(?:you )?(?:may|might) also (?:like|be interested)|most (?:read|popular|viewed)|trending|top stories|what to read next|editor['’]s picks?|don['’]t miss|up next|next (?:article|story)|further reading|explore more|on [\w.]+\.com)\b\s*(?:[:»>-].{0,200}|.{0,60})$/i,
  // What stands by pictures, players and posts
  /^(?:image|photo|picture|credit|photograph|file photo|getty images?|reuters|media playback|media ?caption|video|advertisement|ad|loading|caption|close|enlarge|hide caption|toggle caption|play|slideshow|gallery|view (?:gallery|comments|all|more)|show (?:more|less|comments)|share|tweet|email|print|comments?|reply|skip|menu|search|home|facebook|twitter|whatsapp|linkedin|pinterest|reddit|copy link|story highlights|key points|story continues below.*|article continues below.*|continue reading.*|scroll (?:down|for).*|sponsored.*|promoted.*|share (?:this|on|via|with).*|leave a (?:comment|reply).*|\d+ comments?|\d+ shares?|\d+ (?:min|minute)s? read|(?:image|photo|slide) ?\d+ ?(?:of|\/).{0,8})\s*[.:|]?$/i,
  /^\(?(?:image|photo|picture|file photo|photograph|credit|image credit|photo credit|image copyright|image source|source|video)s?(?: ?(?:by|via|courtesy of|copyright|credit|source)| ?[:©])\s?.{1,120}$/i,
  /^media ?caption.{0,200}$/i,
  /^media playback is (?:un)?supported.{0,40}$/i,
  /^©.{0,160}$|^copyright\b.{0,160}$/i,
  // Addresses
  /^(?:https?:\/\/|www\.)\S+$|^\S+@\S+\.\w+$|^(?:twitter|facebook|instagram)\.com\/\S+$|^@\w{2,30}$/i,
  // Tags
  /^(?:tags?|topics?|filed under|categor(?:y|ies)|posted in|keywords)\s*:.{0,200}$/i,
];

/** Lines at the head of an article that repeat its metadata. */
const HEAD: readonly RegExp[] = [
  /^(?:first )?(?:published|posted|updated|last (?:updated|modified)|created|date)\b.{0,80}\d.{0,40}$/i,
  /^(?:by|from|written by|reporting by)\s\S.{0,80}$/i,
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?,?\s*)?(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}.{0,80}$/i,
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?,?\s*)?\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,? \d{4}.{0,60}$/i,
  /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}.{0,30}$/,
];

/** A block that says what one of this many before it said is shown twice (a caption and its enlargement, say) … */
const RECENT = 4;
/** … if it has more letters than this. */
const SHORTEST_REPEATED = 30;

/** Blocks at the head that may be metadata; after this many of running text there is none. */
const HEAD_BLOCKS = 12;

/**
 * Leaves out of a page's blocks what belongs to the page and not to the article: invitations, pointers to other pages,
 * labels of pictures, metadata that is repeated, headings with nothing under them. `title` and `byline` are the
 * article's, null if unknown.
 */
export function withoutBoilerplate(
  blocks: readonly PageBlock[],
  { title, byline }: { readonly title: string | null; readonly byline: string | null },
): PageBlock[] {
  const linked = blocks.filter((block) => isLinkOnly(block));
  const isLinkList = lengthOf(linked) > MOST_LINKED * lengthOf(blocks);
  const recent: string[] = [];
  let inHead = true;
  const kept = blocks.filter((block, index) => {
    const key = keyOf(block.text);
    if (inHead && (isRunning(block) || index >= HEAD_BLOCKS)) inHead = isByline(block.text, byline);
    if (!key || (key.length > SHORTEST_REPEATED && recent.includes(key))) return false;
    recent.push(key);
    if (recent.length > RECENT) recent.shift();
    if (block.kind === "embed") return true;
    if (!isLinkList && isLinkOnly(block)) return false;
    if (LINES.some((line) => line.test(block.text))) return false;
    if (block.kind !== "heading" && block.kind !== "paragraph") return true;
    if (title && key === keyOf(title)) return false;
    return !(inHead && (HEAD.some((line) => line.test(block.text)) || isByline(block.text, byline)));
  });
  return withoutEmptyHeadings(kept, blocks);
}

const isLinkOnly = (block: PageBlock): boolean => block.linked >= LINK_ONLY && block.kind !== "embed";

/** A paragraph that is long enough to be told from labels. */
const isRunning = ({ kind, text }: PageBlock): boolean => kind === "paragraph" && text.length > 120;

const lengthOf = (blocks: readonly PageBlock[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0);

/** A text without case, marks and spaces, to compare by. */
const keyOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

const isByline = (text: string, byline: string | null): boolean =>
  byline !== null &&
  text.length < byline.length + 20 &&
  text.length > 3 &&
  keyOf(text).replace(/^by/, "") === keyOf(byline).replace(/^by/, "");

/** Drops headings after which everything up to the next heading was left out, and those at the very end. */
function withoutEmptyHeadings(kept: readonly PageBlock[], all: readonly PageBlock[]): PageBlock[] {
  const left = new Set(kept);
  const empty = new Set<PageBlock>();
  let filled = false;
  let dropped = true;
  for (const block of all.toReversed()) {
    if (block.kind !== "heading") {
      if (left.has(block)) filled = true;
      else dropped = true;
      continue;
    }
    if (left.has(block) && !filled && dropped) empty.add(block);
    if (left.has(block)) {
      filled = false;
      dropped = false;
    }
  }
  return kept.filter((block) => !empty.has(block));
}
