package vn.motcua.kiosk.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import vn.motcua.kiosk.paper.Digitised;
import vn.motcua.kiosk.pdf.PdfFault;
import vn.motcua.kiosk.pdf.PdfaCheck;
import vn.motcua.kiosk.pdf.PdfaVerdict;
import vn.motcua.scanner.FaultException;

/** How the commands that make documents answer. */
final class Documents {
  private Documents() {}

  /** {@code {pages, documents:[{file,pages}], pdfa, milliseconds}} and the same for people. */
  static Reply reply(Digitised made, long milliseconds) throws FaultException {
    PdfaVerdict verdict = verdict(made);
    Map<String, Object> document = Reply.object();
    document.put("file", made.file().toAbsolutePath().toString());
    document.put("pages", made.pages());
    Map<String, Object> json = Reply.object();
    json.put("pages", made.pages());
    json.put("documents", List.of(document));
    json.put("pdfa", verdict.conforms() ? verdict.flavour() : "");
    if (!verdict.broken().isEmpty()) {
      json.put("pdfaBroken", verdict.broken());
    }
    if (!made.unread().isEmpty()) {
      json.put("unreadPages", made.unread());
    }
    if (!made.skipped().isEmpty()) {
      json.put(
          "skipped",
          made.skipped().stream()
              .map(bad -> Map.of("page", bad.page(), "fault", bad.code()))
              .toList());
    }
    json.put("milliseconds", milliseconds);
    String text =
        made.file()
            + ": "
            + made.pages()
            + " pages, "
            + (verdict.conforms() ? "PDF/A-" + verdict.flavour() : "not PDF/A")
            + ", "
            + milliseconds
            + " ms";
    return new Reply(json, text);
  }

  private static PdfaVerdict verdict(Digitised made) throws FaultException {
    try {
      return PdfaCheck.check(made.file());
    } catch (IOException e) {
      throw new FaultException(new PdfFault.NotWritable(), e);
    }
  }
}
