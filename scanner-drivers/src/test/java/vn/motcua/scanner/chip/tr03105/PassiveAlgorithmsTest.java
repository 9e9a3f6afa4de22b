package vn.motcua.scanner.chip.tr03105;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** LDS_H: signature algorithms of EF.SOD and of the certificates. */
class PassiveAlgorithmsTest extends Unit {
  private static final String STATE = "RSA 3072";
  private static final String SIGNER = "RSA 2048";

  static Stream<Case> cases() {
    return Stream.of(
        one("LDS_H_01", STATE, SIGNER, "SHA-1", "RSA"),
        one("LDS_H_02", STATE, SIGNER, "SHA-1", "RSAandMGF1"),
        one("LDS_H_03", STATE, SIGNER, "SHA-256", "RSAandMGF1"),
        one("LDS_H_04", STATE, SIGNER, "SHA-224", "RSA"),
        one("LDS_H_05", STATE, SIGNER, "SHA-256", "RSA"),
        one("LDS_H_06", STATE, SIGNER, "SHA-384", "RSA"),
        one("LDS_H_07", STATE, SIGNER, "SHA-512", "RSA"),
        one("LDS_H_08", "DSA 3072", "DSA 2048", "SHA-1", "DSA"),
        one("LDS_H_09", "EC brainpoolP256r1", "EC brainpoolP224r1", "SHA-1", "ECDSA"),
        one("LDS_H_10", "EC brainpoolP256r1", "EC brainpoolP224r1", "SHA-1", "PLAIN-ECDSA"),
        one("LDS_H_11", "EC brainpoolP256r1", "EC brainpoolP224r1", "SHA-224", "PLAIN-ECDSA"),
        one("LDS_H_12", "EC brainpoolP256r1", "EC brainpoolP256r1", "SHA-256", "PLAIN-ECDSA"),
        one("LDS_H_13", "EC brainpoolP384r1", "EC brainpoolP384r1", "SHA-384", "PLAIN-ECDSA"),
        one("LDS_H_14", "EC brainpoolP512r1", "EC brainpoolP512r1", "SHA-512", "PLAIN-ECDSA"),
        Case.of("LDS_H_15", SodCard.read(sod -> sod.data(d -> d.without("certificates")))),
        one("LDS_H_70", "EC brainpoolP256r1", "EC brainpoolP224r1", "SHA-224", "ECDSA"),
        one("LDS_H_71", "EC brainpoolP256r1", "EC brainpoolP256r1", "SHA-256", "ECDSA"),
        one("LDS_H_72", "EC brainpoolP384r1", "EC brainpoolP384r1", "SHA-384", "ECDSA"),
        one("LDS_H_73", "EC brainpoolP512r1", "EC brainpoolP512r1", "SHA-512", "ECDSA"),
        Case.of("LDS_H_74", SodCard.read(sod -> sod.hash("SHA-224"))),
        Case.of("LDS_H_75", SodCard.read(sod -> sod.hash("SHA-224").digest("SHA-224"))),
        Case.of(
            "LDS_H_76",
            signed("EC brainpoolP256r1", "SHA224withECDSA", "SHA256withRSA", sod -> sod)),
        Case.of(
            "LDS_H_77", signed(STATE, "SHA224withRSAandMGF1", "SHA256withRSAandMGF1", sod -> sod)),
        Case.of("LDS_H_78", signed(STATE, "SHA256withRSA", "SHA256withRSAandMGF1", sod -> sod)),
        bare("LDS_H_79", "SHA-1"),
        bare("LDS_H_80", "SHA-224"),
        bare("LDS_H_81", "SHA-256"),
        bare("LDS_H_82", "SHA-384"),
        bare("LDS_H_83", "SHA-512"),
        one("LDS_H_94", STATE, SIGNER, "SHA-224", "RSAandMGF1"),
        one("LDS_H_95", STATE, SIGNER, "SHA-384", "RSAandMGF1"),
        one("LDS_H_96", STATE, SIGNER, "SHA-512", "RSAandMGF1"),
        one("LDS_H_97", "DSA 2048", "DSA 2048", "SHA-224", "DSA"),
        one("LDS_H_98", "DSA 3072", "DSA 2048", "SHA-256", "DSA"),
        // Nobody but the state chooses what stands in the certificate.
        Case.of("MC_SHA1_CERTIFICATE", signed(STATE, "SHA1withRSA", "SHA256withRSA", sod -> sod)),
        // The content is hashed well, but what the signature itself hashes with is not.
        Case.of(
            "MC_WEAK_SIGNATURE",
            signed(STATE, "SHA256withRSAandMGF1", "SHA1withRSAandMGF1", sod -> sod)),
        Case.of("MC_WEAK_SIGNATURE_15", signed(STATE, "SHA256withRSA", "SHA1withRSA", s -> s)));
  }

  /** One algorithm throughout. */
  private static Case one(String id, String state, String signer, String hash, String scheme) {
    String algorithm = hash.replace("-", "") + "with" + scheme;
    return Case.of(
        id,
        () ->
            SodCard.of(
                new Sod(
                        Signing.with(state, "state", algorithm),
                        Signing.with(signer, "signer", algorithm))
                    .hash(hash)
                    .digest(hash),
                file -> file));
  }

  private static Supplier<Inspection> signed(
      String state, String byState, String bySigner, UnaryOperator<Sod> change) {
    return () ->
        SodCard.of(
            change.apply(
                new Sod(
                    Signing.with(state, "state", byState),
                    Signing.with(SIGNER, "signer", bySigner))),
            file -> file);
  }

  /** The signature's algorithm is said to be RSA; its hash is that of the content. */
  private static Case bare(String id, String hash) {
    String algorithm = hash.replace("-", "") + "withRSA";
    return Case.of(
        id,
        signed(
            STATE,
            algorithm,
            algorithm,
            sod ->
                sod.hash(hash)
                    .digest(hash)
                    .info(i ->
                        i.with(
                            "signatureAlgorithm",
                            new AlgorithmIdentifier(
                                PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE)))));
  }
}
