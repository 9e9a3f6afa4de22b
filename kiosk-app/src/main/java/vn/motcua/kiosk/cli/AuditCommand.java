package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.motcua.scanner.FaultSentences;

/** {@code audit}: is everything as it was written? */
@Command(
    name = "audit",
    description = "Proves that nothing was changed, left out or put in unseen.")
final class AuditCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(), "audit: which command?");
  }

  /** With all that can be done. */
  static CommandLine line(PrintStream out, FaultSentences sentences, Tools tools, Clock clock) {
    return new CommandLine(new AuditCommand())
        .addSubcommand(new AuditVerifyCommand(out, sentences, tools))
        .addSubcommand(new AuditHeadCommand(out, sentences, tools, clock));
  }
}
