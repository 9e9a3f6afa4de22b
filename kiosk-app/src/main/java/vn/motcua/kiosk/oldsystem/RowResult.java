package vn.motcua.kiosk.oldsystem;

import java.util.List;

/**
 * What became of a row.
 *
 * @param line where it begins, from 1
 * @param code the dossier; empty if the row does not say
 * @param what what became of it
 * @param why the reason, if it was refused
 * @param fields if refused, the column; in a conflict, the fields that differ; if taken, what is
 *     odd
 */
public record RowResult(long line, String code, What what, String why, List<String> fields) {
  /** What can become of a row. */
  public enum What {
    /** There is a dossier now that was not there before. */
    TAKEN,
    /** That very row was taken before, or the dossier says the same. */
    SAME,
    /** The dossier is there and says something else; it stays as it is. */
    CONFLICT,
    /** The row cannot be understood. */
    REFUSED
  }

  public RowResult {
    fields = List.copyOf(fields);
  }
}
