package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.paper.DigitiseRequest;
import vn.motcua.kiosk.paper.Digitised;
import vn.motcua.kiosk.paper.Digitiser;
import vn.motcua.kiosk.paper.Divided;
import vn.motcua.kiosk.paper.Profile;
import vn.motcua.kiosk.paper.Progress;
import vn.motcua.kiosk.paper.split.SplitDocument;
import vn.motcua.kiosk.pdf.WholeFile;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code digitise PAGES… --out FILE.pdf}: page pictures become a searchable PDF/A. */
@Command(name = "digitise", description = "Makes a searchable PDF/A of page pictures.")
final class DigitiseCommand extends JsonCommand {
  private final Tools tools;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "PAGE", arity = "1..*", description = "JPEG, PNG, TIFF or PDF, in order")
  private List<Path> pages = List.of();

  @Option(names = "--out", paramLabel = "FILE.pdf", required = true, description = "the document")
  private Path out = Path.of("out.pdf");

  @Option(names = "--title", description = "one line for people")
  private String title = "Tài liệu quét";

  @Option(names = "--code", description = "the dossier's code")
  private String code = "";

  @Option(names = "--paper", description = "which kind of paper it is, by name or code")
  private String paper = "";

  @Option(
      names = "--profile",
      paramLabel = "small|original|photo",
      description = "what becomes of the pictures; small if not said")
  private Profile profile = Profile.SMALL;

  @Option(
      names = "--split",
      description = "a document of each part between code sheets: FILE-01.pdf, FILE-02.pdf, …")
  private boolean split;

  @Option(names = "--no-ocr", description = "do not read the text")
  private boolean noOcr;

  @Option(names = "--skip-damaged", description = "leave damaged pages out and name them")
  private boolean skipDamaged;

  @Option(names = "--text", paramLabel = "FILE", description = "also write the text that was read")
  private @Nullable Path text;

  DigitiseCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences);
    this.tools = tools;
  }

  @Override
  Reply work() throws FaultException {
    OutFile.check(spec, "--out", out, pages);
    if (text != null) {
      OutFile.check(spec, "--text", text, pages);
      if (OutFile.isSame(text, out)) {
        throw wrong("--text and --out are the same file");
      }
    }
    long begin = System.nanoTime();
    DigitiseRequest request =
        DigitiseRequest.of(title, code)
            .withPaper(paper)
            .withProfile(profile)
            .withOcr(!noOcr)
            .withSkipDamaged(skipDamaged);
    try (Digitiser digitiser = tools.digitiser()) {
      if (split) {
        Divided made =
            digitiser.divide(
                pages, request, folder(), this::part, Progress.NONE, new Cancellation());
        write(made.documents().stream().map(part -> part.made().text()).toList());
        return Documents.reply(made, (System.nanoTime() - begin) / 1_000_000);
      }
      Digitised made = digitiser.digitise(pages, request, out, Progress.NONE, new Cancellation());
      write(List.of(made.text()));
      return Documents.reply(made, (System.nanoTime() - begin) / 1_000_000);
    }
  }

  private void write(List<String> texts) throws FaultException {
    if (text != null) {
      byte[] bytes = String.join("\f", texts).getBytes(StandardCharsets.UTF_8);
      WholeFile.write(text, out -> out.write(bytes));
    }
  }

  private ParameterException wrong(String what) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
  }

  private Path folder() {
    return Objects.requireNonNull(out.toAbsolutePath().getParent());
  }

  /** The file that was asked for if there is one part only, else one a part beside it. */
  private Path part(SplitDocument document, int number, int of) {
    if (of == 1) {
      return out;
    }
    String name = out.getFileName().toString();
    String base =
        name.toLowerCase(Locale.ROOT).endsWith(".pdf")
            ? name.substring(0, name.length() - 4)
            : name;
    Path part = folder().resolve(String.format(Locale.ROOT, "%s-%02d.pdf", base, number));
    for (Path page : pages) {
      if (OutFile.isSame(part, page)) {
        throw wrong("a part would overwrite one of the pages: " + page);
      }
    }
    if (text != null && OutFile.isSame(part, text)) {
      throw wrong("a part would be overwritten by --text: " + text);
    }
    return part;
  }
}
