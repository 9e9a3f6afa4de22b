package vn.motcua.kiosk.paper.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.pdf.PdfaCheck;
import vn.motcua.kiosk.pdf.Tool;
import vn.motcua.scanner.FaultException;

/** Signatures that others find valid, on documents that stay PDF/A-2b. */
class PdfSignerTest {
  private static TestAuthority authority;
  private static SigningKey key;

  @TempDir Path folder;

  @BeforeAll
  static void begin() throws Exception {
    authority = new TestAuthority("Gốc chứng thực thử");
    key = new MemoryKey(authority.issue("Nguyễn Văn Thử", TestAuthority.Kind.SIGNER_OCSP));
  }

  @AfterAll
  static void end() {
    authority.close();
  }

  private Path plain() throws Exception {
    return TestPdfs.plain(folder.resolve("in.pdf"));
  }

  private static void refereesAgree(Path file, int signatures) throws Exception {
    String said = Tool.run("pdfsig", "-nocert", file.toString()).text();
    assertThat(said.split("Signature is Valid", -1)).as(said).hasSize(signatures + 1);
    Tool.Answer qpdf = Tool.run("qpdf", "--check", file.toString());
    assertThat(qpdf.exit()).as(qpdf.text()).isZero();
    assertThat(PdfaCheck.check(file)).matches(v -> v.isPdfA2b(), "PDF/A-2b");
  }

  @Test
  void withoutATimestampTheTimeIsTheSignersWord() throws Exception {
    Path out = folder.resolve("out.pdf");
    Signed signed = TestPdfs.signer(authority).sign(TestPdfs.request(plain(), out, Level.B_B), key);
    assertThat(signed.signer().trial()).isFalse();
    assertThat(signed.signer().checked()).isTrue();
    assertThat(signed.stamped()).isEmpty();
    refereesAgree(out, 1);
    assertThat(Tool.run("pdfsig", "-nocert", out.toString()).text())
        .contains("Total document signed", "ETSI.CAdES.detached", "SHA-256");
    SignatureVerdict verdict = only(TestPdfs.verify(out, authority));
    assertThat(verdict.outcome()).as(verdict.toString()).isEqualTo(SignatureOutcome.VALID);
    assertThat(verdict.level()).isEqualTo("B-B");
    assertThat(verdict.proven()).isFalse();
    assertThat(verdict.whole()).isTrue();
    assertThat(verdict.signer()).isEqualTo("Nguyễn Văn Thử");
  }

  @Test
  void theCopyShowsWhatTheDecreeAsksForAtTheTopRight() throws Exception {
    Path out = folder.resolve("out.pdf");
    TestPdfs.signer(authority).sign(TestPdfs.request(plain(), out, Level.B_B), key);
    String text = Tool.pdfToText(out);
    assertThat(text).contains("Sao y", "UBND phường Thử Nghiệm").doesNotContain("pháp lý");
    assertThat(text).containsPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+07:00");
    PDRectangle place = widgets(out).getFirst().getRectangle();
    assertThat(place.getUpperRightX()).isBetween(560f, 580f);
    assertThat(place.getUpperRightY()).isBetween(810f, 830f);
    String fonts = Tool.run("pdffonts", out.toString()).text();
    assertThat(fonts.lines().filter(l -> l.contains("Tinos")).toList())
        .isNotEmpty()
        .allMatch(l -> l.matches("[A-Z]{6}\\+Tinos.*yes\\s+yes\\s+yes.*"));
  }

  @Test
  void fourInARowStandBelowEachOtherAndAllStayValid() throws Exception {
    Path file = plain();
    byte[] before = Files.readAllBytes(file);
    Level[] levels = {Level.B_T, Level.B_LT, Level.B_B, Level.B_LT};
    for (Level level : levels) {
      TestPdfs.signer(authority)
          .sign(
              new SignRequest(
                  file, file, level, new Look.Text(""), "duyệt", SignerCheck.Exceptions.NONE),
              key);
    }
    byte[] after = Files.readAllBytes(file);
    assertThat(java.util.Arrays.mismatch(before, after)).isEqualTo(before.length);
    refereesAgree(file, 4);
    PdfVerdict.Judged verdict = (PdfVerdict.Judged) TestPdfs.verify(file, authority);
    assertThat(verdict.isGood()).as(verdict.toString()).isTrue();
    assertThat(verdict.signatures()).hasSize(4);
    assertThat(verdict.signatures().get(1).level()).isEqualTo("B-LT");
    assertThat(verdict.signatures().get(1).proven()).isTrue();
    assertThat(verdict.signatures().getFirst().changes())
        .extracting(Change::kind)
        .contains(Change.Kind.SIGNATURE, Change.Kind.VALIDATION_DATA);
    List<PDAnnotation> widgets = widgets(file);
    for (int i = 0; i < widgets.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(overlap(widgets.get(i).getRectangle(), widgets.get(j).getRectangle())).isFalse();
      }
    }
  }

  @Test
  void longTermDataAnswerWhenTheAuthorityIsGone() throws Exception {
    Path out = folder.resolve("out.pdf");
    Signed signed =
        TestPdfs.signer(authority).sign(TestPdfs.request(plain(), out, Level.B_LT), key);
    assertThat(signed.stamped()).isPresent();
    refereesAgree(out, 1);
    authority.online = false;
    try {
      SignatureVerdict verdict = only(TestPdfs.verify(out, authority));
      assertThat(verdict.outcome()).as(verdict.toString()).isEqualTo(SignatureOutcome.VALID);
      assertThat(verdict.level()).isEqualTo("B-LT");
      assertThat(verdict.revocation()).isEqualTo("good");
    } finally {
      authority.online = true;
    }
  }

  @Test
  void aKeyOfNobodyIsATrialAndThePageSaysSo() throws Exception {
    Path out = folder.resolve("out.pdf");
    PdfSigner nobody = new PdfSigner(TrustFolder.EMPTY, Optional.empty(), Clock.systemUTC());
    Signed signed = nobody.sign(TestPdfs.request(plain(), out, Level.B_B), key);
    assertThat(signed.signer().trial()).isTrue();
    assertThat(Tool.pdfToText(out)).contains("không có giá trị pháp lý");
    refereesAgree(out, 1);
    Path invisible = folder.resolve("invisible.pdf");
    nobody.sign(
        new SignRequest(
            plain(), invisible, Level.B_B, new Look.Invisible(), "", SignerCheck.Exceptions.NONE),
        key);
    assertThat(Tool.pdfToText(invisible)).doesNotContain("pháp lý");
    try (PDDocument document = Loader.loadPDF(invisible.toFile())) {
      assertThat(document.getLastSignatureDictionary().getReason()).contains("pháp lý");
    }
    refereesAgree(invisible, 1);
  }

  @Test
  void aSealStandsInItsRealSize() throws Exception {
    BufferedImage picture = new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB);
    picture.createGraphics().drawOval(10, 10, 280, 280);
    Path png = folder.resolve("seal.png");
    ImageIO.write(picture, "png", png.toFile());
    Path out = folder.resolve("out.pdf");
    TestPdfs.signer(authority)
        .sign(
            new SignRequest(
                plain(),
                out,
                Level.B_B,
                new Look.Seal(png, "UBND phường Thử Nghiệm"),
                "",
                SignerCheck.Exceptions.NONE),
            key);
    refereesAgree(out, 1);
    assertThat(widgets(out).getFirst().getRectangle().getWidth()).isGreaterThan(102f);
    Files.writeString(png, "no picture");
    assertThatThrownBy(() ->
            TestPdfs.signer(authority)
                .sign(
                    new SignRequest(
                        plain(),
                        out,
                        Level.B_B,
                        new Look.Seal(png, "x"),
                        "",
                        SignerCheck.Exceptions.NONE),
                    key))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault().code()).isEqualTo("SIGN-SEAL"));
  }

  @Test
  void onATurnedPageItStandsUprightAtTheTopRight() throws Exception {
    Path turned = folder.resolve("turned.pdf");
    try (PDDocument document = Loader.loadPDF(plain().toFile())) {
      document.getPage(0).setRotation(90);
      document.save(turned.toFile());
    }
    Path out = folder.resolve("out.pdf");
    TestPdfs.signer(authority).sign(TestPdfs.request(turned, out, Level.B_B), key);
    // Seen from the turned page its top right is the page's own upper left... turned clockwise.
    PDRectangle place = widgets(out).getFirst().getRectangle();
    assertThat(place.getLowerLeftX()).isBetween(15f, 25f);
    assertThat(place.getUpperRightY()).isBetween(815f, 825f);
    assertThat(place.getHeight()).isGreaterThan(place.getWidth());
  }

  @Test
  void nobodySignsWhileAnotherDoes() throws Exception {
    Path file = plain();
    byte[] before = Files.readAllBytes(file);
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.lock(Long.MAX_VALUE - 1, 1, false)) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(
              () -> TestPdfs.signer(authority).sign(TestPdfs.request(file, file, Level.B_B), key))
          .isInstanceOfSatisfying(
              FaultException.class, e -> assertThat(e.fault().code()).isEqualTo("SIGN-PDF-IN-USE"));
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void whoSignsIsShownBefore() throws Exception {
    List<SignerCheck> shown = new ArrayList<>();
    Path out = folder.resolve("out.pdf");
    TestPdfs.signer(authority)
        .sign(
            TestPdfs.request(plain(), out, Level.B_B),
            key,
            who -> {
              assertThat(out).doesNotExist();
              shown.add(who);
            });
    assertThat(shown).hasSize(1);
    assertThat(shown.getFirst().name()).isEqualTo("Nguyễn Văn Thử");
    assertThat(shown.getFirst())
        .isEqualTo(TestPdfs.signer(authority).check(key, SignerCheck.Exceptions.NONE));
  }

  private static SignatureVerdict only(PdfVerdict verdict) {
    return ((PdfVerdict.Judged) verdict).signatures().getFirst();
  }

  private static List<PDAnnotation> widgets(Path file) throws Exception {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return document.getPage(0).getAnnotations();
    }
  }

  private static boolean overlap(PDRectangle a, PDRectangle b) {
    return a.getLowerLeftX() < b.getUpperRightX()
        && b.getLowerLeftX() < a.getUpperRightX()
        && a.getLowerLeftY() < b.getUpperRightY()
        && b.getLowerLeftY() < a.getUpperRightY();
  }
}
