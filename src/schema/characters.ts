const WHITE = /\s/u;

/** True if the code unit at `offset` is white space. */
export const isWhite = (text: string, offset: number): boolean => {
  const code = text.charCodeAt(offset);
  return code === 32 || (code >= 9 && code <= 13) || (code >= 160 && WHITE.test(text[offset]!));
};

/** True if `offset` stands between the two halves of a surrogate pair. */
export const splitsPair = (text: string, offset: number): boolean =>
  (text.charCodeAt(offset) & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
