package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.motcua.kiosk.speech.PackSkeleton;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code language new CODE --name NAME}: a folder to be filled. */
@Command(name = "new", description = "Makes a folder to be filled for a new language.")
final class LanguageNewCommand extends LanguageCommand.Part {
  @Parameters(paramLabel = "CODE", description = "ISO 639-3 or BCP 47: sed, hre, bdq, jra, rad…")
  private String code = "";

  @Option(
      names = "--name",
      required = true,
      description = "what its speakers call it: stands on the button")
  private String name = "";

  @Option(names = "--out", paramLabel = "DIR", description = "the folder to make (default: ./CODE)")
  private @Nullable Path out;

  LanguageNewCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
  }

  @Override
  Reply answer() throws FaultException {
    Path folder = out == null ? Path.of(code) : out;
    PackSkeleton.make(folder, code, name, languages().keys());
    Map<String, Object> json = Reply.object();
    json.put("code", code);
    json.put("folder", folder.toString());
    return new Reply(
        json,
        folder
            + "\n  texts.properties  write after “=”, the Vietnamese stands above each line"
            + "\n  clips.txt         what is to be recorded, or use the technician's page"
            + "\n  grammar           change the rules to the language's own order and numbers"
            + "\nThen: ./kiosk language check "
            + folder
            + ", ./kiosk language install "
            + folder);
  }
}
