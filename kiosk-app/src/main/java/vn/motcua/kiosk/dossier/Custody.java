package vn.motcua.kiosk.dossier;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A dossier went from one hand to the next; never changed afterwards.
 *
 * @param number 1 for the first hand-over of the dossier
 * @param at when, local time of the centre
 * @param giver who gave it
 * @param receiver who was to get it
 * @param pages how many pages it had, as scanned
 * @param originals where the originals are afterwards
 * @param place who has the originals, in plain words
 * @param confirmed what the receiver said; empty until then
 */
public record Custody(
    int number,
    LocalDateTime at,
    String giver,
    String receiver,
    int pages,
    Originals originals,
    String place,
    Optional<Confirmation> confirmed) {
  /**
   * The receiver has counted.
   *
   * @param at when
   * @param who the receiver, by name
   * @param pages how many pages came
   */
  public record Confirmation(LocalDateTime at, String who, int pages) {}

  /** Whether the receiver counted another number of pages than was given. */
  public boolean differs() {
    return confirmed.filter(said -> said.pages() != pages).isPresent();
  }
}
