package vn.motcua.kiosk.paper.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.pdf.PdfaCheck;
import vn.motcua.kiosk.pdf.Tool;
import vn.motcua.scanner.FaultException;

/** Signatures that others find valid, on documents that stay PDF/A-2b. */
class PdfSignerTest {
  @AutoClose
  private static final SignKit kit = new SignKit("Nguyễn Văn Thử", TestAuthority.Kind.SIGNER_OCSP);

  @TempDir Path folder;

  private Path plain() throws Exception {
    return SignKit.plain(folder.resolve("in.pdf"));
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
    Signed signed = kit.sign(plain(), out, Level.B_B);
    assertThat(signed.signer().trial()).isFalse();
    assertThat(signed.signer().checked()).isTrue();
    assertThat(signed.stamped()).isEmpty();
    refereesAgree(out, 1);
    assertThat(Tool.run("pdfsig", "-nocert", out.toString()).text())
        .contains("Total document signed", "ETSI.CAdES.detached", "SHA-256");
    SignatureVerdict verdict = kit.first(out);
    assertThat(verdict.outcome()).as(verdict.toString()).isEqualTo(SignatureOutcome.VALID);
    assertThat(verdict.level()).isEqualTo("B-B");
    assertThat(verdict.proven()).isFalse();
    assertThat(verdict.whole()).isTrue();
    assertThat(verdict.signer()).isEqualTo("Nguyễn Văn Thử");
  }

  @Test
  void theCopyShowsWhatTheDecreeAsksForAtTheTopRight() throws Exception {
    Path out = folder.resolve("out.pdf");
    kit.sign(plain(), out, Level.B_B);
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
      kit.signer()
          .sign(
              new SignRequest(
                  file, file, level, new Look.Text(""), "duyệt", SignerCheck.Exceptions.NONE),
              kit.key);
    }
    byte[] after = Files.readAllBytes(file);
    assertThat(java.util.Arrays.mismatch(before, after)).isEqualTo(before.length);
    refereesAgree(file, 4);
    PdfVerdict.Judged verdict = (PdfVerdict.Judged) kit.verify(file);
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
    Signed signed = kit.sign(plain(), out, Level.B_LT);
    assertThat(signed.stamped()).isPresent();
    refereesAgree(out, 1);
    kit.authority.online = false;
    try {
      SignatureVerdict verdict = kit.first(out);
      assertThat(verdict.outcome()).as(verdict.toString()).isEqualTo(SignatureOutcome.VALID);
      assertThat(verdict.level()).isEqualTo("B-LT");
      assertThat(verdict.revocation()).isEqualTo("good");
    } finally {
      kit.authority.online = true;
    }
  }

  @Test
  void aKeyOfNobodyIsATrialAndThePageSaysSo() throws Exception {
    Path out = folder.resolve("out.pdf");
    PdfSigner nobody = SignKit.nobody();
    Signed signed = nobody.sign(SignKit.request(plain(), out, Level.B_B), kit.key);
    assertThat(signed.signer().trial()).isTrue();
    assertThat(Tool.pdfToText(out)).contains("không có giá trị pháp lý");
    refereesAgree(out, 1);
    Path invisible = folder.resolve("invisible.pdf");
    nobody.sign(
        new SignRequest(
            plain(), invisible, Level.B_B, new Look.Invisible(), "", SignerCheck.Exceptions.NONE),
        kit.key);
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
    kit.sign(plain(), out, Level.B_B, new Look.Seal(png, "UBND phường Thử Nghiệm"));
    refereesAgree(out, 1);
    assertThat(widgets(out).getFirst().getRectangle().getWidth()).isGreaterThan(102f);
    Files.writeString(png, "no picture");
    assertThatThrownBy(() -> kit.sign(plain(), out, Level.B_B, new Look.Seal(png, "x")))
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
    kit.sign(turned, out, Level.B_B);
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
      assertThatThrownBy(() -> kit.sign(file, file, Level.B_B))
          .isInstanceOfSatisfying(
              FaultException.class, e -> assertThat(e.fault().code()).isEqualTo("SIGN-PDF-IN-USE"));
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void whoSignsIsShownBefore() throws Exception {
    List<SignerCheck> shown = new ArrayList<>();
    Path out = folder.resolve("out.pdf");
    kit.signer()
        .sign(
            SignKit.request(plain(), out, Level.B_B),
            kit.key,
            who -> {
              assertThat(out).doesNotExist();
              shown.add(who);
            });
    assertThat(shown).hasSize(1);
    assertThat(shown.getFirst().name()).isEqualTo("Nguyễn Văn Thử");
    assertThat(shown.getFirst())
        .isEqualTo(kit.signer().check(kit.key, SignerCheck.Exceptions.NONE));
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
