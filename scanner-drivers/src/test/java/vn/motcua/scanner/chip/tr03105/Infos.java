package vn.motcua.scanner.chip.tr03105;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import vn.motcua.scanner.chip.simulated.ChipKey;

/** Security infos of EF.CardAccess and DG14 (ICAO 9303-11 §9.2), taken apart and put together. */
final class Infos {
  static final String CHIP_PUBLIC_KEY = "0.4.0.127.0.7.2.2.1.";
  static final String CHIP_AUTHENTICATION = "0.4.0.127.0.7.2.2.3.";

  private Infos() {}

  /** DG14 as the card kit makes it for these keys. */
  static byte[] dg14(ChipKey... keys) {
    byte[] made = Base.bac().chipKeys(keys).files().get(0x010E);
    if (made == null) {
      throw new IllegalStateException("no DG14");
    }
    return made;
  }

  /** The infos of DG14. */
  static List<ASN1Sequence> of(byte[] dg14) {
    List<ASN1Sequence> found = new ArrayList<>();
    for (ASN1Encodable info : ASN1Set.getInstance(Bytes.inside(dg14))) {
      found.add(ASN1Sequence.getInstance(info));
    }
    return found;
  }

  /** A set of infos. */
  static byte[] set(List<? extends ASN1Encodable> infos) {
    return Bytes.der(new DERSet(infos.toArray(ASN1Encodable[]::new)));
  }

  /** DG14 with these infos. */
  static byte[] dg14(List<? extends ASN1Encodable> infos) {
    return Bytes.tlv(0x6E, set(infos));
  }

  static String oid(ASN1Sequence info) {
    return ASN1ObjectIdentifier.getInstance(info.getObjectAt(0)).getId();
  }

  static ASN1Sequence info(String oid, ASN1Encodable... more) {
    ASN1EncodableVector all = new ASN1EncodableVector();
    all.add(new ASN1ObjectIdentifier(oid));
    all.addAll(more);
    return new DERSequence(all);
  }

  static ASN1Integer number(int n) {
    return new ASN1Integer(n);
  }

  /** What becomes of the public key of an info. */
  interface KeyChange {
    SubjectPublicKeyInfo of(SubjectPublicKeyInfo key);
  }

  /** The same DG14 with other public keys. */
  static byte[] withKeys(byte[] dg14, KeyChange change) {
    return dg14(
        of(dg14).stream()
            .map(info ->
                oid(info).startsWith(CHIP_PUBLIC_KEY)
                    ? info(
                        oid(info), change.of(SubjectPublicKeyInfo.getInstance(info.getObjectAt(1))))
                    : info)
            .toList());
  }
}
