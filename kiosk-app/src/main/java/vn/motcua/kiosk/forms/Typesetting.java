package vn.motcua.kiosk.forms;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.pdf.EmbeddedFont;

/** Breaks text into lines and fits it into widths. */
final class Typesetting {
  /** A field longer than this is cut: it is not a name any more. */
  private static final int LONGEST = 1200;

  private Typesetting() {}

  /** One line of printable text in NFC. */
  static String clean(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return Normalizer.normalize(cut, Normalizer.Form.NFC)
        .replaceAll("[\\s\\p{Cntrl}]+", " ")
        .strip();
  }

  /**
   * The lines of {@code text}, none wider than {@code width}; a word that is wider is broken.
   *
   * @param indent how much narrower the first line is
   */
  static List<String> lines(
      EmbeddedFont font, double size, double width, double indent, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    double room = width - indent;
    for (String word : clean(text).split(" ", -1)) {
      String rest = word;
      String joined = line.isEmpty() ? rest : line + " " + rest;
      if (font.width(joined) * size <= room) {
        line = new StringBuilder(joined);
        continue;
      }
      if (!line.isEmpty() || indent > 0) {
        lines.add(line.toString());
        room = width;
      }
      while (font.width(rest) * size > room && rest.length() > 1) {
        int fits = fitting(font, size, room, rest);
        lines.add(rest.substring(0, fits));
        rest = rest.substring(fits);
      }
      line = new StringBuilder(rest);
    }
    if (!line.isEmpty() || lines.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** The same, with lines of about equal length: for what stands in the middle. */
  static List<String> balanced(EmbeddedFont font, double size, double width, String text) {
    List<String> best = lines(font, size, width, 0, text);
    int count = best.size();
    for (double narrower = width * 0.95; count > 1 && narrower > width * 0.5; narrower *= 0.95) {
      List<String> tried = lines(font, size, narrower, 0, text);
      if (tried.size() > count) {
        break;
      }
      best = tried;
    }
    return best;
  }

  /** The largest size, not above {@code size}, at which {@code text} is no wider than the width. */
  static double fit(EmbeddedFont font, double size, double width, String text) {
    double natural = font.width(text) * size;
    return natural <= width ? size : size * width / natural;
  }

  private static int fitting(EmbeddedFont font, double size, double width, String word) {
    int fits = 1;
    while (fits < word.length() && font.width(word.substring(0, fits + 1)) * size <= width) {
      fits++;
    }
    return Character.isHighSurrogate(word.charAt(fits - 1)) && fits > 1 ? fits - 1 : fits;
  }
}
