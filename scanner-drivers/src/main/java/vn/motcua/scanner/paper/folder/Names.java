package vn.motcua.scanner.paper.folder;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The names of files: their order, those of files in the making, and new ones where one is taken.
 */
final class Names {
  /** As people count: {@code scan2} before {@code scan10}, {@code scan} before {@code scan (2)}. */
  static final Comparator<String> NATURAL =
      Comparator.comparing(Names::stem, Names::natural)
          .thenComparing(Names::ending, Names::natural)
          .thenComparing(Comparator.naturalOrder());

  private static final List<String> ENDINGS =
      List.of(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".tif", ".tiff", ".pdf");

  private static final List<String> IN_THE_MAKING =
      List.of(
          ".part",
          ".partial",
          ".tmp",
          ".temp",
          ".filepart",
          ".crdownload",
          ".download",
          ".swp",
          ".!ut",
          "~");

  /** Bytes of a name that every usual file system allows, with room for what we add. */
  private static final int LONGEST = 200;

  private Names() {}

  /** Whether this name says that the file is not finished, or is none for people. */
  static boolean inTheMaking(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.startsWith(".")
        || small.startsWith("~")
        || IN_THE_MAKING.stream().anyMatch(small::endsWith);
  }

  /** Whether this name says that the file holds pages. */
  static boolean ofPages(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(small::endsWith);
  }

  /**
   * {@code name} with a number, for example {@code scan (2).pdf}; shortened if it is very long. A
   * name that is no text gets a plain one.
   */
  static Path numbered(Path name, int number) {
    String text = name.toString();
    try {
      String stem = fitting(stem(text));
      return name.getFileSystem().getPath(stem + " (" + number + ")" + fitting(ending(text)));
    } catch (InvalidPathException e) {
      return name.getFileSystem().getPath("file (" + number + ")");
    }
  }

  /** The name of the sentence that lies beside a file. */
  static Path beside(Path file) {
    Path name = file.getFileName();
    String text = name == null ? "" : fitting(name.toString());
    try {
      return file.resolveSibling(text + ".txt");
    } catch (InvalidPathException e) {
      return file.resolveSibling("file.txt");
    }
  }

  private static String fitting(String text) {
    String fitting = text.replace('\ufffd', '_'); // what was no text in the first place
    while (fitting.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      fitting = fitting.substring(0, fitting.length() - 1);
    }
    boolean half =
        !fitting.isEmpty() && Character.isHighSurrogate(fitting.charAt(fitting.length() - 1));
    return half ? fitting.substring(0, fitting.length() - 1) : fitting;
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static String ending(String name) {
    return name.substring(stem(name).length());
  }

  private static int natural(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      if (digit(a.charAt(i)) && digit(b.charAt(j))) {
        String x = number(a, i);
        String y = number(b, j);
        i += x.length();
        j += y.length();
        int order = compare(x, y);
        if (order != 0) {
          return order;
        }
      } else {
        int order =
            Character.compare(
                Character.toLowerCase(a.charAt(i++)), Character.toLowerCase(b.charAt(j++)));
        if (order != 0) {
          return order;
        }
      }
    }
    return Integer.compare(a.length() - i, b.length() - j);
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String number(String text, int from) {
    int to = from;
    while (to < text.length() && digit(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }

  private static int compare(String x, String y) {
    String a = x.replaceFirst("^0+", "");
    String b = y.replaceFirst("^0+", "");
    return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
  }
}
