import type { ArticleSide, Mark } from "../page-data.ts";
import { h } from "./elements.ts";
import { clipped, count, ONE_OF } from "./labels.ts";

/** What can be done from a note. */
export interface NoteActions {
  /** Leads to an annotation. */
  readonly goTo: (mark: number) => void;
  /** Leads to where the speaker of a quote is named. */
  readonly goToSpeaker: (mark: number) => void;
}

/** The words that a mark stands on. */
export const wordsOf = ({ text }: ArticleSide, { places }: Mark): string =>
  places.map(([start, end]) => text.slice(start, end)).join(" … ");

/** What a mark says in one breath: for a screen reader, and to be found in a list. */
export function described(side: ArticleSide, mark: Mark): string {
  const { layer, type, value, rule, confidence, isRight } = mark;
  const speaker = layer === "quotes" ? `speaker ${speakerOf(side, mark)}` : null;
  return [
    `${ONE_OF[layer]}${type === layer ? "" : ` ${type}`}`,
    clipped(wordsOf(side, mark), 120),
    value,
    speaker,
    rule && `rule ${rule}`,
    confidence !== null && `confidence ${confidence}`,
    isRight === false && "not so in the gold",
  ]
    .filter(Boolean)
    .join(", ");
}

/** The speaker of a quote: as the text has it, and by name where that says more. */
export function speakerOf({ text, entities }: ArticleSide, { speaker, entity }: Mark): string {
  const words = speaker ? text.slice(...speaker) : null;
  const name = entity === null ? null : entities[entity]!.name;
  if (words === null) return name ?? "unknown";
  return name === null || words.includes(name) ? words : `${words} (${name})`;
}

/** The note beside an annotation: what it is, says and comes from, and ways on from it. */
export function noteOf(side: ArticleSide, index: number, actions: NoteActions): HTMLElement {
  const mark = side.marks[index]!;
  const { layer, type, value, rule, confidence, facts, isRight } = mark;
  return h(
    "section",
    { class: `note ${layer}`, "data-note": index },
    h("p", { class: "kicker" }, ONE_OF[layer], type === layer ? null : h("span", { class: "type" }, type)),
    h("p", { class: "words" }, clipped(wordsOf(side, mark), 180)),
    value && h("p", { class: "value" }, value),
    layer === "quotes" && speakerLine(side, index, actions),
    h(
      "dl",
      {},
      ...facts
        .filter(([name]) => name !== "speaker")
        .flatMap(([name, fact]) => [h("dt", {}, name), h("dd", {}, clipped(fact, 200))]),
      ...(rule ? [h("dt", {}, "rule"), h("dd", { class: "rule" }, rule)] : []),
      ...(confidence === null
        ? []
        : [
            h("dt", {}, "confidence"),
            h("dd", { class: "confidence", vars: { "--share": String(confidence) } }, confidence.toFixed(2)),
          ]),
    ),
    isRight !== undefined &&
      h("p", { class: `by-gold ${isRight ? "right" : "wrong"}` }, isRight ? "As in the gold" : "Not so in the gold"),
    layer === "entities" && sameEntity(side, index, actions),
  );
}

function speakerLine(side: ArticleSide, index: number, { goToSpeaker }: NoteActions): HTMLElement {
  const mark = side.marks[index]!;
  const kind = mark.facts.find(([name]) => name === "speaker")?.[1].split(" ")[0];
  const words = speakerOf(side, mark);
  return h(
    "p",
    { class: "speaker-line" },
    h("span", { class: "label" }, `speaker${kind && kind !== "unknown" ? `, ${kind}` : ""}`),
    mark.speaker
      ? h(
          "button",
          { type: "button", class: "go", onclick: () => goToSpeaker(index) },
          words,
          h("span", { class: "hint" }, " go to speaker"),
        )
      : h("span", {}, words),
  );
}

/** The other places that an entity is named at, and what it says. */
function sameEntity({ marks, text }: ArticleSide, index: number, { goTo }: NoteActions): HTMLElement | null {
  const { entity } = marks[index]!;
  if (entity === null) return null;
  const mentions = marks.flatMap((mark, i) => (mark.layer === "entities" && mark.entity === entity ? i : []));
  const quotes = marks.flatMap((mark, i) => (mark.layer === "quotes" && mark.entity === entity ? i : []));
  const at = mentions.indexOf(index);
  const step = (by: number, label: string) =>
    h("button", { type: "button", class: "go", onclick: () => goTo(mentions.at((at + by) % mentions.length)!) }, label);
  return h(
    "div",
    { class: "entity" },
    h("p", { class: "label" }, mentions.length > 1 ? `mention ${at + 1} of ${mentions.length}` : "the only mention"),
    mentions.length > 1 && h("p", { class: "steps" }, step(-1, "Previous"), step(1, "Next")),
    quotes.length > 0 && h("p", { class: "label" }, count(quotes.length, "quote")),
    quotes.length > 0 &&
      h(
        "ul",
        {},
        ...quotes
          .slice(0, MOST_QUOTES)
          .map((quote) =>
            h(
              "li",
              {},
              h(
                "button",
                { type: "button", class: "go", onclick: () => goTo(quote) },
                `“${clipped(text.slice(...marks[quote]!.places[0]!), 70)}”`,
              ),
            ),
          ),
        quotes.length > MOST_QUOTES && h("li", {}, `and ${quotes.length - MOST_QUOTES} more`),
      ),
  );
}

const MOST_QUOTES = 8;
