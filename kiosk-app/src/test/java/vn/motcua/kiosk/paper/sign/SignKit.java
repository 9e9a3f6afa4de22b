package vn.motcua.kiosk.paper.sign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import vn.motcua.kiosk.pdf.ArchiveDocument;
import vn.motcua.kiosk.pdf.DocumentInfo;
import vn.motcua.kiosk.pdf.FontFace;
import vn.motcua.kiosk.pdf.PageContent;
import vn.motcua.scanner.FaultException;

/** What a test of signatures needs: an authority, an officer with a key, documents, a verifier. */
final class SignKit implements AutoCloseable {
  final TestAuthority authority;
  final TestAuthority.Holder holder;
  final SigningKey key;

  /** An authority and one officer. */
  SignKit(String officer, TestAuthority.Kind kind) {
    this("Gốc chứng thực thử", officer, kind);
  }

  SignKit(String root, String officer, TestAuthority.Kind kind) {
    try {
      authority = new TestAuthority(root);
      holder = authority.issue(officer, kind);
      key = new MemoryKey(holder);
    } catch (Exception e) {
      throw new AssertionError("no authority", e);
    }
  }

  /** One who trusts the authority and uses its timestamps. */
  PdfSigner signer() {
    return new PdfSigner(authority.trust(), Optional.of(authority.timestamps()), Clock.systemUTC());
  }

  /** One who trusts nobody: whatever is signed is a trial. */
  static PdfSigner nobody() {
    return new PdfSigner(TrustFolder.EMPTY, Optional.empty(), Clock.systemUTC());
  }

  /** Signs with the officer's key, as a copy. */
  Signed sign(Path in, Path out, Level level) throws FaultException {
    return sign(in, out, level, COPY);
  }

  Signed sign(Path in, Path out, Level level, Look look) throws FaultException {
    return signer().sign(request(in, out, level, look), key);
  }

  /** The code of the fault that signing a file in its own place ends with; {@code none} if none. */
  String fault(Path file) {
    return faultOf(() -> sign(file, file, Level.B_B));
  }

  /** The verdict of one who trusts the authority. */
  PdfVerdict verify(Path file) {
    return verify(file, authority.trust());
  }

  static PdfVerdict verify(Path file, TrustFolder trust) {
    return new PdfVerifier(trust, true, Clock.systemUTC()).verify(file);
  }

  /** The first signature of a file that can be judged. */
  SignatureVerdict first(Path file) {
    return signatures(verify(file)).getFirst();
  }

  static List<SignatureVerdict> signatures(PdfVerdict verdict) {
    return ((PdfVerdict.Judged) verdict).signatures();
  }

  static final Look COPY = new Look.Copy(CopyKind.SAO_Y, "UBND phường Thử Nghiệm");

  static SignRequest request(Path in, Path out, Level level) {
    return request(in, out, level, COPY);
  }

  static SignRequest request(Path in, Path out, Level level, Look look) {
    return new SignRequest(in, out, level, look, "", SignerCheck.Exceptions.NONE);
  }

  /** Something that may end with a fault. */
  @FunctionalInterface
  interface Act {
    void run() throws Exception;
  }

  /** The code of the fault that an act ends with; {@code none} if none. */
  static String faultOf(Act act) {
    try {
      act.run();
      return "none";
    } catch (FaultException e) {
      return e.fault().code();
    } catch (Exception e) {
      throw new AssertionError("no fault, but " + e, e);
    }
  }

  /** Writes what OpenSSL reads. */
  static void pem(Path file, String kind, byte[] der) throws Exception {
    Files.writeString(
        file,
        "-----BEGIN "
            + kind
            + "-----\n"
            + java.util.Base64.getMimeEncoder(64, "\n".getBytes()).encodeToString(der)
            + "\n-----END "
            + kind
            + "-----\n");
  }

  /** A PDF/A-2b of two pages. */
  static Path plain(Path file) throws Exception {
    return Files.write(file, Plain.BYTES);
  }

  /** Made once. */
  private static final class Plain {
    static final byte[] BYTES = make();

    private static byte[] make() {
      try {
        Path file = Files.createTempFile("plain", ".pdf");
        try (ArchiveDocument document =
            new ArchiveDocument(
                new DocumentInfo("Đơn thử", "", "vi", Instant.parse("2026-11-25T00:00:00Z")),
                file.getParent())) {
          for (int page = 1; page <= 2; page++) {
            PageContent content = new PageContent();
            content.text(
                document.font(FontFace.REGULAR),
                14,
                72,
                700,
                "Phí phải nộp: 100.000 đồng, trang " + page);
            document.addPage(PDRectangle.A4, PDRectangle.A4, content);
          }
          document.save(file);
          return Files.readAllBytes(file);
        } finally {
          Files.delete(file);
        }
      } catch (Exception e) {
        throw new AssertionError("no document", e);
      }
    }
  }

  @Override
  public void close() {
    authority.close();
  }
}
