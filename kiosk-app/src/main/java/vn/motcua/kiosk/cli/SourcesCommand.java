package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.motcua.kiosk.desk.SourceStatus;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code sources}: the other systems, and what became of their files. */
@Command(
    name = "sources",
    description = "Other systems that know of dossiers: their state, and rows taken and refused.")
final class SourcesCommand extends JsonCommand {
  private final Tools tools;

  @Option(names = "--data", paramLabel = "DIR", description = "the data folder")
  private @Nullable Path data;

  @Option(names = "--check", description = "asks each service now; takes nothing")
  private boolean check;

  SourcesCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences);
    this.tools = tools;
  }

  @Override
  Reply work() throws FaultException {
    List<SourceStatus> all = tools.sources(Optional.ofNullable(data), check);
    Map<String, Object> json = Reply.object();
    json.put("sources", all.stream().map(SourcesCommand::json).toList());
    StringBuilder text = new StringBuilder();
    all.forEach(source -> text(source, text));
    return new Reply(json, all.isEmpty() ? "no other systems are set" : text.toString().strip());
  }

  private static Map<String, Object> json(SourceStatus source) {
    Map<String, Object> one = Reply.object();
    one.put("id", source.id());
    one.put("kind", source.kind());
    one.put("name", source.name());
    one.put("address", source.address());
    one.put("state", source.fault().isEmpty() ? "OK" : source.fault());
    one.put("detail", source.detail());
    one.put("lastImport", source.files().isEmpty() ? "" : source.files().getFirst().at());
    List<Map<String, Object>> files = new ArrayList<>();
    for (SourceStatus.TakenFile file : source.files()) {
      Map<String, Object> told = Reply.object();
      told.put("file", file.name());
      told.put("at", file.at());
      told.put("rows", file.rows());
      told.put("newer", file.newer());
      told.put("refused", file.refused());
      told.put("refusedFile", file.fault());
      told.put(
          "bad",
          file.bad().stream().map(bad -> Map.of("line", bad.line(), "why", bad.why())).toList());
      files.add(told);
    }
    one.put("files", files);
    return one;
  }

  private static void text(SourceStatus source, StringBuilder text) {
    text.append(source.id()).append("  ").append(source.kind()).append("  ");
    text.append(source.name()).append("  ").append(source.address()).append("  ");
    text.append(source.fault().isEmpty() ? "OK" : source.fault() + " " + source.detail());
    text.append('\n');
    for (SourceStatus.TakenFile file : source.files()) {
      text.append("  ").append(file.at()).append("  ").append(file.name()).append("  ");
      text.append(
          file.fault().isEmpty()
              ? file.rows() + " rows taken, " + file.newer() + " newer"
              : file.fault() + ": nothing taken");
      text.append(", ").append(file.refused()).append(" refused\n");
      for (SourceStatus.BadLine bad : file.bad()) {
        text.append("    line ").append(bad.line()).append(": ").append(bad.why()).append('\n');
      }
    }
  }
}
