package vn.motcua.kiosk.forms.receipt;

import java.util.Optional;

/**
 * What a receipt is worth.
 *
 * @param outcome in one word
 * @param claim what it says, where it could be read
 * @param site who signed it, where that is known
 * @param fingerprint of the key in it; empty if there is none
 * @param compared whether the printed words were compared with the signature too; where they were
 *     not (a text, a picture), eyes must compare the paper with the claim
 */
public record ReceiptVerdict(
    Outcome outcome,
    Optional<ReceiptClaim> claim,
    Optional<String> site,
    String fingerprint,
    boolean compared) {
  /** The verdict in one word. */
  public enum Outcome {
    /** A site that is believed has signed exactly this. */
    VERIFIED,
    /** Whoever signed it is not among the sites that are believed. */
    UNKNOWN_SITE,
    /** Something was changed after it was signed. */
    CHANGED,
    /** It bears no signature, as receipts of earlier versions. */
    NOT_SIGNED
  }
}
