package vn.motcua.kiosk.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.motcua.kiosk.paper.readback.Box;
import vn.motcua.kiosk.paper.readback.Conflict;
import vn.motcua.kiosk.paper.readback.Proposal;
import vn.motcua.kiosk.paper.readback.ReadBack;
import vn.motcua.kiosk.paper.readback.Reason;
import vn.motcua.kiosk.paper.readback.RecognisedPaper;

/** How {@code read-back} answers: places are in points from the page's upper left. */
final class ReadBackReply {
  private ReadBackReply() {}

  static Reply of(Path file, ReadBack read, long milliseconds) {
    Map<String, Object> json = Reply.object();
    json.put("file", file.toAbsolutePath().toString());
    json.put("pages", read.papers().size());
    json.put("papers", read.papers().stream().map(ReadBackReply::paper).toList());
    json.put("proposals", read.proposals().stream().map(ReadBackReply::proposal).toList());
    json.put("conflicts", read.conflicts().stream().map(ReadBackReply::conflict).toList());
    json.put("milliseconds", milliseconds);
    return new Reply(json, text(read));
  }

  private static Map<String, Object> paper(RecognisedPaper paper) {
    Map<String, Object> json = Reply.object();
    json.put("page", paper.page());
    json.put("kind", paper.kind());
    json.put("name", paper.name());
    json.put("confidence", rounded(paper.confidence()));
    return json;
  }

  private static Map<String, Object> proposal(Proposal proposal) {
    Map<String, Object> json = brief(proposal);
    json.put("label", proposal.label());
    json.put("kind", proposal.kind().name().toLowerCase(Locale.ROOT));
    json.put("why", proposal.why().stream().map(Reason::name).toList());
    Box box = proposal.box();
    json.put(
        "box",
        List.of(
            rounded(box.left()), rounded(box.top()), rounded(box.right()), rounded(box.bottom())));
    return json;
  }

  private static Map<String, Object> conflict(Conflict conflict) {
    Map<String, Object> json = Reply.object();
    json.put("why", conflict.why().name());
    json.put("proposals", conflict.proposals().stream().map(ReadBackReply::brief).toList());
    return json;
  }

  private static Map<String, Object> brief(Proposal proposal) {
    Map<String, Object> json = Reply.object();
    json.put("field", proposal.field());
    json.put("value", proposal.value());
    json.put("confidence", rounded(proposal.confidence()));
    json.put("page", proposal.page());
    return json;
  }

  private static String text(ReadBack read) {
    Locale language =
        Locale.getDefault().getLanguage().equals("vi") ? Locale.of("vi") : Locale.ENGLISH;
    List<String> lines = new ArrayList<>();
    for (RecognisedPaper paper : read.papers()) {
      lines.add(
          "%d. %s (%s) %.2f"
              .formatted(paper.page(), paper.name(), paper.kind(), paper.confidence()));
      for (Proposal one : read.proposals()) {
        if (one.page() == paper.page()) {
          lines.add(
              "   %.2f  %s = %s  [%.0f %.0f %.0f %.0f]  %s"
                  .formatted(
                      one.confidence(),
                      one.field(),
                      one.value(),
                      one.box().left(),
                      one.box().top(),
                      one.box().right(),
                      one.box().bottom(),
                      String.join(
                          " ", one.why().stream().map(why -> why.sentence(language)).toList())));
        }
      }
    }
    for (Conflict conflict : read.conflicts()) {
      lines.add(
          "!  "
              + conflict.why().sentence(language)
              + " "
              + String.join(
                  "; ",
                  conflict.proposals().stream()
                      .map(one -> one.field() + " = " + one.value() + place(read, one, language))
                      .toList()));
    }
    return String.join("\n", lines);
  }

  private static String place(ReadBack read, Proposal one, Locale language) {
    String page = language.getLanguage().equals("vi") ? "trang" : "page";
    return read.papers().size() > 1 ? " (" + page + " " + one.page() + ")" : "";
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
