package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code catalogue [DIR]}: pictures of every control of ours, with a page that shows them. */
@Command(
    name = "catalogue",
    description = "Draws every control in its states, themes and text sizes; needs no display.")
final class CatalogueCommand extends JsonCommand {
  private final Tools tools;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = "catalogue",
      description = "where index.html and the pictures are put (default ${DEFAULT-VALUE})")
  private Path folder = Path.of("catalogue");

  CatalogueCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences);
    this.tools = tools;
  }

  @Override
  Reply work() throws FaultException, InterruptedException {
    int pictures = tools.catalogue(folder);
    return new Reply(
        Map.of("folder", folder.toString(), "pictures", pictures),
        folder.resolve("index.html") + ": " + pictures + " pictures");
  }
}
