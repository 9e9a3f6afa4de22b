package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.dossier.ProcedureCatalogue;
import vn.motcua.kiosk.dossier.SeparatorCode;
import vn.motcua.kiosk.forms.SeparatorSheet;
import vn.motcua.kiosk.forms.SeparatorSheets;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code separators --out FILE.pdf}: sheets to lay before the papers of a pile. */
@Command(
    name = "separators",
    description = "Makes separator sheets for piles of papers; see docs/splitting.md.")
final class SeparatorsCommand extends JsonCommand {
  /** Which sheets. */
  private static final class Which {
    @Option(
        names = "--procedure",
        required = true,
        paramLabel = "CODE",
        description = "one sheet for every paper of its checklist, for example 1.001193")
    private @Nullable String procedure;

    @ArgGroup(exclusive = false)
    private @Nullable Paper paper;

    @Option(names = "--patch", required = true, description = "one sheet that fits every paper")
    private boolean patch;
  }

  /** A sheet of one's own. */
  private static final class Paper {
    @Option(
        names = "--paper",
        required = true,
        paramLabel = "CODE",
        description = "what the paper is called in file names: letters, digits, dots, hyphens")
    private String code = "";

    @Option(
        names = "--title",
        required = true,
        paramLabel = "TEXT",
        description = "what the paper is called, for people")
    private String title = "";
  }

  private final Supplier<ProcedureCatalogue> procedures;
  private final Clock clock;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--out", paramLabel = "FILE.pdf", required = true, description = "the sheets, A4")
  private Path out = Path.of("separators.pdf");

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  @Option(names = "--both-sides", description = "every sheet twice, to be printed on both sides")
  private boolean bothSides;

  SeparatorsCommand(
      PrintStream out,
      FaultSentences sentences,
      Supplier<ProcedureCatalogue> procedures,
      Clock clock) {
    super(out, sentences);
    this.procedures = procedures;
    this.clock = clock;
  }

  @Override
  Reply work() throws FaultException {
    OutFile.check(spec, "--out", out, List.of());
    List<SeparatorSheet> sheets = sheets();
    new SeparatorSheets(clock).write(sheets, bothSides, out);
    Map<String, Object> json = Reply.object();
    json.put("file", out.toAbsolutePath().toString());
    json.put("pages", sheets.size() * (bothSides ? 2 : 1));
    json.put(
        "sheets",
        sheets.stream()
            .map(sheet -> Map.of("paper", sheet.code().paper(), "title", sheet.code().title()))
            .toList());
    return new Reply(json, out + ": " + sheets.size() + " sheets");
  }

  private List<SeparatorSheet> sheets() {
    if (which.patch) {
      return List.of(SeparatorSheet.PLAIN);
    }
    if (which.paper != null) {
      try {
        return List.of(
            new SeparatorSheet(new SeparatorCode(which.paper.code, which.paper.title), ""));
      } catch (IllegalArgumentException e) {
        throw wrong(
            "--paper takes up to 32 letters, digits, dots and hyphens, --title one line of up to"
                + " 120 characters without |");
      }
    }
    String code = Objects.requireNonNull(which.procedure);
    List<SeparatorSheet> sheets =
        procedures
            .get()
            .find(code)
            .map(SeparatorSheet::of)
            .orElseThrow(() -> wrong("no procedure has the code " + code));
    if (sheets.isEmpty()) {
      throw wrong("no paper of " + code + " is scanned");
    }
    return sheets;
  }

  private ParameterException wrong(String what) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
  }
}
