/**
 * The high halves (0x80 to 0xFF) of the single-byte encodings that UTF-8 is most often mistaken for, as Unicode's mapping
 * tables have them (unicode.org/Public/MAPPINGS); U+FFFD where an encoding has nothing. They are written out because
 * what `TextDecoder` does with such bytes depends on the version of Node, and it does not know IBM 437.
 */
const C1 = Array.from({ length: 32 }, (_, i) => String.fromCharCode(0x80 + i)).join("");

const HIGH_HALVES: readonly (readonly [name: string, chars: string])[] = [
  [
    "windows-1252",
    "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
  ],
  [
    "windows-1250",
    "€\ufffd‚\ufffd„…†‡\ufffd‰Š‹ŚŤŽŹ\ufffd‘’“”•–—\ufffd™š›śťžź\u00a0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00ad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
  ],
  [
    "windows-1251",
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\ufffd™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя",
  ],
  [
    "windows-1253",
    "€\ufffd‚ƒ„…†‡\ufffd‰\ufffd‹\ufffd\ufffd\ufffd\ufffd\ufffd‘’“”•–—\ufffd™\ufffd›\ufffd\ufffd\ufffd\ufffd\u00a0΅Ά£¤¥¦§¨©\ufffd«¬\u00ad®―°±²³΄µ¶·ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\ufffdΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ\ufffd",
  ],
  [
    "windows-1254",
    "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffd\ufffd\ufffd\ufffd‘’“”•–—˜™š›œ\ufffd\ufffdŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ",
  ],
  [
    "windows-1257",
    "€\ufffd‚\ufffd„…†‡\ufffd‰\ufffd‹\ufffd¨ˇ¸\ufffd‘’“”•–—\ufffd™\ufffd›\ufffd¯˛\ufffd\u00a0\ufffd¢£¤\ufffd¦§Ø©Ŗ«¬\u00ad®Æ°±²³´µ¶·ø¹ŗ»¼½¾æĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽßąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž˙",
  ],
  [
    "iso-8859-2",
    `${C1}\u00a0Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u00adŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙`,
  ],
  [
    "iso-8859-7",
    C1 +
      "\u00a0‘’£€₯¦§¨©ͺ«¬\u00ad\ufffd―°±²³΄΅Ά·ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\ufffdΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ\ufffd",
  ],
  [
    "macintosh",
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›\ufb01\ufb02‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
  ],
  [
    "ibm437",
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0",
  ],
];

/** A single-byte encoding, seen from its characters. */
export interface Encoding {
  readonly name: string;
  /** Its place in `ENCODINGS`, and so its bit in the masks below. */
  readonly index: number;
  /** The byte 0x80 to 0xFF of each character. */
  readonly bytes: ReadonlyMap<number, number>;
  /** The character of each byte from 0x80 on; null where there is none. */
  readonly chars: readonly (string | null)[];
}

/** The commonest first: of two readings that are as good, the first is taken. */
export const ENCODINGS: readonly Encoding[] = HIGH_HALVES.map(([name, high], index) => {
  const chars = Array.from(high, (char) => (char === "\ufffd" ? null : char));
  const bytes = new Map<number, number>();
  // Many programs keep a byte that the encoding lacks as the character of that number. As windows-1252 goes by
  // the name of latin-1 and the other way round, it has all of them.
  for (let byte = 0x80; byte < 0x100; byte++)
    if (chars[byte - 0x80] === null || (index === 0 && byte < 0xa0)) bytes.set(byte, byte);
  for (const [i, char] of chars.entries()) if (char) bytes.set(char.charCodeAt(0), 0x80 + i);
  return { name, index, bytes, chars };
});

/** For each UTF-16 unit, a bit for each encoding in which it is the first byte of a UTF-8 sequence (C2 to F4). */
export const LEADS = new Uint16Array(0x10000);

/** The same for the bytes that continue one (80 to BF). U+FFFD can stand for such a byte where the encoding lacks some. */
export const CONTINUATIONS = new Uint16Array(0x10000);

for (const { index, bytes, chars } of ENCODINGS) {
  for (const [code, byte] of bytes) {
    if (byte < 0xc0) CONTINUATIONS[code]! |= 1 << index;
    else if (byte >= 0xc2 && byte <= 0xf4) LEADS[code]! |= 1 << index;
  }
  if (chars.includes(null)) CONTINUATIONS[0xfffd]! |= 1 << index;
}
