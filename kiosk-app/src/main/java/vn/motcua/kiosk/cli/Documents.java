package vn.motcua.kiosk.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.paper.Digitised;
import vn.motcua.kiosk.paper.Divided;
import vn.motcua.kiosk.paper.PageOrigin;
import vn.motcua.kiosk.paper.page.BadPage;
import vn.motcua.kiosk.pdf.PdfFault;
import vn.motcua.kiosk.pdf.PdfaCheck;
import vn.motcua.kiosk.pdf.PdfaVerdict;
import vn.motcua.scanner.Fault;
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
    remarks(made, made.origins(), json);
    json.put("milliseconds", milliseconds);
    String text = line(made, verdict) + ", " + milliseconds + " ms" + blanks(made);
    return new Reply(json, text + named(made.skipped(), made.origins()));
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
      document.put(
          "sourceFiles",
          part.document().pages().stream()
              .map(page -> made.origins().get(page - 1).file().toString())
              .distinct()
              .toList());
      conformance(verdict, document);
      remarks(part.made(), made.origins(), document);
      documents.add(document);
      text.append(line(part.made(), verdict))
          .append(blanks(part.made()))
          .append(named(part.made().skipped(), made.origins()))
          .append('\n');
      pages += part.made().pages();
    }
    Map<String, Object> json = Reply.object();
    json.put("pages", pages);
    json.put("documents", documents);
    json.put(
        "leftOut",
        made.leftOut().stream()
            .map(out -> {
              Map<String, Object> page = page(out.page(), made.origins());
              page.put("reason", out.reason().name());
              return page;
            })
            .toList());
    json.put(
        "doubts", made.doubts().stream().map(doubt -> page(doubt, doubt.page(), made)).toList());
    skipped(made.skipped(), made.origins(), json);
    json.put("milliseconds", milliseconds);
    made.leftOut()
        .forEach(out ->
            text.append(words(out.page(), made.origins()))
                .append(" left out: ")
                .append(out.reason())
                .append('\n'));
    made.doubts()
        .forEach(doubt ->
            text.append(words(doubt.page(), made.origins()))
                .append(": ")
                .append(doubt.code())
                .append('\n'));
    text.append(milliseconds).append(" ms").append(named(made.skipped(), made.origins()));
    return new Reply(json, text.toString());
  }

  private static Map<String, Object> page(Fault fault, int number, Divided made) {
    Map<String, Object> page = page(number, made.origins());
    page.put("fault", fault.code());
    return page;
  }

  /** A page of the pile by its number, and by the file and the page in it. */
  private static Map<String, Object> page(int number, List<PageOrigin> origins) {
    PageOrigin origin = origins.get(number - 1);
    Map<String, Object> page = Reply.object();
    page.put("page", number);
    page.put("file", origin.file().toString());
    page.put("pageOfFile", origin.page());
    return page;
  }

  private static String words(int number, List<PageOrigin> origins) {
    PageOrigin origin = origins.get(number - 1);
    boolean single =
        origin.page() == 1
            && (number == origins.size() || !origins.get(number).file().equals(origin.file()));
    return "page "
        + number
        + " ("
        + origin.file().getFileName()
        + (single ? ")" : ", its page " + origin.page() + ")");
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

  private static void remarks(Digitised made, List<PageOrigin> origins, Map<String, Object> json) {
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
    skipped(made.skipped(), origins, json);
  }

  private static void skipped(
      List<BadPage> skipped, List<PageOrigin> origins, Map<String, Object> json) {
    if (!skipped.isEmpty()) {
      json.put(
          "skipped",
          skipped.stream()
              .map(bad -> {
                Map<String, Object> page = page(bad.page(), origins);
                page.put("fault", bad.code());
                return page;
              })
              .toList());
    }
  }

  /** Files and pages that stand nowhere. */
  private static String named(List<BadPage> skipped, List<PageOrigin> origins) {
    return skipped.stream()
        .map(bad -> "\nskipped: " + words(bad.page(), origins) + ": " + bad.code())
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
