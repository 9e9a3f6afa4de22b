package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.speech.LanguageFault;
import vn.motcua.kiosk.speech.Languages;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code language}: languages that a commune adds to its terminal. */
@Command(
    name = "language",
    description = "The terminal's languages: begins, checks, lists and installs them.")
final class LanguageCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "language: which command?");
  }

  /** With all that can be done. */
  static CommandLine line(PrintStream out, FaultSentences sentences, Tools tools) {
    return new CommandLine(new LanguageCommand())
        .addSubcommand(new LanguageNewCommand(out, sentences, tools))
        .addSubcommand(new LanguageCheckCommand(out, sentences, tools))
        .addSubcommand(new LanguageListCommand(out, sentences, tools))
        .addSubcommand(new LanguageInstallCommand(out, sentences, tools))
        .addSubcommand(new LanguageVoiceCommand(out, sentences, tools));
  }

  /** What all of them have in common: a fault of a pack names what it is about. */
  abstract static class Part extends JsonCommand {
    private final Tools tools;

    @Option(names = "--data", paramLabel = "DIR", description = "the data folder")
    private @Nullable Path data;

    Part(PrintStream out, FaultSentences sentences, Tools tools) {
      super(out, sentences);
      this.tools = tools;
    }

    final Languages languages() throws FaultException {
      return tools.languages(Optional.ofNullable(data));
    }

    abstract Reply answer() throws FaultException, PartlyDone;

    @Override
    final Reply work() throws FaultException, PartlyDone {
      try {
        return answer();
      } catch (FaultException e) {
        if (e.fault() instanceof LanguageFault fault) {
          throw new PartlyDone(fault, Map.of("detail", fault.about()));
        }
        throw e;
      }
    }
  }
}
