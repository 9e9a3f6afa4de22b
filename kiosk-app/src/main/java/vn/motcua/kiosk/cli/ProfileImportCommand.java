package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.desk.ScanProfile;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code profile import FILE.json}: all of a file, or nothing. */
@Command(name = "import", description = "Takes in what another machine exported: all or nothing.")
final class ProfileImportCommand extends ProfileCommand.Part {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE.json", description = "made by: profile export")
  private Path file = Path.of("");

  @Option(names = "--replace", description = "profiles of the same name give way; not locked ones")
  private boolean replace;

  ProfileImportCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
  }

  @Override
  Reply answer() throws FaultException {
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "no such file: " + file);
    }
    List<String> names =
        profiles().importFrom(file, replace).stream().map(ScanProfile::name).toList();
    Map<String, Object> json = Reply.object();
    json.put("profiles", names);
    return new Reply(json, String.join("\n", names));
  }
}
