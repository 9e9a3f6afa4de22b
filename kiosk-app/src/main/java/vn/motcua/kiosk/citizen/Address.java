package vn.motcua.kiosk.citizen;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a person is addressed. */
public final class Address {
  /** First words of names that are not built the Kinh way, beside those of one letter (Y, A, K). */
  private static final Set<String> FIRST_WORDS =
      Set.of("ka", "ama", "ami", "amí", "ksor", "siu", "rơ", "rơmah", "kpă", "rcom", "nay");

  private Address() {}

  /** {@code bà}, {@code ông}, or {@code ông/bà} if the sex is not known. */
  public static String salutation(Optional<Boolean> female) {
    return female.map(woman -> woman ? "bà" : "ông").orElse("ông/bà");
  }

  /**
   * What follows the salutation. A Kinh name is family name, middle name, given name, and people
   * are called by the last word. Names of other peoples are built otherwise: a word for man or
   * woman before the name (Y Bhăm, H'Hen Niê, K'Wan), the family last or missing. Their last word
   * may be the family's, and calling somebody by it is rude: such a name is said whole. So is every
   * name with an apostrophe or hyphen, with letters that Vietnamese spelling lacks (f, j, w, z, ƀ,
   * ĕ, ŏ, ñ), and every name of one word.
   */
  public static String shortName(String name) {
    String whole = name.strip().replaceAll("\\s+", " ");
    String lower = whole.toLowerCase(Locale.ROOT);
    String[] words = lower.split(" ");
    boolean kinhShaped =
        words.length >= 2
            && words[0].length() >= 2
            && !FIRST_WORDS.contains(words[0])
            && lower.chars().noneMatch(letter -> "fjwzƀčĕĭñŏŭ'’ʼ-".indexOf(letter) >= 0);
    return kinhShaped ? whole.substring(whole.lastIndexOf(' ') + 1) : whole;
  }
}
