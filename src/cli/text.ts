import { inert } from "../inert.ts";

/** A number for people: 1,234. */
export const number = (value: number): string => value.toLocaleString("en-US");

/** `1 article`, `2 articles`. */
export const count = (value: number, noun: string): string => `${number(value)} ${noun}${value === 1 ? "" : "s"}`;

/** On one line, and without what could make a terminal do things. */
export const plain = (text: string): string => inert(text.replace(/\s+/g, " ")).trim();

/** At most `room` characters, the last of them an ellipsis if there were more. */
export function clip(text: string, room: number): string {
  const characters = [...text];
  return characters.length <= room
    ? text
    : `${characters
        .slice(0, room - 1)
        .join("")
        .replace(/[\s,…]+$/, "")}…`;
}
