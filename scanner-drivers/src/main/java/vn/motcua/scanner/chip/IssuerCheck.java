package vn.motcua.scanner.chip;

import java.util.List;

/** What a {@link TrustStore} says of a document signer. */
sealed interface IssuerCheck {
  /**
   * An anchor's key vouches for it.
   *
   * @param notes worth knowing, for example that the anchor was enrolled here
   */
  record Trusted(Anchor anchor, List<TrustReason> notes) implements IssuerCheck {}

  /**
   * Nothing vouches for it.
   *
   * @param why the reason that decides
   */
  record Untrusted(TrustReason.Kind why) implements IssuerCheck {}
}
