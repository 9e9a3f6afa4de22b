package vn.motcua.kiosk.dossier;

/**
 * A clip or slides that explain a procedure.
 *
 * @param kind which
 * @param file its name in the centre's media folder
 * @param title for people, Vietnamese
 */
public record Media(Kind kind, String file, String title) {
  /** What it is. */
  public enum Kind {
    CLIP,
    SLIDES
  }
}
