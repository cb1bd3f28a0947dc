import type { DateMod, DatePart, DateType } from "../../schema/dates.ts";
import type { Reckoning } from "./lexicon/holidays.ts";

export type Unit =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "weekend"
  | "week"
  | "month"
  | "quarter"
  | "year"
  | "decade"
  | "century"
  | "millennium";

/**
 * Which of the days, months … of that name is meant, where the words say so themselves: seen from the publication, or
 * ("previous", "following", "that") from the date that was spoken of.
 */
export type Toward = "last" | "this" | "next" | "previous" | "following" | "that";

/** What a rule understood, before anybody asks when the article was published. */
export type Meaning =
  /** Says all by itself: a full date, a duration, a set, a reference. */
  | { readonly kind: "fixed"; readonly type: DateType; readonly value: string }
  | { readonly kind: "weekday"; readonly weekday: number; readonly toward: Toward | null }
  | {
      readonly kind: "day";
      readonly year: number | null;
      readonly month: number;
      readonly day: number;
      readonly toward: Toward | null;
      /** True if the weekday is named too. */
      readonly withWeekday?: boolean;
    }
  /** A day that the calendar of each year gives anew: a holiday, "the first Tuesday of March". */
  | {
      readonly kind: "reckoned";
      readonly how: Reckoning;
      readonly year: number | null;
      readonly toward: Toward | null;
      readonly stated: readonly DatePart[];
    }
  /** Something that has a day, and cannot be told. */
  | { readonly kind: "unknown"; readonly value: string; readonly why: string; readonly stated: readonly DatePart[] }
  /** A month or another part that every year has (`Q3`, `H1`, `SU`), in an unknown year. A fiscal one is reported on when it is over. */
  | { readonly kind: "part-of-year"; readonly part: string; readonly toward: Toward | null; readonly fiscal?: boolean }
  /** So many units away from the publication date, or from the date that was spoken of last. */
  | {
      readonly kind: "shift";
      readonly unit: Unit;
      readonly amount: number;
      /**
       * Where it counts from: the publication, the date that was spoken of last, or the period that is reported on; where
       * nothing was spoken of, `otherwise` is what the amount is from the publication.
       */
      readonly from: "published" | "narrative" | "period";
      readonly otherwise?: number;
      /** The part of that year which is meant ("last year's third quarter"). */
      readonly part?: string;
    }
  /** The week that a day is in ("the week of March 6"). */
  | { readonly kind: "week-of"; readonly day: Meaning }
  /** The period that is reported on, in another year ("the 1988 period"). */
  | { readonly kind: "period-in-year"; readonly year: number }
  /** A clock time (`T17:00`) or part of a day (`TMO`), of the day that `day` means or of an unknown one. */
  | { readonly kind: "time"; readonly time: string; readonly day: Meaning | null };

/** A possible date: words `first` up to but not including `end`, and what they mean. */
export interface Candidate {
  readonly first: number;
  readonly end: number;
  readonly meaning: Meaning;
  readonly mod: DateMod | null;
  readonly rule: string;
  readonly confidence: number;
}
