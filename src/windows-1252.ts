/**
 * What windows-1252 has at 0x80 to 0x9F (encoding.spec.whatwg.org/#windows-1252): every byte is a character, so that
 * decoding loses nothing. Node 20's own decoder gives latin-1 there, and later ones do not, hence the table.
 */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Decodes windows-1252. */
export const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (control) => HIGH[control.charCodeAt(0) - 0x80]!);

/** What a C1 control character was meant as, if it was a windows-1252 byte; null if windows-1252 has nothing there. */
export const meantBy = (control: number): string | null => {
  const char = HIGH[control - 0x80];
  return char && char.charCodeAt(0) !== control ? char : null;
};
