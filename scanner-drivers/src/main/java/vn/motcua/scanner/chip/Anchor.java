package vn.motcua.scanner.chip;

import java.time.LocalDate;

/** Whose key vouches for a document signer. The two kinds are never mixed up. */
public sealed interface Anchor {
  /** A short stable name of it, fit for a screen or a log. */
  String id();

  /**
   * A country signing certificate that a technician installed.
   *
   * @param subject its distinguished name
   * @param id the first sixteen hexadecimal digits of the SHA-256 of its certificate
   */
  record Official(String subject, String id) implements Anchor {}

  /**
   * A key that was learnt on this machine from cards of the staff.
   *
   * @param id the first sixteen hexadecimal digits of the SHA-256 of the key or signer certificate
   * @param enrolled the day on which that was done
   */
  record Enrolled(String id, LocalDate enrolled) implements Anchor {}
}
