package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.desk.TrustDesk;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.chip.TrustReport;

/** {@code trust install}: takes certificates and lists that a state published. */
@Command(
    name = "install",
    description = "Installs CSCA certificates, master lists and revocation lists.")
final class TrustInstallCommand extends TrustCommand.Part {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "DER, PEM, CMS or LDIF")
  private List<Path> files = List.of();

  @Option(names = "--by", paramLabel = "NAME", description = "who installs them, for the log")
  private String by = TrustCommand.user();

  TrustInstallCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
  }

  @Override
  Reply work() throws FaultException {
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new ParameterException(
            java.util.Objects.requireNonNull(spec).commandLine(), "no such file: " + file);
      }
    }
    TrustDesk desk = desk();
    List<TrustReport.Line> lines = desk.install(files, by);
    Map<String, Object> json = Reply.object();
    json.put("files", TrustCommand.files(lines));
    json.put("official", desk.official().size());
    return new Reply(json, TrustCommand.text(lines).stripTrailing());
  }
}
