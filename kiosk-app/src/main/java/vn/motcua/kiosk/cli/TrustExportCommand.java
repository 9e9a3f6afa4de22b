package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.desk.TrustDesk;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code trust export}: what was learnt here, for another machine. */
@Command(name = "export", description = "Writes what was learnt here into one file.")
final class TrustExportCommand extends TrustCommand.Part {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "the new file")
  private Path out = Path.of("");

  @Option(names = "--by", paramLabel = "NAME", description = "who does it, for the log")
  private String by = TrustCommand.user();

  TrustExportCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
  }

  @Override
  Reply work() throws FaultException {
    OutFile.check(spec, "--out", out, List.of());
    TrustDesk desk = desk();
    String fingerprint = desk.export(out, by);
    Map<String, Object> json = Reply.object();
    json.put("file", out.toString());
    json.put("fingerprint", fingerprint);
    json.put("enrolled", TrustCommand.learnt(desk.learnt()));
    return new Reply(json, out + "\nSHA-256 " + grouped(fingerprint));
  }

  /** In groups of four, as one reads it out. */
  static String grouped(String fingerprint) {
    return fingerprint.replaceAll("(.{4})(?=.)", "$1 ");
  }
}
