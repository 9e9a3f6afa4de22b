package vn.motcua.kiosk.table;

import java.util.Map;

/** One row of a table: read, or not and why. */
public sealed interface TableRow {
  /** Where it begins: for CSV its line, for JSON the line of its opening brace; from 1. */
  long line();

  /**
   * A row that has the shape of the table.
   *
   * @param cells by the name of the column; empty cells are there as empty texts
   */
  record Read(long line, Map<String, String> cells) implements TableRow {
    public Read {
      cells = Map.copyOf(cells);
    }

    /** The cell of that column; empty if the row has none. */
    public String cell(String column) {
      return cells.getOrDefault(Cells.heading(column), "");
    }

    /** Never the cells: they may name people. */
    @Override
    public String toString() {
      return "Read[line=" + line + "]";
    }
  }

  /** A row that cannot be used. */
  record Bad(long line, Why why) implements TableRow {}

  /** What is wrong with a row. */
  enum Why {
    /** It has another number of columns than the heading. */
    COLUMNS,
    /** A quotation mark without its partner, or text behind a closing one. */
    QUOTE,
    /** A row or a cell that is longer than {@link TableLimits} allow. */
    TOO_LONG,
    /** NUL or another control character, or bytes that are no text. */
    CHARACTERS,
    /** A row of a JSON list that is no object. */
    NOT_AN_OBJECT,
    /** The same name stands in one JSON object twice. */
    NAME_TWICE
  }
}
