package vn.motcua.scanner.chip.tr03105;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** LDS_H: the document signer's certificate. In each case its signature is right, if it has one. */
class PassiveCertificateTest extends Unit {
  private static final AlgorithmIdentifier MD5 =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.md5WithRSAEncryption, DERNull.INSTANCE);

  static Stream<Case> cases() {
    return Stream.of(
            Stream.of(0, 1, 3, 7)
                .map(n ->
                    new Case(
                        "LDS_H_48",
                        "version " + (n + 1),
                        body("version", new DERTaggedObject(true, 0, new ASN1Integer(n))))),
            Stream.of(
                Case.of("LDS_H_49", without("version")),
                Case.of("LDS_H_50", without("serialNumber")),
                Case.of(
                    "LDS_H_51",
                    body(
                        "signature",
                        Signing.with("RSA 3072", "state", "SHA256withRSA").identifier())),
                Case.of("LDS_H_52", without("signature")),
                Case.of("LDS_H_53", PassiveCertificateTest::strangeName),
                Case.of("LDS_H_54", otherIssuer()),
                Case.of("LDS_H_55", without("issuer")),
                Case.of("LDS_H_56", body("validity", fourDigits())),
                Case.of("LDS_H_57", without("validity")),
                Case.of(
                    "LDS_H_58",
                    SodCard.read(sod ->
                        sod.body(b ->
                            b.with(
                                "subjectPublicKeyInfo",
                                new SubjectPublicKeyInfo(
                                    MD5, sod.signer().info().getPublicKeyData().getBytes()))))),
                Case.of("LDS_H_59", without("subjectPublicKeyInfo")),
                Case.of("LDS_H_60", PassiveCertificateTest::namedByIssuer),
                Case.of("LDS_H_61", extended(usage(true, KeyUsage.digitalSignature))),
                Case.of("LDS_H_62", extended(authority(), usage(false, KeyUsage.digitalSignature))),
                Case.of("LDS_H_63", extended(authority(), usage(true, KeyUsage.nonRepudiation))),
                Case.of("LDS_H_64", extended(authority())),
                Case.of("LDS_H_65", md5Chain()),
                Case.of("LDS_H_66", outer(c -> c.without("signatureAlgorithm"))),
                Case.of(
                    "LDS_H_67",
                    outer(c -> c.with("signatureValue", new DERBitString(new byte[384])))),
                Case.of("LDS_H_68", outer(c -> c.without("signatureValue"))),
                Case.of("LDS_H_36", md5Signature("SHA-256"))),
            Case.forms("MC_MD5_BARE", md5Signature("MD5"), bareOverMd5()))
        .flatMap(cases -> cases);
  }

  private static Supplier<Inspection> body(String name, ASN1Encodable value) {
    return SodCard.read(sod -> sod.body(b -> b.with(name, value)));
  }

  private static Supplier<Inspection> without(String name) {
    return SodCard.read(sod -> sod.body(b -> b.without(name)));
  }

  private static Supplier<Inspection> outer(Fields.Surgery change) {
    return SodCard.read(sod -> sod.certificate(change));
  }

  private static Supplier<Inspection> extended(Extension... extensions) {
    return SodCard.read(sod -> sod.body(b -> Certificates.extended(b, extensions)));
  }

  private static Extension authority() {
    return Certificates.authority(Sod.usual().state());
  }

  private static Extension usage(boolean critical, int bits) {
    return Certificates.usage(critical, bits);
  }

  /** An issuer without a country, which the anchor bears too. */
  private static Inspection strangeName() {
    X500Name name = new X500Name("O=Mot Cua,CN=No country");
    Sod sod =
        Sod.usual()
            .body(b -> b.with("issuer", name))
            .info(i ->
                i.with("sid", new IssuerAndSerialNumber(name, Certificates.SERIAL.getValue())));
    return SodCard.of(sod, file -> file)
        .trusting(Inspection.trusting(Certificates.state(sod.state(), name)));
  }

  private static Supplier<Inspection> otherIssuer() {
    X500Name name = new X500Name("C=VN,O=Mot Cua,CN=Somebody else");
    return SodCard.read(sod ->
        sod.body(b -> b.with("issuer", name))
            .info(i ->
                i.with("sid", new IssuerAndSerialNumber(name, Certificates.SERIAL.getValue()))));
  }

  private static DERSequence fourDigits() {
    DateTimeFormatter form =
        DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    Instant now = Instant.now();
    return new DERSequence(
        new ASN1Encodable[] {
          new ASN1GeneralizedTime(form.format(now.minus(Duration.ofDays(30)))),
          new ASN1GeneralizedTime(form.format(now.plus(Duration.ofDays(3000))))
        });
  }

  /** The authority is named by issuer and number, not by its key. */
  private static Inspection namedByIssuer() {
    AuthorityKeyIdentifier named =
        new AuthorityKeyIdentifier(
            new GeneralNames(new GeneralName(Certificates.STATE)), Certificates.SERIAL.getValue());
    return extended(
            Certificates.extension(Extension.authorityKeyIdentifier.getId(), false, named),
            usage(true, KeyUsage.digitalSignature))
        .get();
  }

  private static Supplier<Inspection> md5Chain() {
    return () ->
        SodCard.of(
            new Sod(
                Signing.with("RSA 3072", "state", "MD5withRSA"),
                Signing.with("RSA 2048", "signer", "SHA256withRSA")),
            file -> file);
  }

  /** EF.SOD is signed by RSA over MD5. */
  private static Supplier<Inspection> md5Signature(String digest) {
    return () ->
        SodCard.of(
            new Sod(
                    Signing.with("RSA 3072", "state", "SHA256withRSA"),
                    Signing.with("RSA 2048", "signer", "MD5withRSA"))
                .digest(digest),
            file -> file);
  }

  private static Supplier<Inspection> bareOverMd5() {
    return () ->
        SodCard.of(
            new Sod(
                    Signing.with("RSA 3072", "state", "SHA256withRSA"),
                    Signing.with("RSA 2048", "signer", "MD5withRSA"))
                .digest("MD5")
                .info(i ->
                    i.with(
                        "signatureAlgorithm",
                        new AlgorithmIdentifier(
                            PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE))),
            file -> file);
  }
}
