package vn.motcua.kiosk.oldsystem;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A line for each row of an import, as it comes: JSON or CSV. It names no person. */
public final class ImportReport implements Closeable {
  private final Writer out;
  private final boolean csv;
  private boolean begun;

  /**
   * @param out closed with this
   * @param csv whether it is CSV; JSON otherwise
   */
  public ImportReport(Writer out, boolean csv) throws IOException {
    this.out = out;
    this.csv = csv;
    out.write(csv ? "line,code,result,why,fields\r\n" : "{\"rows\": [");
  }

  /** Adds a row. */
  public void add(RowResult row) throws IOException {
    if (csv) {
      out.write(
          row.line()
              + ","
              + cell(row.code())
              + ","
              + row.what()
              + ","
              + cell(row.why())
              + ","
              + cell(String.join(" ", row.fields()))
              + "\r\n");
      return;
    }
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("line", row.line());
    one.put("code", row.code());
    one.put("result", row.what().name());
    if (!row.why().isEmpty()) {
      one.put("why", row.why());
    }
    if (!row.fields().isEmpty()) {
      one.put(row.what() == RowResult.What.REFUSED ? "column" : "fields", row.fields());
    }
    out.write((begun ? ",\n" : "\n") + JsonMapper.shared().writeValueAsString(one));
    begun = true;
  }

  /** Ends it; the totals stand in JSON only. */
  public void finish(Map<String, Object> totals) throws IOException {
    if (!csv) {
      out.write("\n],\n\"totals\": " + JsonMapper.shared().writeValueAsString(totals) + "}\n");
    }
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** A column of the file may be called like a formula, which a spreadsheet would carry out. */
  private static String cell(String text) {
    String plain = text.matches("(?s)[=+@\\-\\t\\r].*") ? "'" + text : text;
    return List.of(",", "\"", "\n", "\r").stream().anyMatch(plain::contains)
        ? "\"" + plain.replace("\"", "\"\"") + "\""
        : plain;
  }
}
