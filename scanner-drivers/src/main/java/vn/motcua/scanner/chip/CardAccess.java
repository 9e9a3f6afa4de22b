package vn.motcua.scanner.chip;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.jmrtd.lds.PACEInfo;

/**
 * EF.CardAccess: which PACE variants the chip offers (ICAO 9303-11 §9.2). Other security infos, and
 * domain parameters that are not standardised or not the protocol's, are passed over.
 *
 * @param offers in the order in which they should be tried, may be empty
 */
record CardAccess(List<Offer> offers) {
  /**
   * One variant.
   *
   * @param oid the protocol
   * @param parameterId a standardised set of domain parameters (ICAO 9303-11 §9.5.1)
   */
  record Offer(String oid, int parameterId) {}

  /** secp224r1, whose points the integrated mapping cannot reach: its prime is 1 modulo 4. */
  private static final int UNMAPPABLE = 10;

  private static final String GENERIC_MAPPING_EC = "0.4.0.127.0.7.2.2.4.2.";

  /** Reads the file. */
  static CardAccess parse(byte[] file) throws MalformedException {
    List<Offer> offers = new ArrayList<>();
    try {
      for (ASN1Encodable info : ASN1Set.getInstance(ASN1Primitive.fromByteArray(file))) {
        offer(ASN1Sequence.getInstance(info)).ifPresent(offers::add);
      }
    } catch (IOException | RuntimeException wrong) {
      throw new MalformedException("EF.CardAccess is not a set of security infos", wrong);
    }
    offers.sort(Comparator.comparingInt(o -> o.oid().startsWith(GENERIC_MAPPING_EC) ? 0 : 1));
    return new CardAccess(List.copyOf(offers));
  }

  private static Optional<Offer> offer(ASN1Sequence info) {
    String oid = ASN1ObjectIdentifier.getInstance(info.getObjectAt(0)).getId();
    if (!PACEInfo.checkRequiredIdentifier(oid) || info.size() < 3) {
      return Optional.empty();
    }
    BigInteger id = ASN1Integer.getInstance(info.getObjectAt(2)).getValue();
    if (id.signum() < 0 || id.bitLength() > 5 || !fit(oid, id.intValue())) {
      return Optional.empty();
    }
    return Optional.of(new Offer(oid, id.intValue()));
  }

  /** Whether these domain parameters exist and are of the protocol's kind. */
  private static boolean fit(String oid, int parameterId) {
    boolean curve = parameterId >= 8 && parameterId <= 18;
    boolean unmappable =
        parameterId == UNMAPPABLE && PACEInfo.toMappingType(oid) == PACEInfo.MappingType.IM;
    return PACEInfo.toKeyAgreementAlgorithm(oid).equals("ECDH")
        ? curve && !unmappable
        : parameterId <= 2;
  }
}
