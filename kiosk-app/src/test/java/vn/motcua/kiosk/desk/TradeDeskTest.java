package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Handling;
import vn.motcua.kiosk.dossier.LinkedPart;
import vn.motcua.kiosk.dossier.LinkedWork;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.dossier.Payment;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.ReturnChannel;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.dossier.TimeLimit;
import vn.motcua.kiosk.payment.PaymentAccount;
import vn.motcua.kiosk.payment.Reconciliation;
import vn.motcua.kiosk.payment.Statement;
import vn.motcua.kiosk.payment.StatementMapping;
import vn.motcua.kiosk.payment.VietQr;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.NewDossier;
import vn.motcua.scanner.FaultException;

/** Stops, post, shared dossiers and payments, through the store. */
class TradeDeskTest {
  private static final Clock MONDAY = Samples.at("2026-11-16T09:00:00");
  private static final WorkDesk.Details BY = WorkDesk.Details.by("Cán bộ Hai");
  private static final WorkDesk.Details NOTED =
      new WorkDesk.Details("Cán bộ Hai", "", "vì sao", List.of(), Optional.empty());

  @TempDir Path folder;
  private DataFolder data;
  private DossierStore store;

  @BeforeEach
  void open() throws FaultException {
    data = DataFolder.open(folder);
    store = DossierStore.open(data, MONDAY);
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private WorkDesk desk(String time) {
    return new WorkDesk(store, Samples.CALENDAR, Samples.CENTRE, Samples.at(time));
  }

  private Dossier receive(ReturnChannel channel, Handling handling) throws FaultException {
    return receive(channel, handling, 0);
  }

  private Dossier receive(ReturnChannel channel, Handling handling, long fee)
      throws FaultException {
    LocalDateTime now = LocalDateTime.now(MONDAY);
    return store.write(transaction -> {
      DossierCode code = transaction.reserve(Samples.CENTRE.agency(), now.toLocalDate());
      Dossier plain = Samples.dossier(code, now, Samples.party("051200000001", "Đinh Thị Thử"));
      Dossier dossier =
          new Dossier(
              code,
              plain.procedure(),
              plain.applicant(),
              plain.owner(),
              now,
              plain.due(),
              plain.stage(),
              plain.status(),
              plain.holder(),
              now,
              plain.papers(),
              plain.originals(),
              channel,
              plain.apology(),
              plain.missing(),
              plain.reason(),
              plain.counter(),
              fee,
              handling);
      transaction.insert(
          new NewDossier(
              dossier, Samples.first(dossier), Samples.SECRET, List.of(), Optional.empty()));
      return dossier;
    });
  }

  @Test
  void aStopEndsOnlyOnceForm05IsIssued() throws Exception {
    Dossier dossier = receive(ReturnChannel.COUNTER, Handling.LOCAL);
    WorkDesk desk = desk("2026-11-17T09:00:00");
    Dossier stopped = desk.move(dossier, Move.STOP, NOTED);
    assertThat(stopped.originals()).isEqualTo(Originals.HELD);
    Dossier resumed = desk("2026-11-19T09:00:00").move(stopped, Move.RESUME, BY);
    assertThat(resumed.due().orElseThrow().date())
        .isEqualTo(dossier.due().orElseThrow().date().plusDays(4));
    Dossier again = desk("2026-11-19T10:00:00").move(resumed, Move.STOP, NOTED);
    Dossier ended = desk("2026-11-19T11:00:00").move(again, Move.ISSUE_STOP, BY);
    assertThat(ended.status()).isEqualTo(PortalStatus.STOPPED);
    assertThat(ended.handling().stopIssued()).isTrue();
    assertThat(ended.originals()).isEqualTo(Originals.GIVEN_BACK);
    assertThat(desk.allowed(ended.code())).isEmpty();
    assertThat(store.find(ended.code())).contains(ended);
  }

  @Test
  void aResultGoesByPostAndMayComeBack() throws Exception {
    Dossier dossier = receive(ReturnChannel.POST, Handling.LOCAL);
    WorkDesk desk = desk("2026-11-17T09:00:00");
    for (Move move : List.of(Move.FORWARD, Move.FORWARD, Move.FORWARD, Move.FINISH)) {
      dossier = desk.move(dossier, move, BY);
    }
    Dossier ready = dossier;
    assertFault("INTAKE-INCOMPLETE", () -> desk.move(ready, Move.POST_OUT, BY));
    Dossier posted = desk.move(ready, Move.POST_OUT, NOTED);
    assertThat(posted.holder()).isEqualTo("Bưu điện");
    assertThat(posted.status()).isEqualTo(PortalStatus.FINISHED);
    Dossier back = desk.move(posted, Move.POST_BACK, NOTED);
    assertThat(back.holder()).isEqualTo("Quầy 3");
    assertThat(desk.move(back, Move.HAND_OUT, BY).status()).isEqualTo(PortalStatus.RETURNED);
    Dossier atCounter = receive(ReturnChannel.COUNTER, Handling.LOCAL);
    assertThat(desk.allowed(atCounter.code())).doesNotContain(Move.POST_OUT);
  }

  @Test
  void whoDecidesElsewhereHasItMeanwhile() throws Exception {
    Dossier dossier =
        receive(
            ReturnChannel.COUNTER, new Handling("Xã Suối Đá", "Xã Núi Xa", false, LinkedWork.NONE));
    assertThat(store.find(dossier.code()).orElseThrow().handling().travels()).isTrue();
    WorkDesk desk = desk("2026-11-17T09:00:00");
    Dossier there = desk.move(dossier, Move.FORWARD, BY);
    assertThat(there.holder()).startsWith("Xã Núi Xa · ");
    there = desk.move(there, Move.FORWARD, BY);
    there = desk.move(there, Move.FORWARD, BY);
    assertThat(there.holder()).startsWith("Xã Núi Xa · ");
    assertThat(desk.move(there, Move.FINISH, BY).holder()).isEqualTo("Quầy 3");
  }

  @Test
  void aSharedDossierGoesOnWhenAllHaveDoneTheirPart() throws Exception {
    LinkedWork work =
        new LinkedWork(
            List.of(
                LinkedPart.waiting("UBND xã", "Khai sinh", 1, new TimeLimit.Days(1)),
                LinkedPart.waiting("Công an xã", "Thường trú", 2, new TimeLimit.Days(3)),
                LinkedPart.waiting("BHXH", "Thẻ BHYT", 2, new TimeLimit.Hours(16))));
    Dossier dossier = receive(ReturnChannel.COUNTER, Handling.LOCAL.with(work));
    WorkDesk desk = desk("2026-11-17T09:00:00");
    Dossier begun = desk.move(dossier, Move.FORWARD, BY);
    assertThat(begun.handling().linked().holders()).containsExactly("UBND xã");
    assertFault("DOSSIER-PARTS", () -> desk.move(begun, Move.FORWARD, BY));
    assertFault("DOSSIER-MOVE", () -> desk.move(begun, Move.LINKED_PART, BY));
    assertFault("DOSSIER-MOVE", () -> desk.part(begun, 1, LinkedPart.State.DONE, BY));
    Dossier second = desk.part(begun, 0, LinkedPart.State.DONE, NOTED);
    assertThat(second.handling().linked().holders()).containsExactly("Công an xã", "BHXH");
    assertThat(second.due().orElseThrow().date())
        .as("the slowest of them")
        .isEqualTo(java.time.LocalDate.of(2026, 11, 20));
    assertThat(store.find(second.code())).as("all of it is kept").contains(second);
    Dossier paused = desk.part(second, 1, LinkedPart.State.PAUSED, NOTED);
    Dossier one = desk.part(paused, 2, LinkedPart.State.DONE, NOTED);
    Dossier resumed = desk("2026-11-19T09:00:00").part(one, 1, LinkedPart.State.RUNNING, NOTED);
    assertThat(resumed.due().orElseThrow().date()).isEqualTo(java.time.LocalDate.of(2026, 11, 25));
    Dossier all = desk("2026-11-20T09:00:00").part(resumed, 1, LinkedPart.State.DONE, NOTED);
    assertThat(desk.move(all, Move.FORWARD, BY).stage()).isEqualTo(Stage.APPROVAL);
  }

  @Test
  void aPaymentWaitsUntilAnOfficerOrAStatementConfirmsIt() throws Exception {
    PaymentDesk desk =
        new PaymentDesk(store, new PaymentAccount("970436", "0011001932418"), MONDAY);
    DossierCode one = receive(ReturnChannel.COUNTER, Handling.LOCAL).code();
    DossierCode two = receive(ReturnChannel.COUNTER, Handling.LOCAL).code();
    assertThat(desk.ask(one, 0)).isEmpty();
    PaymentDesk.Asked first = desk.ask(one, 15_000).orElseThrow();
    PaymentDesk.Asked other = desk.ask(two, 8_000).orElseThrow();
    assertThat(VietQr.read(first.vietQr()).orElseThrow().purpose())
        .contains(first.payment().reference());
    assertThat(desk.payments(one))
        .singleElement()
        .satisfies(it -> assertThat(it.awaited()).isTrue());
    String csv =
        "id,amount,purpose\nFT1,15000,CT "
            + first.payment().reference()
            + "\nFT2,7999,CT "
            + other.payment().reference()
            + "\n";
    Statement statement =
        Statement.read(
            csv.getBytes(StandardCharsets.UTF_8),
            StatementMapping.read(
                "separator=comma\nid=id\namount=amount\npurpose=purpose\nthousands=none"));
    Reconciliation found = desk.reconcile(statement, "Cán bộ Hai");
    assertThat(found.confirmed()).hasSize(1);
    assertThat(found.doubtful()).hasSize(1);
    assertThat(desk.reconcile(statement, "Cán bộ Hai").confirmed()).as("twice").isEmpty();
    Payment paid = desk.payments(one).getFirst();
    assertThat(paid.confirmed().orElseThrow().bankId()).contains("FT1");
    assertThat(desk.payments(two).getFirst().awaited()).isTrue();
    desk.confirm(other.payment(), "Cán bộ Ba");
    assertThat(desk.payments(two).getFirst().confirmed().orElseThrow().who())
        .isEqualTo("Cán bộ Ba");
    assertFault("PAYMENT-NONE", () -> desk.confirm(other.payment(), "Cán bộ Ba"));
    assertFault("INTAKE-INCOMPLETE", () -> desk.confirm(other.payment(), " "));
    assertFault("LOOKUP-UNKNOWN", () -> desk.ask(new DossierCode("A00-000101-0001"), 1));
  }

  @Test
  void askingForTheFeeMakesThePaymentWithTheMoveAndNeverOneOfNothing() throws Exception {
    PaymentDesk payments = new PaymentDesk(store, Optional.empty(), MONDAY);
    WorkDesk work =
        new WorkDesk(
            store, Samples.CALENDAR, Samples.CENTRE, MONDAY, MovePapers.NONE.then(payments));
    Dossier free = receive(ReturnChannel.COUNTER, Handling.LOCAL);
    assertFault("PAYMENT-NOTHING", () -> work.move(free, Move.ASK_FOR_PAYMENT, NOTED));
    assertThat(store.find(free.code())).as("the move is undone").contains(free);
    assertThat(payments.payments(free.code())).isEmpty();

    Dossier dossier = receive(ReturnChannel.COUNTER, Handling.LOCAL, 15_000);
    Dossier asked = work.move(dossier, Move.ASK_FOR_PAYMENT, NOTED);
    Payment payment = payments.payments(dossier.code()).getFirst();
    assertThat(payment.amount()).isEqualTo(dossier.fee());
    assertThat(payments.vietQr(payment)).as("no account").isEmpty();
    Dossier on = work.move(asked, Move.RESUME, NOTED);
    Dossier again = work.move(on, Move.ASK_FOR_PAYMENT, NOTED);
    assertThat(payments.payments(dossier.code())).as("it waits already").hasSize(1);
    assertThat(payments.confirm(payment.reference(), "Cán bộ Ba")).isEqualTo(payment);
    Dossier paid = work.move(again, Move.RESUME, NOTED);
    assertFault("PAYMENT-NOTHING", () -> work.move(paid, Move.ASK_FOR_PAYMENT, NOTED));
    assertFault("PAYMENT-NONE", () -> payments.confirm("NOBODY", "Cán bộ Ba"));
  }

  private static void assertFault(String code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            FaultException.class, fault -> assertThat(fault.fault().code()).isEqualTo(code));
  }
}
