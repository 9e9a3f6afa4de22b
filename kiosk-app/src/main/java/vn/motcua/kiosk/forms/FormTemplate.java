package vn.motcua.kiosk.forms;

import java.time.LocalDate;
import java.util.List;

/**
 * The layout of one form from a day on. A dossier's forms name the {@link #version} that they were
 * made under.
 *
 * @param kind which form
 * @param effective the first day on which it is used
 * @param title of the PDF, and in lists
 * @param source where its words and fields come from
 * @param page the sheet
 * @param pieces from top to foot
 * @param footStrong a line at the foot of every page; may be empty
 * @param footSmall small, below it; may be empty
 */
public record FormTemplate(
    FormKind kind,
    LocalDate effective,
    String title,
    String source,
    Page page,
    List<Piece> pieces,
    String footStrong,
    String footSmall) {
  public FormTemplate {
    pieces = List.copyOf(pieces);
  }

  /**
   * The sheet; lengths in millimetres.
   *
   * @param width of the paper as it is read
   * @param height of the paper as it is read
   * @param side margin left and right
   * @param top margin
   * @param foot height of the foot with its margin
   * @param scales sizes of the letters, tried one after the other until all fits on one page
   * @param scaleOfMany the size when it needs several pages
   */
  record Page(
      double width,
      double height,
      double side,
      double top,
      double foot,
      List<Double> scales,
      double scaleOfMany) {
    Page {
      scales = List.copyOf(scales);
    }
  }

  /** What a dossier remembers: its first day, ISO. */
  public String version() {
    return effective.toString();
  }
}
