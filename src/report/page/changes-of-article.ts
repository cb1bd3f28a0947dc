import type { ArticleSide, Mark, ReportArticle, ReportChange } from "../page-data.ts";
import { h } from "./elements.ts";
import { clipped, count, KIND_NAMES, VERDICT_NAMES } from "./labels.ts";
import { speakerOf, wordsOf } from "./note.ts";

/** An article as each run has it. */
export type Sides = Readonly<Record<"a" | "b", ArticleSide | null>>;

/** The classes of a mark that changed. */
export function classesOf(change: ReportChange | undefined, side: "a" | "b"): string[] {
  if (!change) return ["unchanged"];
  if (change.before === null || change.after === null) return ["changed", side === "a" ? "lost" : "added"];
  return ["changed", change.kinds.includes("detail") ? "detail" : "other"];
}

/** How an annotation differs: `old → new` of what it says, and whether that is a gain. */
export function changeNote(change: ReportChange, sides: Sides): HTMLElement {
  return h(
    "section",
    { class: "note change-note" },
    changeKicker(change),
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, h("td", {}), h("th", { scope: "col" }, "A"), h("th", { scope: "col" }, "B"))),
      h(
        "tbody",
        {},
        ...differences(change, sides).map(([name, before, after]) =>
          h(
            "tr",
            { class: before === after ? "same" : "" },
            h("th", { scope: "row" }, name),
            h("td", {}, before === null ? "—" : clipped(before, 160)),
            h("td", {}, after === null ? "—" : clipped(after, 160)),
          ),
        ),
      ),
    ),
  );
}

export const changeKicker = ({ layer, kinds, rule, verdict }: ReportChange): HTMLElement =>
  h(
    "p",
    { class: "kicker" },
    h("span", { class: "layer" }, layer),
    ...kinds.map((kind) => h("span", { class: `kind ${kind}` }, KIND_NAMES[kind])),
    verdict && h("span", { class: `verdict ${verdict}` }, VERDICT_NAMES[verdict]),
    rule && h("span", { class: "rule" }, rule),
  );

type Difference = readonly [name: string, before: string | null, after: string | null];

/** What the two sides say of an annotation; what both say the same is there only if it tells what this is about. */
export function differences({ before, after }: ReportChange, { a, b }: Sides): Difference[] {
  const [one, other] = [before === null ? null : a!.marks[before]!, after === null ? null : b!.marks[after]!];
  const of = (name: string, say: (mark: Mark, side: ArticleSide) => string | null): Difference => [
    name,
    one && say(one, a!),
    other && say(other, b!),
  ];
  const all: Difference[] = [
    of("words", (mark, side) => wordsOf(side, mark)),
    of("type", ({ type }) => type),
    of("value", ({ value }) => value),
    of("speaker", (mark, side) => (mark.layer === "quotes" ? speakerOf(side, mark) : null)),
    of("rule", ({ rule }) => rule),
    of("confidence", ({ confidence }) => confidence?.toFixed(2) ?? null),
    ...new Set(
      [...(one?.facts ?? []), ...(other?.facts ?? [])].map(([name]) => name).filter((name) => name !== "speaker"),
    ),
  ].map((item) =>
    typeof item === "string" ? of(item, ({ facts }) => facts.find(([name]) => name === item)?.[1] ?? null) : item,
  );
  return all.filter(([name, x, y]) => x !== y || name === "words");
}

/** The changes of an article, each leading to its place. */
export function changesList(
  { changes, parts, a, b }: ReportArticle,
  sides: Sides,
  names: readonly string[],
  goTo: (change: number) => void,
): HTMLElement {
  const only = a === null ? `Only in B, ${names[1]}` : b === null ? `Only in A, ${names[0]}` : null;
  const title =
    only ?? (changes.length > 0 ? count(changes.length, "change") : parts.length > 0 ? "Changed" : "No change");
  return h(
    "section",
    { class: "changes", "aria-labelledby": "changes-title" },
    h("h2", { id: "changes-title" }, title),
    parts.length > 0 && h("p", {}, `The article differs in ${parts.join(", ")}.`),
    only === null &&
      changes.length > 0 &&
      h(
        "ol",
        {},
        ...changes.map((change, index) =>
          h(
            "li",
            {},
            h(
              "button",
              { type: "button", class: "change", onclick: () => goTo(index) },
              changeKicker(change),
              changeLine(change, sides),
            ),
          ),
        ),
      ),
  );
}

/** What changed, in a line: the words, and what is said of them before and after. */
export function changeLine(change: ReportChange, sides: Sides): HTMLElement {
  const found = differences(change, sides);
  const [, before, after] = found.find(([name]) => name === "words")!;
  const words = before === null || after === null || before === after ? [(after ?? before)!] : [before, after];
  const value = found.find(([name, x, y]) => name !== "words" && (x === null) === (y === null)) ?? null;
  const arrow = (): HTMLElement => h("span", { class: "arrow" }, " → ");
  return h(
    "span",
    { class: "line" },
    h("q", {}, clipped(words[0]!, 80)),
    words[1] !== undefined && arrow(),
    words[1] !== undefined && h("q", {}, clipped(words[1], 80)),
    value && h("span", { class: "values" }, clipped(value[1] ?? "none", 60), arrow(), clipped(value[2] ?? "none", 60)),
  );
}
