package vn.motcua.kiosk.paper.sign;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A document was signed.
 *
 * @param file where it is
 * @param signer who signed, as checked before
 * @param time the moment in the signature
 * @param stamped the moment that the timestamp proves, if there is one
 * @param level what was reached
 * @param signatures how many signatures the document carries now
 * @param overlaps whether its mark lies over what page 1 shows, because nothing was free
 * @param bytes how many this one added
 */
public record Signed(
    Path file,
    SignerCheck signer,
    Instant time,
    Optional<Instant> stamped,
    Level level,
    int signatures,
    boolean overlaps,
    long bytes) {}
