package vn.motcua.scanner.chip;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;

/** Files EF.SOD that somebody would make who wants to stop a counter: costly keys, towers. */
final class SodSeeds {
  private static final Random RANDOM = new Random(9303);

  private SodSeeds() {}

  static Map<String, byte[]> all(Map<Integer, byte[]> groups) throws Exception {
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    for (SimulatedIssuer.Kind kind : SimulatedIssuer.Kind.values()) {
      Instant now = Instant.now();
      byte[] sod =
          SimulatedIssuer.create(SimulatedIssuer.NAME, kind, now, now.plus(Duration.ofDays(100)))
              .sign(groups);
      seeds.put("stranger " + kind.name().toLowerCase(Locale.ROOT), sod);
    }
    byte[] ecdsa = seeds.get("stranger ecdsa");
    byte[] rsa = seeds.get("stranger rsa");
    seeds.put("cut", Encoded.cut(ecdsa, 3));
    seeds.put("rsa of 16384 bits", withKey(rsa, rsaKey(16_384, BigInteger.valueOf(65_537))));
    seeds.put("rsa with two huge numbers", withKey(rsa, rsaKey(16_384, odd(16_384))));
    seeds.put("rsa of 4096 bits, exponent too", withKey(rsa, rsaKey(3800, odd(3800))));
    seeds.put("curve of a huge order", withKey(ecdsa, curve(256, odd(200_000), BigInteger.ONE)));
    seeds.put("curve of a huge cofactor", withKey(ecdsa, curve(256, odd(256), odd(200_000))));
    seeds.put("curve over a huge field", withKey(ecdsa, curve(1040, odd(1040), BigInteger.ONE)));
    seeds.put("dsa of 16000 bits", withKey(rsa, dsaKey(16_000)));
    seeds.put("salt of two gigabytes", withSalt(seeds.get("stranger rsa_pss"), Integer.MAX_VALUE));
    seeds.put("salt of half a gigabyte", withSalt(seeds.get("stranger rsa_pss"), 500_000_000));
    seeds.put("salt below nothing", withSalt(seeds.get("stranger rsa_pss"), -70));
    seeds.put("tower", tower(0x30));
    seeds.put("tower in octets", tower(0x24));
    seeds.put("tower without ends", endless());
    return seeds;
  }

  /** The same message with a certificate of the same name and number that holds another key. */
  private static byte[] withKey(byte[] sod, SubjectPublicKeyInfo key)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    SignedData message = message(sod);
    X509CertificateHolder old =
        new X509CertificateHolder(
            message.getCertificates().getObjectAt(0).toASN1Primitive().getEncoded());
    KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
    keys.initialize(256);
    KeyPair anybody = keys.generateKeyPair();
    X509CertificateHolder replaced =
        new X509v3CertificateBuilder(
                old.getIssuer(),
                old.getSerialNumber(),
                old.getNotBefore(),
                old.getNotAfter(),
                old.getSubject(),
                key)
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(anybody.getPrivate()));
    return file(
        new SignedData(
            message.getDigestAlgorithms(),
            message.getEncapContentInfo(),
            new DERSet(replaced.toASN1Structure()),
            null,
            message.getSignerInfos()));
  }

  /** The same message whose signer claims a salt of so many bytes (RFC 4055 §3.1). */
  private static byte[] withSalt(byte[] sod, int bytes) throws IOException {
    SignedData message = message(sod);
    SignerInfo signer = SignerInfo.getInstance(message.getSignerInfos().getObjectAt(0));
    AlgorithmIdentifier sha =
        new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
    RSASSAPSSparams claim =
        new RSASSAPSSparams(
            sha,
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, sha),
            new ASN1Integer(bytes),
            RSASSAPSSparams.DEFAULT_TRAILER_FIELD);
    SignerInfo changed =
        new SignerInfo(
            signer.getSID(),
            signer.getDigestAlgorithm(),
            signer.getAuthenticatedAttributes(),
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS, claim),
            signer.getEncryptedDigest(),
            null);
    return file(
        new SignedData(
            message.getDigestAlgorithms(),
            message.getEncapContentInfo(),
            message.getCertificates(),
            null,
            new DERSet(changed)));
  }

  static SubjectPublicKeyInfo rsaKey(int bits, BigInteger exponent) throws IOException {
    return new SubjectPublicKeyInfo(
        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
        new RSAPublicKey(withoutSmallFactors(bits), exponent));
  }

  private static SubjectPublicKeyInfo dsaKey(int bits) throws IOException {
    return new SubjectPublicKeyInfo(
        new AlgorithmIdentifier(
            X9ObjectIdentifiers.id_dsa, sequence(odd(bits), odd(bits - 8), odd(bits - 3))),
        new ASN1Integer(odd(bits - 5)));
  }

  /** A key on a known curve whose parameters are written out instead of named. */
  static SubjectPublicKeyInfo writtenOut(String curve) {
    var known = ECNamedCurveTable.getByName(curve);
    return new SubjectPublicKeyInfo(
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, known),
        known.getG().getEncoded(false));
  }

  /** A curve written out, through a point of its own choice (X9.62: ECParameters). */
  private static SubjectPublicKeyInfo curve(int bits, BigInteger order, BigInteger cofactor)
      throws IOException {
    BigInteger p = BigInteger.probablePrime(bits, RANDOM);
    BigInteger x = new BigInteger(bits - 2, RANDOM);
    BigInteger y = new BigInteger(bits - 2, RANDOM);
    BigInteger a = new BigInteger(bits - 2, RANDOM);
    BigInteger b = y.pow(2).subtract(x.pow(3)).subtract(a.multiply(x)).mod(p);
    byte[] point = Encoded.join(new byte[] {4}, fixed(x, bits / 8), fixed(y, bits / 8));
    DERSequence parameters =
        new DERSequence(
            new ASN1Encodable[] {
              new ASN1Integer(1),
              new DERSequence(
                  new ASN1Encodable[] {X9ObjectIdentifiers.prime_field, new ASN1Integer(p)}),
              new DERSequence(
                  new ASN1Encodable[] {
                    new DEROctetString(fixed(a, bits / 8)), new DEROctetString(fixed(b, bits / 8))
                  }),
              new DEROctetString(point),
              new ASN1Integer(order),
              new ASN1Integer(cofactor)
            });
    AlgorithmIdentifier kind =
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, parameters);
    return SubjectPublicKeyInfo.getInstance(
        new DERSequence(new ASN1Encodable[] {kind, new DERBitString(point)}));
  }

  private static BigInteger odd(int bits) {
    return new BigInteger(bits, RANDOM).setBit(bits - 1).setBit(0);
  }

  /** Readers turn away a modulus with a small factor before it costs them anything. */
  private static BigInteger withoutSmallFactors(int bits) {
    BigInteger small = BigInteger.ONE;
    for (int i = 3; i < 2000; i += 2) {
      small = small.multiply(BigInteger.valueOf(i));
    }
    BigInteger number = odd(bits);
    while (!number.gcd(small).equals(BigInteger.ONE)) {
      number = number.add(BigInteger.TWO);
    }
    return number;
  }

  private static byte[] fixed(BigInteger number, int length) {
    byte[] bytes = number.toByteArray();
    byte[] out = new byte[length];
    int from = Math.max(0, bytes.length - length);
    System.arraycopy(bytes, from, out, length - (bytes.length - from), bytes.length - from);
    return out;
  }

  private static DERSequence sequence(BigInteger... numbers) {
    ASN1EncodableVector all = new ASN1EncodableVector();
    Arrays.stream(numbers).map(ASN1Integer::new).forEach(all::add);
    return new DERSequence(all);
  }

  private static byte[] tower(int tag) {
    byte[] tower = {5, 0};
    for (int i = 0; i < 4000; i++) {
      tower = Encoded.tlv(tag, tower);
    }
    return Encoded.tlv(0x77, tower);
  }

  private static byte[] endless() {
    byte[] towers = new byte[60_000];
    for (int i = 0; i < towers.length; i += 2) {
      towers[i] = 0x30;
      towers[i + 1] = (byte) 0x80;
    }
    return Encoded.tlv(0x77, towers);
  }

  private static SignedData message(byte[] sod) {
    try {
      return SignedData.getInstance(
          ContentInfo.getInstance(Tlv.single(sod, 0x77).value()).getContent());
    } catch (MalformedException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static byte[] file(SignedData message) throws IOException {
    return Encoded.tlv(
        0x77, new ContentInfo(CMSObjectIdentifiers.signedData, message).getEncoded("DER"));
  }
}
