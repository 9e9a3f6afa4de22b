package vn.motcua.kiosk.paper.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was tampered with is found, however it was done. */
class PdfVerifierTest {
  @AutoClose
  private static final SignKit kit = new SignKit("Nguyễn Văn Thử", TestAuthority.Kind.SIGNER_CRL);

  private static byte[] signed;

  @TempDir static Path shared;

  @TempDir Path folder;

  @BeforeAll
  static void begin() throws Exception {
    assertThat(Security.getProvider("BC")).as("nobody registered Bouncy Castle").isNull();
    Path in = SignKit.plain(shared.resolve("in.pdf"));
    Path out = shared.resolve("signed.pdf");
    kit.signer().sign(SignKit.request(in, out, Level.B_T), kit.key);
    signed = Files.readAllBytes(out);
  }

  private Path file(byte[] bytes) throws Exception {
    Path file = folder.resolve("judged.pdf");
    Files.write(file, bytes);
    return file;
  }

  private SignatureOutcome outcome(byte[] bytes) throws Exception {
    return kit.verify(file(bytes)).outcome();
  }

  @FunctionalInterface
  private interface Edit {
    void apply(PDDocument document) throws Exception;
  }

  /** An incremental update by a stranger. */
  private byte[] edited(Edit edit) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(signed)) {
      edit.apply(document);
      document.saveIncremental(out);
    }
    return out.toByteArray();
  }

  @Test
  void whatIsNoSignedPdfIsNamed() throws Exception {
    assertThat(outcome("hello".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(SignatureOutcome.NOT_PDF);
    assertThat(outcome("%PDF-1.7 and nothing else".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(SignatureOutcome.DAMAGED);
    assertThat(kit.verify(folder.resolve("none")).outcome()).isEqualTo(SignatureOutcome.MISSING);
    assertThat(kit.verify(shared.resolve("in.pdf")).outcome()).isEqualTo(SignatureOutcome.UNSIGNED);
    assertThat(outcome(signed)).isEqualTo(SignatureOutcome.VALID);
  }

  @Test
  void aChangedByteBreaksItAnywhere() throws Exception {
    for (int place : new int[] {12, signed.length / 4, signed.length - 30}) {
      byte[] changed = signed.clone();
      changed[place] ^= 1;
      assertThat(kit.verify(file(changed)).isGood()).as("byte %s", place).isFalse();
    }
    String text = new String(signed, StandardCharsets.ISO_8859_1);
    // The digest among the signed attributes: messageDigest (1.2.840.113549.1.9.4), SET, OCTETS.
    int contents = text.indexOf("2A864886F70D010904") + 18 + 8 + 6;
    byte[] changed = signed.clone();
    changed[contents] = (byte) (changed[contents] == '0' ? '1' : '0');
    assertThat(outcome(changed)).isEqualTo(SignatureOutcome.BROKEN);
  }

  @Test
  void otherContentBehindTheSignatureIsAChange() throws Exception {
    byte[] replaced =
        edited(document -> {
          PDPage page = document.getPage(0);
          try (PDPageContentStream content =
              new PDPageContentStream(
                  document, page, PDPageContentStream.AppendMode.OVERWRITE, false)) {
            content.addRect(70, 690, 400, 40);
            content.fill();
          }
          page.getCOSObject().setNeedToBeUpdated(true);
        });
    assertThat(outcome(replaced)).isEqualTo(SignatureOutcome.CHANGED);
    byte[] swapped =
        edited(document -> {
          COSDictionary pages = document.getPages().getCOSObject();
          COSArray kids = pages.getCOSArray(COSName.KIDS);
          COSBase first = kids.get(0);
          kids.set(0, kids.get(1));
          kids.set(1, first);
          kids.setNeedToBeUpdated(true);
          pages.setNeedToBeUpdated(true);
        });
    assertThat(outcome(swapped)).isEqualTo(SignatureOutcome.CHANGED);
  }

  @Test
  void aMarkOrABorrowedSignatureOnTopIsAChange() throws Exception {
    byte[] note =
        edited(document -> {
          PDAnnotationText mark = new PDAnnotationText();
          mark.setRectangle(new PDRectangle(100, 100, 50, 50));
          mark.setContents("đã duyệt");
          PDPage page = document.getPage(0);
          page.getAnnotations().add(mark);
          page.getCOSObject().setNeedToBeUpdated(true);
        });
    PdfVerdict.Judged verdict = (PdfVerdict.Judged) kit.verify(file(note));
    assertThat(verdict.outcome()).isEqualTo(SignatureOutcome.CHANGED);
    assertThat(verdict.signatures().getFirst().changes())
        .extracting(Change::kind)
        .contains(Change.Kind.ANNOTATION);
    byte[] borrowed =
        edited(document -> {
          COSDictionary copy =
              new COSDictionary(document.getSignatureFields().getFirst().getCOSObject());
          copy.setItem(COSName.RECT, new PDRectangle(70, 690, 400, 40));
          copy.setString(COSName.T, "Signature9");
          PDPage page = document.getPage(0);
          page.getCOSObject().getCOSArray(COSName.ANNOTS).add(copy);
          page.getCOSObject().setNeedToBeUpdated(true);
          COSDictionary form = document.getDocumentCatalog().getAcroForm(null).getCOSObject();
          form.getCOSArray(COSName.FIELDS).add(copy);
          form.setNeedToBeUpdated(true);
          document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        });
    assertThat(outcome(borrowed)).isEqualTo(SignatureOutcome.CHANGED);
  }

  @Test
  void aRangeThatIsNotOneIsBroken() throws Exception {
    String text = new String(signed, StandardCharsets.ISO_8859_1);
    String wrapped = text.replaceFirst("/ByteRange \\[0 ", "/ByteRange [1 ");
    assertThat(outcome(wrapped.getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(SignatureOutcome.BROKEN);
  }

  @Test
  void anIssuerThatIsNotInstalledIsSaid() throws Exception {
    try (TestAuthority other = new TestAuthority("Nơi khác")) {
      assertThat(SignKit.verify(file(signed), other.trust()).outcome())
          .isEqualTo(SignatureOutcome.UNTRUSTED);
    }
  }

  @Test
  void theProvenTimeDecides() throws Exception {
    // In two years the certificate is long expired: the timestamp proves that it was not then.
    Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(730)), ZoneOffset.UTC);
    PdfVerifier verifier = new PdfVerifier(kit.authority.trust(), true, later);
    assertThat(verifier.verify(file(signed)).outcome()).isEqualTo(SignatureOutcome.VALID);
    Path in = shared.resolve("in.pdf");
    Path unproven = folder.resolve("unproven.pdf");
    kit.signer().sign(SignKit.request(in, unproven, Level.B_B), kit.key);
    assertThat(verifier.verify(unproven).outcome()).isEqualTo(SignatureOutcome.EXPIRED);
  }

  @Test
  void revokedBeforeOrAfterTheProvenTime() throws Exception {
    Path in = shared.resolve("in.pdf");
    TestAuthority.Holder lost = kit.authority.issue("A", TestAuthority.Kind.SIGNER_CRL);
    Path early = folder.resolve("early.pdf");
    kit.signer().sign(SignKit.request(in, early, Level.B_T), new MemoryKey(lost));
    Path unproven = folder.resolve("unproven.pdf");
    kit.signer().sign(SignKit.request(in, unproven, Level.B_B), new MemoryKey(lost));
    kit.authority.revoke(lost.certificate(), Instant.now().plus(Duration.ofMinutes(30)));
    assertThat(kit.verify(early).outcome()).isEqualTo(SignatureOutcome.VALID);
    kit.authority.revoke(lost.certificate(), Instant.now().minus(Duration.ofHours(3)));
    assertThat(kit.verify(early).outcome()).isEqualTo(SignatureOutcome.REVOKED);
    assertThat(kit.verify(unproven).outcome()).isEqualTo(SignatureOutcome.REVOKED);
  }

  @Test
  void whatADocumentBringsAlongDoesNotHideALaterRevocation() throws Exception {
    TestAuthority.Holder lost = kit.authority.issue("A", TestAuthority.Kind.SIGNER_CRL);
    Path file = folder.resolve("long.pdf");
    kit.signer()
        .sign(SignKit.request(shared.resolve("in.pdf"), file, Level.B_LT), new MemoryKey(lost));
    kit.authority.revoke(lost.certificate(), Instant.now().minus(Duration.ofHours(3)));
    assertThat(kit.verify(file).outcome()).isEqualTo(SignatureOutcome.REVOKED);
  }

  @Test
  void revocationThatCannotBeAskedIsSaid() throws Exception {
    kit.authority.online = false;
    try {
      assertThat(outcome(signed)).isEqualTo(SignatureOutcome.UNCHECKED);
      PdfVerdict offline =
          new PdfVerifier(kit.authority.trust(), false, Clock.systemUTC()).verify(file(signed));
      assertThat(offline.isGood()).isTrue();
      assertThat(((PdfVerdict.Judged) offline).signatures().getFirst().revocation())
          .startsWith("not known");
    } finally {
      kit.authority.online = true;
    }
  }

  @Test
  void weakAlgorithmsAreSaid() throws Exception {
    assertThat(foreign("SHA1withECDSA", kit.holder)).isEqualTo(SignatureOutcome.WEAK);
    TestAuthority.Holder small =
        kit.authority.issue(
            "A",
            TestAuthority.Kind.SIGNER_CRL,
            TestAuthority.rsa(1024),
            "SHA256withECDSA",
            Duration.ofDays(-1),
            Duration.ofDays(9));
    assertThat(foreign("SHA256withRSA", small)).isEqualTo(SignatureOutcome.WEAK);
    assertThat(foreign("SHA512withECDSA", kit.holder)).isEqualTo(SignatureOutcome.VALID);
  }

  @Test
  void whatIsNotForSigningAndWhatCannotBeAskedIsSaid() throws Exception {
    for (TestAuthority.Kind kind :
        new TestAuthority.Kind[] {
          TestAuthority.Kind.SERVER, TestAuthority.Kind.ENCRYPTION, TestAuthority.Kind.AUTHORITY
        }) {
      assertThat(foreign("SHA256withECDSA", kit.authority.issue("A", kind)))
          .as("%s", kind)
          .isEqualTo(SignatureOutcome.PURPOSE);
    }
    TestAuthority.Holder mute = kit.authority.issue("A", TestAuthority.Kind.SIGNER_MUTE);
    assertThat(foreign("SHA256withECDSA", mute)).isEqualTo(SignatureOutcome.UNCHECKED);
    TrustFolder listed =
        new TrustFolder(
            kit.authority.trust().anchors(),
            java.util.List.of(),
            java.util.List.of(kit.authority.list()));
    Path file = folder.resolve("foreign.pdf");
    assertThat(new PdfVerifier(listed, true, Clock.systemUTC()).verify(file).isGood()).isTrue();
    assertThat(
            new PdfVerifier(kit.authority.trust(), false, Clock.systemUTC()).verify(file).isGood())
        .isTrue();
  }

  /** A signature as other programs make it: adbe.pkcs7.detached. */
  private SignatureOutcome foreign(String algorithm, TestAuthority.Holder who) throws Exception {
    Path out = folder.resolve("foreign.pdf");
    try (PDDocument document = Loader.loadPDF(shared.resolve("in.pdf").toFile());
        java.io.OutputStream stream = Files.newOutputStream(out)) {
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
      document.addSignature(
          signature,
          content -> {
            try {
              CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
              generator.addSignerInfoGenerator(
                  new JcaSimpleSignerInfoGeneratorBuilder()
                      .build(algorithm, who.key(), who.certificate()));
              generator.addCertificates(new JcaCertStore(java.util.List.of(who.certificate())));
              return generator
                  .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
                  .getEncoded();
            } catch (Exception e) {
              throw new java.io.IOException(e);
            }
          });
      document.saveIncremental(stream);
    }
    return kit.verify(out).outcome();
  }
}
