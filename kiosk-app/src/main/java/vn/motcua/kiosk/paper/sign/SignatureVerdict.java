package vn.motcua.kiosk.paper.sign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one signature is worth.
 *
 * @param field its name in the document
 * @param outcome the result
 * @param detail the technical reason, for the log and the technician; empty if there is none
 * @param signer whose certificate; empty if it could not be read
 * @param organisation in the certificate; may be empty
 * @param issuer who issued it; may be empty
 * @param time when it was signed: the proven moment, else the one that the signer claims
 * @param proven whether a trusted timestamp proves the time
 * @param level {@code B-B}, {@code B-T}, {@code B-LT}, {@code B-LTA}; {@code CMS} for one outside
 *     the baseline; {@code TIMESTAMP} for a timestamp over the document
 * @param revocation {@code good}, {@code revoked …} or why it is not known
 * @param whole whether it covers every byte of the file
 * @param covered how many bytes it covers
 * @param changes what came after it
 */
public record SignatureVerdict(
    String field,
    SignatureOutcome outcome,
    String detail,
    String signer,
    String organisation,
    String issuer,
    Optional<Instant> time,
    boolean proven,
    String level,
    String revocation,
    boolean whole,
    long covered,
    List<Change> changes) {
  public SignatureVerdict {
    changes = List.copyOf(changes);
  }
}
