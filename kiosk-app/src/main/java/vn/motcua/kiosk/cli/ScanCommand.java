package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.desk.BatchFault;
import vn.motcua.kiosk.desk.PagePlace;
import vn.motcua.kiosk.desk.PilePage;
import vn.motcua.kiosk.desk.RemovedPages;
import vn.motcua.kiosk.desk.ScanBatch;
import vn.motcua.kiosk.desk.ScanDesk;
import vn.motcua.kiosk.desk.ScanJob;
import vn.motcua.kiosk.desk.ScanOrder;
import vn.motcua.kiosk.desk.UnfinishedBatch;
import vn.motcua.kiosk.paper.DigitiseRequest;
import vn.motcua.kiosk.paper.Digitised;
import vn.motcua.kiosk.paper.Digitiser;
import vn.motcua.kiosk.paper.Progress;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScannerId;

/**
 * {@code scan --device ID --out FILE.pdf}: paper becomes a searchable PDF/A. Pages lie beside the
 * document until it is made; whatever stops the command, they stay and it says how to go on.
 */
@Command(name = "scan", description = "Scans paper into a searchable PDF/A.")
final class ScanCommand extends JsonCommand {
  private final Tools tools;
  private Optional<Interrupts> interrupts = Optional.empty();

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--device", description = "an id that 'devices' prints")
  private @Nullable String device;

  @Option(names = "--profile", paramLabel = "NAME", description = "instead of device and settings")
  private @Nullable String profile;

  @Option(names = "--out", paramLabel = "FILE.pdf", required = true, description = "the document")
  private Path out = Path.of("out.pdf");

  @ArgGroup(exclusive = false)
  private ScanOptions how = new ScanOptions();

  @Option(
      names = "--pages",
      paramLabel = "N",
      description = "stop after N pages; 0 with --resume: only make the document")
  private @Nullable Integer most;

  @Option(
      names = "--resume",
      paramLabel = "ID",
      arity = "0..1",
      fallbackValue = "",
      description = "go on with an unfinished scan for the same --out")
  private @Nullable String resume;

  @Option(
      names = "--replace",
      paramLabel = "N",
      description = "with --resume: the next page takes the place of page N, then it goes on")
  private @Nullable Integer replace;

  @Option(names = "--without-damaged", description = "go on although pages are lost")
  private boolean withoutDamaged;

  @Option(names = "--title", description = "one line for people")
  private String title = KeptPages.TITLE;

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
    refuseContradictions();
    OutFile.check(spec, "--out", out, List.of());
    Path spool = out.resolveSibling(out.getFileName() + ".pages").toAbsolutePath();
    Interrupts listening = new Interrupts();
    interrupts = Optional.of(listening);
    Optional<ScanJob> job = job();
    ScanDesk desk = tools.scanDesk(spool);
    try (SpoolLock _ = SpoolLock.take(spool);
        Digitiser digitiser = tools.digitiser()) {
      List<UnfinishedBatch> before = resume == null ? desk.unfinished() : List.of();
      try (ScanBatch batch = batch(desk)) {
        Reply reply = scan(desk, batch, job, digitiser, listening);
        if (!before.isEmpty()) {
          reply.json().putAll(KeptPages.list(before));
        }
        return reply;
      }
    }
  }

  @Override
  void ended() {
    interrupts.ifPresent(Interrupts::close);
  }

  private void refuseContradictions() {
    wrongIf(device != null && profile != null, "--device and --profile exclude each other");
    wrongIf(profile != null && how.given(), "--profile says how to scan: no other setting with it");
    wrongIf(resume == null && device == null && profile == null, "--device or --profile is needed");
    wrongIf(device == null && how.given(), "settings need --device");
    wrongIf(most != null && most < (resume == null ? 1 : 0), "--pages: at least 1");
    wrongIf(replace != null && (resume == null || replace < 1), "--replace needs --resume");
    wrongIf(withoutDamaged && resume == null, "--without-damaged needs --resume");
  }

  private void wrongIf(boolean wrong, String what) {
    if (wrong) {
      throw wrong(what);
    }
  }

  private ParameterException wrong(String what) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
  }

  /** What was asked for; empty if a resumed scan goes on as it was. */
  private Optional<ScanJob> job() throws FaultException, PartlyDone {
    if (profile != null) {
      try {
        return Optional.of(ScanJob.of(tools.profiles().profiles().find(profile).profile()));
      } catch (FaultException e) {
        throw ProfileCommand.named(e);
      }
    }
    if (device == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ScanJob(Optional.empty(), ScannerId.parse(device), how.settings()));
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private ScanBatch batch(ScanDesk desk) throws FaultException, PartlyDone {
    if (resume == null) {
      return desk.begin();
    }
    if (!resume.isEmpty()) {
      return desk.resume(resume);
    }
    List<UnfinishedBatch> left = desk.unfinished();
    if (left.size() > 1) {
      throw new PartlyDone(new BatchFault.Several(), KeptPages.list(left));
    }
    if (left.isEmpty()) {
      throw new FaultException(new BatchFault.None());
    }
    return desk.resume(left.getFirst().id());
  }

  private Reply scan(
      ScanDesk desk,
      ScanBatch batch,
      Optional<ScanJob> asked,
      Digitiser digitiser,
      Interrupts listening)
      throws FaultException, PartlyDone {
    final long begin = System.nanoTime();
    KeptPages kept = new KeptPages(batch, out, title, code, noOcr, withoutDamaged);
    if (replace != null) {
      replace(desk, batch, job(asked, batch), replace, kept, listening);
    }
    if (!batch.troubles().isEmpty() && !withoutDamaged) {
      throw kept.stopped(new BatchFault.Damaged(), false);
    }
    if (most == null || most > 0) {
      ScanJob job = job(asked, batch);
      ScanOrder order = ScanOrder.of(job).atMost(most == null ? Integer.MAX_VALUE : most);
      Fault fault;
      switch (desk.scan(
          batch, order, page -> digitiser.ahead(page, request()), listening.cancellation())) {
        case ScanOutcome.Completed _ -> {
          return document(desk, batch, kept, begin, digitiser, listening);
        }
        case ScanOutcome.Cancelled _ -> fault = new BatchFault.Cancelled();
        case ScanOutcome.Stopped stopped -> fault = stopped.fault();
      }
      if (batch.pages().isEmpty() && batch.troubles().isEmpty()) {
        desk.discard(batch);
        throw ProfileCommand.named(new FaultException(fault));
      }
      throw kept.stopped(fault, false);
    }
    return document(desk, batch, kept, begin, digitiser, listening);
  }

  private ScanJob job(Optional<ScanJob> asked, ScanBatch batch) {
    return asked
        .or(batch::job)
        .orElseThrow(() -> wrong("how this was scanned is lost: name --device or --profile"));
  }

  /** One page, for the paper and to the place of the old one. */
  private static void replace(
      ScanDesk desk, ScanBatch batch, ScanJob job, int old, KeptPages kept, Interrupts listening)
      throws PartlyDone {
    String paper =
        batch.listing().stream()
            .filter(page -> page.number() == old)
            .map(PilePage::paper)
            .findFirst()
            .orElse("");
    ScanOrder order = ScanOrder.of(job).forPaper(paper).at(new PagePlace.InsteadOf(old));
    switch (desk.scan(batch, order, _ -> {}, listening.cancellation())) {
      case ScanOutcome.Completed _ -> {}
      case ScanOutcome.Cancelled _ -> throw kept.stopped(new BatchFault.Cancelled(), false);
      case ScanOutcome.Stopped stopped -> throw kept.stopped(stopped.fault(), false);
    }
  }

  private DigitiseRequest request() {
    return DigitiseRequest.of(title, code).withOcr(!noOcr);
  }

  private Reply document(
      ScanDesk desk,
      ScanBatch batch,
      KeptPages kept,
      long begin,
      Digitiser digitiser,
      Interrupts listening)
      throws PartlyDone {
    try {
      Digitised made =
          digitiser.digitise(
              batch.pages(), request(), out, Progress.NONE, listening.cancellation());
      List<Integer> repeated = resume == null ? List.of() : kept.repeated();
      // Before the pile goes: what was taken out of it must outlive it.
      Optional<Path> aside = RemovedPages.keep(batch, out);
      List<PilePage> removed = RemovedPages.of(batch);
      desk.discard(batch);
      Reply reply = Documents.reply(made, (System.nanoTime() - begin) / 1_000_000);
      if (!repeated.isEmpty()) {
        reply.json().put("repeatedPages", repeated);
      }
      return aside.isPresent() ? RemovedReply.with(reply, removed, aside.get()) : reply;
    } catch (FaultException e) {
      throw kept.stopped(e.fault(), true);
    }
  }
}
