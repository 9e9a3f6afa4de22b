package vn.motcua.kiosk.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.desk.ScanBatch;
import vn.motcua.kiosk.desk.ScanDesk;
import vn.motcua.kiosk.paper.DigitiseRequest;
import vn.motcua.kiosk.paper.Digitised;
import vn.motcua.kiosk.paper.Digitiser;
import vn.motcua.kiosk.paper.Progress;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannerId;

/** {@code scan --device ID --out FILE.pdf}: paper becomes a searchable PDF/A. */
@Command(name = "scan", description = "Scans paper into a searchable PDF/A.")
final class ScanCommand extends JsonCommand {
  /** Where the paper lies, as people name it. */
  private enum Source {
    FLATBED(PaperSource.FLATBED),
    ADF(PaperSource.FEEDER);

    private final PaperSource paper;

    Source(PaperSource paper) {
      this.paper = paper;
    }
  }

  /** Colour modes, as people name them. */
  private enum Mode {
    COLOUR(ColourMode.COLOUR),
    GREY(ColourMode.GREY),
    BW(ColourMode.BLACK_WHITE);

    private final ColourMode colour;

    Mode(ColourMode colour) {
      this.colour = colour;
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(ScanCommand.class);

  private final Tools tools;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--device", required = true, description = "an id that 'devices' prints")
  private String device = "";

  @Option(names = "--out", paramLabel = "FILE.pdf", required = true, description = "the document")
  private Path out = Path.of("out.pdf");

  @Option(names = "--source", description = "flatbed or adf (default ${DEFAULT-VALUE})")
  private Source source = Source.FLATBED;

  @Option(names = "--mode", description = "colour, grey or bw (default ${DEFAULT-VALUE})")
  private Mode mode = Mode.COLOUR;

  @Option(names = "--dpi", description = "dots per inch (default ${DEFAULT-VALUE})")
  private int dpi = 300;

  @Option(names = "--title", description = "one line for people")
  private String title = "Tài liệu quét";

  @Option(names = "--code", description = "the dossier's code")
  private String code = "";

  @Option(names = "--no-ocr", description = "do not read the text")
  private boolean noOcr;

  ScanCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences);
    this.tools = tools;
  }

  @Override
  Reply work() throws FaultException, PartlyDone {
    ScannerId id;
    ScanSettings settings;
    try {
      id = ScannerId.parse(device);
      settings = new ScanSettings(source.paper, mode.colour, dpi);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), String.valueOf(e.getMessage()), e);
    }
    OutFile.check(spec, "--out", out, List.of());
    Path spool = out.resolveSibling(out.getFileName() + ".pages").toAbsolutePath();
    try {
      return scan(tools.scanDesk(spool), id, settings);
    } finally {
      removeIfEmpty(spool);
    }
  }

  private Reply scan(ScanDesk desk, ScannerId id, ScanSettings settings)
      throws FaultException, PartlyDone {
    long begin = System.nanoTime();
    ScanBatch batch = desk.begin();
    switch (desk.scan(batch, id, settings, _ -> {}, new Cancellation())) {
      case ScanOutcome.Completed _ -> {}
      case ScanOutcome.Cancelled _ -> throw new FaultException(new ScanFault.LostMidPage());
      case ScanOutcome.Stopped stopped -> {
        if (batch.pages().isEmpty()) {
          desk.discard(batch);
          throw new FaultException(stopped.fault());
        }
        throw new PartlyDone(stopped.fault(), kept(batch.pages()));
      }
    }
    try (Digitiser digitiser = tools.digitiser()) {
      Digitised made =
          digitiser.digitise(
              batch.pages(),
              DigitiseRequest.of(title, code).withOcr(!noOcr),
              out,
              Progress.NONE,
              new Cancellation());
      desk.discard(batch);
      return Documents.reply(made, (System.nanoTime() - begin) / 1_000_000);
    } catch (FaultException e) {
      throw new PartlyDone(e.fault(), kept(batch.pages()));
    }
  }

  /** The folder beside the document stays only as long as pages lie in it. */
  private static void removeIfEmpty(Path spool) {
    try {
      Files.deleteIfExists(spool);
    } catch (IOException pagesAreLeft) {
      LOG.debug("{} stays", spool, pagesAreLeft);
    }
  }

  /** Pages that were scanned before the fault stay on disk: digitise can take them. */
  private static Map<String, Object> kept(List<Path> pages) {
    Map<String, Object> done = Reply.object();
    done.put("pages", pages.size());
    done.put("kept", pages.stream().map(Path::toString).toList());
    return done;
  }
}
