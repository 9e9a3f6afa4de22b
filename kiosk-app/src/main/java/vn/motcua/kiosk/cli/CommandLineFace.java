package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
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
import vn.motcua.kiosk.store.Resources;
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

  private final CommandLine line;

  /**
   * @param out standard output: answers only
   * @param sentences what people are told about faults
   * @param tools what the commands work with
   */
  public CommandLineFace(PrintStream out, FaultSentences sentences, Tools tools) {
    line =
        new CommandLine(new Root())
            .addSubcommand(new DemoCommand(out, sentences, tools))
            .addSubcommand(new RunCommand(out, sentences, tools))
            .addSubcommand(new DevicesCommand(out, sentences, tools))
            .addSubcommand(new ReadCardCommand(out, sentences, tools))
            .addSubcommand(TrustCommand.line(out, sentences, tools))
            .addSubcommand(KeyCommand.line(out, sentences, tools))
            .addSubcommand(new SimulateCardCommand(out, sentences, Clock.systemUTC()))
            .addSubcommand(new SimulateScannerCommand(out, sentences, System.in))
            .addSubcommand(ScannerCommand.line(out, sentences, tools::pairingDesk))
            .addSubcommand(ProfileCommand.line(out, sentences, tools))
            .addSubcommand(LanguageCommand.line(out, sentences, tools))
            .addSubcommand(new ScanCommand(out, sentences, tools))
            .addSubcommand(
                new LookupCommand(
                    out, sentences, tools, Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"))))
            .addSubcommand(new SourcesCommand(out, sentences, tools))
            .addSubcommand(new FormCommand(out, sentences, tools))
            .addSubcommand(new PrintCommand(out, sentences, tools))
            .addSubcommand(new PaymentsCommand(out, sentences, tools))
            .addSubcommand(SerialsCommand.line(out, sentences, tools))
            .addSubcommand(new QueueCommand(out, sentences, tools))
            .addSubcommand(new VerifyReceiptCommand(out, sentences, tools))
            .addSubcommand(new DigitiseCommand(out, sentences, tools))
            .addSubcommand(
                new SeparatorsCommand(out, sentences, Resources::procedures, Clock.systemUTC()))
            .addSubcommand(new ReadBackCommand(out, sentences, Clock.systemDefaultZone()))
            .addSubcommand(new SignCommand(out, sentences, tools, Clock.systemUTC()))
            .addSubcommand(new VerifyPdfCommand(out, sentences, tools, Clock.systemDefaultZone()))
            .addSubcommand(AuditCommand.line(out, sentences, tools, Clock.systemDefaultZone()))
            .addSubcommand(new PackagesCommand(out, sentences, tools))
            .addSubcommand(new ExportStatusCommand(out, sentences, tools))
            .addSubcommand(new ImportCommand(out, sentences, tools, Clock.systemDefaultZone()))
            .addSubcommand(new BackupCommand(out, sentences, tools, Clock.systemDefaultZone()))
            .addSubcommand(new RestoreCommand(out, sentences))
            .addSubcommand(new RetentionCommand(out, sentences, tools, Clock.systemDefaultZone()))
            .addSubcommand(HelperCommand.line(out, sentences, tools, Clock.systemUTC()))
            .addSubcommand(new CatalogueCommand(out, sentences, tools))
            .addSubcommand(new BenchCommand(out, sentences, tools));
    helpEverywhere(line);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((wrong, args) -> {
      if (List.of(args).contains("--json")) {
        out.println(JSON.writeValueAsString(Map.of("usage", String.valueOf(wrong.getMessage()))));
        out.flush();
      }
      PrintWriter err = wrong.getCommandLine().getErr();
      err.println(wrong.getMessage());
      wrong.getCommandLine().usage(err);
      return wrong.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
    });
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
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
    return line.execute(args);
  }
}
