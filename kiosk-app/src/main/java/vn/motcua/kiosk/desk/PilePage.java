package vn.motcua.kiosk.desk;

import java.util.Optional;

/**
 * A place in a pile, in the order of its journal: a page that is kept, one that was taken out, or
 * one that was lost.
 *
 * @param number of the page, see {@link KeptPage#number}
 * @param paper the paper that it belongs to; empty if none is known
 * @param picture empty if it is damaged or missing
 * @param removal set if it was taken out
 * @param twin set if it shows a sticky note: the number of the kept page without it
 * @param trouble what is wrong with its picture, if anything is
 */
public record PilePage(
    int number,
    String paper,
    Optional<KeptPage> picture,
    Optional<Removal> removal,
    Optional<Integer> twin,
    Optional<PageTrouble.Kind> trouble) {
  /** Whether it goes into the dossier. */
  public boolean isKept() {
    return picture.isPresent() && removal.isEmpty();
  }

  /** Whether it is missing where a page should be. */
  public boolean isLost() {
    return picture.isEmpty() && removal.isEmpty();
  }
}
