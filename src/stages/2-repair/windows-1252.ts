/** windows-1252 as the WHATWG has it: what each byte from 0x80 to 0x9F stands for. */
const HIGH = new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i));

const BYTES = new Map<number, number>(Array.from(HIGH, (char, i) => [char.charCodeAt(0), 0x80 + i]));

/** The byte that windows-1252 (or, for C1 controls, latin-1) writes a character as; -1 if there is none. */
export const byteOf = (code: number): number => (code < 0x100 ? code : (BYTES.get(code) ?? -1));

/** What a C1 control character was meant as, if it was a windows-1252 byte; null if windows-1252 has nothing there. */
export const meantBy = (control: number): string | null => {
  const char = HIGH[control - 0x80];
  return char && char.charCodeAt(0) !== control ? char : null;
};
