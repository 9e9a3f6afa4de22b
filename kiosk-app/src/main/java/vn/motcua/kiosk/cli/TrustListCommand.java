package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import vn.motcua.kiosk.desk.TrustDesk;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.chip.EnrolledAnchors;
import vn.motcua.scanner.chip.TrustReport;
import vn.motcua.scanner.chip.TrustStore;

/** {@code trust list}: what is installed, what was learnt, and what is not used and why. */
@Command(name = "list", description = "Shows what is installed and what was learnt here.")
final class TrustListCommand extends TrustCommand.Part {
  TrustListCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
  }

  @Override
  Reply work() throws FaultException {
    TrustDesk desk = desk();
    TrustStore store = desk.store();
    EnrolledAnchors learnt = desk.learnt();
    List<TrustReport.Line> lines = store.report().lines();
    List<Map<String, Object>> anchors =
        store.anchors().stream()
            .map(anchor -> {
              Map<String, Object> one = Reply.object();
              one.put("id", anchor.id());
              one.put("subject", anchor.subject());
              return one;
            })
            .toList();
    Map<String, Object> json = Reply.object();
    json.put("folder", desk.folder().toString());
    json.put("official", store.size());
    json.put("anchors", anchors);
    json.put("files", TrustCommand.files(lines));
    json.put("enrolled", TrustCommand.learnt(learnt));
    String text =
        desk.folder()
            + ": "
            + store.size()
            + " official anchors, "
            + learnt.active().size()
            + " learnt here\n"
            + TrustCommand.text(lines)
            + TrustCommand.text(learnt);
    return new Reply(json, text.stripTrailing());
  }
}
