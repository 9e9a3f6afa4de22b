package vn.motcua.kiosk.paper.split;

import vn.motcua.scanner.Fault;

/**
 * Something about a pile that a person must decide; nothing was guessed.
 *
 * @param page the page that raises it
 */
public record SplitDoubt(Kind kind, int page) implements Fault {
  /** What is doubtful. */
  public enum Kind {
    /** The page bears codes of several dossiers; it stands in a document bound to none. */
    SEVERAL_DOSSIERS("SPLIT-DOSSIERS"),
    /** The separator names several papers; the document behind it has none. */
    SEVERAL_PAPERS("SPLIT-PAPERS"),
    /** A separator announces a paper or a dossier, and no page follows. */
    NOTHING_FOLLOWS("SPLIT-EMPTY"),
    /** Amid a paper that a separator began, a page bears a dossier code; it begins a document. */
    CODE_WITHIN_PAPER("SPLIT-WITHIN"),
    /** The page could not be seen; if it was a code sheet, another document begins behind it. */
    UNSEEN("SPLIT-UNSEEN");

    private final String code;

    Kind(String code) {
      this.code = code;
    }
  }

  @Override
  public String code() {
    return kind.code;
  }
}
