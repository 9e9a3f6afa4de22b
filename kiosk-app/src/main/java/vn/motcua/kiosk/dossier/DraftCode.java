package vn.motcua.kiosk.dossier;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The code of a form that was begun and not handed in: eight characters without look-alikes and a
 * check character, so that no misreading of one character and no swap of two leads to another
 * draft. Its QR says {@code MCD1|} and the code.
 */
public record DraftCode(String value) {
  /** What the text of its QR begins with: kind and version. */
  public static final String PREFIX = "MCD1|";

  private static final int LENGTH = 8;
  private static final String ALPHABET = LookupSecret.ALPHABET;

  /**
   * @throws IllegalArgumentException unless {@code value} is nine characters and the last fits
   */
  public DraftCode {
    if (!fits(value)) {
      throw new IllegalArgumentException("not a draft's code");
    }
  }

  /** A new one. */
  public static DraftCode random(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new DraftCode(text.append(check(text)).toString());
  }

  /** Reads the text of its QR, in its strict writing only. */
  public static Optional<DraftCode> strict(String text) {
    return text.startsWith(PREFIX) && fits(text.substring(PREFIX.length()))
        ? Optional.of(new DraftCode(text.substring(PREFIX.length())))
        : Optional.empty();
  }

  /** The text of its QR. */
  public String qrText() {
    return PREFIX + value;
  }

  /** For people: three times three characters. */
  public String spaced() {
    return value.substring(0, 3) + " " + value.substring(3, 6) + " " + value.substring(6);
  }

  private static boolean fits(String value) {
    return value.length() == LENGTH + 1
        && value.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        && value.charAt(LENGTH) == check(value);
  }

  /** The alphabet has a prime number of characters, so different weights catch every swap. */
  private static char check(CharSequence text) {
    int sum = 0;
    for (int i = 0; i < LENGTH; i++) {
      sum += (i + 2) * ALPHABET.indexOf(text.charAt(i));
    }
    return ALPHABET.charAt(sum % ALPHABET.length());
  }
}
