package vn.motcua.scanner.barcode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Undoes two misreadings of Vietnamese that readers are known for, where nothing has to be guessed:
 *
 * <ul>
 *   <li>UTF-8 whose bytes were taken for characters of Windows-1252, Windows-1258 or Latin-1
 *       ({@code Nguyá»…n}). The whole text must go back to bytes, these must be strict UTF-8 of
 *       Latin letters and ordinary signs, and at least one Vietnamese letter must have come as a
 *       sequence that no text has.
 *   <li>Windows-1258, as bytes or with its bytes taken for Windows-1252 or Latin-1. Every tone must
 *       stand behind a vowel, every word that is not ASCII must be spelled as Vietnamese can be,
 *       and as Windows-1252 at least one must be impossible.
 * </ul>
 *
 * If two repairs disagree there is none. Texts in TCVN 5712-3, VNI or VISCII are not recognised.
 */
final class MisreadVietnamese {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final String VOWELS = "aăâeêioôơuưy";

  /** The 134 letters that are not ASCII, composed. */
  private static final Set<Integer> LETTERS = letters();

  /** Signs of printed text beside the letters. */
  private static final String SIGNS = "–—‘’“”…°";

  /**
   * What may stand behind a capital in ordinary text: quotes, notes, marks, money and blanks.
   * Behind these alone nothing is proved.
   */
  private static final String AFTER_A_CAPITAL = "\u00a0’“”•™²³¹ºª†›–—…»®€";

  private MisreadVietnamese() {}

  /** What {@code text} was before it was misread; empty if it was not, or nobody can tell. */
  static Optional<String> repair(String text) {
    if (isAscii(text)) {
      return Optional.empty();
    }
    Set<String> readings = new TreeSet<>();
    for (CodePage page : CodePage.values()) {
      page.encode(text).flatMap(bytes -> asUtf8(text, bytes)).ifPresent(readings::add);
    }
    for (CodePage page : Set.of(CodePage.LATIN_1, CodePage.WINDOWS_1252)) {
      page.encode(text).flatMap(MisreadVietnamese::as1258).ifPresent(readings::add);
    }
    return readings.size() == 1 ? Optional.of(readings.iterator().next()) : Optional.empty();
  }

  /** The text of bytes that are not UTF-8: Windows-1258, or empty. */
  static Optional<String> read(byte[] notUtf8) {
    return as1258(notUtf8);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /** Vietnamese letters that are not ASCII. */
  static boolean isLetter(int character) {
    return LETTERS.contains(character);
  }

  // ---- UTF-8, taken for single bytes ----

  /** Characters of {@code seen} and {@code bytes} correspond one to one. */
  private static Optional<String> asUtf8(String seen, byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    if (!normal.codePoints().allMatch(MisreadVietnamese::isOrdinary)) {
      return Optional.empty();
    }
    boolean proved = false;
    for (int at = 0; at < bytes.length && !proved; ) {
      int length = utf8Length(bytes[at]);
      proved = length > 1 && vietnamese(bytes, at, length) && isImpossible(seen, at, length);
      at += length;
    }
    return proved ? Optional.of(normal) : Optional.empty();
  }

  /** RFC 3629 §3, for bytes that are known to be valid. */
  private static int utf8Length(byte first) {
    int b = first & 0xff;
    if (b < 0x80) {
      return 1;
    }
    return b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4;
  }

  private static boolean vietnamese(byte[] bytes, int at, int length) {
    int character = new String(bytes, at, length, StandardCharsets.UTF_8).codePointAt(0);
    return LETTERS.contains(character)
        || VietnameseSyllable.TONES.indexOf(character) >= 0
        || "\u0302\u0306\u031b".indexOf(character) >= 0;
  }

  private static boolean isOrdinary(int character) {
    if (character < 0x80) {
      return true;
    }
    return Character.isLetter(character)
            && Character.UnicodeScript.of(character) == Character.UnicodeScript.LATIN
        || SIGNS.indexOf(character) >= 0;
  }

  /** Whether no text has these characters one after the other. */
  private static boolean isImpossible(String seen, int at, int length) {
    for (int i = at; i < at + length; i++) {
      if (seen.charAt(i) >= 0x80 && seen.charAt(i) < 0xa0) {
        return true;
      }
    }
    char lead = seen.charAt(at);
    if (length > 2 || (Character.isLetter(lead) && !LETTERS.contains((int) lead))) {
      return true; // á»…, Ä‘, Æ°
    }
    if (!Character.isLetter(lead)) {
      return false; // a grave that stands behind its vowel as it should
    }
    char sign = seen.charAt(at + 1);
    if (AFTER_A_CAPITAL.indexOf(sign) < 0) {
      return true; // Ã¡
    }
    // A capital in the middle of a word.
    return at > 0 && Character.isUpperCase(lead) && Character.isLowerCase(seen.charAt(at - 1));
  }

  // ---- Windows-1258 ----

  private static Optional<String> as1258(byte[] bytes) {
    String apart = CodePage.WINDOWS_1258.decode(bytes);
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      boolean fits =
          VietnameseSyllable.TONES.indexOf(c) < 0
              ? c < 0x80 || LETTERS.contains((int) c) || SIGNS.indexOf(c) >= 0
              : i > 0 && isVowel(apart.charAt(i - 1));
      if (!fits) {
        return Optional.empty();
      }
    }
    String western = CodePage.WINDOWS_1252.decode(bytes);
    String normal = Normalizer.normalize(apart, Normalizer.Form.NFC);
    return normal.chars().noneMatch(Character::isISOControl)
            && words(normal).allMatch(VietnameseSyllable::isPossible)
            && words(normal).anyMatch(word -> word.length() > 1)
            && !words(western).allMatch(VietnameseSyllable::isPossible)
        ? Optional.of(normal)
        : Optional.empty();
  }

  private static boolean isVowel(char c) {
    return VOWELS.indexOf(Character.toLowerCase(c)) >= 0;
  }

  /** The words that are not ASCII; of the others nothing can be said. */
  private static Stream<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).filter(word -> !isAscii(word));
  }

  private static Set<Integer> letters() {
    Set<Integer> all =
        VOWELS
            .chars()
            .boxed()
            .flatMap(vowel ->
                Arrays.stream(
                        ("," + String.join(",", VietnameseSyllable.TONES.split(""))).split(","))
                    .map(tone -> Character.toString(vowel) + tone))
            .map(letter -> Normalizer.normalize(letter, Normalizer.Form.NFC).codePointAt(0))
            .filter(letter -> letter >= 0x80)
            .collect(Collectors.toSet());
    all.add((int) 'đ');
    all.addAll(all.stream().map(Character::toUpperCase).toList());
    return Set.copyOf(all);
  }
}
