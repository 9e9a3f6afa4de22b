package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.desk.FormDesk;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.forms.FormKind;
import vn.motcua.kiosk.store.KeptFile;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code form NN --code CODE --out FILE}: a form of a dossier; {@code form 07}: the register. */
@Command(
    name = "form",
    description =
        "Gives a form of a dossier (01 to 06; 06 is made anew) or makes the register of a"
            + " period (07).")
final class FormCommand extends JsonCommand {
  private final Tools tools;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "NN", description = "01 to 07")
  private String number = "";

  @Option(names = "--code", paramLabel = "CODE", description = "the dossier, for 01 to 06")
  private @Nullable String code;

  @Option(names = "--from", paramLabel = "DAY", description = "the first day, for 07")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "the last day, for 07")
  private @Nullable LocalDate to;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "the PDF")
  private Path out = Path.of("form.pdf");

  @Option(
      names = "--new",
      description = "make 02 to 05 anew, with a new number, for the state the dossier is in")
  private boolean anew;

  @Option(names = "--officer", paramLabel = "NAME", description = "who makes it")
  private String officer = "";

  @Option(names = "--data", paramLabel = "DIR", description = "the data folder")
  private @Nullable Path data;

  FormCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences);
    this.tools = tools;
  }

  @Override
  Reply work() throws FaultException {
    FormKind kind = FormKind.of(number).orElseThrow(() -> wrong("a form is one of 01 to 07"));
    OutFile.check(spec, "--out", out, List.of());
    if (kind == FormKind.REGISTER ? from == null || to == null || code != null : code == null) {
      throw wrong(
          kind == FormKind.REGISTER ? "07 needs --from and --to" : "this form needs --code");
    }
    Map<String, Object> json = Reply.object();
    json.put("form", kind.number());
    json.put("file", out.toAbsolutePath().toString());
    if (kind == FormKind.REGISTER) {
      LocalDate first = Objects.requireNonNull(from);
      LocalDate last = Objects.requireNonNull(to);
      if (last.isBefore(first)) {
        throw wrong("--to is before --from");
      }
      try (Tools.OpenFolder folder = tools.open(Optional.ofNullable(data))) {
        json.put("dossiers", folder.formDesk().register(first, last, officer, out));
      }
      return new Reply(json, out.toString());
    }
    DossierCode dossier =
        DossierCode.read(Objects.requireNonNull(code))
            .orElseThrow(() -> wrong("--code is no dossier's code"));
    try (Tools.OpenFolder folder = tools.open(Optional.ofNullable(data))) {
      FormDesk desk = folder.formDesk();
      boolean made = kind == FormKind.CONTROL || anew;
      KeptFile file = made ? desk.make(kind, dossier, officer) : desk.kept(kind, dossier);
      String who = officer.isBlank() ? TrustCommand.user() : officer;
      desk.viewed(kind, dossier, who, "dòng lệnh");
      desk.copy(dossier, file, out);
      json.put("code", dossier.value());
      json.put("name", file.paper());
      json.put("made", made);
    }
    return new Reply(json, out.toString());
  }

  private ParameterException wrong(String what) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
  }
}
