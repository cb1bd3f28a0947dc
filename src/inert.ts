/**
 * Text of others without what could make a terminal do things, or turn around what stands beside it: control characters but for
 * line feeds, and those that embed, isolate or override a direction (Boucher and Anderson 2023, "Trojan Source").
 */
export const inert = (text: string): string => text.replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
