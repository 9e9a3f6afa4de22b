package vn.motcua.kiosk.paper.split;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.SearchText;

/**
 * Names the files of a pile: {@code dossier_number_paper.pdf} in plain ASCII that Windows and Linux
 * take alike. No name is given twice, nor one that differs in case only.
 */
public final class DocumentName {
  /** Stands for the dossier that is not known. */
  private static final String NO_DOSSIER = "chua-co-ma";

  /** Stands for the paper that is not known. */
  private static final String NO_PAPER = "giay-to";

  /** Room for the paper's name; with a code of 53 characters a name stays below 140. */
  private static final int LONGEST_PAPER = 60;

  private static final Pattern NOT_PLAIN = Pattern.compile("[^0-9A-Za-z]+");
  private static final Pattern ENDS = Pattern.compile("^-+|-+$");

  private final Set<String> given = new HashSet<>();

  /**
   * A new name.
   *
   * @param dossier whose document it is
   * @param number its place among the documents, from 1
   * @param paper what kind of paper it is, in words or as a code; may be empty
   */
  public String of(Optional<DossierCode> dossier, int number, String paper) {
    String head = dossier.map(DossierCode::value).orElse(NO_DOSSIER);
    String kind = plain(paper);
    String base =
        String.format(Locale.ROOT, "%s_%02d_%s", head, number, kind.isEmpty() ? NO_PAPER : kind);
    String name = base;
    for (int again = 2; !given.add(name.toLowerCase(Locale.ROOT)); again++) {
      name = base + "-" + again;
    }
    return name + ".pdf";
  }

  /** The name of {@code document}, by its title, else its paper's code. */
  public String of(SplitDocument document, int number) {
    return of(
        document.dossier(),
        number,
        document.title().isEmpty() ? document.paper() : document.title());
  }

  /** Letters and digits without marks, everything else a hyphen; never ends in one, nor a dot. */
  private static String plain(String text) {
    String bare = NOT_PLAIN.matcher(SearchText.fold(text)).replaceAll("-");
    String cut = bare.length() > LONGEST_PAPER ? bare.substring(0, LONGEST_PAPER) : bare;
    return ENDS.matcher(cut).replaceAll("");
  }
}
