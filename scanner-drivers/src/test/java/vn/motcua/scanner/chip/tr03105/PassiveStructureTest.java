package vn.motcua.scanner.chip.tr03105;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** LDS_H: the structure of EF.SOD. In each case the signature fits what is signed. */
class PassiveStructureTest extends Unit {
  private static final AlgorithmIdentifier MD5 =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.md5, DERNull.INSTANCE);
  private static final AlgorithmIdentifier NONE =
      new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.3.4.5"), DERNull.INSTANCE);

  static Stream<Case> cases() {
    return Stream.of(
            Stream.of(
                Case.of("LDS_H_17", SodCard.file(file -> Bytes.retagged(file, 0x78))),
                Case.of("LDS_H_18", SodCard.file(file -> Bytes.relengthed(file, -1))),
                Case.of("LDS_H_19", SodCard.file(file -> Bytes.relengthed(file, 1)))),
            Stream.of(1, 2, 9)
                .map(n -> new Case("LDS_H_20", "version " + n, data("version", number(n)))),
            Stream.of(Case.of("LDS_H_21", withoutData("version"))),
            Case.forms(
                "LDS_H_22",
                data("digestAlgorithms", new DERSet(MD5)),
                data(
                    "digestAlgorithms",
                    new DERSet(new ASN1Encodable[] {Sod.algorithm("SHA-256"), MD5}))),
            Case.forms(
                "LDS_H_23",
                withoutData("digestAlgorithms"),
                data("digestAlgorithms", new DERSet())),
            Stream.of(
                Case.of(
                    "LDS_H_24", content(old -> Sod.encapsulated(CMSObjectIdentifiers.data, old))),
                Case.of(
                    "LDS_H_25",
                    content(old ->
                        new DERSequence(new DERTaggedObject(true, 0, new DEROctetString(old)))))),
            Stream.of(0, 2, 4)
                .map(n -> new Case("LDS_H_26", "version " + n, info("version", number(n)))),
            Stream.of(
                Case.of("LDS_H_27", withoutInfo("version")),
                Case.of(
                    "LDS_H_28",
                    info(
                        "sid",
                        new IssuerAndSerialNumber(Certificates.STATE, number(12).getValue()))),
                Case.of("LDS_H_29", byKey(3, new byte[20]))),
            Case.forms("LDS_H_30", info("digestAlgorithm", MD5), info("digestAlgorithm", NONE)),
            Stream.of(
                Case.of("LDS_H_31", withoutInfo("digestAlgorithm")),
                Case.of(
                    "LDS_H_32",
                    SodCard.read(sod ->
                        sod.attributes(all ->
                            with(
                                all,
                                "messageDigest",
                                Sod.attribute(
                                    CMSAttributes.messageDigest,
                                    new DEROctetString(new byte[32])))))),
                Case.of(
                    "LDS_H_33",
                    SodCard.read(sod -> sod.attributes(a -> without(a, "messageDigest")))),
                Case.of("LDS_H_37", info("signature", new DEROctetString(new byte[256]))),
                Case.of("LDS_H_38", withoutInfo("signature")),
                Case.of("LDS_H_40", SodCard.read(sod -> sod.lds(l -> l.without("version")))),
                Case.of(
                    "LDS_H_42", SodCard.read(sod -> sod.lds(l -> l.without("digestAlgorithm")))),
                Case.of("LDS_H_84", info("version", number(3))),
                Case.of("LDS_H_85", byKey(1, Certificates.keyIdentifier(Sod.usual().signer()))),
                Case.of(
                    "MC_SID_BY_KEY", byKey(3, Certificates.keyIdentifier(Sod.usual().signer()))),
                Case.of("LDS_H_86", versioned(1, "0108")),
                Case.of("LDS_H_87", versioned(0, "0108")),
                Case.of("LDS_H_88", lds("version", number(1))),
                Case.of("LDS_H_89", versioned(1, "0109")),
                Case.of(
                    "MC_CONTENT_TYPE",
                    SodCard.read(sod ->
                        sod.attributes(all ->
                            with(
                                all,
                                "contentType",
                                Sod.attribute(
                                    CMSAttributes.contentType, CMSObjectIdentifiers.data))))),
                Case.of("MC_TWO_SIGNERS", twoSigners())),
            Stream.of(2, 5, -1)
                .map(n -> new Case("LDS_H_39", "version " + n, lds("version", number(n)))),
            Case.forms("LDS_H_41", lds("digestAlgorithm", MD5), lds("digestAlgorithm", NONE)))
        .flatMap(cases -> cases);
  }

  private static ASN1Integer number(int n) {
    return new ASN1Integer(n);
  }

  private static Supplier<Inspection> data(String name, ASN1Encodable value) {
    return SodCard.read(sod -> sod.data(d -> d.with(name, value)));
  }

  private static Supplier<Inspection> withoutData(String name) {
    return SodCard.read(sod -> sod.data(d -> d.without(name)));
  }

  private static Supplier<Inspection> info(String name, ASN1Encodable value) {
    return SodCard.read(sod -> sod.info(i -> i.with(name, value)));
  }

  private static Supplier<Inspection> withoutInfo(String name) {
    return SodCard.read(sod -> sod.info(i -> i.without(name)));
  }

  private static Supplier<Inspection> lds(String name, ASN1Encodable value) {
    return SodCard.read(sod -> sod.lds(l -> l.with(name, value)));
  }

  private static Supplier<Inspection> byKey(int version, byte[] identifier) {
    return SodCard.read(sod ->
        sod.info(i ->
            i.with("version", number(version))
                .with("sid", new DERTaggedObject(false, 0, new DEROctetString(identifier)))));
  }

  private static Supplier<Inspection> versioned(int version, String application) {
    DERSequence info =
        new DERSequence(
            new ASN1Encodable[] {
              new DERPrintableString(application), new DERPrintableString("040000")
            });
    return SodCard.read(
        sod -> sod.lds(l -> l.with("version", number(version)).with("versionInfo", info)));
  }

  private static Supplier<Inspection> content(java.util.function.Function<byte[], DERSequence> to) {
    return SodCard.read(sod ->
        sod.data(d -> {
          DERSequence old = (DERSequence) d.get("encapContentInfo");
          byte[] content =
              DEROctetString.getInstance(
                      DERTaggedObject.getInstance(old.getObjectAt(1)).getExplicitBaseObject())
                  .getOctets();
          return d.with("encapContentInfo", to.apply(content));
        }));
  }

  private static Supplier<Inspection> twoSigners() {
    return SodCard.read(sod ->
        sod.data(d -> {
          ASN1Encodable one = ((DERSet) d.get("signerInfos")).getObjectAt(0);
          return d.with("signerInfos", new DERSet(new ASN1Encodable[] {one, one}));
        }));
  }

  private static Map<String, ASN1Encodable> with(
      Map<String, ASN1Encodable> all, String name, ASN1Encodable value) {
    all.put(name, value);
    return all;
  }

  private static Map<String, ASN1Encodable> without(Map<String, ASN1Encodable> all, String name) {
    all.remove(name);
    return all;
  }
}
