package vn.motcua.kiosk.paper.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.pdf.Tool;

/** Documents of unusual build are signed so that others find it valid, or refused by name. */
class UnusualPdfsTest {
  private static final String CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
  private static final String PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
  private static final String CONTENT =
      "<< /Length 23 >>\nstream\n0 0 0 rg 9 9 30 30 re f\nendstream";

  @AutoClose
  private static final SignKit kit = new SignKit("Nguyễn Văn Thử", TestAuthority.Kind.SIGNER_CRL);

  @TempDir Path folder;

  /** A file of these objects, numbered from 1, the first one being the catalogue. */
  private Path pdf(String... objects) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Integer> places = new ArrayList<>();
    out.write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(StandardCharsets.ISO_8859_1));
    for (String each : objects) {
      places.add(out.size());
      out.write(
          (places.size() + " 0 obj\n" + each + "\nendobj\n").getBytes(StandardCharsets.ISO_8859_1));
    }
    int table = out.size();
    StringBuilder end = new StringBuilder("xref\n0 " + (objects.length + 1) + "\n");
    end.append("0000000000 65535 f \n");
    places.forEach(place -> end.append(String.format(Locale.ROOT, "%010d 00000 n \n", place)));
    end.append("trailer\n<< /Root 1 0 R /Size " + (objects.length + 1) + " >>\n");
    end.append("startxref\n" + table + "\n%%EOF\n");
    out.write(end.toString().getBytes(StandardCharsets.ISO_8859_1));
    return Files.write(folder.resolve("in.pdf"), out.toByteArray());
  }

  private static String page(String entries) {
    return "<< /Type /Page /Parent 2 0 R /Contents 4 0 R " + entries + " >>";
  }

  private Path page3(String entries) throws Exception {
    return pdf(CATALOG, PAGES, page(entries), CONTENT);
  }

  private Path by(String... qpdf) throws Exception {
    Path out = folder.resolve("made.pdf");
    List<String> command = new ArrayList<>(List.of("qpdf"));
    command.addAll(List.of(qpdf));
    command.add(SignKit.plain(folder.resolve("plain.pdf")).toString());
    command.add(out.toString());
    assertThat(Tool.run(command.toArray(String[]::new)).exit()).isZero();
    return out;
  }

  /** Twice, as a copy and by an officer; both have to hold. */
  private void signs(String what, Path in) throws Exception {
    Path out = folder.resolve("out.pdf");
    kit.sign(in, out, Level.B_B);
    kit.sign(out, out, Level.B_B, new Look.Text(""));
    PdfVerdict verdict = kit.verify(out);
    assertThat(verdict.outcome()).as("%s: %s", what, verdict).isEqualTo(SignatureOutcome.VALID);
    assertThat(SignKit.signatures(verdict)).as(what).hasSize(2);
    String said = Tool.run("pdfsig", "-nocert", out.toString()).text();
    assertThat(said.split("Signature is Valid", -1)).as("%s: %s", what, said).hasSize(3);
    Tool.Answer qpdf = Tool.run("qpdf", "--check", out.toString());
    assertThat(qpdf.exit()).as("%s: %s", what, qpdf.text()).isZero();
    byte[] before = Files.readAllBytes(in);
    int same = java.util.Arrays.mismatch(before, Files.readAllBytes(out));
    assertThat(same).as(what).isEqualTo(before.length);
  }

  @Test
  void pagesWithoutTheUsualEntries() throws Exception {
    signs("no resources", page3("/MediaBox [0 0 595 842]"));
    signs("negative origin", page3("/MediaBox [-300 -400 295 442] /Resources << >>"));
    signs("corners swapped", page3("/MediaBox [595 842 0 0]"));
    signs("no size at all", page3(""));
    signs("crop beyond the page", page3("/MediaBox [0 0 595 842] /CropBox [-50 -50 900 900]"));
    signs("scaled user space", page3("/MediaBox [0 0 595 842] /UserUnit 2.5"));
    signs("marks that are none", page3("/MediaBox [0 0 595 842] /Annots [null]"));
  }

  @Test
  void whatIsInheritedFromTheTree() throws Exception {
    String pages =
        "<< /Type /Pages /Kids [5 0 R] /Count 1 /MediaBox [-10 0 500 700] /Rotate 270"
            + " /Resources << >> >>";
    String inner = "<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 2 0 R >>";
    String page = "<< /Type /Page /Parent 5 0 R /Contents 4 0 R >>";
    signs("inherited", pdf(CATALOG, pages, page, CONTENT, inner));
  }

  @Test
  void formsThatAreThereAlready() throws Exception {
    String field =
        "<< /FT /Tx /T (ten) /V (Nguyen Van A) /Type /Annot /Subtype /Widget /P 3 0 R"
            + " /Rect [100 100 300 120] /F 4 >>";
    String page = page("/MediaBox [0 0 595 842] /Annots [5 0 R]");
    signs(
        "form inside the catalogue",
        pdf(
            "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] /DA (/Helv 0 Tf 0 g) >> >>",
            PAGES,
            page,
            CONTENT,
            field));
    signs(
        "everything by reference",
        pdf(
            "<< /Type /Catalog /Pages 2 0 R /AcroForm 6 0 R >>",
            PAGES,
            page("/MediaBox [0 0 595 842] /Annots 8 0 R"),
            CONTENT,
            field,
            "<< /Fields 7 0 R >>",
            "[5 0 R]",
            "[5 0 R]"));
    signs(
        "an empty field for a signature",
        pdf(
            "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] /SigFlags 1 >> >>",
            PAGES,
            page,
            CONTENT,
            "<< /FT /Sig /T (Signature1) /Type /Annot /Subtype /Widget /P 3 0 R"
                + " /Rect [400 700 560 760] /F 4 >>"));
    signs(
        "a form without fields",
        pdf("<< /Type /Catalog /Pages 2 0 R /AcroForm << >> >>", PAGES, page(""), CONTENT));
  }

  @Test
  void filesAsOtherProgramsWriteThem() throws Exception {
    signs("cross-reference streams", by("--object-streams=generate"));
    signs("linearised", by("--linearize", "--object-streams=disable"));
    signs("linearised, with streams", by("--linearize", "--object-streams=generate"));
    signs("old", by("--object-streams=disable", "--force-version=1.3"));
  }

  @Test
  void whatCannotBeSignedIsNamed() throws Exception {
    assertThat(kit.fault(by("--encrypt", "", "chu", "256", "--"))).isEqualTo("SIGN-PDF-ENCRYPTED");
    assertThat(kit.fault(by("--encrypt", "mo", "chu", "256", "--")))
        .isEqualTo("SIGN-PDF-ENCRYPTED");
    assertThat(kit.fault(page3("/MediaBox [0 0 20 20]"))).isEqualTo("SIGN-PDF-ROOM");
    assertThat(kit.fault(page3("/MediaBox [0 0 595 842] /CropBox [700 900 800 950]")))
        .isEqualTo("SIGN-PDF-DAMAGED");
    assertThat(kit.fault(pdf(CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>")))
        .isEqualTo("SIGN-PDF-DAMAGED");
    assertThat(
            kit.fault(
                pdf(
                    "<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA (x) >> >>",
                    PAGES,
                    page(""),
                    CONTENT)))
        .isEqualTo("SIGN-PDF-ACTIVE");
  }

  @Test
  void hugePagesAndPicturesAreNotRenderedWhole() throws Exception {
    signs("a large sheet", page3("/MediaBox [0 0 14400 14400]"));
    signs("a strip", page3("/MediaBox [0 0 14400 90]"));
    Path bomb =
        pdf(
            CATALOG,
            PAGES,
            page("/MediaBox [0 0 595 842] /Resources << /XObject << /I 5 0 R >> >>"),
            "<< /Length 30 >>\nstream\nq 595 0 0 842 0 0 cm /I Do Q  \nendstream",
            "<< /Type /XObject /Subtype /Image /Width 40000 /Height 40000 /BitsPerComponent 8"
                + " /ColorSpace /DeviceRGB /Length 2 >>\nstream\nxx\nendstream");
    Path out = folder.resolve("bomb-out.pdf");
    assertThat(kit.sign(bomb, out, Level.B_B).overlaps()).isTrue();
    assertThat(kit.verify(out).outcome()).isEqualTo(SignatureOutcome.VALID);
  }

  @Test
  void aDrawingThatWouldTakeHoursDoesNot() throws Exception {
    for (String dash : List.of("[0.00001] 0 d", "/G gs")) {
      String content = dash + " 0 9 m 90000000 9 l S 0 20 m 300 20 l S";
      Path slow =
          pdf(
              CATALOG,
              PAGES,
              page(
                  "/MediaBox [0 0 595 842]"
                      + " /Resources << /ExtGState << /G << /D [[0.00001] 0] >> >> >>"),
              "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream");
      Path out = folder.resolve("slow-out.pdf");
      assertThat(kit.sign(slow, out, Level.B_B).overlaps()).isFalse();
      assertThat(kit.verify(out).outcome()).isEqualTo(SignatureOutcome.VALID);
    }
  }
}
