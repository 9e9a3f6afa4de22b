package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code run --role …}: the windows of one machine, in one process. */
@Command(name = "run", description = "Opens the terminal, the counter, the technician's page.")
final class RunCommand extends JsonCommand {
  private final Tools tools;

  @Option(
      names = "--role",
      required = true,
      description = "${COMPLETION-CANDIDATES}; may be given several times")
  private List<Tools.Role> roles = List.of();

  @Option(names = "--data", paramLabel = "DIR", description = "the data folder")
  private @Nullable Path data;

  @Option(names = "--windowed", description = "in a window instead of full screen")
  private boolean windowed;

  @Option(
      names = "--language",
      description = "vi or en (default ${DEFAULT-VALUE})",
      defaultValue = "vi")
  private String language = "vi";

  RunCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences);
    this.tools = tools;
  }

  @Override
  Reply work() throws FaultException, InterruptedException {
    tools.run(
        new Tools.RunRequest(EnumSet.copyOf(roles), Optional.ofNullable(data), windowed, language));
    return new Reply(Map.of("closed", true), "");
  }
}
