package vn.motcua.kiosk.bench.made;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/** Sets text line under line between two margins, until the foot is reached. */
final class Column {
  private static final double LEADING = 1.32;

  private final Sheet sheet;
  private final double left;
  private final double right;
  private final double foot;
  private double y;

  /**
   * @param top the upper edge of the first line, points
   * @param foot no baseline lies lower, points
   */
  Column(Sheet sheet, double left, double right, double top, double foot) {
    this.sheet = sheet;
    this.left = left;
    this.right = right;
    this.foot = foot;
    this.y = top;
  }

  double y() {
    return y;
  }

  double left() {
    return left;
  }

  double right() {
    return right;
  }

  void skip(double points) {
    y += points;
  }

  /** Whether {@code points} more still fit. */
  boolean fits(double points) {
    return y + points <= foot;
  }

  /** Moves down by a line of {@code font}; gives its baseline. */
  double nextBaseline(Font font) {
    y += font.getSize2D() * LEADING;
    return y - font.getSize2D() * (LEADING - 1);
  }

  void centred(String text, Font font) {
    double x = (left + right - Sheet.width(font, text)) / 2;
    sheet.words(text, font, x, nextBaseline(font));
    sheet.endLine();
  }

  void around(String text, Font font, double middle) {
    sheet.words(text, font, middle - Sheet.width(font, text) / 2, nextBaseline(font));
    sheet.endLine();
  }

  /** Sets {@code text} whole; false, and nothing is set, if it does not fit. */
  boolean paragraph(String text, Font font, double indent) {
    List<String> lines = broken(text, font, indent);
    if (!fits(lines.size() * font.getSize2D() * LEADING)) {
      return false;
    }
    double x = left + indent;
    for (String line : lines) {
      sheet.words(line, font, x, nextBaseline(font));
      sheet.endLine();
      x = left;
    }
    y += font.getSize2D() * 0.3;
    return true;
  }

  private List<String> broken(String text, Font font, double indent) {
    double space = Sheet.width(font, " ");
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    double used = indent;
    for (String word : text.split(" ")) {
      double width = Sheet.width(font, word);
      if (!line.isEmpty() && used + width > right - left) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        used = 0;
      }
      line.append(word).append(' ');
      used += width + space;
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }
}
