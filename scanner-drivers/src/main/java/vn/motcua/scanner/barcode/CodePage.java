package vn.motcua.scanner.barcode;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a reader or its host takes single bytes for characters. What a page leaves undefined is the
 * control character of the same number, as Windows has it. Written out, because the runtime that is
 * shipped need not have the charset {@code windows-1258}.
 */
enum CodePage {
  LATIN_1("", ""),
  /** Western Europe. */
  WINDOWS_1252("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ", ""),
  /** Vietnam: some tones are characters of their own behind the vowel. */
  WINDOWS_1258(
      "€\u0081‚ƒ„…†‡ˆ‰\u008a‹Œ\u008d\u008e\u008f\u0090‘’“”•–—˜™\u009a›œ\u009d\u009eŸ",
      "\u00c3Ă\u00cc\u0300\u00d0Đ\u00d2\u0309\u00d5Ơ\u00ddƯ\u00de\u0303"
          + "\u00e3ă\u00ec\u0301\u00f0đ\u00f2\u0323\u00f5ơ\u00fdư\u00fe\u20ab");

  private static final int FIRST_OWN = 0x80;

  private final char[] characters = new char[256];
  private final Map<Character, Byte> bytes = new HashMap<>();

  /**
   * @param from80 the characters of 80 to 9F, where not those of Latin-1
   * @param others pairs: a character of Latin-1, and what stands in its place
   */
  CodePage(String from80, String others) {
    for (int i = 0; i < characters.length; i++) {
      characters[i] = (char) i;
    }
    for (int i = 0; i < from80.length(); i++) {
      characters[FIRST_OWN + i] = from80.charAt(i);
    }
    for (int i = 0; i < others.length(); i += 2) {
      characters[others.charAt(i)] = others.charAt(i + 1);
    }
    for (int i = 0; i < characters.length; i++) {
      bytes.put(characters[i], (byte) i);
    }
  }

  /** What these bytes look like on this page. */
  String decode(byte[] from) {
    StringBuilder text = new StringBuilder(from.length);
    for (byte b : from) {
      text.append(characters[b & 0xff]);
    }
    return text.toString();
  }

  /** The bytes that look like {@code text} on this page; empty if there are none. */
  Optional<byte[]> encode(String text) {
    byte[] to = new byte[text.length()];
    for (int i = 0; i < to.length; i++) {
      Byte b = bytes.get(text.charAt(i));
      if (b == null) {
        return Optional.empty();
      }
      to[i] = b;
    }
    return Optional.of(to);
  }
}
