package vn.motcua.kiosk.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.paper.PageTexts;
import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.readback.PaperKinds;
import vn.motcua.kiosk.paper.readback.PaperReader;
import vn.motcua.kiosk.paper.readback.ReadBack;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;

/** {@code read-back FILE}: which values stand on a paper, for a person to confirm. */
@Command(
    name = "read-back",
    description = "Reads a paper and proposes values with their places; fills in nothing.")
final class ReadBackCommand extends JsonCommand {
  private final Clock clock;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "PDF, JPEG, PNG or TIFF")
  private Path file = Path.of("");

  @Option(
      names = "--papers",
      paramLabel = "FOLDER",
      description = "more kinds of paper, one JSON file each")
  private @Nullable Path papers;

  ReadBackCommand(PrintStream out, FaultSentences sentences, Clock clock) {
    super(out, sentences);
    this.clock = clock;
  }

  @Override
  Reply work() throws FaultException {
    long begin = System.nanoTime();
    PaperReader reader = new PaperReader(kinds(), clock);
    try (PageTexts texts = new PageTexts()) {
      List<PageText> pages = texts.read(file, new Cancellation());
      ReadBack read = reader.read(pages);
      return ReadBackReply.of(file, read, (System.nanoTime() - begin) / 1_000_000);
    }
  }

  private PaperKinds kinds() {
    if (papers == null) {
      return PaperKinds.shipped();
    }
    try {
      return PaperKinds.shippedAnd(papers);
    } catch (IOException e) {
      throw wrong("--papers: not a folder that can be read: " + papers);
    } catch (IllegalArgumentException e) {
      throw wrong("--papers: " + e.getMessage());
    }
  }

  private ParameterException wrong(String what) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
  }
}
