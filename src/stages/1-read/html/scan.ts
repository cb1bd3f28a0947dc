import { createRequire } from "node:module";
import { closes, FRAME, NEVER_TEXT, VOID } from "./elements.ts";

/** What a page's tags say, in the order they stand. */
export interface Page {
  /** The page without scripts and styles, in balanced tags that nest no deeper than `MOST_DEPTH`. */
  readonly html: string;
  /** How many elements and character references `html` has. */
  readonly elements: number;
  /** `name` or `property` (in lower case) and `content` of each `<meta>`. */
  readonly metas: readonly (readonly [name: string, content: string])[];
  /** The contents of `<script type="application/ld+json">`. */
  readonly jsonLd: readonly string[];
  /** Elements that carry a date for machines: what is in `datetime` or `content`, and what `itemprop` says of it. */
  readonly times: readonly { readonly value: string; readonly published: boolean }[];
  readonly title: string;
  readonly language: string | null;
  readonly canonical: string | null;
  readonly letters: Letters;
}

/** The visible characters of a page's text, white space left out, each with its place in the source. */
export interface Letters {
  readonly text: string;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
}

/**
 * Browsers flatten what nests deeper than some limit (Blink's is 512); Readability's time grows with the square of the
 * depth and more, and news pages stay below 40.
 */
const MOST_DEPTH = 64;

/** Attributes that tell the article from the rest of the page; the others are left out. */
const KEPT = new Set(
  "class id style hidden role rel href itemprop itemtype aria-hidden aria-modal data-testid data-component".split(" "),
);

/** Longer attributes are for machines. */
const LONGEST_ATTRIBUTE = 1000;

const ESCAPED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => ESCAPED[char]!);

const load = createRequire(import.meta.url);

/** Goes through a page once, in linear time whatever it holds. Offsets are UTF-16 code units of `source`. */
export function scanPage(source: string): Page {
  const { Tokenizer } = load("htmlparser2") as typeof import("htmlparser2");
  const scanner = new Scanner(source);
  const tokenizer = new Tokenizer({}, scanner);
  tokenizer.write(source);
  tokenizer.end();
  return scanner.page();
}

/** Receives htmlparser2's tokens. The names of its methods are htmlparser2's. */
class Scanner {
  readonly #source: string;
  readonly #out: string[] = [];
  #elements = 0;
  readonly #metas: [string, string][] = [];
  readonly #jsonLd: string[] = [];
  readonly #times: { value: string; published: boolean }[] = [];
  readonly #titleParts: string[] = [];
  #inTitle = false;
  #language: string | null = null;
  #canonical: string | null = null;
  readonly #letters: string[] = [];
  #start = new Uint32Array(1024);
  #end = new Uint32Array(1024);
  #count = 0;

  /** Elements that are open in `#out`, and how many there are of each name. */
  readonly #open: string[] = [];
  readonly #openCounts = new Map<string, number>();
  /** Elements too deep to be written, by name: their end tags close nothing. */
  readonly #flattened = new Map<string, number>();
  /** The element whose content is left out, and how many of its name nest in it. */
  #skipping: { name: string; depth: number; jsonLd: string[] | null } | null = null;

  #name = "";
  #attributes = new Map<string, string>();
  #attribute = "";
  #value: string[] = [];
  #textEnd = 0;

  constructor(source: string) {
    this.#source = source;
  }

  page(): Page {
    while (this.#open.length > 0) this.#close();
    const title = this.#titleParts.join("").slice(0, LONGEST_ATTRIBUTE).replace(/\s+/g, " ").trim();
    return {
      html: `<html><head><title>${escaped(title)}</title></head><body>${this.#out.join("")}</body></html>`,
      elements: this.#elements,
      metas: this.#metas,
      jsonLd: this.#jsonLd,
      times: this.#times,
      title,
      language: this.#language,
      canonical: this.#canonical,
      letters: {
        text: this.#letters.join(""),
        start: this.#start.subarray(0, this.#count),
        end: this.#end.subarray(0, this.#count),
      },
    };
  }

  ontext(start: number, end: number): void {
    this.#textEnd = end;
    this.#text(this.#source.slice(start, end), start, end);
  }

  ontextentity(codepoint: number, end: number): void {
    this.#text(String.fromCodePoint(codepoint), this.#textEnd, end);
    this.#textEnd = end;
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.#textEnd = end - endOffset;
    this.#text(this.#source.slice(start, end - endOffset), start, end - endOffset);
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#source.slice(start, Math.min(end, start + 40)).toLowerCase();
    this.#attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.#attribute = end - start > 40 ? "" : this.#source.slice(start, end).toLowerCase();
    this.#value = [];
  }

  onattribdata(start: number, end: number): void {
    this.#value.push(this.#source.slice(start, end));
  }

  onattribentity(codepoint: number): void {
    this.#value.push(String.fromCodePoint(codepoint));
  }

  onattribend(): void {
    if (this.#attribute && !this.#attributes.has(this.#attribute))
      this.#attributes.set(this.#attribute, this.#value.join(""));
  }

  onopentagend(end: number): void {
    this.#textEnd = end + 1;
    const name = this.#name;
    const skipping = this.#skipping;
    if (skipping) {
      if (name === skipping.name) skipping.depth++;
      return;
    }
    this.#learn(name);
    if (FRAME.has(name)) return;
    if (name === "title") this.#inTitle = true;
    else if (NEVER_TEXT.has(name)) {
      const isJsonLd = name === "script" && /ld\+json/i.test(this.#attributes.get("type") ?? "");
      this.#skipping = { name, depth: 1, jsonLd: isJsonLd ? [] : null };
    } else if (VOID.has(name)) {
      if (name === "br" || name === "hr" || name === "img") {
        this.#out.push(`<${name}>`);
        this.#elements++;
      }
    } else this.#openElement(name);
  }

  onselfclosingtag(end: number): void {
    const name = this.#name;
    this.onopentagend(end);
    // In HTML the slash means nothing; only foreign content, which is skipped, honours it.
    if (this.#skipping?.name === name && name !== "script") this.onclosetag(end - 1 - name.length, end - 1, name);
  }

  onclosetag(start: number, end: number, given?: string): void {
    const name = given ?? this.#source.slice(start, Math.min(end, start + 40)).toLowerCase();
    const skipping = this.#skipping;
    const close = this.#source.indexOf(">", end);
    this.#textEnd = close < 0 ? this.#source.length : close + 1;
    if (skipping) {
      if (name !== skipping.name || --skipping.depth > 0) return;
      if (skipping.jsonLd) this.#jsonLd.push(skipping.jsonLd.join(""));
      this.#skipping = null;
      return;
    }
    if (name === "title") {
      this.#inTitle = false;
      return;
    }
    const flattened = this.#flattened.get(name) ?? 0;
    if (flattened > 0) {
      this.#flattened.set(name, flattened - 1);
      return;
    }
    if (!this.#openCounts.get(name)) return;
    while (this.#open.at(-1) !== name) this.#close();
    this.#close();
  }

  onend(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  #text(text: string, start: number, end: number): void {
    if (this.#skipping) {
      this.#skipping.jsonLd?.push(text);
      return;
    }
    if (this.#inTitle) this.#titleParts.push(text);
    else {
      const html = text.replace(/[&<>]/g, (char) => ESCAPED[char]!);
      this.#out.push(html);
      this.#elements += Math.ceil((html.length - text.length) / 4); // each reference becomes a node of its own in linkedom
      this.#collect(text, start, end);
    }
  }

  /** Notes where each visible character stands. An entity's characters all stand where the entity stands. */
  #collect(text: string, start: number, end: number): void {
    const literal = end - start === text.length;
    if (this.#count + text.length > this.#start.length) this.#grow(text.length);
    let from = 0;
    for (let i = 0; i <= text.length; i++) {
      if (i < text.length && !isSpace(text.charCodeAt(i))) {
        this.#start[this.#count] = literal ? start + i : start;
        this.#end[this.#count++] = literal ? start + i + 1 : end;
        continue;
      }
      if (i > from) this.#letters.push(text.slice(from, i));
      from = i + 1;
    }
  }

  #grow(by: number): void {
    const size = Math.max(this.#start.length * 2, this.#count + by);
    const [start, end] = [new Uint32Array(size), new Uint32Array(size)];
    start.set(this.#start);
    end.set(this.#end);
    this.#start = start;
    this.#end = end;
  }

  #openElement(name: string): void {
    while (this.#open.length > 0 && closes(name, this.#open.at(-1)!)) this.#close();
    if (this.#open.length >= MOST_DEPTH) {
      this.#flattened.set(name, (this.#flattened.get(name) ?? 0) + 1);
      return;
    }
    const attributes = [...this.#attributes]
      .filter(([key, value]) => KEPT.has(key) && value.length <= LONGEST_ATTRIBUTE)
      .map(([key, value]) => ` ${key}="${escaped(value)}"`);
    this.#out.push(`<${name}${attributes.join("")}>`);
    this.#open.push(name);
    this.#openCounts.set(name, (this.#openCounts.get(name) ?? 0) + 1);
    this.#elements++;
  }

  #close(): void {
    const name = this.#open.pop()!;
    this.#openCounts.set(name, this.#openCounts.get(name)! - 1);
    this.#out.push(`</${name}>`);
  }

  /** Takes down what the tag says of the page. */
  #learn(name: string): void {
    const given = this.#attributes;
    const content = given.get("content") ?? given.get("datetime");
    const property = given.get("itemprop")?.toLowerCase() ?? "";
    if (name === "html") this.#language ??= given.get("lang") ?? given.get("xml:lang") ?? null;
    if (name === "link" && /(?:^|\s)canonical(?:\s|$)/i.test(given.get("rel") ?? ""))
      this.#canonical ??= given.get("href") ?? null;
    if (name === "meta" && content !== undefined)
      for (const key of [given.get("property"), given.get("name"), given.get("itemprop"), given.get("http-equiv")])
        if (key) this.#metas.push([key.toLowerCase().trim(), content]);
    if (content && (name === "time" || property.includes("date")))
      this.#times.push({ value: content, published: property.includes("datepublished") || given.has("pubdate") });
  }
}

const isSpace = (code: number): boolean =>
  code <= 32 || code === 0xa0 || (code >= 0x2000 && /\s/.test(String.fromCharCode(code)));
