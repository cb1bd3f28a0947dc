import type { Toward } from "../meaning.ts";

/** Words before the name of a day, month or season that say which one is meant. */
export const TOWARD: ReadonlyMap<string, Toward> = new Map([
  ["last", "last"],
  ["past", "last"],
  ["previous", "previous"],
  ["this", "this"],
  ["next", "next"],
  ["coming", "next"],
  ["following", "following"],
  ["upcoming", "next"],
]);
