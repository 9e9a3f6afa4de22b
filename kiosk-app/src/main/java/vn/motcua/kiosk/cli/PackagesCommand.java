package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.desk.PackageDesk;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.outgoing.OutgoingFault;
import vn.motcua.kiosk.outgoing.PackageName;
import vn.motcua.kiosk.store.PackageRow;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code packages}: lets what waits leave, reads answers and says how far every package is. */
@Command(
    name = "packages",
    description = "Shows which packages have left, wait or were refused; see docs/exchange.md.")
final class PackagesCommand extends JsonCommand {
  private final Tools tools;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--again", paramLabel = "CODE", description = "the dossier leaves once more")
  private @Nullable String again;

  @Option(names = "--data", paramLabel = "DIR", description = "the data folder")
  private @Nullable Path data;

  PackagesCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences);
    this.tools = tools;
  }

  @Override
  Reply work() throws FaultException {
    Optional<DossierCode> code = Optional.ofNullable(again).map(this::code);
    try (Tools.OpenFolder folder = tools.open(Optional.ofNullable(data))) {
      PackageDesk desk = folder.packageDesk();
      if (!desk.isOn() && code.isPresent()) {
        throw new FaultException(new OutgoingFault.Off());
      }
      if (code.isPresent()) {
        desk.again(code.get());
      }
      boolean more = desk.pump();
      while (more) {
        more = desk.pump();
      }
      return reply(desk);
    }
  }

  private static Reply reply(PackageDesk desk) throws FaultException {
    Map<String, Object> json = Reply.object();
    json.put("on", desk.isOn());
    desk.trouble().ifPresent(fault -> json.put("trouble", fault.code()));
    desk.counts().forEach((state, count) -> json.put(state.name(), count));
    List<Map<String, Object>> all = desk.list().stream().map(row -> json(desk, row)).toList();
    json.put("packages", all);
    StringBuilder text = new StringBuilder();
    if (!desk.isOn()) {
      text.append("nothing leaves: settings.json names no outgoing folder\n");
    }
    desk.trouble().ifPresent(fault -> text.append("waiting: ").append(fault.code()).append('\n'));
    all.forEach(one -> text.append(one).append('\n'));
    text.append(desk.counts());
    return new Reply(json, text.toString());
  }

  private static Map<String, Object> json(PackageDesk desk, PackageRow row) {
    Map<String, Object> one = Reply.object();
    one.put("seq", row.seq());
    one.put("name", new PackageName(row.dossier(), row.version()).file());
    one.put("dossier", row.dossier().value());
    one.put("version", row.version());
    one.put("state", row.state().name());
    one.put("inFolder", desk.isThere(row));
    one.put("ordered", row.ordered().toString());
    row.file()
        .ifPresent(file -> {
          one.put("sha256", file.sha256());
          one.put("bytes", file.bytes());
        });
    row.written().ifPresent(at -> one.put("written", at.toString()));
    row.answered().ifPresent(at -> one.put("answered", at.toString()));
    row.removed().ifPresent(at -> one.put("removed", at.toString()));
    if (!row.fault().isEmpty()) {
      one.put("fault", row.fault());
    }
    if (!row.reason().isEmpty()) {
      one.put("reason", row.reason());
    }
    return one;
  }

  private DossierCode code(String typed) {
    return DossierCode.read(typed)
        .orElseThrow(() ->
            new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "--again is no dossier's code"));
  }
}
