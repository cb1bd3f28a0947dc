/**
 * Damages sound articles as mix-ups do, repairs them, and counts what came back: a measure of repair on text that it was
 * not made with. The articles are the `text` of JSONL files.
 *
 *   npm run --silent build && node dist/bench/damage.js FILE...
 */
import { readFileSync } from "node:fs";
import { changed } from "../src/stages/2-repair/change.ts";
import { ENCODINGS } from "../src/stages/2-repair/encodings.ts";
import { findDamage } from "../src/stages/2-repair/find.ts";

type Damage = (text: string) => string;

/** Reads the UTF-8 of a text in an encoding; `missing` makes something of the bytes that the encoding lacks. */
const readAs = (name: string, missing: (byte: number) => string): Damage => {
  const { chars } = ENCODINGS.find((encoding) => encoding.name === name)!;
  const table = Array.from({ length: 256 }, (_, byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : (chars[byte - 0x80] ?? missing(byte)),
  );
  return (text) => Array.from(Buffer.from(text, "utf8"), (byte) => table[byte]).join("");
};
const control = (byte: number) => String.fromCharCode(byte);
const without =
  (what: RegExp, sign = ""): Damage =>
  (text) =>
    text.replace(what, sign);
const both =
  (first: Damage, second: Damage): Damage =>
  (text) =>
    second(first(text));
const latin1: Damage = (text) => Buffer.from(text, "utf8").toString("latin1");

const DAMAGES: Readonly<Record<string, Damage>> = {
  ...Object.fromEntries(ENCODINGS.map(({ name }) => [name, readAs(name, control)])),
  "latin-1": latin1,
  "windows-1252 twice": both(readAs("windows-1252", control), readAs("windows-1252", control)),
  "windows-1252, lacking bytes dropped": readAs("windows-1252", () => ""),
  "windows-1252, lacking bytes as U+FFFD": readAs("windows-1252", () => "\ufffd"),
  "windows-1252, no-break spaces made spaces": both(readAs("windows-1252", control), without(/\u00a0/g, " ")),
  "windows-1250, lacking bytes dropped": readAs("windows-1250", () => ""),
  "windows-1251, lacking bytes dropped": readAs("windows-1251", () => ""),
  "windows-1253, lacking bytes dropped": readAs("windows-1253", () => ""),
  "iso-8859-7, controls dropped": both(readAs("iso-8859-7", control), without(/[\u0080-\u009f]/g)),
  "latin-1, controls dropped": both(latin1, without(/[\u0080-\u009f]/g)),
  "windows-1252, then latin-1 with ?": both(readAs("windows-1252", control), without(/[^\u0000-\u00ff]/g, "?")),
  "curly punctuation as ?": without(/[‘’“”–—…]/g, "?"),
  "curly punctuation as U+FFFD": without(/[‘’“”–—…]/g, "\ufffd"),
};

const all = process.argv
  .slice(2)
  .flatMap((file) => readFileSync(file, "utf8").split("\n").filter(Boolean))
  .map((line) => JSON.parse(line).text as string)
  .filter((text) => /[‘’“”–—…à-ÿ]/.test(text) && findDamage(text).length === 0);
const articles = all.slice(0, Number(process.env.ARTICLES ?? 400));
const shown = process.env.SHOW;

console.log(`${"damage".padEnd(44)} ${"right".padStart(7)} ${"wrong".padStart(7)} ${"left".padStart(7)}   texts whole`);
for (const [name, damage] of Object.entries(DAMAGES)) {
  const counts = { right: 0, wrong: 0, left: 0, whole: 0 };
  for (const text of articles) {
    const repaired = changed(damage(text), findDamage(damage(text)));
    if (repaired === text) counts.whole++;
    compare(text, repaired, name, counts);
  }
  const cells = [counts.right, counts.wrong, counts.left].map((n) => String(n).padStart(7)).join(" ");
  console.log(`${name.padEnd(44)} ${cells}   ${counts.whole} of ${articles.length}`);
}

/** Goes along the ASCII that both texts share, and compares what is between. */
function compare(
  text: string,
  repaired: string,
  name: string,
  counts: Record<"right" | "wrong" | "left", number>,
): void {
  let [at, last] = [0, 0];
  for (const { 0: special, index } of text.matchAll(/[^\u0000-\u007f]+/g)) {
    at += index - last;
    last = index + special.length;
    const following = text.slice(last, last + 12).split(/[^\u0000-\u007f]/)[0]!;
    const end = following === "" ? repaired.length : repaired.indexOf(following, at);
    if (end < 0) return;
    const got = repaired.slice(at, end);
    const verdict = got === special ? "right" : /^[‘’“”–—…\s]+$/.test(got) ? "wrong" : "left";
    counts[verdict]++;
    if (verdict !== "right" && name === shown)
      console.log(
        JSON.stringify([
          verdict,
          text.slice(Math.max(0, index - 25), index),
          special,
          got,
          text.slice(last, last + 20),
        ]),
      );
    at = end;
  }
}
