package vn.motcua.kiosk.forms;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.pdf.EmbeddedFont;

/** "Label: value" where the value goes on below the label when it is long. */
final class LabelledText {
  private LabelledText() {}

  static Block of(
      EmbeddedFont labelFont,
      EmbeddedFont valueFont,
      double size,
      double x,
      double width,
      double leading,
      String label,
      String value) {
    return new Stack(lines(labelFont, valueFont, size, x, width, leading, label, value));
  }

  /** The same, line by line. */
  static List<Block> lines(
      EmbeddedFont labelFont,
      EmbeddedFont valueFont,
      double size,
      double x,
      double width,
      double leading,
      String label,
      String value) {
    String head = label + ": ";
    double indent = labelFont.width(head) * size;
    List<Block> set = new ArrayList<>();
    if (indent > width * 0.8) {
      // No room is left beside so long a label.
      set.addAll(Line.left(labelFont, size, x, width, leading, label + ":"));
      set.addAll(Line.left(valueFont, size, x, width, leading, value));
      return set;
    }
    List<String> lines = Typesetting.lines(valueFont, size, width, indent, value);
    set.add(
        new SideBySide(
            List.of(
                new Line(labelFont, size, x, head, leading * size),
                new Line(valueFont, size, x + indent, lines.getFirst(), leading * size))));
    for (String line : lines.subList(1, lines.size())) {
      set.add(new Line(valueFont, size, x, line, leading * size));
    }
    return set;
  }
}
