package vn.motcua.scanner.chip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.teletrust.TeleTrusTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;
import vn.motcua.scanner.chip.simulated.SimulatedCard;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;

/**
 * A document signer of a {@link TestState}.
 *
 * @param certificate what the state certified
 * @param keys its own keys, on brainpoolP256r1
 */
public record TestSigner(X509CertificateHolder certificate, KeyPair keys) {
  byte[] der() {
    try {
      return certificate.getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A card of this citizen whose chip can prove that it is no copy. */
  public SimulatedCard card(SimulatedCardProfile citizen) {
    X9ECParameters curve = org.bouncycastle.asn1.x9.ECNamedCurveTable.getByName("brainpoolP256r1");
    BigInteger secret = new BigInteger(curve.getN().bitLength() - 1, new SecureRandom()).setBit(0);
    return card(citizen, Optional.of(secret), dg14(curve, secret));
  }

  /** The same citizen's data on a chip without a key of its own. */
  public SimulatedCard cardWithoutProof(SimulatedCardProfile citizen) {
    return card(citizen, Optional.empty(), new byte[0]);
  }

  private SimulatedCard card(
      SimulatedCardProfile citizen, Optional<BigInteger> secret, byte[] dg14) {
    Map<Integer, byte[]> groups = new TreeMap<>();
    groups.put(1, citizen.dg1());
    groups.put(13, citizen.dg13());
    if (secret.isPresent()) {
      groups.put(14, dg14);
    }
    Map<Integer, byte[]> files = new HashMap<>();
    groups.forEach((n, content) -> files.put(0x0100 + n, content));
    Map<Integer, byte[]> usual = citizen.files(SimulatedIssuer.shared());
    files.put(0x011C, usual.get(0x011C));
    files.put(0x011D, sod(groups));
    files.put(0x011E, com(secret.isPresent()));
    return new SimulatedCard(
        files, Optional.of(citizen.can()), Optional.of(citizen.mrzKey()), secret);
  }

  private static byte[] dg14(X9ECParameters curve, BigInteger secret) {
    byte[] point = curve.getG().multiply(secret).normalize().getEncoded(false);
    ASN1ObjectIdentifier chipAuthentication = new ASN1ObjectIdentifier("0.4.0.127.0.7.2.2.3.2.2");
    ASN1ObjectIdentifier publicKey = new ASN1ObjectIdentifier("0.4.0.127.0.7.2.2.1.2");
    return tlv(
        0x6E,
        encoded(
            new DERSet(
                new ASN1Encodable[] {
                  new DERSequence(new ASN1Encodable[] {chipAuthentication, new ASN1Integer(1)}),
                  new DERSequence(
                      new ASN1Encodable[] {
                        publicKey,
                        new SubjectPublicKeyInfo(
                            new AlgorithmIdentifier(
                                X9ObjectIdentifiers.id_ecPublicKey,
                                new X962Parameters(TeleTrusTObjectIdentifiers.brainpoolP256r1)),
                            point)
                      })
                })));
  }

  /** EF.COM: version 1.7, Unicode 4.0.0, and the tags of the data groups. */
  private static byte[] com(boolean dg14) {
    return java.util.HexFormat.of()
        .parseHex(
            dg14
                ? "60155f0104303130375f36063034303030305c03616d6e"
                : "60145f0104303130375f36063034303030305c02616d");
  }

  /** EF.SOD for these data groups. */
  byte[] sod(Map<Integer, byte[]> groups) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      DataGroupHash[] hashes =
          groups.entrySet().stream()
              .map(g ->
                  new DataGroupHash(g.getKey(), new DEROctetString(sha256.digest(g.getValue()))))
              .toArray(DataGroupHash[]::new);
      byte[] content =
          new LDSSecurityObject(
                  new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE),
                  hashes)
              .getEncoded("DER");
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(
                  new JcaDigestCalculatorProviderBuilder().setProvider(TestState.BC).build())
              .build(
                  new JcaContentSignerBuilder("SHA256withECDSA")
                      .setProvider(TestState.BC)
                      .build(keys.getPrivate()),
                  certificate));
      generator.addCertificates(new CollectionStore<X509CertificateHolder>(List.of(certificate)));
      return tlv(
          0x77,
          generator
              .generate(
                  new CMSProcessableByteArray(
                      ICAOObjectIdentifiers.id_icao_ldsSecurityObject, content),
                  true)
              .getEncoded("DER"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] encoded(ASN1Encodable value) {
    try {
      return value.toASN1Primitive().getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] tlv(int tag, byte[] value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (value.length > 0xFF) {
      out.write(0x82);
      out.write(value.length >> 8);
    } else if (value.length > 0x7F) {
      out.write(0x81);
    }
    out.write(value.length);
    out.writeBytes(value);
    return out.toByteArray();
  }
}
