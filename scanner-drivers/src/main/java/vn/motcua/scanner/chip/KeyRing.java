package vn.motcua.scanner.chip;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of one reading. A key that the chip has refused leaves the ring, so that neither another
 * way to open the chip nor another attempt after a broken exchange sends it again: one reading
 * costs a chip at most one try of each key. Used by one thread.
 */
final class KeyRing {
  /** What a key is made of. The MRZ data open by PACE and by BAC, but are one key. */
  enum Kind {
    CAN,
    MRZ
  }

  private final AccessKeys keys;
  private final Set<Kind> withheld;
  private final Map<Kind, Integer> refused = new EnumMap<>(Kind.class);

  /** All of {@code keys}. */
  KeyRing(AccessKeys keys) {
    this(keys, Set.of());
  }

  /**
   * @param withheld what is not to be tried, since this card refused it before
   */
  KeyRing(AccessKeys keys, Set<Kind> withheld) {
    this.keys = keys;
    this.withheld = withheld.isEmpty() ? EnumSet.noneOf(Kind.class) : EnumSet.copyOf(withheld);
  }

  /** The CAN, as long as it may be tried. */
  Optional<String> can() {
    return usable(Kind.CAN) ? keys.can() : Optional.empty();
  }

  /** The MRZ data, as long as they may be tried. */
  Optional<AccessKeys.MrzKey> mrz() {
    return usable(Kind.MRZ) ? keys.mrz() : Optional.empty();
  }

  private boolean usable(Kind kind) {
    return !withheld.contains(kind) && !refused.containsKey(kind);
  }

  /**
   * Whether a status word in the last step of PACE or BAC can mean "wrong key". The standard says
   * 6300 (ICAO 9303-11 §4.3.4.1, §4.4.4.4); chips also answer 63Cx, 6982, 6985, 6988, 6A80 and
   * 6F00. Wrong lengths, unknown instructions and memory errors never mean it.
   */
  static boolean isRefusal(int status) {
    int sw1 = status >> 8;
    return sw1 == 0x63 || sw1 == 0x69 || sw1 == 0x6A || sw1 == 0x6F;
  }

  /** Whether it says that the key is blocked, or that the next refusal blocks it. */
  static boolean isBlocked(int status) {
    return status == 0x6983 || status == 0x6984 || status == 0x63C0 || status == 0x63C1;
  }

  /** The chip refused that key with this status word. */
  void refused(Kind kind, int status) {
    refused.put(kind, status);
  }

  /** What was refused so far in this reading, each with its status word. */
  Map<Kind, Integer> refusals() {
    return Map.copyOf(refused);
  }

  /** What to say when no way is left: empty if no key was ever refused. */
  Optional<ChipFault> refusal() {
    if (refused.values().stream().anyMatch(KeyRing::isBlocked)) {
      return Optional.of(new ChipFault.KeyBlocked());
    }
    return refused.isEmpty() && withheld.isEmpty()
        ? Optional.empty()
        : Optional.of(new ChipFault.WrongKey());
  }
}
