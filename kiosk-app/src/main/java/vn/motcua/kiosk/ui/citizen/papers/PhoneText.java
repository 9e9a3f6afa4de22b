package vn.motcua.kiosk.ui.citizen.papers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.desk.Centre;
import vn.motcua.kiosk.desk.PapersDesk;
import vn.motcua.kiosk.dossier.RequiredPaper;
import vn.motcua.kiosk.ui.kit.Texts;

/**
 * What a phone gets: the list itself, as text that it shows without a net, or the centre's own page
 * where there is one (docs/decisions/0024).
 */
public final class PhoneText {
  /**
   * No longer, in bytes of UTF-8: a QR of version 20 at level M (ISO/IEC 18004 table 7) is read
   * from a screen at arm's length; longer lists end with where to ask.
   */
  public static final int MOST_BYTES = 660;

  private final Texts texts;
  private final Centre centre;

  public PhoneText(Texts texts, Centre centre) {
    this.texts = texts;
    this.centre = centre;
  }

  /**
   * What the QR says.
   *
   * @param link a page with {@code {0}} for the code of the procedure; empty if there is none
   */
  public String of(PapersDesk.Needs needs, String link) {
    return link.isEmpty()
        ? String.join("\n", fitting(needs))
        : link.replace("{0}", needs.procedure().code());
  }

  /** The same line by line, for a slip; nothing is left out. */
  public List<String> lines(PapersDesk.Needs needs) {
    NeedsWords words = new NeedsWords(texts, needs);
    List<String> all = new ArrayList<>();
    all.add(words.name() + " (" + needs.procedure().code() + ")");
    all.add(texts.get("phone.bring"));
    needs.procedure().papers().forEach(paper -> all.add("- " + line(words, paper)));
    all.add(words.fee());
    all.add(words.days());
    all.add(texts.get("phone.ask", centre.name(), centre.hotline()));
    return all;
  }

  private static String line(NeedsWords words, RequiredPaper paper) {
    return paper.name() + " (" + words.copies(paper) + ")";
  }

  private List<String> fitting(PapersDesk.Needs needs) {
    List<String> all = new ArrayList<>(lines(needs));
    boolean cut = false;
    // The last paper goes first; the name, the fee, the days and where to ask always stay.
    while (bytes(all) + (cut ? bytes(List.of(texts.get("phone.cut"))) : 0) > MOST_BYTES
        && all.size() > 5) {
      all.remove(all.size() - 4);
      cut = true;
    }
    if (cut) {
      all.add(all.size() - 3, texts.get("phone.cut"));
    }
    return all;
  }

  private static int bytes(List<String> lines) {
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8).length + 1;
  }
}
