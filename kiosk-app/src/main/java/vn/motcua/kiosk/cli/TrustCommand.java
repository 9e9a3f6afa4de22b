package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.desk.TrustDesk;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.chip.EnrolledAnchor;
import vn.motcua.scanner.chip.EnrolledAnchors;
import vn.motcua.scanner.chip.TrustReport;

/** {@code trust}: whom this machine trusts to sign cards. */
@Command(
    name = "trust",
    description = "Whom this machine trusts to sign cards: shows and changes it.")
final class TrustCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(), "trust: which command?");
  }

  /** With all that can be done. */
  static CommandLine line(PrintStream out, FaultSentences sentences, Tools tools) {
    return new CommandLine(new TrustCommand())
        .addSubcommand(new TrustListCommand(out, sentences, tools))
        .addSubcommand(new TrustInstallCommand(out, sentences, tools))
        .addSubcommand(new TrustEnrolCommand(out, sentences, tools))
        .addSubcommand(new TrustRevokeCommand(out, sentences, tools))
        .addSubcommand(new TrustExportCommand(out, sentences, tools))
        .addSubcommand(new TrustImportCommand(out, sentences, tools));
  }

  /** What all of them have in common. */
  abstract static class Part extends JsonCommand {
    private final Tools tools;

    @Option(names = "--store", paramLabel = "DIR", description = "the trust folder to work on")
    private @Nullable Path store;

    Part(PrintStream out, FaultSentences sentences, Tools tools) {
      super(out, sentences);
      this.tools = tools;
    }

    final Tools tools() {
      return tools;
    }

    final TrustDesk desk() throws FaultException {
      return tools.trustDesk(Optional.ofNullable(store));
    }
  }

  /** Who is logged in, for changes that ask for no name. */
  static String user() {
    return System.getProperty("user.name", "?");
  }

  static List<Map<String, Object>> files(List<TrustReport.Line> lines) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (TrustReport.Line line : lines) {
      Map<String, Object> one = Reply.object();
      one.put("file", line.file().toString());
      one.put("part", line.part());
      one.put("what", line.what().name());
      one.put("used", line.used());
      one.put("taken", line.used() ? line.taken() : 0);
      one.put("passedOver", line.passedOver());
      if (!line.used()) {
        one.put("refused", line.refused());
      }
      all.add(one);
    }
    return all;
  }

  static String text(List<TrustReport.Line> lines) {
    StringBuilder text = new StringBuilder();
    for (TrustReport.Line line : lines) {
      text.append(line.file().getFileName());
      text.append(line.part() > 1 ? " #" + line.part() : "").append(": ");
      text.append(line.what()).append(' ');
      text.append(line.used() ? String.valueOf(line.taken()) : "NOT USED: " + line.refused());
      text.append(line.passedOver() > 0 ? " (" + line.passedOver() + " passed over)" : "");
      text.append('\n');
    }
    return text.toString();
  }

  static List<Map<String, Object>> learnt(EnrolledAnchors anchors) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (EnrolledAnchor anchor : anchors.anchors()) {
      Map<String, Object> one = Reply.object();
      one.put("id", anchor.id());
      one.put("kind", anchor.kind().name());
      one.put("issuer", anchor.issuerName());
      one.put("state", anchor.state());
      one.put("enrolled", anchor.enrolled().toString());
      one.put("technician", anchor.technician());
      one.put("witness", anchor.witness());
      one.put("active", anchor.active());
      anchor
          .revocation()
          .ifPresent(said -> {
            Map<String, Object> revoked = Reply.object();
            revoked.put("day", said.day().toString());
            revoked.put("by", said.by());
            revoked.put("why", said.why());
            one.put("revoked", revoked);
          });
      all.add(one);
    }
    return all;
  }

  static String text(EnrolledAnchors anchors) {
    StringBuilder text = new StringBuilder();
    for (EnrolledAnchor anchor : anchors.anchors()) {
      text.append(anchor.id()).append("  ").append(anchor.kind()).append("  ");
      text.append(anchor.issuerName()).append("  ").append(anchor.enrolled());
      anchor
          .revocation()
          .ifPresent(said ->
              text.append("  REVOKED ")
                  .append(said.day())
                  .append(" by ")
                  .append(said.by())
                  .append(": ")
                  .append(said.why()));
      text.append('\n');
    }
    return text.toString();
  }
}
