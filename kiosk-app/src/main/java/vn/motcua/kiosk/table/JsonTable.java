package vn.motcua.kiosk.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import vn.motcua.scanner.FaultException;

/**
 * A list of objects in a JSON file (RFC 8259, UTF-8), read row by row. Objects in a row become
 * cells named {@code outer.inner}; lists in a row are left out; {@code null} is an empty cell.
 */
public final class JsonTable implements TableReader {
  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(1 << 20)
                  .maxNameLength(1 << 10)
                  .maxNumberLength(100)
                  .maxNestingDepth(200)
                  .build())
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private final JsonParser parser;
  private final TableLimits limits;
  private final List<String> way;
  private boolean ended;
  private boolean whole;

  private JsonTable(JsonParser parser, List<String> way, TableLimits limits) {
    this.parser = parser;
    this.way = List.copyOf(way);
    this.limits = limits;
  }

  /**
   * Goes to the list of rows; closing the table closes {@code bytes}.
   *
   * @param path names of the objects around the list, parted by dots; empty if the file is the list
   * @throws FaultException with {@link TableFault.Empty}, {@link TableFault.Heading} if there is no
   *     such list, or {@link TableFault.Broken}
   */
  public static JsonTable open(InputStream bytes, String path, TableLimits limits)
      throws IOException, FaultException {
    try {
      JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), bytes);
      List<String> way = path.isEmpty() ? List.of() : List.of(path.split("\\.", -1));
      JsonTable table = new JsonTable(parser, way, limits);
      if (parser.nextToken() == null) {
        throw new FaultException(new TableFault.Empty());
      }
      for (String name : way) {
        table.enter(name);
      }
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        throw new FaultException(new TableFault.Heading(), path);
      }
      return table;
    } catch (JacksonException strange) {
      throw broken(strange);
    }
  }

  private void enter(String name) throws FaultException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new FaultException(new TableFault.Heading(), name);
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean here = parser.currentName().equals(name);
      parser.nextToken();
      if (here) {
        return;
      }
      parser.skipChildren();
    }
    throw new FaultException(new TableFault.Heading(), name);
  }

  @Override
  public Optional<TableRow> next() throws IOException, FaultException {
    if (ended) {
      return Optional.empty();
    }
    try {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.END_ARRAY) {
        ended = true;
        finish();
        return Optional.empty();
      }
      long line = parser.currentTokenLocation().getLineNr();
      if (token != JsonToken.START_OBJECT) {
        parser.skipChildren();
        return Optional.of(new TableRow.Bad(line, TableRow.Why.NOT_AN_OBJECT));
      }
      return Optional.of(row(line));
    } catch (JacksonException strange) {
      ended = true;
      throw broken(strange);
    }
  }

  /** What is around the list must be closed, and nothing may stand behind it. */
  private void finish() throws FaultException {
    int open = parser.streamReadContext().getNestingDepth();
    JsonToken token = parser.nextToken();
    while (token != null) {
      if (open == 0) {
        return;
      }
      // Nobody knows which of two lists of one name is meant.
      if (token == JsonToken.PROPERTY_NAME
          && open <= way.size()
          && parser.currentName().equals(way.get(open - 1))) {
        throw new FaultException(new TableFault.Heading(), way.get(open - 1) + " twice");
      }
      parser.skipChildren();
      open = parser.streamReadContext().getNestingDepth();
      token = parser.nextToken();
    }
    whole = true;
  }

  private TableRow row(long line) {
    Map<String, String> cells = new HashMap<>();
    Optional<TableRow.Why> wrong = Optional.empty();
    List<String> around = new ArrayList<>();
    int length = 0;
    while (true) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.END_OBJECT) {
        if (around.isEmpty()) {
          break;
        }
        around.removeLast();
        continue;
      }
      String own = parser.currentName();
      String name = around.isEmpty() ? own : String.join(".", around) + "." + own;
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT) {
        around.add(own);
        if (around.size() >= limits.depth()) {
          wrong = wrong.or(() -> Optional.of(TableRow.Why.TOO_LONG));
          parser.skipChildren();
          around.removeLast();
        }
      } else if (value == JsonToken.START_ARRAY) {
        parser.skipChildren();
      } else {
        String cell = value == JsonToken.VALUE_NULL ? "" : parser.getString();
        length += cell.length() + name.length();
        if (length > limits.rowChars() || cells.size() >= limits.columns()) {
          wrong = wrong.or(() -> Optional.of(TableRow.Why.TOO_LONG));
        } else if (Cells.hasControls(cell)) {
          wrong = wrong.or(() -> Optional.of(TableRow.Why.CHARACTERS));
        } else if (cells.put(Cells.heading(name), cell) != null) {
          wrong = wrong.or(() -> Optional.of(TableRow.Why.NAME_TWICE));
        }
      }
    }
    return wrong.isPresent() ? new TableRow.Bad(line, wrong.get()) : new TableRow.Read(line, cells);
  }

  @Override
  public boolean endsWhole() {
    return whole;
  }

  /** The text around the place is not told: it may name people. */
  private static FaultException broken(JacksonException strange) {
    int line = strange.getLocation() == null ? 0 : strange.getLocation().getLineNr();
    return new FaultException(new TableFault.Broken(), "line " + line);
  }

  @Override
  public void close() {
    parser.close();
  }
}
