package vn.motcua.kiosk.paper.readback;

import java.util.List;

/**
 * One value that a person may take over.
 *
 * @param field whose value it would be, as the paper's data file names it: {@code mother.name}
 * @param label what the field is called on the paper
 * @param kind what kind of value, and so how {@code value} is written
 * @param value as it would be filled in
 * @param confidence 0 to 1: of proposals with at least 0.9, fewer than one in fifty is wrong
 * @param why for and against
 * @param page from 1
 * @param box around the words that it was read from
 */
public record Proposal(
    String field,
    String label,
    ValueKind kind,
    String value,
    double confidence,
    List<Reason> why,
    int page,
    Box box) {
  public Proposal {
    why = List.copyOf(why);
  }

  /** Never the value: this may land in a log. */
  @Override
  public String toString() {
    return "Proposal[" + field + " page " + page + "]";
  }
}
