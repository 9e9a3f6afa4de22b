package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.forms.FormData;
import vn.motcua.kiosk.forms.FormKind;
import vn.motcua.kiosk.forms.FormTemplate;
import vn.motcua.kiosk.forms.FormTemplates;
import vn.motcua.kiosk.forms.FormWriter;
import vn.motcua.kiosk.store.Blob;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.kiosk.store.IssuedForm;
import vn.motcua.kiosk.store.KeptFile;
import vn.motcua.kiosk.store.LedgerEntry;
import vn.motcua.kiosk.store.Transaction;
import vn.motcua.scanner.FaultException;

/**
 * Where forms 02 to 07 are made: numbered, kept with their dossier, by the template in force. Forms
 * 02 to 05 are made in the transaction of the move that they tell of. All methods block.
 */
public final class FormDesk implements MovePapers {
  private final DossierStore store;
  private final DataFolder folder;
  private final FormTemplates templates;
  private final FormWriter writer;
  private final Centre centre;
  private final Clock clock;

  /**
   * @param clock local time of the centre
   */
  public FormDesk(
      DossierStore store, DataFolder folder, FormTemplates templates, Centre centre, Clock clock) {
    this.store = store;
    this.folder = folder;
    this.templates = templates;
    this.centre = centre;
    this.clock = clock;
    writer = new FormWriter(clock);
  }

  /** The form that a move needs, if any. */
  public static Optional<FormKind> formOf(Move move) {
    return switch (move) {
      case ASK_FOR_PAPERS -> Optional.of(FormKind.SUPPLEMENT);
      case REFUSE -> Optional.of(FormKind.REFUSAL);
      case EXTEND -> Optional.of(FormKind.APOLOGY);
      case ISSUE_STOP -> Optional.of(FormKind.STOP);
      case REGISTER,
          RECEIVE,
          FORWARD,
          ASK_FOR_PAYMENT,
          RESUME,
          STOP,
          WITHDRAW,
          LINKED_PART,
          FINISH,
          POST_OUT,
          POST_BACK,
          HAND_OUT ->
          Optional.empty();
    };
  }

  @Override
  public void attach(
      Transaction transaction,
      Dossier before,
      Dossier after,
      Move move,
      WorkDesk.Details details,
      LocalDateTime at)
      throws FaultException {
    Optional<FormKind> kind = formOf(move);
    if (kind.isPresent()) {
      issue(
          transaction,
          kind.get(),
          before,
          after,
          transaction.events(after.code()),
          details.officer(),
          details.note(),
          at);
    }
  }

  /**
   * Makes a form of a dossier as it stands, and keeps it: 06 at any time, 02 to 05 again if the
   * dossier is in the state that they tell of.
   *
   * @throws FaultException with {@link DeskFault.UnknownReceipt} if there is no such dossier,
   *     {@link DeskFault.MoveNotAllowed} if its state is none that this form tells of
   */
  public KeptFile make(FormKind kind, DossierCode code, String officer) throws FaultException {
    LocalDateTime at = now();
    return store.write(transaction -> {
      Dossier dossier =
          transaction
              .find(code)
              .orElseThrow(() -> new FaultException(new DeskFault.UnknownReceipt()));
      if (!FormText.fits(kind, dossier)) {
        throw new FaultException(new DeskFault.MoveNotAllowed(), "form " + kind.number());
      }
      List<DossierEvent> history = transaction.events(code);
      return issue(
          transaction, kind, dossier, dossier, history, officer, FormText.note(kind, history), at);
    });
  }

  /** The newest kept form of that kind; empty if none was made. */
  public Optional<KeptFile> newest(FormKind kind, DossierCode code) throws FaultException {
    return store.files(code).reversed().stream()
        .filter(file ->
            kind == FormKind.RECEIPT
                ? file.kind() == KeptFile.Kind.RECEIPT
                : file.kind() == KeptFile.Kind.FORM
                    && file.paper().startsWith(FormText.prefix(kind)))
        .findFirst();
  }

  /**
   * The newest kept form of that kind.
   *
   * @throws FaultException with {@link DeskFault.FormNotMade} if none was made, {@link
   *     DeskFault.UnknownReceipt} if there is no such dossier
   */
  public KeptFile kept(FormKind kind, DossierCode code) throws FaultException {
    Optional<KeptFile> newest = newest(kind, code);
    if (newest.isEmpty()) {
      throw new FaultException(
          store.find(code).isPresent()
              ? new DeskFault.FormNotMade()
              : new DeskFault.UnknownReceipt());
    }
    return newest.get();
  }

  /**
   * Writes into the access ledger that somebody is about to get a form, before it leaves the house.
   *
   * @param who the officer
   * @param terminal where
   */
  public void viewed(FormKind kind, DossierCode code, String who, String terminal)
      throws FaultException {
    String why = "in mẫu " + kind.number() + " trên " + terminal;
    LedgerEntry entry = new LedgerEntry(now(), who, why, terminal);
    store.write(transaction -> {
      transaction.viewed(code, entry);
      return true;
    });
  }

  /** Writes a plain copy of a kept form; whoever asked for it removes it. */
  public void copy(DossierCode code, KeptFile file, Path out) throws FaultException {
    store.blobs().open(file.blob(), code, out);
  }

  /**
   * Makes the register of all dossiers that were received in a period.
   *
   * @param from the first day
   * @param to the last day
   * @return how many dossiers are in it
   */
  public int register(LocalDate from, LocalDate to, String officer, Path out)
      throws FaultException {
    LocalDateTime at = now();
    List<Dossier> dossiers = store.receivedBetween(from, to);
    FormTemplate template = templates.inForce(FormKind.REGISTER, at.toLocalDate());
    boolean taken = false;
    while (!taken) {
      int number = store.nextFormNumber(centre.agency(), FormKind.REGISTER.number(), at.getYear());
      FormData data = RegisterText.of(dossiers, from, to, centre, number, officer, at);
      writer.write(template, data, out);
      IssuedForm form = issued(FormKind.REGISTER, number, template, officer, at);
      taken =
          store.write(transaction ->
              transaction.forms().take(centre.agency(), form, Optional.empty(), Optional.empty()));
    }
    return dossiers.size();
  }

  private KeptFile issue(
      Transaction transaction,
      FormKind kind,
      Dossier before,
      Dossier after,
      List<DossierEvent> history,
      String officer,
      String note,
      LocalDateTime at)
      throws FaultException {
    FormTemplate template = templates.inForce(kind, at.toLocalDate());
    int number = transaction.forms().next(centre.agency(), kind.number(), at.getYear());
    FormData data =
        FormText.of(
            new FormText.Facts(
                kind,
                before,
                after,
                history,
                transaction.custody(after.code()),
                officer,
                note,
                number,
                at),
            centre);
    Path plain = folder.temporary().resolve("form-" + UUID.randomUUID() + ".pdf");
    try {
      writer.write(template, data, plain);
      Blob blob = store.blobs().put(plain, after.code());
      String paper = FormText.prefix(kind) + "số %04d/%d".formatted(number, at.getYear());
      KeptFile file = new KeptFile(KeptFile.Kind.FORM, blob, paper);
      transaction.add(after.code(), file, at);
      boolean taken =
          transaction
              .forms()
              .take(
                  centre.agency(),
                  issued(kind, number, template, officer, at),
                  Optional.of(after.code()),
                  Optional.of(blob));
      if (!taken) {
        throw new IllegalStateException("nobody writes beside a transaction");
      }
      return file;
    } finally {
      remove(plain);
    }
  }

  private static IssuedForm issued(
      FormKind kind, int number, FormTemplate template, String officer, LocalDateTime at) {
    return new IssuedForm(kind.number(), at.getYear(), number, template.version(), at, officer);
  }

  private static void remove(Path file) throws FaultException {
    try {
      Files.deleteIfExists(file);
    } catch (IOException trouble) {
      throw Durable.fault(trouble, file);
    }
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
  }
}
