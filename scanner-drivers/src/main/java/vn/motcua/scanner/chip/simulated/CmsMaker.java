package vn.motcua.scanner.chip.simulated;

import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.icao.LDSVersionInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;

/** Signs contents as CMS SignedData (ICAO 9303-12 §8). */
final class CmsMaker {
  private CmsMaker() {}

  /** The list of hashes that EF.SOD signs (ICAO 9303-10 §4.6.2.3). */
  static byte[] securityObject(Map<Integer, byte[]> groups, SodForm form) {
    DataGroupHash[] hashes =
        new TreeMap<>(groups)
            .entrySet().stream()
                .map(g ->
                    new DataGroupHash(
                        g.getKey(),
                        new DEROctetString(Ciphers.digest(form.digest(), g.getValue()))))
                .toArray(DataGroupHash[]::new);
    AlgorithmIdentifier digest =
        new AlgorithmIdentifier(
            new DefaultDigestAlgorithmIdentifierFinder().find(form.digest()).getAlgorithm(),
            DERNull.INSTANCE);
    try {
      return (form.versioned()
              ? new LDSSecurityObject(digest, hashes, new LDSVersionInfo("0108", "040000"))
              : new LDSSecurityObject(digest, hashes))
          .getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Signed data around {@code content}.
   *
   * @param carried the certificates inside, may be none
   * @param time the signing time, if it is to be stated
   * @param byKey names the signer by its key identifier
   */
  static byte[] sign(
      ASN1ObjectIdentifier type,
      byte[] content,
      IssuerParts.Holder signer,
      List<X509CertificateHolder> carried,
      Optional<Instant> time,
      boolean byKey) {
    try {
      SignerInfoGeneratorBuilder builder =
          new SignerInfoGeneratorBuilder(
                  new JcaDigestCalculatorProviderBuilder().setProvider(IssuerParts.BC).build())
              .setSignedAttributeGenerator(attributes(time));
      SignerInfoGenerator info =
          byKey
              ? builder.build(signer.signer(), keyIdentifier(signer.certificate()))
              : builder.build(signer.signer(), signer.certificate());
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(info);
      generator.addCertificates(new CollectionStore<>(carried));
      return generator.generate(new CMSProcessableByteArray(type, content), true).getEncoded("DER");
    } catch (IOException | CMSException | OperatorCreationException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  private static byte[] keyIdentifier(X509CertificateHolder certificate) {
    return Ciphers.sha1(certificate.getSubjectPublicKeyInfo().getPublicKeyData().getBytes());
  }

  /** Content type, digest and perhaps the time: what ICAO 9303-10 table 39 foresees. */
  private static CMSAttributeTableGenerator attributes(Optional<Instant> time) {
    CMSAttributeTableGenerator usual = new DefaultSignedAttributeTableGenerator();
    return parameters -> {
      AttributeTable table = usual.getAttributes(parameters);
      Hashtable<ASN1ObjectIdentifier, Attribute> kept = new Hashtable<>();
      for (ASN1ObjectIdentifier wanted :
          List.of(CMSAttributes.contentType, CMSAttributes.messageDigest)) {
        kept.put(wanted, table.get(wanted));
      }
      time.ifPresent(instant ->
          kept.put(
              CMSAttributes.signingTime,
              new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(instant))))));
      return new AttributeTable(kept);
    };
  }
}
