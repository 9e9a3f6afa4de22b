package vn.motcua.kiosk.paper.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A later signature or timestamp does not hide what an earlier one signed. */
class NewSignaturesTest {
  private static final PDRectangle NONE = new PDRectangle(0, 0, 0, 0);
  private static final PDRectangle SMALL = new PDRectangle(60, 60, 150, 40);
  private static final PDRectangle PAGE = new PDRectangle(0, 0, 595, 842);

  @AutoClose private static final SignKit kit = new SignKit("A", TestAuthority.Kind.SIGNER_CRL);

  @AutoClose
  private static final SignKit stranger =
      new SignKit("Nơi khác", "B", TestAuthority.Kind.SIGNER_CRL);

  private static byte[] signed;

  @TempDir static Path shared;

  @TempDir Path folder;

  @BeforeAll
  static void begin() throws Exception {
    Path file = SignKit.plain(shared.resolve("in.pdf"));
    kit.sign(file, file, Level.B_LT);
    signed = Files.readAllBytes(file);
  }

  @FunctionalInterface
  private interface Maker {
    byte[] over(InputStream content) throws Exception;
  }

  private static Maker by(SigningKey who) {
    return content -> Cms.sign(content, who, who.certificates()).getEncoded("DER");
  }

  private static final Maker TIMESTAMP =
      content ->
          kit.authority.timestamps().stamp(Cms.sha256(content.readAllBytes())).token().getEncoded();

  private PdfVerdict.Judged judged(String form, PDRectangle on, boolean acts, Maker maker)
      throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(signed)) {
      PDSignature signature = new PDSignature();
      if (form.equals("ETSI.RFC3161")) {
        signature.setType(COSName.DOC_TIME_STAMP);
      }
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(COSName.getPDFName(form));
      document.addSignature(signature);
      PDAnnotationWidget widget = document.getSignatureFields().getLast().getWidgets().getFirst();
      widget.setRectangle(on);
      PDAppearanceStream white = new PDAppearanceStream(document);
      white.setBBox(PAGE);
      try (java.io.OutputStream content = white.getStream().createOutputStream()) {
        content.write(
            "1 g 0 0 2000 2000 re f".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      }
      PDAppearanceDictionary appearance = new PDAppearanceDictionary();
      appearance.setNormalAppearance(white);
      widget.setAppearance(appearance);
      if (acts) {
        widget.getCOSObject().setItem(COSName.AA, new COSDictionary());
      }
      ExternalSigningSupport outside = document.saveIncrementalForExternalSigning(out);
      outside.setSignature(maker.over(outside.getContent()));
    }
    Path file = folder.resolve("judged.pdf");
    Files.write(file, out.toByteArray());
    return (PdfVerdict.Judged) kit.verify(file);
  }

  private SignatureOutcome first(String form, PDRectangle on, boolean acts, Maker maker)
      throws Exception {
    PdfVerdict.Judged verdict = judged(form, on, acts, maker);
    assertThat(verdict.signatures()).hasSize(2);
    return verdict.signatures().getFirst().outcome();
  }

  @Test
  void aTimestampShowsNothing() throws Exception {
    assertThat(first("ETSI.RFC3161", NONE, false, TIMESTAMP)).isEqualTo(SignatureOutcome.VALID);
    for (PDRectangle on : List.of(SMALL, PAGE)) {
      assertThat(first("ETSI.RFC3161", on, false, TIMESTAMP)).isEqualTo(SignatureOutcome.CHANGED);
    }
    assertThat(first("ETSI.RFC3161", NONE, true, TIMESTAMP)).isEqualTo(SignatureOutcome.CHANGED);
  }

  @Test
  void aKnownSignersSignatureIsSmallAndDoesNothing() throws Exception {
    String pades = "ETSI.CAdES.detached";
    assertThat(first(pades, SMALL, false, by(kit.key))).isEqualTo(SignatureOutcome.VALID);
    assertThat(first(pades, PAGE, false, by(kit.key))).isEqualTo(SignatureOutcome.CHANGED);
    assertThat(first(pades, NONE, true, by(kit.key))).isEqualTo(SignatureOutcome.CHANGED);
  }

  @Test
  void aStrangersSignatureShowsNothing() throws Exception {
    String pades = "ETSI.CAdES.detached";
    assertThat(first(pades, SMALL, false, by(stranger.key))).isEqualTo(SignatureOutcome.CHANGED);
    PdfVerdict.Judged covered = judged(pades, PAGE, false, by(stranger.key));
    assertThat(covered.outcome()).isEqualTo(SignatureOutcome.CHANGED);
    PdfVerdict.Judged unseen = judged(pades, NONE, false, by(stranger.key));
    assertThat(unseen.signatures().getFirst().outcome()).isEqualTo(SignatureOutcome.VALID);
    assertThat(unseen.outcome()).isEqualTo(SignatureOutcome.UNTRUSTED);
  }
}
