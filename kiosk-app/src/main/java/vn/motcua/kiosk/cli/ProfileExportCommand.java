package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code profile export [NAME…] --out FILE.json}: for another machine. */
@Command(name = "export", description = "Writes profiles to one file; all if none is named.")
final class ProfileExportCommand extends ProfileCommand.Part {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "NAME", arity = "0..*", description = "which profiles")
  private List<String> names = List.of();

  @Option(names = "--out", required = true, paramLabel = "FILE.json", description = "the file")
  private Path out = Path.of("profiles.json");

  ProfileExportCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
  }

  @Override
  Reply answer() throws FaultException {
    OutFile.check(spec, "--out", out, List.of());
    int count = profiles().exportTo(out, names);
    Map<String, Object> json = Reply.object();
    json.put("file", out.toAbsolutePath().toString());
    json.put("profiles", count);
    return new Reply(json, out + ": " + count + " profiles");
  }
}
