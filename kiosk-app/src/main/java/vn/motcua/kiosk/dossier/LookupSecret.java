package vn.motcua.kiosk.dossier;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The "mã tra cứu" that is printed on the receipt: six characters without look-alikes (no 0, O, 1,
 * I, L). With the code it opens one dossier.
 */
public record LookupSecret(String value) {
  /** The characters that may stand in a secret. */
  public static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  /** How many characters it has. */
  public static final int LENGTH = 6;

  private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\p{Pd}\u2212]+");

  /** A new one. */
  public static LookupSecret random(RandomGenerator random) {
    StringBuilder text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new LookupSecret(text.toString());
  }

  /** Reads a secret as people type it (lower case, blanks, hyphens); empty if it cannot be one. */
  public static Optional<LookupSecret> read(String text) {
    if (text.length() > 4 * LENGTH) {
      return Optional.empty();
    }
    String plain =
        SEPARATORS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
            .replaceAll("")
            .toUpperCase(Locale.ROOT);
    boolean fits =
        plain.length() == LENGTH && plain.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0);
    return fits ? Optional.of(new LookupSecret(plain)) : Optional.empty();
  }

  /** Never the secret itself: this may land in a log. */
  @Override
  public String toString() {
    return "LookupSecret[…]";
  }
}
