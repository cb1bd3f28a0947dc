import { z } from "zod";
import { BlockKind } from "../../../schema/blocks.ts";
import { DateMod, DateType } from "../../../schema/dates.ts";
import { EntityType } from "../../../schema/entities.ts";
import { MoneyModifier } from "../../../schema/money.ts";
import { Quantity } from "../../../schema/quantities.ts";
import { QuoteType, SpeakerKind } from "../../../schema/quotes.ts";

/** A passage of the text, written as `locator` reads it. */
const Passage = z.string().min(1);

/** A title the text gives somebody; `of` is the entity whose title it is. */
const WrittenRole = z.union([Passage, z.strictObject({ text: Passage, of: z.string().nullable() })]);

/** Without `mentions` they are all the places where `name` stands. An `id` is needed only if two have one name. */
export const WrittenEntity = z.strictObject({
  id: z.string().min(1).optional(),
  type: EntityType,
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)).optional(),
  roles: z.array(WrittenRole).default([]),
  mentions: z
    .strictObject({
      name: z.array(Passage).optional(),
      nominal: z.array(Passage).optional(),
      pronoun: z.array(Passage).optional(),
    })
    .default({}),
});
export type WrittenEntity = z.infer<typeof WrittenEntity>;

/** `type` may be left out where the value shows it, which only that of a set does not. */
export const WrittenDate = z.strictObject({
  text: Passage,
  type: DateType.optional(),
  value: z.string().min(1),
  mod: DateMod.nullable().default(null),
});

/** A decimal; the check says so where it is none, as it knows which entry it is. */
const Amount = z.string().nullable().default(null);

export const WrittenMoney = z.strictObject({
  text: Passage,
  amount: Amount,
  min: Amount,
  max: Amount,
  currency: z.string().nullable(),
  modifier: MoneyModifier.nullable().default(null),
  per: z.string().nullable().default(null),
});

export const WrittenQuantity = z.strictObject({
  text: Passage,
  kind: Quantity.shape.kind,
  value: Amount,
  min: Amount,
  max: Amount,
  unit: z.string().nullable().default(null),
});

/** `entity` is the id or name of one in the list; null if nobody can tell. */
const WrittenSpeaker = z.strictObject({
  kind: SpeakerKind,
  mention: Passage.nullable().default(null),
  entity: z.string().nullable().default(null),
});

/** `order` and `parent` follow from the places; where they are written all the same, they must agree with them. */
export const WrittenQuote = z.strictObject({
  id: z.string().min(1).optional(),
  type: QuoteType,
  spans: z.array(Passage).min(1),
  speaker: WrittenSpeaker.nullable().default(null),
  cue: Passage.nullable().default(null),
  order: z.string().optional(),
  parent: z.string().optional(),
});
export type WrittenQuote = z.infer<typeof WrittenQuote>;

/** A block, as the first words of each of its sentences. */
export const WrittenBlock = z.strictObject({ kind: BlockKind, sentences: z.array(z.string().min(1)).min(1) });

/** A gold.json. A layer that is left out was not annotated, and is not scored. */
export const WrittenGold = z.strictObject({
  article: z.string().min(1).optional(),
  published: z.iso.date().nullable().default(null),
  blocks: z.array(WrittenBlock).min(1).optional(),
  entities: z.array(WrittenEntity).optional(),
  dates: z.array(WrittenDate).optional(),
  money: z.array(WrittenMoney).optional(),
  quantities: z.array(WrittenQuantity).optional(),
  quotes: z.array(WrittenQuote).optional(),
});
export type WrittenGold = z.infer<typeof WrittenGold>;
