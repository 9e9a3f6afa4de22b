package vn.motcua.kiosk.dossier;

/**
 * Who has to do with a dossier beside the counter that received it.
 *
 * @param receiving the unit that received it; empty = this centre
 * @param deciding the unit that decides; empty = the same
 * @param stopIssued whether form 05 was issued for it: then its stop is an end
 * @param linked the parts that other agencies do; none for most dossiers
 */
public record Handling(String receiving, String deciding, boolean stopIssued, LinkedWork linked) {
  /** This centre receives and decides, alone. */
  public static final Handling LOCAL = new Handling("", "", false, LinkedWork.NONE);

  /** Whether the papers travel: another unit decides than the one that received them. */
  public boolean travels() {
    return !deciding.isEmpty() && !deciding.equals(receiving);
  }

  /** The same with form 05 issued. */
  public Handling withStopIssued() {
    return new Handling(receiving, deciding, true, linked);
  }

  /** The same with those parts. */
  public Handling with(LinkedWork parts) {
    return new Handling(receiving, deciding, stopIssued, parts);
  }
}
