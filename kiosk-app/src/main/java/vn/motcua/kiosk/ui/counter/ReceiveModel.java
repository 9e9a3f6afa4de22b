package vn.motcua.kiosk.ui.counter;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.citizen.CitizenQr;
import vn.motcua.kiosk.citizen.FieldSource;
import vn.motcua.kiosk.desk.FeeClaim;
import vn.motcua.kiosk.desk.FormPrints;
import vn.motcua.kiosk.desk.Intake;
import vn.motcua.kiosk.desk.IntakeDesk;
import vn.motcua.kiosk.desk.PaymentDesk;
import vn.motcua.kiosk.desk.Received;
import vn.motcua.kiosk.dossier.DraftCode;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.ReturnChannel;
import vn.motcua.kiosk.forms.FormKind;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.chip.Trust;
import vn.motcua.scanner.chip.TrustVerdict;

/** Receiving one dossier, from the card to the receipt. */
public final class ReceiveModel {
  /** A card was read for somebody else than the person in the form. */
  public record OtherPerson(Citizen citizen) {}

  private final IntakeDesk intake;
  private final FormPrints prints;
  private final PaymentDesk payments;
  private final FeeModel fees;
  private final Errands errands;
  private final Supplier<String> officer;
  private final String counter;
  private final ScanModel scan;
  private final ReadBackModel readBack;
  private final DraftTaking drafts;

  private final PersonForm applicant = new PersonForm(true);
  private final PersonForm owner = new PersonForm(false);
  private final BooleanProperty ownerDiffers = new SimpleBooleanProperty(false);
  private final ReadOnlyObjectWrapper<Optional<TrustVerdict>> verdict = absent();
  private final ReadOnlyObjectWrapper<Optional<Trust>> trust = absent();
  private final ReadOnlyObjectWrapper<Optional<OtherPerson>> otherPerson = absent();

  private final StringProperty search = new SimpleStringProperty("");
  private final ObservableList<Procedure> found = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Procedure>> procedure = absent();
  private final ReadOnlyObjectWrapper<Optional<DueDate>> due = absent();
  private final ObservableList<PaperLine> papers = FXCollections.observableArrayList();
  private final ObjectProperty<Originals> originals =
      new SimpleObjectProperty<>(Originals.GIVEN_BACK);
  private final ObjectProperty<ReturnChannel> channel =
      new SimpleObjectProperty<>(ReturnChannel.COUNTER);

  private final ReadOnlyObjectWrapper<List<Missing>> missing =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<Optional<Fault>> fault = absent();
  private final ReadOnlyObjectWrapper<Optional<Received>> received = absent();
  private int searches;

  /**
   * @param officer who receives, asked at the moment of receiving
   * @param counter this counter's number
   */
  ReceiveModel(CounterDesks desks, Errands errands, Supplier<String> officer, String counter) {
    this.intake = desks.intake();
    this.prints = desks.staff().prints();
    this.errands = errands;
    this.officer = officer;
    this.counter = counter;
    this.scan = new ScanModel(desks.scans(), errands, officer, desks.blanks(), desks.sight());
    this.readBack =
        new ReadBackModel(desks.sight(), desks.readBack(), errands, scan.strip(), applicant, owner);
    this.fees = new FeeModel(intake, errands);
    this.drafts = new DraftTaking(this, intake, desks.drafts(), errands, this::failed);
    this.payments = desks.staff().payments();
    fees.quote().addListener((property, before, now) -> review());
    search.addListener((property, before, now) -> find(now));
    ownerDiffers.addListener((property, before, now) -> review());
    scan.running().addListener((property, before, now) -> review());
    scan.strip().lacking().addListener((property, before, now) -> review());
    scan.sheets().looking().addListener((property, before, now) -> review());
    watch(applicant);
    watch(owner);
    review();
  }

  /** Looks for procedures and scanners; called once the window stands. */
  void start() {
    find("");
    scan.look();
    scan.lookBack();
  }

  /** Who hands it in. */
  public PersonForm applicant() {
    return applicant;
  }

  /** Whose affair it is, if {@link #ownerDiffers()}. */
  public PersonForm owner() {
    return owner;
  }

  /** Whether owner and applicant are two people. */
  public BooleanProperty ownerDiffers() {
    return ownerDiffers;
  }

  /** How far the last chip is proven; empty if none was read for this dossier. */
  public ReadOnlyObjectProperty<Optional<Trust>> trust() {
    return trust.getReadOnlyProperty();
  }

  /** The same with its reasons. */
  public ReadOnlyObjectProperty<Optional<TrustVerdict>> verdict() {
    return verdict.getReadOnlyProperty();
  }

  private void earned(Optional<TrustVerdict> by) {
    verdict.set(by);
    trust.set(by.map(TrustVerdict::trust));
  }

  /** A card of somebody else was read: who is it? */
  public ReadOnlyObjectProperty<Optional<OtherPerson>> otherPerson() {
    return otherPerson.getReadOnlyProperty();
  }

  /** Takes over what a citizen prepared at a terminal; nothing may be begun here. */
  void takeDraft(DraftCode code) {
    nextIfDone();
    drafts.take(code);
  }

  void qrScanned(CitizenQr qr) {
    nextIfDone();
    // The QR of somebody else waits for the chip and the officer's choice; it spoils nothing.
    Optional<CitizenNumber> here =
        CitizenNumber.read(applicant.field(PersonForm.Key.NUMBER).value());
    if (here.isEmpty() || here.get().equals(qr.number())) {
      applicant.fill(qr);
    }
  }

  void cardRead(Citizen citizen) {
    nextIfDone();
    if (citizen.trust().filter(TrustVerdict.Forged.class::isInstance).isPresent()) {
      // Nothing of a forged card stays in the form, what its QR code had said neither.
      applicant.drop(FieldSource.QR);
      if (!applicant.isSomebodyElse(citizen)) {
        applicant.drop(FieldSource.CHIP);
        applicant.drop(FieldSource.ZONE);
      }
      earned(citizen.trust());
    } else if (applicant.isSomebodyElse(citizen)) {
      otherPerson.set(Optional.of(new OtherPerson(citizen)));
    } else {
      applicant.fill(citizen);
      earned(citizen.trust());
    }
  }

  /** The other person is the owner of the affair. */
  public void otherIsOwner() {
    otherPerson
        .get()
        .ifPresent(other -> {
          otherPerson.set(Optional.empty());
          ownerDiffers.set(true);
          owner.clear();
          owner.fill(other.citizen());
        });
  }

  /** The other person takes the applicant's place. */
  public void otherIsApplicant() {
    otherPerson
        .get()
        .ifPresent(other -> {
          otherPerson.set(Optional.empty());
          applicant.clear();
          applicant.fill(other.citizen());
          earned(other.citizen().trust());
        });
  }

  /** What was typed to find a procedure. */
  public StringProperty search() {
    return search;
  }

  /** Procedures that fit, best first. */
  public ObservableList<Procedure> found() {
    return found;
  }

  /** The chosen procedure. */
  public ReadOnlyObjectProperty<Optional<Procedure>> procedure() {
    return procedure.getReadOnlyProperty();
  }

  /** When it would be due. */
  public ReadOnlyObjectProperty<Optional<DueDate>> due() {
    return due.getReadOnlyProperty();
  }

  /** Chooses a procedure and lays out its checklist. */
  public void choose(Procedure chosen) {
    if (procedureFixed()) {
      return;
    }
    procedure.set(Optional.of(chosen));
    fees.choose(Optional.of(chosen));
    papers.setAll(chosen.papers().stream().map(PaperLine::new).toList());
    scan.sheets().checklist(chosen, papers);
    for (PaperLine line : papers) {
      for (Observable change :
          List.of(line.originals(), line.copies(), line.counted(), line.scanned())) {
        change.addListener(changed -> review());
      }
    }
    due.set(Optional.empty());
    errands.run(
        () -> intake.dueIfReceivedNow(chosen),
        date -> {
          if (procedure.get().equals(Optional.of(chosen))) {
            due.set(Optional.of(date));
          }
        },
        this::failed);
    review();
  }

  /** Back to the search, as long as nothing was scanned. */
  public void chooseAnother() {
    if (!procedureFixed()) {
      procedure.set(Optional.empty());
      fees.choose(Optional.empty());
      papers.clear();
      due.set(Optional.empty());
      review();
    }
  }

  /** Whether the procedure stands: pages were scanned for its papers. */
  public boolean procedureFixed() {
    return scan.isBegun() || scan.running().get().isPresent();
  }

  /** The checklist. */
  public ObservableList<PaperLine> papers() {
    return papers;
  }

  /** Scanning. */
  public ScanModel scan() {
    return scan;
  }

  /** What the scanned papers say for the fields of both people. */
  public ReadBackModel readBack() {
    return readBack;
  }

  /** Where the originals stay, if any are handed in: HELD or GIVEN_BACK. */
  public ObjectProperty<Originals> originals() {
    return originals;
  }

  /** How the result is returned. */
  public ObjectProperty<ReturnChannel> channel() {
    return channel;
  }

  /**
   * What is still missing, in the order in which an officer meets it; empty = it may be received.
   */
  public ReadOnlyObjectProperty<List<Missing>> missing() {
    return missing.getReadOnlyProperty();
  }

  /** Whether it is being received now. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Why receiving did not work; everything typed and scanned is still there. */
  public ReadOnlyObjectProperty<Optional<Fault>> fault() {
    return fault.getReadOnlyProperty();
  }

  /** Hides the fault. */
  public void dismissFault() {
    fault.set(Optional.empty());
  }

  /** What was received; set until the next dossier begins. */
  public ReadOnlyObjectProperty<Optional<Received>> received() {
    return received.getReadOnlyProperty();
  }

  /** What it costs. */
  public FeeModel fees() {
    return fees;
  }

  /** Paying for what was received. */
  PaymentModel paying(Received done) {
    PaymentModel paying = new PaymentModel(payments, errands, officer);
    paying.show(Optional.of(done.dossier()));
    return paying;
  }

  /** Printing the receipt of what was received. */
  PrintModel printing(Received done) {
    return new PrintModel(prints, errands, officer, FormKind.RECEIPT, done.dossier().code());
  }

  /** Receives, if nothing is missing. */
  public void receive() {
    Optional<Procedure> chosen = procedure.get();
    Optional<FeeClaim> claim = fees.claim();
    if (claim.isEmpty()) {
      return;
    }
    if (chosen.isEmpty() || !missing.get().isEmpty() || busy.get() || received.get().isPresent()) {
      return;
    }
    Party who = applicant.party();
    Party whose = ownerDiffers.get() ? owner.party() : who;
    boolean anyOriginal = papers.stream().anyMatch(line -> line.countedOriginals() > 0);
    Intake made =
        new Intake(
            who,
            whose,
            chosen.get(),
            papers.stream().filter(PaperLine::counts).map(PaperLine::received).toList(),
            anyOriginal ? originals.get() : Originals.NONE,
            channel.get(),
            scan.batch(),
            officer.get(),
            counter,
            readBack.taken(ownerDiffers.get()),
            claim.get());
    busy.set(true);
    fault.set(Optional.empty());
    errands.run(
        () -> intake.receive(made),
        done -> {
          busy.set(false);
          received.set(Optional.of(done));
        },
        failure -> {
          busy.set(false);
          failed(failure);
        });
  }

  /** Clears everything for the next person. Pages that were not received are thrown away. */
  public void next() {
    intake.putAway();
    if (received.get().isPresent()) {
      scan.forget();
    } else {
      scan.discard();
    }
    received.set(Optional.empty());
    fault.set(Optional.empty());
    otherPerson.set(Optional.empty());
    earned(Optional.empty());
    readBack.clear();
    applicant.clear();
    owner.clear();
    ownerDiffers.set(false);
    procedure.set(Optional.empty());
    fees.choose(Optional.empty());
    papers.clear();
    due.set(Optional.empty());
    originals.set(Originals.GIVEN_BACK);
    channel.set(ReturnChannel.COUNTER);
    search.set("");
    review();
  }

  /** Whether anything was entered that {@link #next()} would throw away. */
  public boolean begun() {
    return received.get().isEmpty()
        && (!applicant.isBlank()
            || !owner.isBlank()
            || procedure.get().isPresent()
            || scan.isBegun());
  }

  /** The person and field whose sources disagree first, if any. */
  public Optional<FormField> openDifference() {
    return difference(applicant)
        .or(() -> ownerDiffers.get() ? difference(owner) : Optional.empty());
  }

  private static Optional<FormField> difference(PersonForm person) {
    return person.firstDifference().map(person::field);
  }

  private void nextIfDone() {
    if (received.get().isPresent()) {
      next();
    }
  }

  private void find(String text) {
    int mine = ++searches;
    errands.run(
        () -> intake.procedures(text),
        list -> {
          if (mine == searches) {
            found.setAll(list);
          }
        },
        this::failed);
  }

  private void failed(Fault why) {
    fault.set(Optional.of(why));
  }

  private void watch(PersonForm person) {
    for (PersonForm.Key key : PersonForm.Key.values()) {
      person.field(key).text().addListener((property, before, now) -> review());
      person.field(key).difference().addListener((property, before, now) -> review());
    }
  }

  private void review() {
    missing.set(Review.of(this));
  }

  private static <T> ReadOnlyObjectWrapper<Optional<T>> absent() {
    return new ReadOnlyObjectWrapper<>(Optional.empty());
  }
}
