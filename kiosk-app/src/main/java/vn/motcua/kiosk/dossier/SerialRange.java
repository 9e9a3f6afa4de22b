package vn.motcua.kiosk.dossier;

import java.time.LocalDate;

/**
 * Serial numbers of one agency and day that belong to one counter.
 *
 * @param agency whose codes they are for
 * @param day the day in the codes
 * @param site the counter that may use them
 * @param first the first of them, 1 or more
 * @param last the last
 * @param next the next that is free; {@code last + 1} if none is
 */
public record SerialRange(
    String agency, LocalDate day, String site, int first, int last, int next) {
  public SerialRange {
    if (first < 1 || last < first || next < first || next > last + 1 || site.isBlank()) {
      throw new IllegalArgumentException("no range of serial numbers: " + first + " to " + last);
    }
  }

  /** How many are still free. */
  public int unused() {
    return last + 1 - next;
  }
}
