package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.store.AuditTrail;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.kiosk.store.chain.SignedHead;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code audit head}: how far the chain is, signed, to be kept elsewhere. */
@Command(name = "head", description = "Exports how far the chain is, signed, to be kept elsewhere.")
final class AuditHeadCommand extends DataCommand {
  private final Clock clock;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "what to write")
  private Path out = Path.of("head.json");

  AuditHeadCommand(PrintStream out, FaultSentences sentences, Tools tools, Clock clock) {
    super(out, sentences, tools);
    this.clock = clock;
  }

  @Override
  Reply work() throws FaultException {
    OutFile.check(spec, "--out", out, List.of());
    SignedHead head = AuditTrail.head(data(), clock);
    Durable.write(out.toAbsolutePath(), head.json().getBytes(StandardCharsets.UTF_8));
    Map<String, Object> json = Reply.object();
    json.put("out", out.toString());
    json.put("site", head.head().site());
    json.put("seq", head.head().seq());
    json.put("count", head.head().count());
    json.put("hash", head.head().hash());
    json.put("at", head.at().toString());
    return new Reply(
        json, out + ": link " + head.head().seq() + " " + head.head().hash() + ", " + head.at());
  }
}
