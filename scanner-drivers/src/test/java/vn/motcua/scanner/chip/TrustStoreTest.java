package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.scanner.chip.TrustReason.Kind;

/** Who vouches for a document signer, and why nobody does. */
class TrustStoreTest {
  private static final Instant NOW = Instant.now();
  private static final Instant THEN = NOW.minus(Duration.ofDays(100));

  @TempDir Path folder;

  private final TestState state = TestState.ecdsa("brainpoolP256r1");

  private TrustStore official(byte[]... certificates) {
    try {
      return TrustStore.of(List.of(certificates));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static IssuerCheck check(TrustStore store, TestSigner signer) {
    return store.check(signer.certificate(), THEN, "VNM", NOW, "");
  }

  private static void assertNot(TrustStore store, TestSigner signer, Kind why) {
    assertThat(check(store, signer)).isEqualTo(new IssuerCheck.Untrusted(why));
  }

  private static List<Kind> notes(IssuerCheck check) {
    assertThat(check).isInstanceOf(IssuerCheck.Trusted.class);
    return ((IssuerCheck.Trusted) check).notes().stream().map(TrustReason::kind).toList();
  }

  @Test
  void trustsByKeyAndSaysByWhich() {
    byte[] csca = state.csca();
    IssuerCheck check = check(official(csca), state.signer());
    assertThat(notes(check)).isEmpty();
    assertThat(((IssuerCheck.Trusted) check).anchor())
        .isEqualTo(
            new Anchor.Official(
                TestState.NAME.toString(), Csca.fingerprint(csca).substring(0, 16)));
  }

  @Test
  void knowsNobodyOrNotThisOne() {
    assertNot(TrustStore.empty(), state.signer(), Kind.NO_ANCHOR);
    TestState sameName = TestState.ecdsa("brainpoolP256r1");
    assertNot(official(sameName.csca()), state.signer(), Kind.ISSUER_UNKNOWN);
    assertNot(
        official(sameName.csca()),
        state.spec().authority(sameName.keyIdentifier()).make(),
        Kind.ISSUER_UNKNOWN);
    // The right key under a name that the signer does not claim is no path either.
    assertNot(official(state.named("C=VN,CN=Another").csca()), state.signer(), Kind.ISSUER_UNKNOWN);
  }

  @Test
  void comparesNamesWithoutRegardToCaseAndKindOfString() {
    TestState shouting = state.named("C=vn,O=TESTING,CN=test  csca");
    assertThat(check(official(shouting.csca()), state.signer()))
        .isInstanceOf(IssuerCheck.Trusted.class);
  }

  @Test
  void findsTheRightOneAmongKeysOfOneName() {
    List<byte[]> keys = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      keys.add(TestState.ecdsa("brainpoolP256r1").csca());
    }
    keys.add(3, state.csca());
    TrustStore store = official(keys.toArray(new byte[0][]));
    assertThat(check(store, state.signer())).isInstanceOf(IssuerCheck.Trusted.class);
    // A wrong or missing hint costs time, not trust.
    assertThat(check(store, state.spec().noAuthority().make()))
        .isInstanceOf(IssuerCheck.Trusted.class);
  }

  @Test
  void takesWhicheverCertificateOfTheKeyWasValidThen() {
    byte[] old = state.csca(NOW.minus(Duration.ofDays(900)), NOW.minus(Duration.ofDays(500)));
    byte[] current = state.csca(NOW.minus(Duration.ofDays(499)), NOW.plus(Duration.ofDays(500)));
    assertNot(official(old), state.signer(), Kind.ANCHOR_EXPIRED);
    assertThat(check(official(old, current), state.signer()))
        .isInstanceOf(IssuerCheck.Trusted.class);
  }

  @ParameterizedTest
  @CsvSource({
    "C=VN, VNM, true",
    "C=vn, VNM, true",
    "C=DE, VNM, false",
    "C=DE, D, true",
    "C=DE, DEU, true",
    "C=GB, GBD, true",
    "C=GB, GBR, true",
    "C=FR, GBR, false",
    "C=UN, UNO, true",
    "C=UN, UNA, true",
    "C=EU, EUE, true",
    "C=KS, RKS, true",
    "C=XK, RKS, true",
    "C=UT, UTO, true",
    "C=VN, UTO, false",
    "CN=No country, VNM, true",
    "C=VN, XYZ, false",
    "C=HK, CHN, true",
    "C=AT, DEU, false"
  })
  void holdsTheStateOfTheZoneAgainstTheAnchor(String name, String zone, boolean trusted) {
    TestState named = state.named(name);
    TestSigner signer = named.spec().subject(name).make();
    IssuerCheck check = official(named.csca()).check(signer.certificate(), THEN, zone, NOW, "");
    if (trusted) {
      assertThat(check).isInstanceOf(IssuerCheck.Trusted.class);
    } else {
      assertThat(check).isEqualTo(new IssuerCheck.Untrusted(Kind.ISSUER_OF_ANOTHER_STATE));
    }
  }

  @Test
  void holdsTheStateOfTheSignerAgainstTheAnchor() {
    TrustStore store = official(state.csca());
    assertNot(store, state.spec().subject("C=LA,CN=x").make(), Kind.ISSUER_OF_ANOTHER_STATE);
    assertThat(check(store, state.spec().subject("CN=x").make()))
        .isInstanceOf(IssuerCheck.Trusted.class);
    assertThat(check(store, state.spec().subject("C=vn,CN=x").make()))
        .isInstanceOf(IssuerCheck.Trusted.class);
  }

  @Test
  void judgesValidityAtTheTimeOfSigning() {
    TrustStore store = official(state.csca());
    Instant day = Instant.ofEpochSecond(THEN.getEpochSecond());
    assertNot(
        store,
        state.spec().valid(day.minusSeconds(99), day.minusSeconds(9)).make(),
        Kind.SIGNER_EXPIRED);
    assertNot(
        store,
        state.spec().valid(day.plusSeconds(9), day.plusSeconds(99)).make(),
        Kind.SIGNER_EXPIRED);
    assertThat(
            notes(
                check(store, state.spec().valid(day.minusSeconds(99), day.plusSeconds(99)).make())))
        .containsExactly(Kind.SIGNER_EXPIRED_SINCE);
  }

  @Test
  void judgesTheUseOfThePrivateKeyAtTheTimeOfSigning() {
    TrustStore store = official(state.csca());
    TestSigner early =
        state.spec().with(keyUse(THEN.minusSeconds(99), THEN.minusSeconds(50))).make();
    assertNot(store, early, Kind.SIGNER_EXPIRED);
    assertNot(
        store,
        state.spec().with(keyUse(THEN.plusSeconds(50), THEN.plusSeconds(99))).make(),
        Kind.SIGNER_EXPIRED);
    assertThat(
            notes(
                check(
                    store,
                    state.spec().with(keyUse(THEN.minusSeconds(50), THEN.plusSeconds(50))).make())))
        .isEmpty();
    // If nobody says when it was signed, the short time of use tells nothing.
    assertThat(store.check(early.certificate(), NOW, "VNM", NOW, ""))
        .isInstanceOf(IssuerCheck.Trusted.class);
  }

  private static Extension keyUse(Instant from, Instant to) {
    return TestState.extension(
        Extension.privateKeyUsagePeriod.getId(),
        false,
        new DERSequence(
            new ASN1Encodable[] {
              new DERTaggedObject(false, 0, new DERGeneralizedTime(Date.from(from))),
              new DERTaggedObject(false, 1, new DERGeneralizedTime(Date.from(to)))
            }));
  }

  @Test
  void wantsASignerOfDocuments() {
    TrustStore store = official(state.csca());
    List<TestSigner> others =
        List.of(
            state.spec().usage(KeyUsage.keyCertSign).make(),
            state
                .spec()
                .with(
                    TestState.extension(
                        Extension.basicConstraints.getId(), true, new BasicConstraints(true)))
                .make(),
            state
                .spec()
                .with(
                    TestState.extension(
                        Extension.extendedKeyUsage.getId(),
                        true,
                        new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth)))
                .make(),
            state.spec().with(documents("P")).make());
    for (TestSigner signer : others) {
      assertThat(store.check(signer.certificate(), THEN, "VNM", NOW, "ID"))
          .isEqualTo(new IssuerCheck.Untrusted(Kind.SIGNER_NOT_FOR_DOCUMENTS));
    }
    for (TestSigner signer :
        List.of(
            state.spec().with(documents("P", "ID")).make(),
            state.spec().with(documents("I")).make())) {
      assertThat(store.check(signer.certificate(), THEN, "VNM", NOW, "ID"))
          .isInstanceOf(IssuerCheck.Trusted.class);
    }
    assertThat(check(store, others.getLast())).isInstanceOf(IssuerCheck.Trusted.class);
  }

  private static Extension documents(String... letters) {
    ASN1Encodable[] all = new ASN1Encodable[letters.length];
    for (int i = 0; i < letters.length; i++) {
      all[i] = new DERPrintableString(letters[i]);
    }
    return TestState.extension(
        "2.23.136.1.1.6.2",
        false,
        new DERSequence(new ASN1Encodable[] {new ASN1Integer(0), new DERSet(all)}));
  }

  private TrustStore withLists(byte[]... lists) throws IOException {
    Files.write(folder.resolve("a.cer"), state.csca());
    for (int i = 0; i < lists.length; i++) {
      Files.write(folder.resolve(i + ".crl"), lists[i]);
    }
    return TrustStore.load(folder);
  }

  @Test
  void looksIntoRevocationLists() throws Exception {
    TestSigner revoked = state.signer();
    BigInteger serial = revoked.certificate().getSerialNumber();
    TrustStore store = withLists(state.crl(THEN, NOW.plusSeconds(99), serial));
    assertNot(store, revoked, Kind.SIGNER_REVOKED);
    assertThat(notes(check(store, state.signer()))).isEmpty();
  }

  @Test
  void saysThatARevocationListIsOutOfDateAndStillUsesIt() throws Exception {
    TestSigner revoked = state.signer();
    BigInteger serial = revoked.certificate().getSerialNumber();
    TrustStore old = withLists(state.crl(THEN, THEN.plusSeconds(9), serial));
    assertNot(old, revoked, Kind.SIGNER_REVOKED);
    assertThat(notes(check(old, state.signer()))).containsExactly(Kind.CRL_OUT_OF_DATE);
    // A newer one ends the warning, and the older one still counts.
    TrustStore both =
        withLists(
            state.crl(THEN, THEN.plusSeconds(9), serial), state.crl(NOW, NOW.plusSeconds(99)));
    assertNot(both, revoked, Kind.SIGNER_REVOKED);
    assertThat(notes(check(both, state.signer()))).isEmpty();
  }

  @Test
  void looksForTheAnchorInRevocationListsToo() throws Exception {
    BigInteger serial =
        new org.bouncycastle.cert.X509CertificateHolder(state.csca()).getSerialNumber();
    TrustStore store = withLists(state.crl(THEN, NOW.plusSeconds(99), serial));
    assertNot(store, state.signer(), Kind.ANCHOR_REVOKED);
    // The same key under a new certificate does not help.
    Files.write(folder.resolve("new.cer"), state.csca(THEN, NOW.plus(Duration.ofDays(9))));
    assertNot(TrustStore.load(folder), state.signer(), Kind.ANCHOR_REVOKED);
  }

  @Test
  void letsTheNewKeyRevokeWhatTheOldOneSigned() throws Exception {
    TestSigner revoked = state.signer();
    TestState newer = TestState.ecdsa("P-384", "SHA384");
    Files.write(folder.resolve("link.cer"), state.link(newer));
    TrustStore store =
        withLists(newer.crl(THEN, NOW.plusSeconds(9), revoked.certificate().getSerialNumber()));
    assertNot(store, revoked, Kind.SIGNER_REVOKED);
  }

  private EnrolledAnchors learnt(EnrolledAnchor.Kind kind, byte[] content, TestSigner example) {
    return new EnrolledAnchors(
        List.of(
            EnrolledAnchor.of(
                kind,
                content,
                example.certificate(),
                new Enrolment.Protocol("VNM", LocalDate.of(2026, 11, 25), "T", "W", List.of()))));
  }

  private EnrolledAnchors key() throws IOException {
    return learnt(EnrolledAnchor.Kind.KEY, state.info().getEncoded(), state.signer());
  }

  @Test
  void asksLearntKeysOnlyIfNoOfficialOneSigned() throws Exception {
    TrustStore store = TrustStore.empty().with(key());
    IssuerCheck check = check(store, state.signer());
    assertThat(notes(check)).containsExactly(Kind.ANCHOR_ENROLLED);
    assertThat(((IssuerCheck.Trusted) check).anchor())
        .isEqualTo(
            new Anchor.Enrolled(key().anchors().getFirst().id(), LocalDate.of(2026, 11, 25)));
    assertThat(notes(check(official(state.csca()).with(key()), state.signer()))).isEmpty();
    // What an official anchor refuses, a learnt one does not allow.
    byte[] old = state.csca(NOW.minus(Duration.ofDays(900)), NOW.minus(Duration.ofDays(500)));
    assertNot(official(old).with(key()), state.signer(), Kind.ANCHOR_EXPIRED);
    assertNot(store, TestState.ecdsa("brainpoolP256r1").signer(), Kind.ISSUER_UNKNOWN);
  }

  @Test
  void judgesSignersOfLearntKeysLikeOthers() throws Exception {
    TrustStore store = TrustStore.empty().with(key());
    assertNot(
        store,
        state.spec().valid(THEN.minusSeconds(99), THEN.minusSeconds(9)).make(),
        Kind.SIGNER_EXPIRED);
    assertNot(
        store, state.spec().usage(KeyUsage.keyCertSign).make(), Kind.SIGNER_NOT_FOR_DOCUMENTS);
    assertNot(store, state.spec().subject("C=LA").make(), Kind.ISSUER_OF_ANOTHER_STATE);
    assertThat(store.check(state.signer().certificate(), THEN, "LAO", NOW, ""))
        .isEqualTo(new IssuerCheck.Untrusted(Kind.ISSUER_OF_ANOTHER_STATE));
    TestSigner revoked = state.signer();
    Files.write(
        folder.resolve("a.crl"),
        state.crl(THEN, NOW.plusSeconds(9), revoked.certificate().getSerialNumber()));
    assertNot(TrustStore.load(folder).with(key()), revoked, Kind.SIGNER_REVOKED);
  }

  @Test
  void trustsAPinnedSignerAndNoOther() {
    TestSigner pinned = state.signer();
    TrustStore store =
        TrustStore.empty().with(learnt(EnrolledAnchor.Kind.SIGNER, pinned.der(), pinned));
    assertThat(notes(check(store, pinned))).containsExactly(Kind.ANCHOR_ENROLLED);
    assertNot(store, state.signer(), Kind.ISSUER_UNKNOWN);
  }

  @Test
  void forgetsWhatWasRevokedHere() throws Exception {
    EnrolledAnchors revoked =
        key()
            .revoked(
                key().anchors().getFirst().id(),
                new EnrolledAnchor.Revocation(LocalDate.of(2026, 11, 26), "W", "lost"));
    assertNot(TrustStore.empty().with(revoked), state.signer(), Kind.NO_ANCHOR);
    TestState other = TestState.ecdsa("P-256");
    assertNot(official(other.csca()).with(revoked), state.signer(), Kind.ISSUER_UNKNOWN);
  }
}
