package vn.motcua.kiosk.paper.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.FaultException;

/** A certificate is checked before it signs, and each reason to refuse has its own name. */
class SignerCheckTest {
  private static final SignerCheck.Exceptions UNCHECKED = new SignerCheck.Exceptions(false, true);
  private static final SignerCheck.Exceptions TRIAL = new SignerCheck.Exceptions(true, false);

  @AutoClose private final SignKit kit = new SignKit("A", TestAuthority.Kind.SIGNER_CRL);
  private final TestAuthority authority = kit.authority;

  @TempDir Path folder;

  private String fault(TestAuthority.Holder holder, SignerCheck.Exceptions exceptions) {
    return SignKit.faultOf(() -> check(holder, exceptions));
  }

  private SignerCheck check(TestAuthority.Holder holder, SignerCheck.Exceptions exceptions)
      throws FaultException {
    return kit.signer().check(new MemoryKey(holder), exceptions);
  }

  @Test
  void itsDaysAndItsPurposeCount() throws Exception {
    KeyPair pair = TestAuthority.ec();
    String sha256 = "SHA256withECDSA";
    TestAuthority.Kind kind = TestAuthority.Kind.SIGNER_CRL;
    assertThat(
            fault(
                authority.issue("A", kind, pair, sha256, Duration.ofDays(-9), Duration.ofDays(-1)),
                SignerCheck.Exceptions.NONE))
        .isEqualTo("SIGN-CERT-EXPIRED");
    assertThat(
            fault(
                authority.issue("A", kind, pair, sha256, Duration.ofDays(1), Duration.ofDays(9)),
                SignerCheck.Exceptions.NONE))
        .isEqualTo("SIGN-CERT-NOT-YET");
    assertThat(
            fault(authority.issue("A", TestAuthority.Kind.ENCRYPTION), SignerCheck.Exceptions.NONE))
        .isEqualTo("SIGN-CERT-PURPOSE");
    assertThat(fault(authority.issue("A", TestAuthority.Kind.SERVER), UNCHECKED))
        .isEqualTo("SIGN-CERT-PURPOSE");
    assertThat(fault(authority.issue("A", TestAuthority.Kind.AUTHORITY), UNCHECKED))
        .isEqualTo("SIGN-CERT-PURPOSE");
    assertThat(fault(authority.issue("A", TestAuthority.Kind.STAMPS), SignerCheck.Exceptions.NONE))
        .isEqualTo("SIGN-CERT-PURPOSE");
    assertThat(
            fault(
                authority.issue(
                    "A",
                    kind,
                    TestAuthority.rsa(1024),
                    sha256,
                    Duration.ofDays(-1),
                    Duration.ofDays(9)),
                SignerCheck.Exceptions.NONE))
        .isEqualTo("SIGN-CERT-WEAK");
    assertThat(
            fault(
                authority.issue(
                    "A", kind, pair, "SHA1withECDSA", Duration.ofDays(-1), Duration.ofDays(9)),
                SignerCheck.Exceptions.NONE))
        .isEqualTo("SIGN-CERT-WEAK");
  }

  @Test
  void anInstalledAuthorityMakesTheDifference() throws Exception {
    TestAuthority.Holder ours = authority.issue("A", TestAuthority.Kind.SIGNER_CRL);
    assertThat(check(ours, SignerCheck.Exceptions.NONE).trial()).isFalse();
    try (TestAuthority other = new TestAuthority("Nơi khác")) {
      TestAuthority.Holder theirs = other.issue("A", TestAuthority.Kind.SIGNER_CRL);
      assertThat(fault(theirs, SignerCheck.Exceptions.NONE)).isEqualTo("SIGN-CERT-UNTRUSTED");
      assertThat(check(theirs, TRIAL).trial()).isTrue();
    }
    // A stranger who only bears the same name stays a stranger.
    try (TestAuthority twin = new TestAuthority("Gốc chứng thực thử")) {
      assertThat(fault(twin.issue("A", TestAuthority.Kind.SIGNER_CRL), SignerCheck.Exceptions.NONE))
          .isEqualTo("SIGN-CERT-UNTRUSTED");
    }
  }

  @Test
  void revokedByListAndByResponder() throws Exception {
    for (TestAuthority.Kind kind :
        List.of(TestAuthority.Kind.SIGNER_CRL, TestAuthority.Kind.SIGNER_OCSP)) {
      TestAuthority.Holder holder = authority.issue("A", kind);
      SignerCheck good = check(holder, SignerCheck.Exceptions.NONE);
      assertThat(good.revocation()).isEqualTo("good");
      assertThat(good.checked()).isTrue();
      authority.revoke(holder.certificate(), Instant.now().minus(Duration.ofHours(2)));
      assertThat(fault(holder, UNCHECKED)).isEqualTo("SIGN-CERT-REVOKED");
    }
  }

  @Test
  void withoutALineItIsRefusedUnlessAPersonDecides() throws Exception {
    TestAuthority.Holder holder = authority.issue("A", TestAuthority.Kind.SIGNER_OCSP);
    authority.online = false;
    assertThat(fault(holder, SignerCheck.Exceptions.NONE)).isEqualTo("SIGN-CERT-UNCHECKED");
    SignerCheck allowed = check(holder, UNCHECKED);
    assertThat(allowed.checked()).isFalse();
    assertThat(allowed.revocation()).startsWith("not checked");
    TestAuthority.Holder mute = authority.issue("A", TestAuthority.Kind.SIGNER_MUTE);
    assertThat(fault(mute, SignerCheck.Exceptions.NONE)).isEqualTo("SIGN-CERT-UNCHECKED");
  }

  @Test
  void aListThatATechnicianBroughtServesWithoutALine() throws Exception {
    TestAuthority.Holder holder = authority.issue("A", TestAuthority.Kind.SIGNER_OCSP);
    Files.write(folder.resolve("root.cer"), authority.root.certificate().getEncoded());
    Files.write(folder.resolve("root.crl"), authority.list().getEncoded());
    Files.writeString(folder.resolve("README.txt"), "not a certificate");
    TrustFolder trust = TrustFolder.read(folder);
    authority.online = false;
    PdfSigner signer = new PdfSigner(trust, Optional.empty(), Clock.systemUTC());
    assertThat(signer.check(new MemoryKey(holder), SignerCheck.Exceptions.NONE).checked()).isTrue();
    authority.revoke(holder.certificate(), Instant.now());
    Files.write(folder.resolve("root.crl"), authority.list().getEncoded());
    PdfSigner later = new PdfSigner(TrustFolder.read(folder), Optional.empty(), Clock.systemUTC());
    assertThat(SignKit.faultOf(() -> later.check(new MemoryKey(holder), UNCHECKED)))
        .isEqualTo("SIGN-CERT-REVOKED");
  }

  @Test
  void aTrustFolderWithADamagedFileIsNotUsedInPart() throws Exception {
    Files.writeString(folder.resolve("bad.crl"), "no list");
    assertThat(SignKit.faultOf(() -> TrustFolder.read(folder))).isEqualTo("SIGN-TRUST-DAMAGED");
    assertThat(TrustFolder.read(folder.resolve("none"))).isEqualTo(TrustFolder.EMPTY);
  }
}
