package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.scanner.FaultSentences;

/** The whole command line. */
public final class CommandLineFace {
  /** Without a command there is nothing to do: wrong use. */
  @Command(
      name = "kiosk",
      mixinStandardHelpOptions = true,
      version = Version.TEXT,
      description = "Một Cửa: the one-stop counter in a box.",
      footer = {
        "",
        "Beside these, the launcher itself offers: test [--long], package.",
        "Exit codes: 0 done, 1 a named fault, 2 wrong use."
      })
  private static final class Root implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
      throw new ParameterException(
          java.util.Objects.requireNonNull(spec).commandLine(), "Which command?");
    }
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PrintStream out;
  private final List<Commands.Offer> offers;

  /**
   * @param out standard output: answers only
   * @param sentences what people are told about faults
   * @param tools what the commands work with
   */
  public CommandLineFace(PrintStream out, FaultSentences sentences, Tools tools) {
    this.out = out;
    offers = Commands.all(out, sentences, tools);
  }

  /** Only the command that is named; all where none is, so that help can list them. */
  private CommandLine line(String... args) {
    CommandLine line = new CommandLine(new Root());
    List<Commands.Offer> named =
        offers.stream().filter(offer -> args.length > 0 && offer.name().equals(args[0])).toList();
    (named.isEmpty() ? offers : named).forEach(offer -> line.addSubcommand(offer.make().get()));
    helpEverywhere(line);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((wrong, typed) -> {
      if (List.of(typed).contains("--json")) {
        out.println(JSON.writeValueAsString(Map.of("usage", String.valueOf(wrong.getMessage()))));
        out.flush();
      }
      PrintWriter err = wrong.getCommandLine().getErr();
      err.println(wrong.getMessage());
      wrong.getCommandLine().usage(err);
      return wrong.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
    });
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    return line;
  }

  /** {@code --help} behind every command, as people try it. */
  private static void helpEverywhere(CommandLine command) {
    for (CommandLine each : command.getSubcommands().values()) {
      if (each.getCommandSpec().findOption("--help") == null) {
        each.getCommandSpec()
            .addOption(
                OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("Shows this help.")
                    .build());
      }
      helpEverywhere(each);
    }
  }

  /** Runs one command line and returns its exit code: 0, 1 or 2. */
  public int execute(String... args) {
    return line(args).execute(args);
  }
}
