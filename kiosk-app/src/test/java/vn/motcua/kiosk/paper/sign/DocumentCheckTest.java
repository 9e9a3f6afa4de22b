package vn.motcua.kiosk.paper.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may not be signed is refused by name, and stays as it was. */
class DocumentCheckTest {
  @AutoClose private static final SignKit kit = new SignKit("A", TestAuthority.Kind.SIGNER_CRL);

  @TempDir Path folder;

  private String fault(Path file) throws Exception {
    byte[] before = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    String code = kit.fault(file);
    if (Files.exists(file)) {
      assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }
    return code;
  }

  @FunctionalInterface
  private interface Spoil {
    void apply(PDDocument document) throws Exception;
  }

  private Path spoilt(Spoil spoil) throws Exception {
    Path file = folder.resolve("spoilt.pdf");
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      spoil.apply(document);
      document.save(file.toFile());
    }
    return file;
  }

  @Test
  void noPdfAndNoFile() throws Exception {
    assertThat(fault(folder.resolve("none.pdf"))).isEqualTo("SIGN-PDF-MISSING");
    Path text = folder.resolve("text.pdf");
    Files.writeString(text, "not a PDF at all");
    assertThat(fault(text)).isEqualTo("SIGN-PDF-NOT");
    Files.write(text, new byte[0]);
    assertThat(fault(text)).isEqualTo("SIGN-PDF-NOT");
  }

  @Test
  void encryptedWithAndWithoutAPassword() throws Exception {
    for (String password : new String[] {"", "secret"}) {
      Path file =
          spoilt(document ->
              document.protect(
                  new StandardProtectionPolicy("owner", password, new AccessPermission())));
      assertThat(fault(file)).isEqualTo("SIGN-PDF-ENCRYPTED");
      assertThat(kit.verify(file).outcome()).isEqualTo(SignatureOutcome.ENCRYPTED);
    }
  }

  @Test
  void scriptsAndAttachments() throws Exception {
    assertThat(
            fault(
                spoilt(d ->
                    d.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")))))
        .isEqualTo("SIGN-PDF-ACTIVE");
    assertThat(
            fault(
                spoilt(d -> {
                  PDDocumentNameDictionary names =
                      new PDDocumentNameDictionary(d.getDocumentCatalog());
                  names.setEmbeddedFiles(new PDEmbeddedFilesNameTreeNode());
                  d.getDocumentCatalog().setNames(names);
                })))
        .isEqualTo("SIGN-PDF-ACTIVE");
  }

  @Test
  void brokenInside() throws Exception {
    Path plain = SignKit.plain(folder.resolve("in.pdf"));
    byte[] bytes = Files.readAllBytes(plain);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Path file = folder.resolve("broken.pdf");
    Files.write(
        file,
        text.replaceFirst("startxref\\s+\\d+", "startxref\n77")
            .getBytes(StandardCharsets.ISO_8859_1));
    assertThat(fault(file)).isEqualTo("SIGN-PDF-DAMAGED");
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(fault(file)).isEqualTo("SIGN-PDF-DAMAGED");
    // Everything shifted by some bytes: viewers repair that, an increment does not.
    Files.writeString(
        file,
        text.substring(0, 9) + "%abcdefgh\n" + text.substring(9),
        StandardCharsets.ISO_8859_1);
    assertThat(fault(file)).isEqualTo("SIGN-PDF-DAMAGED");
  }

  @Test
  void anEarlierSignatureThatIsBrokenOrClosesTheDocument() throws Exception {
    Path file = SignKit.plain(folder.resolve("in.pdf"));
    kit.sign(file, file, Level.B_B);
    byte[] bytes = Files.readAllBytes(file);
    Path broken = folder.resolve("broken.pdf");
    byte[] flipped = bytes.clone();
    flipped[12] ^= 1; // in the comment behind the header
    Files.write(broken, flipped);
    assertThat(fault(broken)).isEqualTo("SIGN-PDF-BROKEN");
    assertThat(kit.verify(broken).outcome()).isEqualTo(SignatureOutcome.BROKEN);
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      COSDictionary parameters = new COSDictionary();
      parameters.setItem(COSName.P, COSInteger.ONE);
      COSDictionary reference = new COSDictionary();
      reference.setItem("TransformMethod", COSName.getPDFName("DocMDP"));
      reference.setItem("TransformParams", parameters);
      COSArray references = new COSArray();
      references.add(reference);
      document.getLastSignatureDictionary().getCOSObject().setItem("Reference", references);
      document.save(broken.toFile());
    }
    assertThat(fault(broken)).isEqualTo("SIGN-PDF-CLOSED");
  }
}
