package vn.motcua.kiosk.paper.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes behind a signature that programs read differently are a change. */
class FileEndTest {
  @AutoClose private static final SignKit kit = new SignKit("A", TestAuthority.Kind.SIGNER_CRL);

  private static byte[] signed;

  @TempDir static Path shared;

  @TempDir Path folder;

  @BeforeAll
  static void begin() throws Exception {
    Path file = SignKit.plain(shared.resolve("in.pdf"));
    kit.sign(file, file, Level.B_LT);
    signed = Files.readAllBytes(file);
  }

  private SignatureOutcome with(String behind) throws Exception {
    Path file = folder.resolve("judged.pdf");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(signed);
    all.write(behind.getBytes(StandardCharsets.ISO_8859_1));
    Files.write(file, all.toByteArray());
    return kit.verify(file).outcome();
  }

  private static String otherPages(int size) {
    String objects =
        """

        60 0 obj
        << /Type /Catalog /Pages 61 0 R >>
        endobj
        61 0 obj
        << /Type /Pages /Kids [62 0 R] /Count 1 >>
        endobj
        62 0 obj
        << /Type /Page /Parent 61 0 R /MediaBox [0 0 595 842] >>
        endobj
        """;
    String trailer = "trailer\n<< /Root 60 0 R /Size 64 >>\n";
    return objects + "%" + "x".repeat(size - objects.length() - trailer.length()) + "\n" + trailer;
  }

  private static String lastSection() {
    Matcher found =
        Pattern.compile("startxref\\s+(\\d+)\\s+%%EOF\\s*$")
            .matcher(new String(signed, StandardCharsets.ISO_8859_1));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void wholeIncrementsAndTheEndOfALineAreNoChange() throws Exception {
    assertThat(with("")).isEqualTo(SignatureOutcome.VALID);
    assertThat(with("\r\n")).isEqualTo(SignatureOutcome.VALID);
  }

  @Test
  void anotherCatalogueWithoutAnEndIsAChange() throws Exception {
    for (int size : new int[] {500, 1100, 1500, 1900}) {
      assertThat(with(otherPages(size))).as("%s bytes", size).isEqualTo(SignatureOutcome.CHANGED);
    }
    // So far away from the end this reader itself finds only the other catalogue.
    assertThat(with(otherPages(5000))).isEqualTo(SignatureOutcome.UNSIGNED);
  }

  @Test
  void anEndThatBelongsToNothingIsAChange() throws Exception {
    assertThat(with(otherPages(1500) + "startxref\n7\n%%EOF\n"))
        .isIn(SignatureOutcome.CHANGED, SignatureOutcome.UNSIGNED);
    assertThat(with(otherPages(1500) + "startxref\n" + lastSection() + "\n%%EOF\n"))
        .isEqualTo(SignatureOutcome.CHANGED);
  }

  @Test
  void zerosAreAChange() throws Exception {
    assertThat(with("\0".repeat(3000))).isEqualTo(SignatureOutcome.CHANGED);
    assertThat(with("\0".repeat(300))).isEqualTo(SignatureOutcome.CHANGED);
  }

  @Test
  void suchAFileIsNotSigned() throws Exception {
    for (boolean before : new boolean[] {true, false}) {
      Path file = folder.resolve("in.pdf");
      byte[] start = before ? signed : Files.readAllBytes(SignKit.plain(file));
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.write(start);
      all.write(otherPages(1500).getBytes(StandardCharsets.ISO_8859_1));
      Files.write(file, all.toByteArray());
      assertThat(kit.fault(file)).isEqualTo("SIGN-PDF-DAMAGED");
    }
  }
}
