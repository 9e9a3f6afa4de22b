package vn.motcua.scanner.chip.simulated;

import java.time.Instant;
import java.util.Optional;

/**
 * The choices in making EF.SOD (ICAO 9303-10 §4.6.2).
 *
 * @param digest of the data groups, one of {@link SignatureScheme#DIGESTS}
 * @param time what the signing time attribute says
 * @param versioned states the versions of LDS and Unicode too (LDS security object version 1)
 * @param withCertificate carries the document signer's certificate
 * @param byKeyIdentifier names the signer by its key identifier instead of issuer and number
 */
public record SodForm(
    String digest, Time time, boolean versioned, boolean withCertificate, boolean byKeyIdentifier) {
  /** What the signing time attribute says. */
  public sealed interface Time {
    /** There is none. */
    record Absent() implements Time {}

    /** The time of signing. */
    record Now() implements Time {}

    /** Another time. */
    record At(Instant instant) implements Time {}
  }

  /** SHA-256, signed now, version 0, with the certificate. */
  public static final SodForm USUAL = new SodForm("SHA-256", new Time.Now(), false, true, false);

  public SodForm {
    if (!SignatureScheme.DIGESTS.contains(digest)) {
      throw new IllegalArgumentException("the digest must be one of " + SignatureScheme.DIGESTS);
    }
  }

  /** Hashes of the data groups by another digest. */
  public SodForm withDigest(String other) {
    return new SodForm(other, time, versioned, withCertificate, byKeyIdentifier);
  }

  /** With a signing time that is made up. */
  public SodForm signedAt(Instant instant) {
    return new SodForm(digest, new Time.At(instant), versioned, withCertificate, byKeyIdentifier);
  }

  /** Without a signing time. */
  public SodForm withoutTime() {
    return new SodForm(digest, new Time.Absent(), versioned, withCertificate, byKeyIdentifier);
  }

  /** With the versions of LDS and Unicode. */
  public SodForm withVersion() {
    return new SodForm(digest, time, true, withCertificate, byKeyIdentifier);
  }

  /** Without the document signer's certificate. */
  public SodForm withoutCertificate() {
    return new SodForm(digest, time, versioned, false, byKeyIdentifier);
  }

  /** With the signer named by its key identifier. */
  public SodForm namedByKey() {
    return new SodForm(digest, time, versioned, withCertificate, true);
  }

  /** The time to state when signing at {@code now}. */
  Optional<Instant> timeAt(Instant now) {
    return switch (time) {
      case Time.Absent() -> Optional.empty();
      case Time.Now() -> Optional.of(now);
      case Time.At(Instant instant) -> Optional.of(instant);
    };
  }
}
