package vn.motcua.scanner.chip.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.icao.CscaMasterList;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.jmrtd.lds.SODFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulated issuer makes, verified by BouncyCastle and the JDK's path validation. */
class SimulatedIssuerTest {
  private static final Instant NOW = Instant.now();

  private final SimulatedCardProfile a = SimulatedCitizens.a();

  private static X509Certificate certificate(byte[] der) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509", IssuerParts.BC)
            .generateCertificate(new ByteArrayInputStream(der));
  }

  private static byte[] inner(byte[] sod) {
    return CardTlv.value(sod, 0x77);
  }

  private static boolean verifies(CMSSignedData signed, byte[] signer) throws Exception {
    SignerInformation info = signed.getSignerInfos().getSigners().iterator().next();
    return info.verify(
        new JcaSimpleSignerInfoVerifierBuilder()
            .setProvider(IssuerParts.BC)
            .build(new X509CertificateHolder(signer)));
  }

  private byte[] sod(SimulatedIssuer issuer) {
    return a.builder(issuer).files().get(0x011D);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RSA 2048 SHA-1",
        "RSA 1024 SHA-224",
        "RSA 3072 SHA-256",
        "RSA-PSS 2048 SHA-256",
        "RSA-PSS 2048 SHA-1",
        "RSA-PSS 2048 SHA-512",
        "ECDSA secp224r1 SHA-224",
        "ECDSA brainpoolP384r1 SHA-384",
        "ECDSA secp521r1 SHA-512",
        "ECDSA secp256r1 SHA-1",
        "ECDSA-EXPLICIT brainpoolP512r1 SHA-512",
        "ECDSA-EXPLICIT secp384r1 SHA-256"
      })
  void signsByEveryScheme(String text) throws Exception {
    signsBy(text);
  }

  /** Two primes of 2048 bits are found in a second or in twenty. */
  @Test
  @Tag("long")
  void signsWithTheLargestRsa() throws Exception {
    signsBy("RSA-PSS 4096 SHA-512");
  }

  private void signsBy(String text) throws Exception {
    SignatureScheme scheme = SignatureScheme.parse(text);
    assertThat(scheme.text()).isEqualTo(text);
    SimulatedIssuer issuer = SimulatedIssuer.builder().state(scheme).signer(scheme).build();
    byte[] sod = sod(issuer);
    assertThat(verifies(new CMSSignedData(inner(sod)), issuer.signer())).isTrue();
    certificate(issuer.signer())
        .verify(certificate(issuer.anchor()).getPublicKey(), IssuerParts.BC);
    certificate(issuer.anchor())
        .verify(certificate(issuer.anchor()).getPublicKey(), IssuerParts.BC);
    SODFile theirs = new SODFile(new ByteArrayInputStream(sod));
    assertThat(theirs.getDataGroupHashes()).containsOnlyKeys(1, 13, 14);
    assertThat(theirs.getDataGroupHashes().get(1)).isEqualTo(Ciphers.digest("SHA-256", a.dg1()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512"})
  void hashesByEveryDigest(String digest) throws Exception {
    SimulatedIssuer issuer =
        SimulatedIssuer.builder().sod(SodForm.USUAL.withDigest(digest)).build();
    SODFile theirs = new SODFile(new ByteArrayInputStream(sod(issuer)));
    assertThat(theirs.getDigestAlgorithm()).isEqualTo(digest);
    assertThat(theirs.getDataGroupHashes().get(13)).isEqualTo(Ciphers.digest(digest, a.dg13()));
  }

  @Test
  void makesTheSecurityObjectInTheFormThatIsAskedFor() throws Exception {
    SimulatedIssuer issuer = SimulatedIssuer.builder().signers(3).build();
    Instant then = NOW.minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
    CardBuilder builder = a.builder(issuer).signer(2);
    byte[] given =
        builder
            .sod(SodForm.USUAL.signedAt(then).withVersion().withoutCertificate().namedByKey())
            .files()
            .get(0x011D);
    CMSSignedData signed = new CMSSignedData(inner(given));
    SignerInformation info = signed.getSignerInfos().getSigners().iterator().next();
    assertThat(signed.getCertificates().getMatches(null)).isEmpty();
    assertThat(info.getSID().getSubjectKeyIdentifier())
        .isEqualTo(
            org.bouncycastle.asn1.x509.SubjectKeyIdentifier.fromExtensions(
                    new X509CertificateHolder(issuer.signer(2)).getExtensions())
                .getKeyIdentifier());
    assertThat(verifies(signed, issuer.signer(2))).isTrue();
    assertThat(
            org.bouncycastle.asn1.cms.Time.getInstance(
                    info.getSignedAttributes()
                        .get(CMSAttributes.signingTime)
                        .getAttributeValues()[0])
                .getDate()
                .toInstant())
        .isEqualTo(then);
    LDSSecurityObject object =
        LDSSecurityObject.getInstance((byte[]) signed.getSignedContent().getContent());
    assertThat(object.getVersion()).isEqualTo(1);
    assertThat(object.getVersionInfo().getLdsVersion()).isEqualTo("0108");
    assertThat(object.getDigestAlgorithmIdentifier().getAlgorithm())
        .isEqualTo(NISTObjectIdentifiers.id_sha256);

    CMSSignedData timeless =
        new CMSSignedData(inner(builder.sod(SodForm.USUAL.withoutTime()).files().get(0x011D)));
    SignerInformation without = timeless.getSignerInfos().getSigners().iterator().next();
    assertThat(without.getSignedAttributes().get(CMSAttributes.signingTime)).isNull();
    assertThat(timeless.getCertificates().getMatches(null)).hasSize(1);
  }

  @Test
  void certifiesByNameValidityAndKeyIdentifiers() throws Exception {
    SimulatedIssuer issuer =
        SimulatedIssuer.builder()
            .name("C=UT,O=Nowhere,CN=CSCA Utopia")
            .signers(2)
            .stateValid(NOW.minus(Duration.ofDays(400)), NOW.plus(Duration.ofDays(400)))
            .signerValid(NOW.minus(Duration.ofDays(20)), NOW.minus(Duration.ofDays(10)))
            .build();
    X509Certificate anchor = certificate(issuer.anchor());
    X509Certificate signer = certificate(issuer.signer(1));
    assertThat(anchor.getSubjectX500Principal().getName()).contains("CSCA Utopia");
    assertThat(signer.getIssuerX500Principal()).isEqualTo(anchor.getSubjectX500Principal());
    assertThat(signer.getNotAfter().toInstant()).isBefore(NOW.minus(Duration.ofDays(9)));
    assertThat(signer.getExtensionValue("2.5.29.35")).isNotNull();
    assertThat(issuer.signer(0)).isNotEqualTo(issuer.signer(1));
    SimulatedIssuer plain = SimulatedIssuer.builder().withoutKeyIdentifiers().build();
    assertThat(certificate(plain.signer()).getExtensionValue("2.5.29.35")).isNull();
    assertThat(certificate(plain.anchor()).getExtensionValue("2.5.29.14")).isNull();
  }

  @Test
  void revokesTheSignersThatAreChosen() throws Exception {
    SimulatedIssuer issuer = SimulatedIssuer.builder().signers(3).build();
    X509CRL list =
        (X509CRL)
            CertificateFactory.getInstance("X.509", IssuerParts.BC)
                .generateCRL(
                    new ByteArrayInputStream(
                        issuer.revocationList(NOW, NOW.plus(Duration.ofDays(30)), 1)));
    list.verify(certificate(issuer.anchor()).getPublicKey(), IssuerParts.BC);
    assertThat(list.isRevoked(certificate(issuer.signer(0)))).isFalse();
    assertThat(list.isRevoked(certificate(issuer.signer(1)))).isTrue();
    assertThat(list.isRevoked(certificate(issuer.signer(2)))).isFalse();
    assertThat(list.getNextUpdate().toInstant()).isAfter(NOW.plus(Duration.ofDays(29)));
  }

  @Test
  void listsAnchorsInAMasterList() throws Exception {
    SimulatedIssuer issuer = SimulatedIssuer.create();
    SimulatedIssuer other = SimulatedIssuer.create();
    CMSSignedData list = new CMSSignedData(issuer.masterList(List.of(other.anchor())));
    assertThat(list.getSignedContentTypeOID()).isEqualTo("2.23.136.1.1.2");
    CscaMasterList content =
        CscaMasterList.getInstance((byte[]) list.getSignedContent().getContent());
    assertThat(Arrays.stream(content.getCertStructs()).map(SimulatedIssuerTest::encoded))
        .containsExactlyInAnyOrder(issuer.anchor(), other.anchor());
    SignerInformation info = list.getSignerInfos().getSigners().iterator().next();
    X509CertificateHolder signer =
        (X509CertificateHolder) list.getCertificates().getMatches(info.getSID()).iterator().next();
    assertThat(verifies(list, signer.getEncoded())).isTrue();
    X509Certificate checked = certificate(signer.getEncoded());
    assertThat(checked.getExtendedKeyUsage()).containsExactly("2.23.136.1.1.3");
    checked.verify(certificate(issuer.anchor()).getPublicKey(), IssuerParts.BC);
  }

  private static byte[] encoded(Certificate certificate) {
    try {
      return certificate.getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void vouchesForItsSuccessor() throws Exception {
    SimulatedIssuer old = SimulatedIssuer.create();
    SimulatedIssuer next = SimulatedIssuer.builder().name("C=VN,CN=Simulated CSCA 2").build();
    X509Certificate link = certificate(old.linkTo(next));
    PKIXParameters parameters =
        new PKIXParameters(Set.of(new TrustAnchor(certificate(old.anchor()), null)));
    parameters.setRevocationEnabled(false);
    CertPathValidator.getInstance("PKIX", IssuerParts.BC)
        .validate(
            CertificateFactory.getInstance("X.509", IssuerParts.BC).generateCertPath(List.of(link)),
            parameters);
    assertThat(link.getPublicKey()).isEqualTo(certificate(next.anchor()).getPublicKey());
    assertThat(link.getSubjectX500Principal())
        .isEqualTo(certificate(next.anchor()).getSubjectX500Principal());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ECDSA brainpoolP256r1 SHA-256",
        "ECDSA-EXPLICIT brainpoolP512r1 SHA-512",
        "RSA-PSS 2048 SHA-256"
      })
  void keepsAnIssuerInAFolder(String scheme, @TempDir Path parent) throws Exception {
    Path folder = parent.resolve("issuer");
    SignatureScheme signs = SignatureScheme.parse(scheme);
    SimulatedIssuer made = SimulatedIssuer.builder().signer(signs).signers(2).build();
    assertThat(IssuerFolder.exists(folder)).isFalse();
    IssuerFolder.save(made, folder);
    assertThat(IssuerFolder.exists(folder)).isTrue();
    assertThatThrownBy(() -> IssuerFolder.save(made, folder)).isInstanceOf(IOException.class);
    SimulatedIssuer loaded = IssuerFolder.load(folder);
    assertThat(loaded.anchor()).isEqualTo(made.anchor());
    assertThat(loaded.signers()).isEqualTo(2);
    byte[] sod = a.builder(loaded).signer(1).files().get(0x011D);
    assertThat(verifies(new CMSSignedData(inner(sod)), made.signer(1))).isTrue();

    Files.writeString(folder.resolve("signer-2.pem"), "nonsense");
    assertThatThrownBy(() -> IssuerFolder.load(folder)).hasMessageContaining("signer-2.pem");
    Files.delete(folder.resolve("csca.pem"));
    assertThatThrownBy(() -> IssuerFolder.load(folder)).hasMessageContaining("csca.pem");
  }

  @Test
  void namesWhatIsWrongWithAScheme() {
    for (String wrong :
        List.of(
            "",
            "RSA 2048",
            "DSA 2048 SHA-1",
            "RSA 99 SHA-1",
            "ECDSA nowhere SHA-1",
            "RSA 2048 MD5")) {
      assertThatThrownBy(() -> SignatureScheme.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
