package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code demo}: the main job with simulated devices. */
@Command(
    name = "demo",
    description = "The main job with simulated devices, in a window or by itself.")
final class DemoCommand extends JsonCommand {
  private final Tools tools;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--headless", description = "walk the whole line without a person; needs --out")
  private boolean headless;

  @Option(names = "--out", paramLabel = "DIR", description = "where the walk leaves what it made")
  private @Nullable Path out;

  @Option(
      names = "--card",
      paramLabel = "A|B|C|FILE",
      description = "whose card is used (default ${DEFAULT-VALUE})",
      defaultValue = "A")
  private String card = "A";

  @Option(names = "--pages", paramLabel = "DIR", description = "page pictures to scan")
  private @Nullable Path pages;

  @Option(names = "--data", paramLabel = "DIR", description = "keep the data in this folder")
  private @Nullable Path data;

  DemoCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences);
    this.tools = tools;
  }

  @Override
  Reply work() throws FaultException, InterruptedException {
    if (headless && out == null) {
      throw new ParameterException(
          java.util.Objects.requireNonNull(spec).commandLine(), "--headless needs --out DIR");
    }
    return tools.demo(
        new Tools.DemoRequest(
            headless,
            Optional.ofNullable(out),
            card,
            Optional.ofNullable(pages),
            Optional.ofNullable(data)));
  }
}
