package vn.motcua.scanner.chip;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * Holds the three letters of a machine readable zone (ICAO 9303-3 §5) against the country of a
 * certificate (two letters, ISO 3166-1). What the certificate does not say is no contradiction; a
 * zone with a code that nobody knows contradicts every country.
 */
final class IssuingState {
  /** What ISO 3166 does not have, or what states write otherwise. */
  private static final Map<String, Set<String>> SPECIAL =
      Map.ofEntries(
          Map.entry("D", Set.of("DE")),
          Map.entry("DEU", Set.of("DE")),
          Map.entry("GBR", Set.of("GB", "UK")),
          Map.entry("GBD", Set.of("GB", "UK")),
          Map.entry("GBN", Set.of("GB", "UK")),
          Map.entry("GBO", Set.of("GB", "UK")),
          Map.entry("GBP", Set.of("GB", "UK")),
          Map.entry("GBS", Set.of("GB", "UK")),
          // Hong Kong and Macao sign by their own keys what China's zone says.
          Map.entry("CHN", Set.of("CN", "HK", "MO")),
          Map.entry("UNO", Set.of("UN")),
          Map.entry("UNA", Set.of("UN")),
          Map.entry("UNK", Set.of("UN", "KS", "XK")),
          Map.entry("RKS", Set.of("KS", "XK")),
          Map.entry("EUE", Set.of("EU")),
          Map.entry("ROM", Set.of("RO")),
          Map.entry("ZAR", Set.of("CD")),
          Map.entry("UTO", Set.of("UT")));

  private static final Map<String, Set<String>> KNOWN = known();

  private IssuingState() {}

  private static Map<String, Set<String>> known() {
    Map<String, Set<String>> known = new HashMap<>();
    for (String two : Locale.getISOCountries()) {
      String three = Locale.of("", two).getISO3Country();
      if (!three.isEmpty()) {
        known.put(three, Set.of(two));
      }
    }
    known.putAll(SPECIAL);
    return Map.copyOf(known);
  }

  /**
   * Whether a certificate belongs to another state than the one that the zone names.
   *
   * @param zone the issuing state of the zone
   * @param subject the name of the certificate's owner
   */
  static boolean contradicts(String zone, X500Name subject) {
    String named = zone.toUpperCase(Locale.ROOT);
    // A code that nobody knows is said all the same: no country vouches for it.
    Set<String> expected = KNOWN.getOrDefault(named, Set.of(named));
    Optional<String> country = country(subject);
    return country.isPresent() && !expected.contains(country.get());
  }

  /** Whether two certificates name two countries. */
  static boolean differ(X500Name one, X500Name other) {
    Optional<String> here = country(one);
    Optional<String> there = country(other);
    return here.isPresent() && there.isPresent() && !here.equals(there);
  }

  private static Optional<String> country(X500Name name) {
    RDN[] found = name.getRDNs(BCStyle.C);
    if (found.length == 0) {
      return Optional.empty();
    }
    String text =
        IETFUtils.valueToString(found[0].getFirst().getValue()).strip().toUpperCase(Locale.ROOT);
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
