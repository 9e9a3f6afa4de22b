package vn.motcua.scanner.chip.tr03105;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of {@code docs/tr-03105.md}: what the tests must find stands there and only there. */
final class Table {
  private static final Pattern ROW = Pattern.compile("\\| ((?:ISO7816|LDS|MC)_[A-Z0-9_]+) \\|.*");
  private static final Pattern DEVIATION = Pattern.compile("\\bD\\d+\\b");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** What the plan expects of a case. */
  enum Expected {
    SUCCESSFUL,
    FAILED,
    OPEN
  }

  /**
   * A row.
   *
   * @param test simple name of the class that runs the case, empty if none does
   * @param results each of them may come out
   * @param deviation which of the deviations above the tables applies
   */
  record Row(
      String id, Expected expected, String test, List<String> results, Optional<String> deviation) {
    boolean applicable() {
      return !test.isEmpty();
    }
  }

  private static final Map<String, Row> ROWS = read();

  private Table() {}

  static Map<String, Row> rows() {
    return ROWS;
  }

  /** The row of a case. */
  static Row row(String id) {
    Row row = ROWS.get(id);
    if (row == null) {
      throw new AssertionError(id + " has no row in docs/tr-03105.md");
    }
    return row;
  }

  static String text() {
    try {
      return Files.readString(Path.of("docs/tr-03105.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Row> read() {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (String line : text().lines().toList()) {
      Matcher row = ROW.matcher(line);
      if (row.matches() && rows.put(row.group(1), parse(row.group(1), line)) != null) {
        throw new AssertionError(row.group(1) + " has two rows");
      }
    }
    return rows;
  }

  private static Row parse(String id, String line) {
    List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    if (cells.size() != 7) {
      throw new AssertionError("a row has five cells: " + line);
    }
    Expected expected =
        switch (cells.get(3).split(" ", 2)[0]) {
          case "successful" -> Expected.SUCCESSFUL;
          case "failed" -> Expected.FAILED;
          case "open", "deleted" -> Expected.OPEN;
          default -> throw new AssertionError("expected successful, failed or open: " + line);
        };
    Matcher deviation = DEVIATION.matcher(cells.get(5));
    return new Row(
        id,
        expected,
        cells.get(4).equals("–") ? "" : cells.get(4),
        CODE.matcher(cells.get(5)).results().map(found -> found.group(1)).toList(),
        deviation.find() ? Optional.of(deviation.group()) : Optional.empty());
  }
}
