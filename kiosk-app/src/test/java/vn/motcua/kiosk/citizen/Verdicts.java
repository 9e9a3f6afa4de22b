package vn.motcua.kiosk.citizen;

import java.util.List;
import vn.motcua.scanner.chip.Anchor;
import vn.motcua.scanner.chip.Trust;
import vn.motcua.scanner.chip.TrustVerdict;

/** A verdict for each outcome, for tests that need no chip. */
public final class Verdicts {
  private static final Anchor ANCHOR = new Anchor.Official("C=VN,CN=Test", "0123456789abcdef");

  private Verdicts() {}

  /** The verdict with this outcome and no reasons. */
  public static TrustVerdict of(Trust trust) {
    return switch (trust) {
      case VERIFIED -> new TrustVerdict.Verified(ANCHOR, List.of());
      case ISSUER_VERIFIED -> new TrustVerdict.IssuerVerified(ANCHOR, List.of());
      case SIGNED_UNKNOWN_ISSUER -> new TrustVerdict.SignedUnknownIssuer(List.of());
      case NOT_VERIFIABLE -> new TrustVerdict.NotVerifiable(List.of());
      case FORGED -> new TrustVerdict.Forged(List.of());
    };
  }
}
