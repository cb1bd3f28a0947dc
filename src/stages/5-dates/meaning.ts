import type { DateMod, DateType } from "../../schema/dates.ts";

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

/** Which of the days, months … of that name is meant, where the words say so themselves. */
export type Toward = "last" | "this" | "next";

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
    }
  /** A month or another part that every year has (`Q3`, `H1`, `SU`), in an unknown year. */
  | { readonly kind: "part-of-year"; readonly part: string; readonly toward: Toward | null }
  /** So many units away from the publication date, or from the date that was spoken of last. */
  | {
      readonly kind: "shift";
      readonly unit: Unit;
      readonly amount: number;
      readonly from: "published" | "context";
      /** The part of that year which is meant ("last year's third quarter"). */
      readonly part?: string;
      /** What `amount` is if nothing was spoken of that it can be counted from. */
      readonly otherwise?: number;
      /** Set off against a period that was spoken of ("a year ago", in talk of a quarter). */
      readonly comparing?: boolean;
    }
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
