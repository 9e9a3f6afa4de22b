package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.Handling;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.Relief;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.dossier.WorkingCalendar;
import vn.motcua.kiosk.forms.FormKind;
import vn.motcua.kiosk.forms.ReceiptForm;
import vn.motcua.kiosk.paper.Digitiser;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.kiosk.store.IssuedForm;
import vn.motcua.kiosk.store.KeptFile;
import vn.motcua.kiosk.store.NewDossier;
import vn.motcua.scanner.FaultException;

/** Where a dossier is received. All methods block. */
public final class IntakeDesk {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeDesk.class);

  private final DossierStore store;
  private final DataFolder folder;
  private final TradeRules rules;
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

  private final Queue<Path> shown = new ConcurrentLinkedQueue<>();

  /**
   * @param rules the procedures and fees as they hold on the day of reception
   * @param scans throws the pile away once it is received
   * @param random where secrets come from; must not be guessable
   */
  public IntakeDesk(
      DossierStore store,
      DataFolder folder,
      TradeRules rules,
      WorkingCalendar calendar,
      Centre centre,
      ScanDesk scans,
      Digitiser digitiser,
      ReceiptForm form,
      Clock clock,
      RandomGenerator random) {
    this.store = store;
    this.folder = folder;
    this.rules = rules;
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
    return rules.procedures(today()).search(text);
  }

  /** The grounds on which that procedure may cost less today. */
  public Set<Relief.Ground> grounds(Procedure procedure) {
    return rules.grounds(procedure, today());
  }

  /** Whether it is paid for each copy or page. */
  public boolean isCounted(Procedure procedure) {
    return TradeRules.isCounted(procedure, today());
  }

  /** What it costs today. */
  public FeeQuote quote(Procedure procedure, FeeClaim claim) {
    return rules.quote(procedure, today(), claim);
  }

  /** When a dossier of that procedure, received now, is due. */
  public DueDate dueIfReceivedNow(Procedure procedure) {
    return calendar.due(now(), procedure.limit());
  }

  /**
   * Receives: the pages of each paper become a searchable PDF/A, the receipt is made, then dossier,
   * event, secret and files are written in one transaction, with the pages that were taken out and
   * why. Nothing is written if any of it fails.
   *
   * @throws FaultException what a person must mend first; the batch is still there
   */
  public Received receive(Intake intake) throws FaultException {
    List<PilePage> pile = intake.batch().map(ScanBatch::listing).orElse(List.of());
    List<PaperPages> papers = check(intake, pile);
    LocalDateTime now = now();
    oneAtATime.lock();
    try {
      return receive(intake, now, pile, papers);
    } finally {
      oneAtATime.unlock();
    }
  }

  private Received receive(
      Intake intake, LocalDateTime now, List<PilePage> pile, List<PaperPages> papers)
      throws FaultException {
    LookupSecret secret = LookupSecret.random(random);
    Path work = folder.temporary().resolve("intake-" + UUID.randomUUID());
    Durable.folder(work);
    try {
      Optional<Received> received = Optional.empty();
      // Another hand may take the code meanwhile (an import, say); then it is made out anew.
      while (received.isEmpty()) {
        DossierCode code = store.nextCode(centre.agency(), now.toLocalDate());
        IntakeFiles files = new IntakeFiles(store.blobs(), code, work);
        received = receive(intake, dossier(code, intake, now), secret, files, pile, papers);
      }
      intake.batch().ifPresent(scans::discard);
      return received.get();
    } finally {
      remove(work);
    }
  }

  private Optional<Received> receive(
      Intake intake,
      Dossier dossier,
      LookupSecret secret,
      IntakeFiles files,
      List<PilePage> pile,
      List<PaperPages> papers)
      throws FaultException {
    boolean written = false;
    try {
      files.archives(digitiser, dossier, papers);
      IssuedForm numbered = number(dossier, intake.officer());
      Path receipt = files.receipt(form, dossier, secret, centre, intake, numbered.number());
      if (intake.batch().isPresent()) {
        files.log(intake.batch().get(), pile, clock.getZone());
      }
      written = write(intake, dossier, secret, files, pile, numbered);
      return written
          ? Optional.of(
              new Received(dossier, secret, shown(receipt), files.archives(), files.removed()))
          : Optional.empty();
    } finally {
      if (!written) {
        store.forget(files.files().stream().map(KeptFile::blob).toList());
      }
    }
  }

  /** False if the code was taken by somebody else meanwhile. */
  private boolean write(
      Intake intake,
      Dossier dossier,
      LookupSecret secret,
      IntakeFiles files,
      List<PilePage> pile,
      IssuedForm numbered)
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
            note(intake, day));
    return store.write(transaction -> {
      if (batch.isPresent() && transaction.isReceived(batch.get())) {
        throw incomplete("BATCH");
      }
      // A page that came, or was changed, while the documents were made is in none of them.
      if (intake.batch().isPresent() && !intake.batch().get().listing().equals(pile)) {
        throw incomplete("PAGES");
      }
      int next = transaction.forms().next(centre.agency(), numbered.form(), numbered.year());
      if (next != numbered.number() || !transaction.take(centre.agency(), day, dossier.code())) {
        return false;
      }
      transaction.insert(
          new NewDossier(dossier, event, secret, files.files(), batch, files.removed()));
      transaction.handOver(dossier.code(), HandOvers.received(dossier, intake.officer()));
      return transaction
          .forms()
          .take(
              centre.agency(), numbered, Optional.of(dossier.code()), Optional.of(files.receipt()));
    });
  }

  private String note(Intake intake, LocalDate day) {
    String relief = rules.quote(intake.procedure(), day, intake.fee()).note().orElse("");
    return Stream.of(TakenOver.note(intake.taken()), relief)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(". "));
  }

  /** Form 01 as it will be numbered if nobody is quicker. */
  private IssuedForm number(Dossier dossier, String officer) throws FaultException {
    LocalDateTime at = dossier.received();
    String kind = FormKind.RECEIPT.number();
    return new IssuedForm(
        kind,
        at.getYear(),
        store.nextFormNumber(centre.agency(), kind, at.getYear()),
        form.version(at.toLocalDate()),
        at,
        officer);
  }

  private Dossier dossier(DossierCode code, Intake intake, LocalDateTime now) {
    Procedure procedure = intake.procedure();
    return new Dossier(
        code,
        procedure,
        intake.applicant(),
        intake.owner(),
        now,
        Optional.of(calendar.due(now, procedure.limit())),
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
        rules.quote(procedure, now.toLocalDate(), intake.fee()).due(),
        Handling.LOCAL.with(procedure.details().linked()));
  }

  private List<PaperPages> check(Intake intake, List<PilePage> pile) throws FaultException {
    need(!intake.officer().isBlank(), "OFFICER");
    need(!intake.applicant().name().isBlank(), "NAME");
    need(!intake.owner().name().isBlank(), "OWNER");
    need(isNumber(intake.applicant()) && isNumber(intake.owner()), "NUMBER");
    // As it holds today, not as it held when the window was opened.
    Procedure chosen = intake.procedure();
    need(
        rules.procedures(today()).find(chosen.code()).filter(chosen::equals).isPresent(),
        "PROCEDURE");
    boolean counts =
        intake.papers().stream()
            .allMatch(paper -> paper.originals() >= 0 && paper.copies() >= 0 && paper.pages() >= 0);
    need(counts, "PAPERS");
    if (intake.batch().isPresent() && store.isReceived(intake.batch().get().id())) {
      throw incomplete("BATCH");
    }
    if (pile.stream().anyMatch(PilePage::isLost)) {
      throw new FaultException(new BatchFault.Damaged());
    }
    return PaperPages.of(intake.papers(), pile).orElseThrow(() -> incomplete("PAGES"));
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

  private LocalDate today() {
    return now().toLocalDate();
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
  }

  /** A plain copy of the receipt, for eyes and printer, until {@link #putAway}. */
  private Path shown(Path receipt) throws FaultException {
    Path copy = folder.temporary().resolve("shown-" + UUID.randomUUID() + ".pdf");
    try {
      Files.move(receipt, copy, StandardCopyOption.ATOMIC_MOVE);
      shown.add(copy);
      return copy;
    } catch (IOException trouble) {
      throw Durable.fault(trouble, folder.temporary());
    }
  }

  /** The citizen has gone: removes plain copies of receipts. */
  public void putAway() {
    for (Path copy = shown.poll(); copy != null; copy = shown.poll()) {
      try {
        Files.deleteIfExists(copy);
      } catch (IOException stays) {
        LOG.warn("a plain receipt stays until the next start", stays);
      }
    }
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
