package vn.motcua.kiosk.outgoing;

import java.util.Locale;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.SearchText;

/**
 * A file in a package.
 *
 * @param name where in the ZIP
 * @param kind what it is, for example {@code ARCHIVE} or {@code RESULT}
 * @param paper the paper of the dossier that it shows; may be empty
 * @param bytes its length
 * @param sha256 of its content, 64 lower-case hexadecimal digits
 */
public record PackagedFile(String name, String kind, String paper, long bytes, String sha256) {
  private static final int LONGEST = 60;

  /**
   * A name that people can read: {@code <dossier>_01_to-khai-dang-ky.pdf} (as FACTS B5 advises, no
   * rule on names was found).
   *
   * @param number 1 for the first file of the package
   * @param what what the file is, in any writing
   */
  public static String name(DossierCode dossier, int number, String what) {
    String folded = SearchText.fold(what).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String words = folded.isEmpty() ? "giay-to" : folded;
    String cut = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    return String.format(Locale.ROOT, "%s_%02d_%s.pdf", dossier, number, cut.replaceAll("-+$", ""));
  }
}
