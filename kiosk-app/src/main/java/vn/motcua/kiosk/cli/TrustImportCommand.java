package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.desk.TrustDeskFault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.chip.EnrolledAnchors;
import vn.motcua.scanner.chip.EnrolledStore;

/** {@code trust import}: what another machine learnt. */
@Command(name = "import", description = "Takes in what another machine learnt.")
final class TrustImportCommand extends TrustCommand.Part {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "made by: trust export")
  private Path file = Path.of("");

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "for the log")
  private String by = "";

  @Option(
      names = "--fingerprint",
      paramLabel = "HEX",
      description = "the file's SHA-256 as it was read out; blanks do not matter")
  private @Nullable String fingerprint;

  @Option(names = "--yes", description = "take it in without a fingerprint")
  private boolean yes;

  TrustImportCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
  }

  @Override
  Reply work() throws FaultException, PartlyDone {
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(
          java.util.Objects.requireNonNull(spec).commandLine(), "no such file: " + file);
    }
    String is = EnrolledStore.fingerprint(file);
    System.err.println("SHA-256 " + TrustExportCommand.grouped(is));
    Map<String, Object> json = Reply.object();
    json.put("fingerprint", is);
    if (fingerprint == null && !yes) {
      throw new PartlyDone(new TrustDeskFault.OtherFingerprint(), json);
    }
    EnrolledAnchors taken = desk().take(file, Optional.ofNullable(fingerprint), by);
    json.put("enrolled", TrustCommand.learnt(taken));
    return new Reply(json, TrustCommand.text(taken).stripTrailing());
  }
}
