/**
 * How odd a piece of text looks, in points: what print does not do ("Ã" before "©", a capital after a small letter, "€"
 * between letters, one script in a word of another) costs one or more. Mojibake looks odd and what it stood for does
 * not, so the difference between the two decides. The idea of such a measure is ftfy's (Speer, doi:10.5281/zenodo.2591652),
 * the classes and points are our own.
 */
const SPACE = 0;
const DIGIT = 1;
const LOWER = 2;
const UPPER = 3;
const PUNCTUATION = 4;
const OPENING = 5;
const CLOSING = 6;
const APOSTROPHE = 7;
const DASH = 8;
const TRAILING = 9; // stands after a word or number: ™ ® © ° ² ½
const CURRENCY = 10;
const SYMBOL = 11;
const BOX = 12;
const EMOJI = 13;
const LOST = 14;
const RARE = 15; // what English news hardly ever has: control characters, phonetic letters, private use
const MARK = 16; // combining
const SCRIPTS = 20; // and above: a letter of another script

/** The scripts that mojibake is found of, by the first unit of their blocks; each has a class of its own. */
const BLOCKS: readonly (readonly [from: number, to: number, script: number])[] = [
  [0x370, 0x400, SCRIPTS],
  [0x400, 0x460, SCRIPTS + 1],
  [0x490, 0x500, SCRIPTS + 1],
  [0x530, 0x590, SCRIPTS + 2],
  [0x5b0, 0x600, SCRIPTS + 3],
  [0x600, 0x700, SCRIPTS + 4],
  [0x900, 0xe00, SCRIPTS + 5],
  [0xe00, 0xe80, SCRIPTS + 6],
  [0x10a0, 0x1100, SCRIPTS + 7],
  [0x3040, 0xa000, SCRIPTS + 8],
  [0xac00, 0xd7b0, SCRIPTS + 9],
];

function classOf(code: number): number {
  if (code < 0x80) {
    if (code >= 0x61 && code <= 0x7a) return LOWER;
    if (code >= 0x41 && code <= 0x5a) return UPPER;
    if (code >= 0x30 && code <= 0x39) return DIGIT;
    return code <= 0x20 ? SPACE : PUNCTUATION;
  }
  if (code < 0xa0) return RARE;
  if (code < 0x250 || (code >= 0x1e00 && code < 0x1f00)) return latin(code);
  for (const [from, to, script] of BLOCKS) if (code >= from && code < to) return script;
  if (code >= 0x300 && code < 0x370) return MARK;
  if (code >= 0x2000 && code < 0x2070) return general(code);
  if (code >= 0x20a0 && code < 0x20d0) return CURRENCY;
  if (code >= 0x2500 && code < 0x25a0) return BOX;
  if (code === 0x2122) return TRAILING;
  if ((code >= 0x2070 && code < 0x2c00) || (code >= 0x2c6 && code < 0x2e0)) return SYMBOL;
  if (code >= 0xd800 && code < 0xe000) return EMOJI;
  if (code >= 0x3000 && code < 0x3040) return PUNCTUATION;
  if (code >= 0xff00 && code < 0xfff0) return PUNCTUATION;
  if (code === 0xfb01 || code === 0xfb02) return LOWER;
  if (code === 0xfeff) return SPACE;
  return code === 0xfffd ? LOST : RARE;
}

const LATIN_SYMBOLS = new Map<string, number>(
  (
    [
      ["\u00a0", SPACE],
      ["«¡¿", OPENING],
      ["»", CLOSING],
      ["£¥¢€", CURRENCY],
      ["©®°²³¹ªº¼½¾", TRAILING],
      ["§±·×÷¤¦¨¬\u00ad¯´µ¶¸ƒ", SYMBOL],
    ] as const
  ).flatMap(([chars, kind]) => Array.from(chars, (char) => [char, kind] as const)),
);

function latin(code: number): number {
  const char = String.fromCharCode(code);
  const symbol = LATIN_SYMBOLS.get(char);
  if (symbol !== undefined) return symbol;
  // The letters of living languages; what is past them writes phonetics, Africa's and Pinyin.
  if (code >= 0x180 && code < 0x1e00 && !"əƏơƠƯưǍǎșȘțȚ".includes(char)) return RARE;
  if (code === 0x149 || code === 0x17f) return RARE;
  return char === char.toLowerCase() ? LOWER : UPPER;
}

function general(code: number): number {
  if (code === 0x2019) return APOSTROPHE;
  if (code === 0x201d || code === 0x203a) return CLOSING;
  if (code === 0x2018 || code === 0x201c || code === 0x201a || code === 0x201e || code === 0x2039) return OPENING;
  if (code === 0x2026 || (code >= 0x2010 && code <= 0x2015)) return DASH;
  return code === 0x202f || code === 0x2009 ? SPACE : SYMBOL;
}

/** The class of a unit; 0 stands for the end of the text. */
const kindOf = (code: number): number => (code === 0 ? SPACE : classOf(code));

const isLatin = (kind: number) => kind === LOWER || kind === UPPER;
const isLetter = (kind: number) => isLatin(kind) || kind >= SCRIPTS;

/** Points for a unit alone, with the one after it in mind. */
function alone(code: number, kind: number, next: number): number {
  if (kind === RARE) return code < 0xa0 ? 2.5 : 3;
  if (kind === LOST) return 0.3;
  if (code === 0xc3 && next === 0x2019) return 1; // "a few Ã’s"
  if (code === 0xc3) return next === 0x4f || next === 0x6f || next === 0x45 ? 0.2 : 1.5; // "Ã" is of "SÃO" and hardly else
  if (code === 0xc2) return 1.5;
  if (code === 0x201a) return 0.7; // "‚", which English does not have
  if (code === 0x102) return 0.5; // "Ă"
  if (code === 0xe5) return 0.05; // "å", to tell "ĂĄ" of ISO 8859-2 ("á") from that of windows-1250
  if (kind === MARK) return 2;
  if (kind === SYMBOL) return 0.3;
  if (kind === BOX) return 0.2;
  return code === 0x152 || code === 0xff || code === 0x131 || code === 0x17d ? 0.5 : 0;
}

/** Points for one unit beside another. */
function beside(a: number, b: number): number {
  if (isLetter(a) && isLetter(b)) {
    if (isLatin(a) !== isLatin(b) || (a >= SCRIPTS && a !== b)) return a >= SCRIPTS + 8 || b >= SCRIPTS + 8 ? 1.5 : 3;
    return a === LOWER && b === UPPER ? 1.5 : 0;
  }
  if (isLetter(a)) {
    if (b === OPENING || b === SYMBOL || b === BOX) return 1.5;
    if (b === CURRENCY) return 1.2;
    return a >= SCRIPTS && b === DIGIT ? 0.5 : 0;
  }
  if (isLetter(b)) {
    if (a === SYMBOL && b === SCRIPTS) return 0; // "√π"
    if (a === TRAILING || a === SYMBOL) return 1.5;
    if (a === BOX) return 1;
    if (a === CURRENCY || a === CLOSING) return 1;
    return b >= SCRIPTS && a === DIGIT ? 1 : 0;
  }
  const odd = (kind: number) => kind === SYMBOL || kind === CURRENCY || kind === TRAILING;
  if ((odd(a) && b >= OPENING && b <= CURRENCY) || (odd(b) && a >= OPENING && a <= CURRENCY)) return 0.4;
  return a === MARK && b === SPACE ? 0.5 : 0;
}

/** The strangeness of `text`, with the units (0 for none) that stand before and after it. */
export function strangeness(text: string, before: readonly [number, number], after: number): number {
  let points = 0;
  let [last, lastKind] = [before[1], kindOf(before[1])];
  let beforeThat = kindOf(before[0]);
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : after;
    const kind = kindOf(code);
    points += beside(lastKind, kind);
    if (beforeThat === UPPER && lastKind === UPPER && kind === LOWER && last !== 0) points += 1;
    if (lastKind >= SCRIPTS && lastKind < SCRIPTS + 2 && kind === lastKind && isUpper(code) && !isUpper(last))
      points += 1.5;
    if (i < text.length) points += alone(code, kind, i + 1 < text.length ? text.charCodeAt(i + 1) : after);
    // One letter of another script by itself is a symbol at best.
    if (lastKind >= SCRIPTS && beforeThat !== lastKind && kind !== lastKind && beforeThat !== SYMBOL) points += 1.2;
    beforeThat = lastKind;
    [last, lastKind] = [code, kind];
  }
  return points;
}

/** Whether a Greek or Cyrillic letter is a capital. */
const isUpper = (code: number): boolean =>
  (code >= 0x386 && code < 0x3ac && code !== 0x390) || (code >= 0x400 && code < 0x430);
