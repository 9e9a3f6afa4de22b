package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.motcua.kiosk.speech.LanguageFault;
import vn.motcua.kiosk.speech.LanguagePack;
import vn.motcua.kiosk.speech.Languages;
import vn.motcua.kiosk.speech.PackFolder;
import vn.motcua.kiosk.speech.PackReport;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code language check FOLDER|CODE}: what is missing and what is wrong. */
@Command(name = "check", description = "Counts what is done, what is missing and what is wrong.")
final class LanguageCheckCommand extends LanguageCommand.Part {
  @Parameters(paramLabel = "FOLDER|CODE", description = "a folder, or an installed language")
  private String which = "";

  LanguageCheckCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
  }

  @Override
  Reply answer() throws FaultException, PartlyDone {
    Languages languages = languages();
    Path named = Path.of(which);
    Optional<Path> installed = languages.folder().map(root -> root.resolve(which));
    Path folder =
        Files.isDirectory(named)
            ? named
            : installed
                .filter(Files::isDirectory)
                .orElseThrow(() -> new FaultException(new LanguageFault.None(which)));
    PackReport report = PackFolder.check(folder, languages.keys());
    Map<String, Object> json = Reply.object();
    report.pack().ifPresent(pack -> json.putAll(counts(pack, languages)));
    List<String> wrong =
        report.faults().stream().map(fault -> fault.code() + " " + fault.about()).toList();
    json.put("wrong", wrong);
    List<String> lines = new ArrayList<>();
    json.forEach((key, value) -> {
      if (!key.equals("wrong")) {
        lines.add(key + ": " + value);
      }
    });
    lines.add("wrong: " + wrong.size());
    wrong.forEach(line -> lines.add("  " + line));
    Reply reply = new Reply(json, String.join("\n", lines));
    if (!report.sound()) {
      tell(reply.text());
      throw new PartlyDone(
          report.faults().stream()
              .filter(fault -> !(fault instanceof LanguageFault.UnknownKey))
              .findFirst()
              .orElseThrow(),
          json);
    }
    return reply;
  }

  private static Map<String, Object> counts(LanguagePack pack, Languages languages) {
    Map<String, Object> json = Reply.object();
    long texts = languages.keys().all().keySet().stream().filter(pack.texts()::containsKey).count();
    json.put("code", pack.info().code());
    json.put("name", pack.info().name());
    json.put("texts", texts);
    json.put("textsWanted", languages.keys().all().size());
    json.put("recordings", pack.recorded());
    json.put("recordingsWanted", pack.wanted());
    json.put("sentences", pack.grammar().map(all -> all.sentences().size()).orElse(0));
    return json;
  }
}
