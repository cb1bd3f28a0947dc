import type { AnyStage, Document, Layers } from "../../src/index.ts";

type Added = Partial<Layers>;

/** A fault planted in one stage: what becomes of the layers it added to an article. */
export interface Fault {
  readonly stage: string;
  readonly spoil: (added: Added) => Added;
}

/** The list with its first item that has `isMeant` spoilt, or taken out. Throws if there is none, for then nothing is tested. */
function spoilt<T>(list: readonly T[], isMeant: (item: T) => boolean, spoil: (item: T) => T | null): T[] {
  const index = list.findIndex(isMeant);
  if (index < 0) throw new Error("there is nothing to be spoilt");
  const item = spoil(list[index]!);
  return item === null ? list.toSpliced(index, 1) : list.with(index, item);
}

const inDocument = (added: Added, spoil: (document: Document) => Partial<Document>): Added => ({
  document: { ...added.document!, ...spoil(added.document!) },
});

/** Faults by the id of the article that each is planted in. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  "paragraph-lost": {
    stage: "read",
    spoil: (added) => ({
      ...added,
      raw: { ...added.raw!, text: added.raw!.text.slice(0, added.raw!.text.lastIndexOf("\n\n")) },
    }),
  },
  "published-otherwise": {
    stage: "read",
    spoil: (added) => ({ ...added, article: { ...added.article!, published: "2026-01-26" } }),
  },
  "repair-wrong": {
    stage: "repair",
    spoil: (added) => ({ ...added, text: { ...added.text!, value: added.text!.value.replace("€", "£") } }),
  },
  "sentence-cut": {
    stage: "segment",
    spoil: (added) => {
      const { sentences = [], tokens } = added;
      const at = tokens!.start.findIndex((start) => start > sentences[0]!.start + 10);
      const sentence = tokens!.sentence.map((own, i) => (i < at ? own : own + 1));
      const [first, ...others] = sentences;
      return {
        ...added,
        tokens: { ...tokens!, sentence },
        sentences: [
          { start: first!.start, end: tokens!.end[at - 1]! },
          { start: tokens!.start[at]!, end: first!.end },
          ...others,
        ],
      };
    },
  },
  "entity-dropped": { stage: "entities", spoil: ({ entities = [] }) => ({ entities: entities.slice(0, -1) }) },
  "entity-retyped": {
    stage: "entities",
    spoil: ({ entities = [] }) => ({
      entities: spoilt(
        entities,
        ({ type }) => type === "PERSON",
        (entity) => ({ ...entity, type: "ORG" }),
      ),
    }),
  },
  "mention-moved": {
    stage: "entities",
    spoil: ({ entities = [] }) => ({
      entities: spoilt(
        entities,
        ({ name }) => name.includes(" "),
        (entity) => ({
          ...entity,
          mentions: spoilt(
            entity.mentions,
            ({ text }) => text.includes(" "),
            ({ start, end, text, ...mention }) => {
              const words = text.slice(0, text.indexOf(" ")).length + 1;
              return { ...mention, start: start + words, end, text: text.slice(words) };
            },
          ),
        }),
      ),
    }),
  },
  "year-off": {
    stage: "dates",
    spoil: ({ dates = [] }) => ({
      dates: spoilt(
        dates,
        ({ value }) => value.startsWith("2026-"),
        (date) => ({ ...date, value: date.value.replace("2026", "2027") }),
      ),
    }),
  },
  "date-dropped": { stage: "dates", spoil: ({ dates = [] }) => ({ dates: dates.slice(0, -1) }) },
  "times-thousand": {
    stage: "money",
    spoil: ({ money = [], ...added }) => ({
      ...added,
      money: spoilt(
        money,
        ({ amount }) => amount !== null,
        (item) => ({ ...item, amount: `${item.amount}000` }),
      ),
    }),
  },
  "speaker-swapped": {
    stage: "quotes",
    spoil: ({ quotes = [] }) => {
      const [one, other] = quotes;
      return {
        quotes: [{ ...one!, speaker: other!.speaker }, { ...other!, speaker: one!.speaker }, ...quotes.slice(2)],
      };
    },
  },
  "quote-cut": {
    stage: "quotes",
    spoil: ({ quotes = [] }) => ({
      quotes: spoilt(
        quotes,
        ({ type }) => type === "direct",
        (quote) => ({
          ...quote,
          spans: quote.spans.map(({ start, text }) => {
            const half = text.slice(0, text.indexOf(" ", text.length / 3));
            return { start, end: start + half.length, text: half };
          }),
        }),
      ),
    }),
  },
  "lost-at-the-gate": {
    stage: "validate",
    spoil: (added) => inDocument(added, ({ money }) => ({ money: money.slice(1) })),
  },
  "written-otherwise": {
    stage: "write",
    spoil: ({ output = "" }) => ({
      output: output.replace('"currency":"USD"', '"currency":"CAD"').replace('"currency": "USD"', '"currency": "CAD"'),
    }),
  },
};

/** Faults that make a document which contradicts itself: it is never written. */
export const REFUSED: Readonly<Record<string, Fault>> = {
  "undone-wrongly": {
    stage: "repair",
    spoil: (added) => ({
      ...added,
      text: {
        ...added.text!,
        repairs: spoilt(
          added.text!.repairs,
          () => true,
          (repair) => ({ ...repair, original: "â‚" }),
        ),
      },
    }),
  },
  "offset-off": {
    stage: "money",
    spoil: ({ money = [], ...added }) => ({
      ...added,
      money: spoilt(
        money,
        () => true,
        (item) => ({ ...item, start: item.start + 1 }),
      ),
    }),
  },
};

/** The stage, with the faults that are meant for it planted in their articles. */
export const planted = (stage: AnyStage): AnyStage => ({
  ...stage,
  run: (doc: never) => {
    const added = stage.run(doc) as Added;
    const fault = { ...FAULTS, ...REFUSED }[added.id ?? (doc as Pick<Layers, "id">).id];
    return fault?.stage === stage.name ? fault.spoil(added) : added;
  },
});
