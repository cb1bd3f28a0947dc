import type { DatePart } from "../../../schema/dates.ts";
import type { Meaning } from "../meaning.ts";
import { remember } from "./memo.ts";

const PARTS: readonly (readonly [pattern: RegExp, parts: readonly DatePart[]])[] = [
  [/^Q\d$/, ["quarter"]],
  [/^H\d$/, ["half-year"]],
  [/^(?:S[PU]|FA|WI)$/, ["season"]],
  [/^\d\d$/, ["month"]],
  [/^\d\d-\d\d$/, ["month", "day"]],
  [/^WXX-\d$/, ["weekday"]],
];

/** The parts of the calendar that the words name themselves. What else the value has is implied. */
export function statedIn(meaning: Meaning): DatePart[] {
  switch (meaning.kind) {
    case "fixed":
      return meaning.value.startsWith("P") ? [] : [...yearIn(meaning.value), ...partIn(meaning.value.slice(5))];
    case "weekday":
      return ["weekday"];
    case "day": {
      const day: DatePart[] = meaning.withWeekday ? ["month", "day", "weekday"] : ["month", "day"];
      return meaning.year === null ? day : ["year", ...day];
    }
    case "reckoned":
      return meaning.year === null ? [...meaning.stated] : ["year", ...meaning.stated];
    case "unknown":
      return [...meaning.stated];
    case "part-of-year":
      return partIn(meaning.part);
    case "shift":
      return meaning.part ? partIn(meaning.part) : [];
    case "week-of":
      return statedIn(meaning.day);
    case "period-in-year":
      return ["year"];
    case "time":
      return [...(meaning.day ? statedIn(meaning.day) : []), ...timeIn(meaning.time)];
  }
}

const partIn = (part: string): DatePart[] => [...partsOf(part)];

const partsOf = remember(
  (part: string) => part,
  (part): readonly DatePart[] => PARTS.find(([pattern]) => pattern.test(part))?.[1] ?? [],
);

const yearIn = (value: string): DatePart[] => {
  const digits = /^\d{2,4}/.exec(value)?.[0].length;
  return digits === 4 ? ["year"] : digits === 3 ? ["decade"] : digits === 2 ? ["century"] : [];
};

const timeIn = (time: string): DatePart[] =>
  !time.includes(":") ? ["part-of-day"] : time.endsWith(":00") ? ["hour"] : ["hour", "minute"];
