package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.motcua.kiosk.speech.LanguageFault;
import vn.motcua.kiosk.speech.LanguagePack;
import vn.motcua.kiosk.speech.Languages;
import vn.motcua.kiosk.speech.PackInstaller;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code language install FOLDER}: whole, or not at all. */
@Command(name = "install", description = "Checks a folder and copies it in, whole or not at all.")
final class LanguageInstallCommand extends LanguageCommand.Part {
  @Parameters(paramLabel = "FOLDER")
  private Path folder = Path.of("");

  @Option(names = "--replace", description = "an installed language of the same code gives way")
  private boolean replace;

  LanguageInstallCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
  }

  @Override
  Reply answer() throws FaultException {
    Languages languages = languages();
    Path root =
        languages.folder().orElseThrow(() -> new FaultException(new LanguageFault.None("")));
    LanguagePack pack = PackInstaller.install(folder, root, languages.keys(), replace);
    Map<String, Object> json = Reply.object();
    json.put("code", pack.info().code());
    json.put("texts", pack.texts().size());
    json.put("recordings", pack.recorded());
    return new Reply(json, pack.info().code() + "  " + pack.info().name());
  }
}
