package vn.motcua.kiosk.forms;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.pdf.EmbeddedFont;
import vn.motcua.kiosk.pdf.PageContent;

/** A line of text set on a page; the size of its letters is already that of the form's scale. */
record Line(EmbeddedFont font, double size, double x, String text, double leading)
    implements Block {
  /** The part of the leading that stands above the base line. */
  private static final double ASCENT = 0.76;

  @Override
  public double height() {
    return leading;
  }

  @Override
  public void draw(PageContent page, double top) {
    page.text(font, size, x, top - leading * ASCENT, text);
  }

  /** {@code text} broken into lines that stand at the left of a column. */
  static List<Block> left(
      EmbeddedFont font, double size, double x, double width, double leading, String text) {
    List<Block> lines = new ArrayList<>();
    for (String line : Typesetting.lines(font, size, width, 0, text)) {
      lines.add(new Line(font, size, x, line, leading * size));
    }
    return lines;
  }

  /** {@code text} broken into lines that stand in the middle of a column. */
  static List<Block> centred(
      EmbeddedFont font, double size, double x, double width, double leading, String text) {
    List<Block> lines = new ArrayList<>();
    for (String line : Typesetting.balanced(font, size, width, text)) {
      double free = width - font.width(line) * size;
      lines.add(new Line(font, size, x + free / 2, line, leading * size));
    }
    return lines;
  }
}
