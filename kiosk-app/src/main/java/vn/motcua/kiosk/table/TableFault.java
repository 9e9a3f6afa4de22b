package vn.motcua.kiosk.table;

import vn.motcua.scanner.Fault;

/** What can be wrong with a table as a whole. */
public sealed interface TableFault extends Fault {
  /** There is nothing in it. */
  record Empty() implements TableFault {
    @Override
    public String code() {
      return "TABLE-EMPTY";
    }
  }

  /** A column that was named is missing from the heading or stands in it twice. */
  record Heading() implements TableFault {
    @Override
    public String code() {
      return "TABLE-HEADING";
    }
  }

  /** It is no table of that kind, or breaks off. */
  record Broken() implements TableFault {
    @Override
    public String code() {
      return "TABLE-BROKEN";
    }
  }
}
