package vn.motcua.scanner.chip;

import java.util.List;

/**
 * How far a chip is proven: five distinct results, never folded into one, each with its reasons.
 */
public sealed interface TrustVerdict {
  /** What stands behind it, most important first. */
  List<TrustReason> reasons();

  /** The outcome alone. */
  default Trust trust() {
    return switch (this) {
      case Verified _ -> Trust.VERIFIED;
      case IssuerVerified _ -> Trust.ISSUER_VERIFIED;
      case SignedUnknownIssuer _ -> Trust.SIGNED_UNKNOWN_ISSUER;
      case NotVerifiable _ -> Trust.NOT_VERIFIABLE;
      case Forged _ -> Trust.FORGED;
    };
  }

  /** The stable codes of the reasons. */
  default List<String> codes() {
    return reasons().stream().map(TrustReason::code).toList();
  }

  /** Whether a reason of this kind is among them. */
  default boolean has(TrustReason.Kind kind) {
    return reasons().stream().anyMatch(reason -> reason.is(kind));
  }

  /** The signature chains to an anchor, hashes match, the chip proved to be genuine. */
  record Verified(Anchor anchor, List<TrustReason> reasons) implements TrustVerdict {
    public Verified {
      reasons = List.copyOf(reasons);
    }
  }

  /** The same without a chip proof: the data are authentic, the chip may be a copy. */
  record IssuerVerified(Anchor anchor, List<TrustReason> reasons) implements TrustVerdict {
    public IssuerVerified {
      reasons = List.copyOf(reasons);
    }
  }

  /** Consistent in itself, but anybody could have signed it. */
  record SignedUnknownIssuer(List<TrustReason> reasons) implements TrustVerdict {
    public SignedUnknownIssuer {
      reasons = List.copyOf(reasons);
    }
  }

  /** There is no signature, or it cannot be read. */
  record NotVerifiable(List<TrustReason> reasons) implements TrustVerdict {
    public NotVerifiable {
      reasons = List.copyOf(reasons);
    }
  }

  /** A hash, a signature or a chip proof is wrong. */
  record Forged(List<TrustReason> reasons) implements TrustVerdict {
    public Forged {
      reasons = List.copyOf(reasons);
    }
  }
}
