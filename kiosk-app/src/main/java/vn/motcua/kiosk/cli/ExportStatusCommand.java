package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.desk.FolderExport;
import vn.motcua.kiosk.desk.StatusDesk;
import vn.motcua.kiosk.store.StatusReader;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code export-status}: writes what happened in the shape of the national exchange. */
@Command(
    name = "export-status",
    description =
        "Writes dossiers and what happened as files in the national exchange's shape; no live"
            + " link. The program may run. See docs/exchange.md.")
final class ExportStatusCommand extends DataCommand {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "where to")
  private Path out = Path.of("");

  @Option(
      names = "--since",
      paramLabel = "SEQ|DATE",
      description = "after that link or from that day (2026-11-26), whatever was written before")
  private @Nullable String since;

  ExportStatusCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
  }

  @Override
  Reply work() throws FaultException {
    if (!Files.isDirectory(out)) {
      throw wrong("--out is no folder: " + out);
    }
    StatusDesk desk = new StatusDesk(StatusReader.of(data()), new FolderExport(out));
    StatusDesk.Done done = since == null ? desk.run() : since(desk, since);
    Map<String, Object> json = Reply.object();
    json.put("site", done.site());
    json.put("after", done.after());
    json.put("upTo", done.upTo());
    json.put("batches", done.batches());
    json.put("dossiers", done.dossiers());
    json.put("events", done.events());
    json.put("erased", done.erased());
    StringBuilder text = new StringBuilder();
    json.forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
    return new Reply(json, text.toString().stripTrailing());
  }

  private StatusDesk.Done since(StatusDesk desk, String where) throws FaultException {
    if (where.matches("[0-9]{1,15}")) {
      return desk.since(Long.parseLong(where));
    }
    LocalDate day;
    try {
      day = LocalDate.parse(where);
    } catch (DateTimeException neither) {
      throw wrong("--since is neither a number nor a day: " + where);
    }
    return desk.since(day);
  }

  private ParameterException wrong(String what) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
  }
}
