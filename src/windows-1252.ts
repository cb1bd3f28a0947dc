/**
 * What windows-1252 has at 0x80 to 0x9F (encoding.spec.whatwg.org/#windows-1252): every byte is a character, so that
 * decoding loses nothing. Node 20's own decoder gives latin-1 there, and later ones do not, hence the table.
 */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const BYTES = new Map<number, number>(Array.from(HIGH, (char, i) => [char.charCodeAt(0), 0x80 + i]));

/** Decodes windows-1252. */
export const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (control) => HIGH[control.charCodeAt(0) - 0x80]!);

/** The byte that windows-1252 (or, for C1 controls, latin-1) writes a character as; -1 if there is none. */
export const byteOf = (code: number): number => (code < 0x100 ? code : (BYTES.get(code) ?? -1));

/** What a C1 control character was meant as, if it was a windows-1252 byte; null if windows-1252 has nothing there. */
export const meantBy = (control: number): string | null => {
  const char = HIGH[control - 0x80];
  return char && char.charCodeAt(0) !== control ? char : null;
};
