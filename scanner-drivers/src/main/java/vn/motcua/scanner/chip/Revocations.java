package vn.motcua.scanner.chip;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * The installed revocation lists by issuer. A list counts only if a trusted key of that issuer
 * signed it; all that count are taken together, so that an old list that was put back hides
 * nothing.
 */
final class Revocations {
  static final Revocations NONE = new Revocations(List.of());

  private final Map<X500Name, List<InstalledCrl>> byIssuer = new HashMap<>();

  Revocations(List<InstalledCrl> lists) {
    lists.forEach(
        list -> byIssuer.computeIfAbsent(list.issuer(), _ -> new ArrayList<>()).add(list));
  }

  /** The lists of one issuer that count. */
  record Usable(List<InstalledCrl> lists) {
    boolean revoke(BigInteger serial) {
      return lists.stream().anyMatch(list -> list.revokes(serial));
    }

    /** Whether there are lists, and even the newest should have been replaced by {@code now}. */
    boolean outOfDate(Instant now) {
      return lists.stream()
          .max(Comparator.comparing(InstalledCrl::issued))
          .filter(newest -> newest.outOfDate(now))
          .isPresent();
    }
  }

  /**
   * What counts of this issuer.
   *
   * @param keys its trusted keys: after a change of keys the new one also revokes what the old one
   *     signed
   */
  Usable of(X500Name issuer, List<IssuerKey> keys) {
    return new Usable(
        byIssuer.getOrDefault(issuer, List.of()).stream()
            .filter(list -> list.signedByAny(keys))
            .toList());
  }
}
