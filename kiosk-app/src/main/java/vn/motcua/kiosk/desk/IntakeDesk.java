package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.ProcedureCatalogue;
import vn.motcua.kiosk.dossier.ReceivedPaper;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.dossier.WorkingCalendar;
import vn.motcua.kiosk.forms.ReceiptForm;
import vn.motcua.kiosk.paper.DigitiseRequest;
import vn.motcua.kiosk.paper.Digitised;
import vn.motcua.kiosk.paper.Digitiser;
import vn.motcua.kiosk.paper.Progress;
import vn.motcua.kiosk.store.Blob;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.kiosk.store.KeptFile;
import vn.motcua.kiosk.store.NewDossier;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

/** Where a dossier is received. All methods block. */
public final class IntakeDesk {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeDesk.class);

  private final DossierStore store;
  private final DataFolder folder;
  private final ProcedureCatalogue catalogue;
  private final WorkingCalendar calendar;
  private final Centre centre;
  private final ScanDesk scans;
  private final Digitiser digitiser;
  private final ReceiptForm form;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * One intake after the other: the code stands in the PDFs, which are made before it is taken in
   * the transaction, so that a failed intake leaves no gap in the day's numbers.
   */
  private final ReentrantLock oneAtATime = new ReentrantLock();

  /**
   * @param scans throws the pile away once it is received
   * @param random where secrets come from; must not be guessable
   */
  public IntakeDesk(
      DossierStore store,
      DataFolder folder,
      ProcedureCatalogue catalogue,
      WorkingCalendar calendar,
      Centre centre,
      ScanDesk scans,
      Digitiser digitiser,
      ReceiptForm form,
      Clock clock,
      RandomGenerator random) {
    this.store = store;
    this.folder = folder;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.centre = centre;
    this.scans = scans;
    this.digitiser = digitiser;
    this.form = form;
    this.clock = clock;
    this.random = random;
  }

  /** Procedures that fit what was typed; all for an empty text. */
  public List<Procedure> procedures(String text) {
    return catalogue.search(text);
  }

  /** When a dossier of that procedure, received now, is due. */
  public DueDate dueIfReceivedNow(Procedure procedure) {
    return calendar.due(now(), procedure.workingDays());
  }

  /**
   * Receives: pages become a searchable PDF/A, the receipt is made, then dossier, event, secret and
   * files are written in one transaction. Nothing is written if any of it fails.
   *
   * @throws FaultException what a person must mend first; the batch is still there
   */
  public Received receive(Intake intake) throws FaultException {
    check(intake);
    LocalDateTime now = now();
    oneAtATime.lock();
    try {
      return receive(intake, now);
    } finally {
      oneAtATime.unlock();
    }
  }

  private Received receive(Intake intake, LocalDateTime now) throws FaultException {
    LookupSecret secret = LookupSecret.random(random);
    Path work = folder.temporary().resolve("intake-" + UUID.randomUUID());
    Durable.folder(work);
    try {
      Optional<Received> received = Optional.empty();
      // Another hand may take the code meanwhile (an import, say); then it is made out anew.
      while (received.isEmpty()) {
        DossierCode code = store.nextCode(centre.agency(), now.toLocalDate());
        received = receive(intake, dossier(code, intake, now), secret, work);
      }
      intake.batch().ifPresent(scans::discard);
      return received.get();
    } finally {
      remove(work);
    }
  }

  private Optional<Received> receive(Intake intake, Dossier dossier, LookupSecret secret, Path work)
      throws FaultException {
    List<KeptFile> files = new ArrayList<>();
    List<Blob> blobs = new ArrayList<>();
    boolean written = false;
    try {
      Optional<Blob> archive = Optional.empty();
      if (intake.batch().isPresent() && !intake.batch().get().pages().isEmpty()) {
        archive = Optional.of(store.blobs().put(archive(intake.batch().get(), dossier, work)));
        blobs.add(archive.get());
        files.add(new KeptFile(KeptFile.Kind.ARCHIVE, archive.get()));
      }
      Path paper = work.resolve("receipt.pdf");
      form.write(
          ReceiptText.of(dossier, secret, centre, intake.officer(), intake.counter()), paper);
      Blob receipt = store.blobs().put(paper);
      blobs.add(receipt);
      files.add(new KeptFile(KeptFile.Kind.RECEIPT, receipt));
      written = write(intake, dossier, secret, files);
      return written
          ? Optional.of(
              new Received(
                  dossier,
                  secret,
                  store.blobs().path(receipt),
                  archive.map(blob -> store.blobs().path(blob))))
          : Optional.empty();
    } finally {
      if (!written) {
        store.forget(blobs);
      }
    }
  }

  /** False if the code was taken by somebody else meanwhile. */
  private boolean write(Intake intake, Dossier dossier, LookupSecret secret, List<KeptFile> files)
      throws FaultException {
    LocalDate day = dossier.received().toLocalDate();
    Optional<String> batch = intake.batch().map(ScanBatch::id);
    DossierEvent event =
        new DossierEvent(
            1,
            dossier.received(),
            Move.RECEIVE,
            dossier.stage(),
            dossier.status(),
            intake.officer(),
            dossier.holder(),
            "");
    return store.write(transaction -> {
      if (batch.isPresent() && transaction.isReceived(batch.get())) {
        throw incomplete("BATCH");
      }
      if (!transaction.take(centre.agency(), day, dossier.code())) {
        return false;
      }
      transaction.insert(new NewDossier(dossier, event, secret, files, batch));
      return true;
    });
  }

  private Path archive(ScanBatch batch, Dossier dossier, Path work) throws FaultException {
    Digitised made =
        digitiser.digitise(
            batch.pages(),
            DigitiseRequest.of(dossier.procedure().shortName(), dossier.code().value()),
            work.resolve("archive.pdf"),
            Progress.NONE,
            new Cancellation());
    // TT 01/2023 Đ8.2 c: as many pictures as pages.
    if (made.pages() != dossier.pages()) {
      throw incomplete("PAGES");
    }
    return made.file();
  }

  private Dossier dossier(DossierCode code, Intake intake, LocalDateTime now) {
    Procedure procedure = intake.procedure();
    return new Dossier(
        code,
        procedure,
        intake.applicant(),
        intake.owner(),
        now,
        Optional.of(calendar.due(now, procedure.workingDays())),
        Stage.RECEPTION,
        PortalStatus.ACCEPTED,
        Holders.at(Stage.RECEPTION, procedure, intake.counter(), intake.officer()),
        now,
        intake.papers(),
        intake.originals(),
        intake.channel(),
        Optional.empty(),
        List.of(),
        "",
        centre.returnCounter(),
        procedure.fee());
  }

  private void check(Intake intake) throws FaultException {
    need(!intake.officer().isBlank(), "OFFICER");
    need(!intake.applicant().name().isBlank(), "NAME");
    need(!intake.owner().name().isBlank(), "OWNER");
    need(isNumber(intake.applicant()) && isNumber(intake.owner()), "NUMBER");
    need(catalogue.find(intake.procedure().code()).isPresent(), "PROCEDURE");
    boolean counts =
        intake.papers().stream()
            .allMatch(paper -> paper.originals() >= 0 && paper.copies() >= 0 && paper.pages() >= 0);
    need(counts, "PAPERS");
    int told = intake.papers().stream().mapToInt(ReceivedPaper::pages).sum();
    need(told == intake.batch().map(batch -> batch.pages().size()).orElse(0), "PAGES");
  }

  private static boolean isNumber(Party party) {
    return party.number().isEmpty()
        || CitizenNumber.read(party.number().get())
            .filter(number -> number.value().equals(party.number().get()))
            .isPresent();
  }

  private static void need(boolean there, String field) throws FaultException {
    if (!there) {
      throw incomplete(field);
    }
  }

  private static FaultException incomplete(String field) {
    return new FaultException(new DeskFault.Incomplete(field), field);
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
  }

  private static void remove(Path work) {
    try (Stream<Path> all = Files.walk(work)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException stays) {
      LOG.warn("temporary files stay until the next start", stays);
    }
  }
}
