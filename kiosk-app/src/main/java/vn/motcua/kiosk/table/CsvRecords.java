package vn.motcua.kiosk.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits CSV (RFC 4180, with any line end and any separator) into records. A record that breaks a
 * rule is left out up to its end: what stands inside quotation marks is never taken for a record,
 * however long it is, so that nobody slips a row in by what he enters as his name.
 */
final class CsvRecords {
  /**
   * One record.
   *
   * @param line the line on which it begins, from 1
   * @param fields empty if it is bad
   * @param why what is wrong with it
   */
  record Line(long line, List<String> fields, Optional<TableRow.Why> why) {}

  private enum Place {
    BEGIN,
    PLAIN,
    QUOTED,
    CLOSED
  }

  private final Reader in;
  private final char separator;
  private final TableLimits limits;
  private final char[] buffer = new char[1 << 13];
  private int at;
  private int filled;
  private long line = 1;
  private int last = -1;
  private boolean openAtEnd;

  private final StringBuilder field = new StringBuilder();
  private List<String> fields = new ArrayList<>();
  private int length;
  private Optional<TableRow.Why> wrong = Optional.empty();

  CsvRecords(Reader in, char separator, TableLimits limits) {
    this.in = in;
    this.separator = separator;
    this.limits = limits;
  }

  /** The next record that is not an empty line. */
  Optional<Line> next() throws IOException {
    while (true) {
      long begun = line;
      fields = new ArrayList<>();
      field.setLength(0);
      length = 0;
      wrong = Optional.empty();
      boolean more = record();
      boolean blank = fields.size() == 1 && fields.getFirst().isEmpty() && wrong.isEmpty();
      if (!blank) {
        return Optional.of(
            new Line(begun, wrong.isEmpty() ? List.copyOf(fields) : List.of(), wrong));
      }
      if (!more) {
        return Optional.empty();
      }
    }
  }

  /** After the end: the last character was a line end, and no quotation mark is open. */
  boolean endsWhole() {
    return (last == '\n' || last == '\r') && !openAtEnd;
  }

  /** Reads up to the end of a record; false at the end of the file. */
  private boolean record() throws IOException {
    Place place = Place.BEGIN;
    while (true) {
      int c = read();
      if (c < 0) {
        if (place == Place.QUOTED) {
          openAtEnd = true;
          fail(TableRow.Why.QUOTE);
        }
        endField();
        return false;
      }
      if (place == Place.QUOTED) {
        if (c == '"' && peek() == '"') {
          read();
          add('"');
        } else if (c == '"') {
          place = Place.CLOSED;
        } else {
          add((char) c);
        }
      } else if (c == separator) {
        endField();
        place = Place.BEGIN;
      } else if (c == '\n' || c == '\r') {
        if (c == '\r' && peek() == '\n') {
          read();
        }
        endField();
        return true;
      } else if (c == '"' && place == Place.BEGIN) {
        place = Place.QUOTED;
      } else {
        if (place == Place.CLOSED) {
          fail(TableRow.Why.QUOTE);
        } else {
          place = Place.PLAIN;
        }
        add((char) c);
      }
    }
  }

  private void add(char c) {
    if (++length > limits.rowChars()) {
      fail(TableRow.Why.TOO_LONG);
    } else if (c == '\ufffd' || Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r') {
      fail(TableRow.Why.CHARACTERS);
    }
    if (wrong.isEmpty()) {
      field.append(c);
    }
  }

  private void endField() {
    length++;
    if (fields.size() >= limits.columns()) {
      fail(TableRow.Why.COLUMNS);
    }
    if (wrong.isEmpty()) {
      fields.add(field.toString());
    }
    field.setLength(0);
  }

  private void fail(TableRow.Why why) {
    if (wrong.isEmpty()) {
      wrong = Optional.of(why);
    }
  }

  private int read() throws IOException {
    if (!fill()) {
      return -1;
    }
    last = buffer[at++];
    // CR LF is one line end, and so is CR alone.
    if (last == '\n' || last == '\r' && peek() != '\n') {
      line++;
    }
    return last;
  }

  private int peek() throws IOException {
    return fill() ? buffer[at] : -1;
  }

  private boolean fill() throws IOException {
    if (at == filled) {
      at = 0;
      filled = Math.max(0, in.read(buffer));
    }
    return at < filled;
  }
}
