package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.motcua.kiosk.speech.Grammar;
import vn.motcua.kiosk.speech.LanguageFault;
import vn.motcua.kiosk.speech.PlaceholderVoice;
import vn.motcua.kiosk.speech.SpeechEngine;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code language voice CODE --out DIR}: how the shipped placeholder voices were made. */
@Command(
    name = "voice",
    description = "Speaks every recording of vi or en with espeak-ng, as a placeholder voice.")
final class LanguageVoiceCommand extends LanguageCommand.Part {
  @Parameters(paramLabel = "CODE", description = "vi or en")
  private String code = "";

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "where files go")
  private Path out = Path.of("");

  LanguageVoiceCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
  }

  @Override
  Reply answer() throws FaultException {
    Locale language = Locale.forLanguageTag(code);
    Grammar grammar =
        languages().of(language).stream()
            .flatMap(pack -> pack.grammar().stream())
            .findFirst()
            .orElseThrow(() -> new FaultException(new LanguageFault.None(code)));
    int count = PlaceholderVoice.make(grammar, language, SpeechEngine.ofThisMachine(), out);
    Map<String, Object> json = Reply.object();
    json.put("recordings", count);
    return new Reply(json, count + "  " + out);
  }
}
