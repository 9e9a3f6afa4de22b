package vn.motcua.kiosk.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.paper.DigitiseRequest;
import vn.motcua.kiosk.paper.Digitised;
import vn.motcua.kiosk.paper.Digitiser;
import vn.motcua.kiosk.paper.Profile;
import vn.motcua.kiosk.paper.Progress;
import vn.motcua.kiosk.pdf.PdfFault;
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
    }
    long begin = System.nanoTime();
    DigitiseRequest request =
        DigitiseRequest.of(title, code)
            .withPaper(paper)
            .withProfile(profile)
            .withOcr(!noOcr)
            .withSkipDamaged(skipDamaged);
    try (Digitiser digitiser = tools.digitiser()) {
      Digitised made = digitiser.digitise(pages, request, out, Progress.NONE, new Cancellation());
      if (text != null) {
        Files.writeString(text, made.text());
      }
      return Documents.reply(made, (System.nanoTime() - begin) / 1_000_000);
    } catch (IOException e) {
      throw new FaultException(new PdfFault.NotWritable(), e);
    }
  }
}
