package vn.motcua.kiosk.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.motcua.kiosk.watch.Patience;
import vn.motcua.kiosk.watch.SameProgram;
import vn.motcua.kiosk.watch.Watchdog;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/**
 * {@code run --role …}: the windows of one machine, in one process. With a citizen terminal among
 * them a second, small process watches: it starts the first one anew when its screen freezes or the
 * process dies.
 */
@Command(name = "run", description = "Opens the terminal, the counter, the technician's page.")
final class RunCommand extends JsonCommand {
  private static final String MAIN = "vn.motcua.kiosk.Kiosk";

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

  @Option(names = "--no-watchdog", description = "a frozen terminal is not started anew by itself")
  private boolean unwatched;

  /** Given by the watching process to the one that it starts. */
  @Option(names = "--watched", hidden = true)
  private boolean watched;

  private final PrintStream out;

  RunCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences);
    this.out = out;
    this.tools = tools;
  }

  @Override
  OptionalInt elsewhere() throws FaultException, InterruptedException {
    if (watched || unwatched || !roles.contains(Tools.Role.CITIZEN)) {
      return OptionalInt.empty();
    }
    List<String> arguments = new ArrayList<>(List.of("run", "--watched", "--language", language));
    roles.forEach(role -> arguments.addAll(List.of("--role", role.name())));
    if (data != null) {
      arguments.addAll(List.of("--data", data.toString()));
    }
    if (windowed) {
      arguments.add("--windowed");
    }
    if (isJson()) {
      arguments.add("--json");
    }
    List<String> command = SameProgram.command(MAIN, arguments);
    try {
      return OptionalInt.of(
          new Watchdog(
                  () ->
                      new ProcessBuilder(command)
                          .redirectError(ProcessBuilder.Redirect.INHERIT)
                          .start(),
                  Patience.USUAL,
                  out)
              .run());
    } catch (IOException e) {
      throw new FaultException(new CannotStart(), e);
    }
  }

  /** The process with the windows cannot be started. */
  record CannotStart() implements Fault {
    @Override
    public String code() {
      return "RUN-CANNOT-START";
    }
  }

  @Override
  Reply work() throws FaultException, InterruptedException {
    tools.run(
        new Tools.RunRequest(
            EnumSet.copyOf(roles),
            Optional.ofNullable(data),
            windowed,
            language,
            watched ? Optional.of(out) : Optional.empty()));
    return new Reply(Map.of("closed", true), "");
  }
}
