import { createRequire } from "node:module";

/** Characters that are looked at: a language shows in the first paragraphs, and English mostly in a few lines. */
const GLANCE = 500;
const SAMPLE = 2000;
/** Fewer letters than this tell nothing. */
const FEWEST_LETTERS = 80;

/** Words that are common in English and in no other language that is written like it. */
const ENGLISH =
  /\b(?:the|and|to|that|for|with|said|from|by|are|has|have|had|this|not|were|been|which|who|will|would|their|they|but|his|he|she|it|at|as|of|on|is|be)\b/gi;
const WORD = /[\p{L}\p{M}]+/gu;

/** English news has some 30 of those words in 100; with this many there is no need to ask further … */
const SURELY_ENGLISH = 0.15;
const ENGLISH_AT_A_GLANCE = 0.2;
/** … and with this many it may be English whatever the letters say: tables, lists of names. */
const PERHAPS_ENGLISH = 0.06;

const load = createRequire(import.meta.url);

/**
 * The language of a text as a BCP 47 code (`en`, `de`, `zh`), null if it cannot be told: by common words if it is English,
 * else by the frequencies of letter triples (franc-min, 82 languages, loaded when the first such text comes).
 */
export function detectLanguage(text: string): string | null {
  const glance = englishShare(text.slice(0, GLANCE));
  if (glance !== null && glance >= ENGLISH_AT_A_GLANCE) return "en";
  const sample = text.slice(0, SAMPLE);
  const share = englishShare(sample);
  if (share === null) return null;
  if (share >= SURELY_ENGLISH) return "en";
  const [[code] = ["und"]] = load("franc-min").francAll(sample) as [string, number][];
  if (code === "und") return share >= PERHAPS_ENGLISH ? "en" : null;
  if (code === "eng" || code === "sco") return "en";
  return share >= PERHAPS_ENGLISH ? null : baseOf(code);
}

/** The share of common English words, or null if there are too few letters to tell. */
function englishShare(sample: string): number | null {
  const words = sample.match(WORD) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  return letters < FEWEST_LETTERS ? null : (sample.match(ENGLISH)?.length ?? 0) / words.length;
}

/** Names that franc-min has and Intl does not know as others. */
const ALIASES: Readonly<Record<string, string>> = { zlm: "ms" };

/** The language part of a code, as BCP 47 writes it: `en` of `en-US`, `eng` or `en_GB`; null if it is no code. */
export function baseOf(code: string): string | null {
  try {
    const { language } = new Intl.Locale(code.trim().replaceAll("_", "-"));
    return ALIASES[language] ?? language;
  } catch {
    return null; // "English", say: not a code
  }
}

const NAMES = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

/** The name of a language in English. */
export const languageName = (code: string): string => NAMES.of(code) ?? code;
