package vn.motcua.kiosk.dossier;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Money that was asked for. A code that was scanned, or a citizen who says so, is no payment: it
 * waits ("chờ đối soát") until an officer or a bank's statement confirms it.
 *
 * @param code the dossier
 * @param number 1 for the first of the dossier
 * @param amount in đồng, 1 or more
 * @param reference what stands in the transfer's purpose, see {@link PaymentReference}
 * @param asked when it was asked for
 * @param confirmed when and by whom it was confirmed; empty = awaiting
 */
public record Payment(
    DossierCode code,
    int number,
    long amount,
    String reference,
    LocalDateTime asked,
    Optional<Confirmation> confirmed) {
  /**
   * Who says that the money is there.
   *
   * @param at when
   * @param who the officer
   * @param bankId what the bank calls the transfer; empty if the officer saw it elsewhere
   */
  public record Confirmation(LocalDateTime at, String who, Optional<String> bankId) {}

  /** Whether it still waits. */
  public boolean awaited() {
    return confirmed.isEmpty();
  }
}
