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
import vn.motcua.kiosk.desk.DeskFault;
import vn.motcua.kiosk.desk.PrintDesk;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.forms.FormKind;
import vn.motcua.kiosk.store.KeptFile;
import vn.motcua.kiosk.store.PrintRow;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code print}: orders a kept form, brings the queue on and says how far every job is. */
@Command(
    name = "print",
    description = "Prints a kept form of a dossier and shows the print queue; see docs/forms.md.")
final class PrintCommand extends JsonCommand {
  private final Tools tools;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--code", paramLabel = "CODE", description = "the dossier")
  private @Nullable String code;

  @Option(names = "--form", paramLabel = "NN", description = "01 to 06 (default ${DEFAULT-VALUE})")
  private String number = "01";

  @Option(names = "--cancel", paramLabel = "JOB", description = "give a job up")
  private @Nullable Long cancel;

  @Option(names = "--came-out", paramLabel = "JOB", description = "an unsure job was printed")
  private @Nullable Long cameOut;

  @Option(names = "--again", paramLabel = "JOB", description = "an unsure job was not printed")
  private @Nullable Long again;

  @Option(names = "--officer", paramLabel = "NAME", description = "who orders it")
  private String officer = "";

  @Option(names = "--data", paramLabel = "DIR", description = "the data folder")
  private @Nullable Path data;

  PrintCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences);
    this.tools = tools;
  }

  @Override
  Reply work() throws FaultException {
    try (Tools.OpenFolder folder = tools.open(Optional.ofNullable(data))) {
      PrintDesk desk = folder.printDesk();
      if (code != null) {
        order(folder, code);
      }
      if (cancel != null) {
        desk.cancel(cancel);
      }
      if (cameOut != null) {
        desk.settle(cameOut, true);
      }
      if (again != null) {
        desk.settle(again, false);
      }
      desk.pump();
      return reply(desk.list());
    }
  }

  private void order(Tools.OpenFolder folder, String given) throws FaultException {
    FormKind kind = FormKind.of(number).orElseThrow(() -> wrong("a form is one of 01 to 06"));
    DossierCode dossier =
        DossierCode.read(given).orElseThrow(() -> wrong("--code is no dossier's code"));
    KeptFile file =
        folder
            .formDesk()
            .newest(kind, dossier)
            .orElseThrow(() -> new FaultException(new DeskFault.UnknownReceipt()));
    folder.printDesk().order(dossier, file, "Mẫu " + kind.number() + " " + dossier, officer);
  }

  private static Reply reply(List<PrintRow> jobs) {
    List<Map<String, Object>> all =
        jobs.stream()
            .map(job -> {
              Map<String, Object> one = Reply.object();
              one.put("job", job.id());
              one.put("title", job.title());
              one.put("state", job.state().name());
              one.put("reprint", job.reprint());
              one.put("fault", job.fault());
              job.remote().ifPresent(remote -> one.put("printerJob", remote));
              return one;
            })
            .toList();
    Map<String, Object> json = Reply.object();
    json.put("jobs", all);
    StringBuilder text = new StringBuilder();
    all.forEach(one -> text.append(one).append('\n'));
    return new Reply(json, text.toString().stripTrailing());
  }

  private ParameterException wrong(String what) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
  }
}
