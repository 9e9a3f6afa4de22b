package vn.motcua.kiosk.speech;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What {@code language.json} says of a language pack.
 *
 * @param code BCP 47 (RFC 5646), a primary subtag of two or three letters from ISO 639-1 or 639-3,
 *     optionally with script or region: {@code vi}, {@code hre}, {@code sed}
 * @param name what its speakers call it
 * @param by whose pack it is
 * @param licence under which it may be passed on
 * @param placeholder whether the voice is a machine's that stands in for a person's
 */
public record LanguageInfo(
    String code, String name, String by, String licence, boolean placeholder) {
  static final Pattern CODE = Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?");
  private static final int LONGEST = 80;

  public LanguageInfo {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("code");
    }
    for (String each : new String[] {name, by, licence}) {
      if (each.length() > LONGEST || each.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("too long, or a control character");
      }
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("name");
    }
  }

  /** For bundles, dates and voices. */
  public Locale locale() {
    return Locale.forLanguageTag(code);
  }
}
