package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.motcua.scanner.FaultSentences;

/** A command about a data folder as a whole. */
abstract class DataCommand extends JsonCommand {
  private final Tools tools;

  @Option(names = "--data", paramLabel = "DIR", description = "the data folder")
  private @Nullable Path data;

  DataCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences);
    this.tools = tools;
  }

  final Path data() {
    return tools.dataFolder(Optional.ofNullable(data));
  }
}
