package vn.motcua.kiosk.forms;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.pdf.EmbeddedFont;

/** Breaks text into lines and fits it into widths. */
final class Typesetting {
  /** A field longer than this is cut: it is not a name any more. */
  private static final int LONGEST = 6000;

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
    for (String word : words(font, size, width, clean(text))) {
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
    keepCompany(font, size, indent > 0 && lines.size() == 2 ? width - indent : width, lines);
    lines.replaceAll(NonBreaking::asBlanks);
    return lines;
  }

  /** Words that belong together count as one, unless no line could hold them. */
  private static List<String> words(EmbeddedFont font, double size, double width, String text) {
    List<String> words = new ArrayList<>();
    for (String word : NonBreaking.bind(text).split(" ", -1)) {
      if (font.width(word) * size <= width * 0.7) {
        words.add(word);
      } else {
        words.addAll(List.of(NonBreaking.asBlanks(word).split(" ", -1)));
      }
    }
    return words;
  }

  /** A short syllable does not stand alone in the last line of several. */
  private static void keepCompany(
      EmbeddedFont font, double size, double width, List<String> lines) {
    int last = lines.size() - 1;
    if (last < 1 || lines.get(last).contains(" ") || lines.get(last).length() > 5) {
      return;
    }
    String before = lines.get(last - 1);
    int cut = before.lastIndexOf(' ');
    // Only where enough is left in the line above.
    if (cut < 0 || font.width(before.substring(0, cut)) * size < width * 0.5) {
      return;
    }
    lines.set(last - 1, before.substring(0, cut));
    lines.set(last, before.substring(cut + 1) + " " + lines.get(last));
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
