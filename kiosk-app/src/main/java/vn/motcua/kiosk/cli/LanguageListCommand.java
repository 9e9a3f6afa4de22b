package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import vn.motcua.kiosk.speech.LanguageInfo;
import vn.motcua.kiosk.speech.LanguagePack;
import vn.motcua.kiosk.speech.Languages;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code language list}: what the terminal offers, and what keeps a pack from being offered. */
@Command(
    name = "list",
    description = "The languages of the terminal, and what is wrong with packs.")
final class LanguageListCommand extends LanguageCommand.Part {
  LanguageListCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
  }

  @Override
  Reply answer() throws FaultException {
    Languages languages = languages();
    List<Map<String, Object>> all = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (LanguageInfo info : languages.all()) {
      LanguagePack pack = languages.of(Locale.forLanguageTag(info.code())).getFirst();
      Map<String, Object> json = Reply.object();
      json.put("code", info.code());
      json.put("name", info.name());
      json.put("texts", pack.texts().size());
      json.put("recordings", pack.recorded());
      json.put("recordingsWanted", pack.wanted());
      json.put("placeholderVoice", pack.info().placeholder());
      all.add(json);
      lines.add(
          info.code()
              + "  "
              + info.name()
              + "  "
              + pack.recorded()
              + "/"
              + pack.wanted()
              + (pack.info().placeholder() ? "  placeholder voice" : ""));
    }
    List<Map<String, Object>> troubles = new ArrayList<>();
    for (Languages.Trouble trouble : languages.troubles()) {
      Map<String, Object> json = Reply.object();
      json.put("folder", trouble.folder());
      json.put("fault", trouble.fault().code());
      json.put("about", trouble.fault().about());
      troubles.add(json);
      lines.add(trouble.folder() + "  " + trouble.fault().code() + "  " + trouble.fault().about());
    }
    Map<String, Object> json = Reply.object();
    json.put("languages", all);
    json.put("troubles", troubles);
    return new Reply(json, String.join("\n", lines));
  }
}
