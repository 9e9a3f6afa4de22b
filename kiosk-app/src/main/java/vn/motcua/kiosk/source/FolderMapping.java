package vn.motcua.kiosk.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;
import vn.motcua.kiosk.table.CsvTable;
import vn.motcua.kiosk.table.DateShapes;
import vn.motcua.kiosk.table.JsonTable;
import vn.motcua.kiosk.table.TableLimits;
import vn.motcua.kiosk.table.TableReader;
import vn.motcua.scanner.FaultException;

/**
 * How to read the files of one watched folder; a technician writes it, see {@code docs/sources.md}.
 *
 * @param files which names are meant
 * @param csv CSV, else JSON
 * @param encoding of a CSV
 * @param separator of a CSV
 * @param rows the way to the list in a JSON file
 * @param whole how it is known that a file is whole
 * @param marker what a marker's name has behind the file's name
 * @param quiet how long a file must have stayed as it is
 * @param move whether files go to {@code done} or {@code failed} afterwards
 * @param full whether each file is an export of everything
 * @param leastPercent a full export with fewer rows than so much of the last one is refused
 * @param mostBytes a bigger file is refused
 * @param columns which column says what
 * @param nameMoment finds in a file's name when it was true, in its first group
 * @param dates shapes of moments
 * @param proofs what opens a dossier beside the owner's card
 * @param reader makes dossiers of rows
 * @param fingerprint of the mapping itself: a file is looked at anew when it changes
 */
record FolderMapping(
    PathMatcher files,
    boolean csv,
    Charset encoding,
    char separator,
    String rows,
    Whole whole,
    String marker,
    Duration quiet,
    boolean move,
    boolean full,
    int leastPercent,
    long mostBytes,
    Map<SourceField, String> columns,
    Optional<Pattern> nameMoment,
    DateShapes dates,
    List<Proof> proofs,
    RowReader reader,
    String fingerprint) {
  /** How it is known that a file is whole. */
  enum Whole {
    /** The other system renames it when it is done: what has its final name is whole. */
    RENAME,
    /** The other system puts an empty file beside it when it is done. */
    MARKER,
    /** Neither: it must have been left alone for a while and end as a whole file does. */
    QUIET
  }

  private static final Set<String> NAMES =
      Set.of(
          "files",
          "format",
          "encoding",
          "separator",
          "rows",
          "complete",
          "marker",
          "quietSeconds",
          "after",
          "full",
          "leastPercent",
          "maxMegabytes",
          "columns",
          "asOfInName",
          "dates",
          "statuses",
          "stages",
          "proofs");
  private static final Map<String, Character> SEPARATORS =
      Map.of("comma", ',', "semicolon", ';', "tab", '\t', "bar", '|');

  FolderMapping {
    columns = Map.copyOf(columns);
    proofs = List.copyOf(proofs);
  }

  /**
   * Reads a mapping file.
   *
   * @throws FaultException with {@link SourceFault.Kind#MAPPING}, whose detail names the field
   */
  static FolderMapping read(Path file) throws FaultException {
    return MappingJson.read(file, NAMES, FolderMapping::of);
  }

  private static FolderMapping of(JsonNode all) {
    Map<SourceField, String> columns = MappingJson.columns(all, "columns");
    for (SourceField needed : List.of(SourceField.CODE, SourceField.STATUS)) {
      if (!columns.containsKey(needed)) {
        throw new IllegalArgumentException("columns: " + needed.word());
      }
    }
    DateShapes dates = MappingJson.dates(all);
    boolean csv = MappingJson.choice(all, "format", List.of("csv", "json"), "csv").equals("csv");
    Character separator = SEPARATORS.get(MappingJson.text(all, "separator", "comma"));
    if (separator == null) {
      throw new IllegalArgumentException("separator");
    }
    Whole whole =
        switch (MappingJson.choice(all, "complete", List.of("rename", "marker", "quiet"), "")) {
          case "rename" -> Whole.RENAME;
          case "marker" -> Whole.MARKER;
          default -> Whole.QUIET;
        };
    String marker = MappingJson.text(all, "marker", ".done");
    if (!marker.matches("\\.[A-Za-z0-9]{1,16}")) {
      throw new IllegalArgumentException("marker");
    }
    String pattern = MappingJson.text(all, "asOfInName", "");
    return new FolderMapping(
        glob(MappingJson.text(all, "files", csv ? "*.csv" : "*.json")),
        csv,
        encoding(MappingJson.text(all, "encoding", "UTF-8")),
        separator,
        MappingJson.text(all, "rows", ""),
        whole,
        marker,
        Duration.ofSeconds(MappingJson.whole(all, "quietSeconds", 1, 86_400, 30)),
        MappingJson.choice(all, "after", List.of("leave", "move"), "leave").equals("move"),
        MappingJson.flag(all, "full", false),
        MappingJson.whole(all, "leastPercent", 0, 100, 50),
        MappingJson.whole(all, "maxMegabytes", 1, 4096, 512) * (1L << 20),
        columns,
        pattern.isEmpty() ? Optional.empty() : Optional.of(pattern(pattern)),
        dates,
        MappingJson.proofs(all, columns.keySet()),
        new RowReader(dates, MappingJson.statuses(all), MappingJson.stages(all)),
        all.toString());
  }

  private static PathMatcher glob(String text) {
    if (text.isBlank() || text.contains("/") || text.contains("\\")) {
      throw new IllegalArgumentException("files");
    }
    return FileSystems.getDefault().getPathMatcher("glob:" + text);
  }

  private static Charset encoding(String name) {
    return switch (name) {
      case "UTF-8" -> StandardCharsets.UTF_8;
      case "UTF-16" -> StandardCharsets.UTF_16;
      case "windows-1258" -> Charset.forName("windows-1258");
      default -> throw new IllegalArgumentException("encoding");
    };
  }

  private static Pattern pattern(String text) {
    try {
      Pattern made = Pattern.compile(text);
      if (made.matcher("").groupCount() == 1) {
        return made;
      }
    } catch (PatternSyntaxException bad) {
      throw new IllegalArgumentException("asOfInName", bad);
    }
    throw new IllegalArgumentException("asOfInName");
  }

  /** Opens a file's rows. */
  TableReader open(java.io.InputStream bytes) throws IOException, FaultException {
    return csv
        ? CsvTable.open(
            bytes, encoding, separator, new HashSet<>(columns.values()), TableLimits.USUAL)
        : JsonTable.open(bytes, rows, TableLimits.USUAL);
  }
}
