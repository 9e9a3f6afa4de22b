package vn.motcua.kiosk.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Comma-separated values (RFC 4180), with any line end and any separator. */
final class Csv {
  /**
   * One record.
   *
   * @param line the line on which it begins, from 1
   */
  record Line(int line, List<String> fields) {}

  private final String text;
  private final char separator;
  private final List<Line> records = new ArrayList<>();
  private List<String> fields = new ArrayList<>();
  private final StringBuilder field = new StringBuilder();
  private int line = 1;
  private int begun = 1;

  private Csv(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /** The records, without empty lines; empty if a quotation mark has no partner. */
  static Optional<List<Line>> read(String text, char separator) {
    Csv csv = new Csv(text, separator);
    return csv.run() ? Optional.of(csv.records) : Optional.empty();
  }

  private boolean run() {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean next = i + 1 < text.length();
      if (c == '\n') {
        line++;
      }
      if (quoted) {
        if (c == '"' && next && text.charAt(i + 1) == '"') {
          field.append(c);
          i++;
        } else if (c == '"') {
          quoted = false;
        } else {
          field.append(c);
        }
      } else if (c == '"' && field.isEmpty()) {
        quoted = true;
      } else if (c == separator) {
        endField();
      } else if (c == '\n' || c == '\r') {
        endRecord();
      } else {
        field.append(c);
      }
    }
    endRecord();
    return !quoted;
  }

  private void endField() {
    fields.add(field.toString());
    field.setLength(0);
  }

  private void endRecord() {
    if (!fields.isEmpty() || !field.isEmpty()) {
      endField();
      records.add(new Line(begun, List.copyOf(fields)));
      fields = new ArrayList<>();
    }
    begun = line;
  }
}
