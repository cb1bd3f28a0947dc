import { meantBy } from "../../windows-1252.ts";
import type { Change } from "./change.ts";

/** The character entities of HTML 4 (w3.org/TR/html401/sgml/entities.html) that text has, and `apos` of XML. */
const NAMED = new Map<string, string>();

const inOrder = (from: number, names: string): void => {
  for (const [i, name] of names.split(/\s+/).entries()) NAMED.set(name, String.fromCharCode(from + i));
};
inOrder(
  0xa0,
  `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro
  para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave
  Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc
  Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc
  iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`,
);
inOrder(
  0x391,
  "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho _ Sigma Tau Upsilon Phi Chi Psi Omega",
);
inOrder(
  0x3b1,
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega",
);
for (const pair of (
  "quot\" lt< gt> apos' OEligŒ oeligœ Scaronš scaronš Yumlÿ fnofƒ circˆ tilde˜ ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ " +
  "rdquo” bdquo„ dagger† Dagger‡ bull• hellip… permil‰ prime′ Prime″ lsaquo‹ rsaquo› euro€ trade™ larr← uarr↑ rarr→ " +
  "darr↓ harr↔ minus− ne≠ le≤ ge≥ asymp≈ infin∞ radic√ part∂ sum∑ prod∏ int∫ loz◊ frasl⁄ oline‾ spades♠ clubs♣ " +
  "hearts♥ diams♦"
).split(" "))
  NAMED.set(pair.slice(0, -1), pair.slice(-1));
NAMED.set("Scaron", "Š").set("Yuml", "Ÿ").delete("_");
for (const [name, code] of [
  ["ensp", 0x2002],
  ["emsp", 0x2003],
  ["thinsp", 0x2009],
  ["zwnj", 0x200c],
  ["zwj", 0x200d],
  ["lrm", 0x200e],
  ["rlm", 0x200f],
] as const)
  NAMED.set(name, String.fromCharCode(code));

const AMPERSAND = /(?:amp|#0{0,5}38|#[xX]0{0,5}26);/y;
const TAIL = /(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}[0-9]{0,2}));/y;

/**
 * The HTML entity that starts with the "&" at `start`, escaped once or many times over ("&amp;amp;quot;"); null if none
 * does. It takes a semicolon: "AT&T" and "R&D" are no entities.
 */
export function entityAt(text: string, start: number): Change | null {
  let end = start + 1;
  for (AMPERSAND.lastIndex = end; AMPERSAND.test(text); ) end = AMPERSAND.lastIndex;
  TAIL.lastIndex = end;
  const [tail, decimal, hex, name] = TAIL.exec(text) ?? [];
  const point = decimal ? Number.parseInt(decimal, 10) : hex ? Number.parseInt(hex, 16) : -1;
  let replacement = tail && (name ? NAMED.get(name) : printable(point));
  if (tail && replacement) end += tail.length;
  else if (end > start + 1) replacement = "&";
  if (!replacement) return null;
  return { start, end, replacement, kind: "html-entity", certain: true, reason: "an HTML entity left in the text" };
}

/** The character of a numeric entity; those of 0x80 to 0x9F mean windows-1252, as in HTML. */
function printable(point: number): string | null {
  if (point >= 0x80 && point < 0xa0) return meantBy(point);
  if (point < 0x20 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return null;
  return String.fromCodePoint(point);
}
