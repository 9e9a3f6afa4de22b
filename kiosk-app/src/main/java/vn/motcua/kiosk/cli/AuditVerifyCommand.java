package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.motcua.kiosk.store.AuditTrail;
import vn.motcua.kiosk.store.chain.AuditReport;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code audit verify}: reads the whole chain beside what it covers; the program may run. */
@Command(name = "verify", description = "Reads the whole chain beside what it covers.")
final class AuditVerifyCommand extends DataCommand {
  @Option(
      names = "--head",
      paramLabel = "FILE",
      description = "a head that was exported earlier: finds a cut or rewritten chain")
  private @Nullable Path head;

  @Option(names = "--files", description = "reads the files of the dossiers as well")
  private boolean files;

  AuditVerifyCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
  }

  @Override
  Reply work() throws FaultException, PartlyDone {
    AuditReport report = AuditTrail.verify(data(), Optional.ofNullable(head), files);
    Map<String, Object> json = json(report);
    if (!report.isWhole()) {
      tell(text(report));
      throw new PartlyDone(report.findings().getFirst().fault(), json);
    }
    return new Reply(json, text(report));
  }

  static Map<String, Object> json(AuditReport report) {
    Map<String, Object> json = Reply.object();
    json.put("whole", report.isWhole());
    json.put("site", report.head().site());
    json.put("seq", report.head().seq());
    json.put("count", report.head().count());
    json.put("hash", report.head().hash());
    json.put("links", new TreeMap<>(report.links()));
    json.put("found", report.found());
    List<Map<String, Object>> findings = new ArrayList<>();
    for (AuditReport.Finding finding : report.findings()) {
      Map<String, Object> one = Reply.object();
      one.put("fault", finding.fault().code());
      one.put("seq", finding.seq());
      one.put("kind", finding.kind());
      finding.dossier().ifPresent(code -> one.put("dossier", code));
      one.put("number", finding.number());
      findings.add(one);
    }
    json.put("findings", findings);
    return json;
  }

  private static String text(AuditReport report) {
    StringBuilder text = new StringBuilder();
    text.append("site ").append(report.head().site());
    text.append(": ").append(report.head().count()).append(" links, the last is ");
    text.append(report.head().seq()).append(' ').append(report.head().hash()).append('\n');
    for (AuditReport.Finding finding : report.findings()) {
      text.append(finding.fault().code()).append("  ");
      text.append(finding.seq() > 0 ? "link " + finding.seq() + "  " : "");
      text.append(finding.kind()).append("  ").append(finding.dossier().orElse(""));
      text.append(finding.number() > 0 ? " #" + finding.number() : "").append('\n');
    }
    text.append(report.isWhole() ? "all is as it was written" : report.found() + " findings");
    return text.toString();
  }
}
