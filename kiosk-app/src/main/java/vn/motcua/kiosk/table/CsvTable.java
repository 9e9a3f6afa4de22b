package vn.motcua.kiosk.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.motcua.scanner.FaultException;

/**
 * A CSV whose first line names the columns (RFC 4180; any line end; a byte order mark is left out).
 * Bytes that are no text of the encoding spoil their row, not the file.
 */
public final class CsvTable implements TableReader {
  private final Reader in;
  private final CsvRecords records;
  private final List<String> heading;

  private CsvTable(Reader in, CsvRecords records, List<String> heading) {
    this.in = in;
    this.records = records;
    this.heading = heading;
  }

  /**
   * Reads the heading; closing the table closes {@code bytes}.
   *
   * @param needed columns that the heading must name, each once
   * @throws FaultException with {@link TableFault.Empty} or {@link TableFault.Heading}
   */
  public static CsvTable open(
      InputStream bytes, Charset encoding, char separator, Set<String> needed, TableLimits limits)
      throws IOException, FaultException {
    Reader in =
        new InputStreamReader(
            bytes,
            encoding
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    CsvRecords records = new CsvRecords(new WithoutMark(in), separator, limits);
    CsvRecords.Line first =
        records.next().orElseThrow(() -> new FaultException(new TableFault.Empty()));
    if (first.why().isPresent()) {
      throw new FaultException(new TableFault.Heading(), first.why().get().name());
    }
    List<String> heading = first.fields().stream().map(Cells::heading).toList();
    for (String named : needed) {
      String column = Cells.heading(named);
      int at = heading.indexOf(column);
      if (at < 0 || heading.lastIndexOf(column) != at) {
        throw new FaultException(new TableFault.Heading(), column);
      }
    }
    return new CsvTable(in, records, heading);
  }

  /** The names of the columns, in their order. */
  public List<String> heading() {
    return heading;
  }

  @Override
  public Optional<TableRow> next() throws IOException {
    return records.next().map(this::row);
  }

  private TableRow row(CsvRecords.Line line) {
    if (line.why().isPresent()) {
      return new TableRow.Bad(line.line(), line.why().get());
    }
    if (line.fields().size() != heading.size()) {
      return new TableRow.Bad(line.line(), TableRow.Why.COLUMNS);
    }
    Map<String, String> cells = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (int i = 0; i < heading.size(); i++) {
      if (cells.put(heading.get(i), line.fields().get(i)) != null) {
        twice.add(heading.get(i));
      }
    }
    // Nobody knows which of two columns of one name is meant.
    twice.forEach(cells::remove);
    return new TableRow.Read(line.line(), cells);
  }

  @Override
  public boolean endsWhole() {
    return records.endsWhole();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Leaves out one byte order mark at the beginning. */
  private static final class WithoutMark extends Reader {
    private final Reader in;
    private boolean begun;

    WithoutMark(Reader in) {
      this.in = in;
    }

    @Override
    public int read(char[] into, int from, int most) throws IOException {
      if (!begun) {
        begun = true;
        int first = in.read();
        if (first != '\ufeff') {
          if (first < 0) {
            return -1;
          }
          into[from] = (char) first;
          return 1;
        }
      }
      return in.read(into, from, most);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
