package vn.motcua.scanner.chip.simulated;

import java.util.List;

/**
 * One variant of PACE that a card offers (ICAO 9303-11 §9.2.3).
 *
 * @param mapping how the nonce becomes a generator
 * @param cipher of the nonce and of the session; chip authentication mapping knows only AES
 * @param parameterId standardised domain parameters (ICAO 9303-11 §9.5.1): 0 to 2 for {@code DH_},
 *     8 to 18 for {@code ECDH_}; the integrated mapping cannot use 10 (p = 1 mod 4)
 */
public record PaceOffer(Mapping mapping, ChipCipher cipher, int parameterId) {
  /** How the nonce is mapped, and in which kind of group. */
  public enum Mapping {
    /** Generic mapping in a prime field. */
    DH_GM(1),
    /** Generic mapping on a curve. */
    ECDH_GM(2),
    /** Integrated mapping in a prime field. */
    DH_IM(3),
    /** Integrated mapping on a curve. */
    ECDH_IM(4),
    /** Chip authentication mapping on a curve: proves the chip's key of EF.CardSecurity too. */
    ECDH_CAM(6);

    private final int arc;

    Mapping(int arc) {
      this.arc = arc;
    }

    boolean integrated() {
      return this == DH_IM || this == ECDH_IM;
    }
  }

  /** What citizen cards are said to offer: generic mapping, AES-128, brainpoolP256r1. */
  public static final PaceOffer USUAL = new PaceOffer(Mapping.ECDH_GM, ChipCipher.AES_128, 13);

  public PaceOffer {
    boolean dh = mapping == Mapping.DH_GM || mapping == Mapping.DH_IM;
    if (dh ? parameterId < 0 || parameterId > 2 : !Domain.CURVES.containsKey(parameterId)) {
      throw new IllegalArgumentException(mapping + " has no domain parameters " + parameterId);
    }
    if (mapping == Mapping.ECDH_CAM && cipher == ChipCipher.TRIPLE_DES) {
      throw new IllegalArgumentException("ECDH_CAM knows no triple DES");
    }
    if (mapping == Mapping.ECDH_IM && parameterId == 10) {
      throw new IllegalArgumentException("ECDH_IM cannot map to the points of curve 10");
    }
  }

  /** Every variant but those of the chip authentication mapping, which wants a key. */
  public static List<PaceOffer> all() {
    return java.util.Arrays.stream(Mapping.values())
        .filter(mapping -> mapping != Mapping.ECDH_CAM)
        .flatMap(mapping ->
            java.util.stream.IntStream.rangeClosed(0, 18)
                .filter(id -> (id <= 2) == (mapping == Mapping.DH_GM || mapping == Mapping.DH_IM))
                .filter(id -> id <= 2 || id >= 8)
                .filter(id -> id != 10 || mapping != Mapping.ECDH_IM)
                .boxed()
                .flatMap(id ->
                    java.util.Arrays.stream(ChipCipher.values())
                        .map(cipher -> new PaceOffer(mapping, cipher, id))))
        .toList();
  }

  /** The protocol's object identifier without tag and length. */
  byte[] oid() {
    return new byte[] {4, 0, 0x7F, 0, 7, 2, 2, 4, (byte) mapping.arc, (byte) cipher.arc()};
  }

  /** The object identifier in dots. */
  public String protocol() {
    return "0.4.0.127.0.7.2.2.4." + mapping.arc + "." + cipher.arc();
  }

  Domain domain() {
    return Domain.standard(parameterId);
  }
}
