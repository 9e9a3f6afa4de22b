package vn.motcua.kiosk.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.paper.Digitised;
import vn.motcua.kiosk.paper.Divided;
import vn.motcua.kiosk.paper.page.BadPage;
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
    Map<String, Object> json = Reply.object();
    json.put("pages", made.pages());
    json.put("documents", List.of(document(made)));
    conformance(verdict, json);
    remarks(made, json);
    json.put("milliseconds", milliseconds);
    String text = line(made, verdict) + ", " + milliseconds + " ms" + blanks(made);
    return new Reply(json, text + named(made.skipped()));
  }

  /** The same with a document a part, and with what stands in none. */
  static Reply reply(Divided made, long milliseconds) throws FaultException {
    List<Map<String, Object>> documents = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int pages = 0;
    for (Divided.Part part : made.documents()) {
      PdfaVerdict verdict = verdict(part.made());
      Map<String, Object> document = document(part.made());
      document.put("paper", part.document().paper());
      document.put("title", part.document().title());
      document.put("code", part.document().dossier().map(DossierCode::value).orElse(""));
      document.put("sourcePages", part.document().pages());
      conformance(verdict, document);
      remarks(part.made(), document);
      documents.add(document);
      text.append(line(part.made(), verdict))
          .append(blanks(part.made()))
          .append(named(part.made().skipped()))
          .append('\n');
      pages += part.made().pages();
    }
    Map<String, Object> json = Reply.object();
    json.put("pages", pages);
    json.put("documents", documents);
    json.put(
        "leftOut",
        made.leftOut().stream()
            .map(out -> Map.of("page", out.page(), "reason", out.reason().name()))
            .toList());
    json.put(
        "doubts",
        made.doubts().stream()
            .map(doubt -> Map.of("page", doubt.page(), "fault", doubt.code()))
            .toList());
    skipped(made.skipped(), json);
    json.put("milliseconds", milliseconds);
    made.leftOut()
        .forEach(out ->
            text.append("page ")
                .append(out.page())
                .append(" left out: ")
                .append(out.reason())
                .append('\n'));
    made.doubts()
        .forEach(doubt ->
            text.append("page ")
                .append(doubt.page())
                .append(": ")
                .append(doubt.code())
                .append('\n'));
    text.append(milliseconds).append(" ms").append(named(made.skipped()));
    return new Reply(json, text.toString());
  }

  private static Map<String, Object> document(Digitised made) {
    Map<String, Object> document = Reply.object();
    document.put("file", made.file().toAbsolutePath().toString());
    document.put("pages", made.pages());
    return document;
  }

  private static void conformance(PdfaVerdict verdict, Map<String, Object> json) {
    json.put("pdfa", verdict.conforms() ? verdict.flavour() : "");
    if (!verdict.broken().isEmpty()) {
      json.put("pdfaBroken", verdict.broken());
    }
  }

  private static void remarks(Digitised made, Map<String, Object> json) {
    if (!made.unread().isEmpty()) {
      json.put("unreadPages", made.unread());
    }
    List<Map<String, Object>> blank = new ArrayList<>();
    for (int i = 0; i < made.notes().size(); i++) {
      int page = i + 1;
      made.notes()
          .get(i)
          .blank()
          .ifPresent(
              why -> blank.add(Map.of("page", page, "why", why.why().name(), "sure", why.sure())));
    }
    if (!blank.isEmpty()) {
      json.put("blankPages", blank);
    }
    skipped(made.skipped(), json);
  }

  private static void skipped(List<BadPage> skipped, Map<String, Object> json) {
    if (!skipped.isEmpty()) {
      json.put(
          "skipped",
          skipped.stream().map(bad -> Map.of("page", bad.page(), "fault", bad.code())).toList());
    }
  }

  /** Files and pages that stand nowhere, by their place in the list that was given. */
  private static String named(List<BadPage> skipped) {
    return skipped.stream()
        .map(bad -> "\nskipped: page " + bad.page() + ": " + bad.code())
        .collect(Collectors.joining());
  }

  private static String line(Digitised made, PdfaVerdict verdict) {
    return made.file()
        + ": "
        + made.pages()
        + " pages, "
        + (verdict.conforms() ? "PDF/A-" + verdict.flavour() : "not PDF/A");
  }

  /** Blank pages stay in the document; a person decides about them. */
  private static String blanks(Digitised made) {
    List<Integer> blank = new ArrayList<>();
    for (int i = 0; i < made.notes().size(); i++) {
      if (made.notes().get(i).blank().isPresent()) {
        blank.add(i + 1);
      }
    }
    return blank.isEmpty() ? "" : ", blank perhaps (kept): " + blank;
  }

  private static PdfaVerdict verdict(Digitised made) throws FaultException {
    try {
      return PdfaCheck.check(made.file());
    } catch (IOException e) {
      throw new FaultException(new PdfFault.NotWritable(), e);
    }
  }
}
