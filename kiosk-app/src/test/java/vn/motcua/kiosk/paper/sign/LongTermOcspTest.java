package vn.motcua.kiosk.paper.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.pdf.Tool;

/** B-LT with OCSP, answered by OpenSSL: what a file carries is enough without any network. */
class LongTermOcspTest {
  @AutoClose
  private static final SignKit kit = new SignKit("Nguyễn Văn Thử", TestAuthority.Kind.SIGNER_OCSP);

  @TempDir Path folder;

  @BeforeEach
  void answerByOpenSsl() throws Exception {
    SignKit.pem(
        folder.resolve("root.pem"), "CERTIFICATE", kit.authority.root.certificate().getEncoded());
    SignKit.pem(folder.resolve("root.key"), "PRIVATE KEY", kit.authority.root.key().getEncoded());
    index("V\t400101000000Z\t");
    kit.authority.responder = this::openSsl;
  }

  /** OpenSSL's list of certificates with their state. */
  private void index(String state) throws IOException {
    String serial =
        kit.holder.certificate().getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    Files.writeString(
        folder.resolve("index.txt"),
        state + "\t" + (serial.length() % 2 == 0 ? "" : "0") + serial + "\tunknown\t/CN=A\n");
  }

  private byte[] openSsl(byte[] question) {
    try {
      Path answer = folder.resolve("answer.der");
      Tool.Answer said =
          Tool.run(
              "openssl",
              "ocsp",
              "-index",
              folder.resolve("index.txt").toString(),
              "-CA",
              folder.resolve("root.pem").toString(),
              "-rsigner",
              folder.resolve("root.pem").toString(),
              "-rkey",
              folder.resolve("root.key").toString(),
              "-ndays",
              "2",
              "-reqin",
              Files.write(folder.resolve("question.der"), question).toString(),
              "-respout",
              answer.toString());
      assertThat(said.exit()).as(said.text()).isZero();
      return Files.readAllBytes(answer);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("OpenSSL did not answer", e);
    }
  }

  @Test
  void theAnswerIsInTheFileAndServesWithoutANetwork() throws Exception {
    Path file = SignKit.plain(folder.resolve("in.pdf"));
    kit.sign(file, file, Level.B_LT);
    List<byte[]> kept = kept(file);
    assertThat(kept).hasSize(1);
    BasicOCSPResp answer = (BasicOCSPResp) new OCSPResp(kept.getFirst()).getResponseObject();
    assertThat(answer.getResponses()[0].getCertID().getSerialNumber())
        .isEqualTo(kit.holder.certificate().getSerialNumber());
    assertThat(answer.getResponses()[0].getCertStatus()).isEqualTo(CertificateStatus.GOOD);
    assertThat(Tool.run("pdfsig", "-nocert", file.toString()).text())
        .contains("Signature is Valid");
    SignatureVerdict offline = offline(file);
    assertThat(offline.outcome()).as(offline.toString()).isEqualTo(SignatureOutcome.VALID);
    assertThat(offline.revocation()).isEqualTo("good");
    assertThat(offline.level()).isEqualTo("B-LT");
    // The same without what the file carries: nobody knows.
    Path shorter = SignKit.plain(folder.resolve("shorter.pdf"));
    kit.sign(shorter, shorter, Level.B_T);
    assertThat(offline(shorter).revocation()).startsWith("not known");
    assertThat(offline(shorter).level()).isEqualTo("B-T");
  }

  @Test
  void whatTheResponderTookBackDoesNotSign() throws Exception {
    index("R\t400101000000Z\t240101000000Z");
    Path file = SignKit.plain(folder.resolve("in.pdf"));
    assertThat(SignKit.faultOf(() -> kit.sign(file, file, Level.B_LT)))
        .isEqualTo("SIGN-CERT-REVOKED");
    assertThat(Files.readAllBytes(file))
        .isEqualTo(Files.readAllBytes(SignKit.plain(folder.resolve("again.pdf"))));
  }

  private static SignatureVerdict offline(Path file) {
    return SignKit.signatures(
            new PdfVerifier(kit.authority.trust(), false, Clock.systemUTC()).verify(file))
        .getFirst();
  }

  /** DSS/OCSPs, as ETSI EN 319 142-1 §5.4.2.2 has it. */
  private static List<byte[]> kept(Path file) throws IOException {
    List<byte[]> found = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      COSDictionary store =
          document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.getPDFName("DSS"));
      COSArray answers = store.getCOSArray(COSName.getPDFName("OCSPs"));
      for (int i = 0; answers != null && i < answers.size(); i++) {
        try (InputStream in = ((COSStream) answers.getObject(i)).createInputStream()) {
          found.add(in.readAllBytes());
        }
      }
    }
    return found;
  }
}
