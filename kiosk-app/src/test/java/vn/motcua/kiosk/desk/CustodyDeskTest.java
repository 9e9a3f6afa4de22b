package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.dossier.Custody;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.store.AuditTrail;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.FaultException;

class CustodyDeskTest {
  private static final Clock CLOCK = Samples.at("2026-11-20T09:00:00");

  @TempDir Path folder;
  private DataFolder data;
  private DossierStore store;
  private WorkDesk work;
  private CustodyDesk desk;
  private DossierCode code;

  @BeforeEach
  void open() throws FaultException {
    data = DataFolder.open(folder.resolve("data"));
    store = DossierStore.open(data, CLOCK);
    work = new WorkDesk(store, Samples.CALENDAR, Samples.CENTRE, CLOCK);
    desk = new CustodyDesk(store, CLOCK);
    code = Samples.receive(store, CLOCK, Samples.party("051191407263", "Đinh Thị Mai"));
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  @Test
  void everyHandOverIsThereWithWhoHasTheOriginals() throws FaultException {
    work.move(code, Move.FORWARD, WorkDesk.Details.by("Cán bộ Một"));
    work.move(code, Move.EXTEND, extended());
    for (int i = 0; i < 2; i++) {
      work.move(code, Move.FORWARD, WorkDesk.Details.by("Cán bộ Một"));
    }
    work.move(code, Move.FINISH, WorkDesk.Details.by("Cán bộ Ba"));
    assertThat(desk.originals(code)).contains("Quầy 3");
    new ReturnDesk(store, work, CLOCK).handOut(code, "Đinh Thị Mai", "Cán bộ Một");

    List<Custody> ledger = desk.ledger(code);
    assertThat(ledger).extracting(Custody::number).containsExactly(1, 2, 3, 4, 5);
    assertThat(ledger).allSatisfy(each -> assertThat(each.pages()).isEqualTo(2));
    for (int i = 1; i < ledger.size(); i++) {
      assertThat(ledger.get(i).giver()).isEqualTo(ledger.get(i - 1).receiver());
    }
    Custody last = ledger.getLast();
    assertThat(last.receiver()).isEqualTo("Người nộp hồ sơ · Đinh Thị Mai");
    assertThat(last.originals()).isEqualTo(Originals.GIVEN_BACK);
    assertThat(last.confirmed().orElseThrow().who()).isEqualTo("Đinh Thị Mai (Cán bộ Một giao)");
    assertThat(desk.originals(code)).contains("Người nộp hồ sơ");
    assertThat(AuditTrail.verify(data.root(), Optional.empty(), false).isWhole()).isTrue();
  }

  private static WorkDesk.Details extended() {
    return new WorkDesk.Details(
        "Cán bộ Một",
        "",
        "chờ xác minh",
        List.of(),
        Optional.of(java.time.LocalDate.of(2026, 12, 4)));
  }

  @Test
  void theReceiverConfirmsOnceAndADifferenceIsNamedAndKept() throws FaultException {
    work.move(code, Move.FORWARD, WorkDesk.Details.by("Cán bộ Một"));
    assertThat(desk.ledger(code).getFirst().confirmed()).isEmpty();
    assertThat(desk.confirm(code, 1, "Cán bộ Hai", 1)).contains(new DeskFault.PagesDiffer(2, 1));
    Custody kept = desk.ledger(code).getFirst();
    assertThat(kept.differs()).isTrue();
    assertThat(kept.confirmed().orElseThrow().who()).isEqualTo("Cán bộ Hai");
    for (int number : new int[] {1, 2}) {
      FaultException refused =
          catchThrowableOfType(
              FaultException.class, () -> desk.confirm(code, number, "Cán bộ Hai", 2));
      assertThat(refused.fault()).isEqualTo(new DeskFault.NoHandOver());
    }
    work.move(code, Move.FORWARD, WorkDesk.Details.by("Cán bộ Hai"));
    assertThat(desk.confirm(code, 2, "Cán bộ Ba", 2)).isEmpty();
    assertThat(desk.ledger(code).getLast().differs()).isFalse();
  }

  @Test
  void whatNobodyHasConfirmedWaitsUntilItIsCountedOrHandedOn() throws FaultException {
    assertThat(desk.waiting()).isEmpty();
    work.move(code, Move.FORWARD, WorkDesk.Details.by("Cán bộ Một"));
    work.move(code, Move.FORWARD, WorkDesk.Details.by("Cán bộ Hai"));
    assertThat(desk.waiting())
        .singleElement()
        .satisfies(waiting -> {
          assertThat(waiting.code()).isEqualTo(code);
          assertThat(waiting.given()).isEqualTo(desk.ledger(code).getLast());
        });
    desk.confirm(code, desk.ledger(code).getLast().number(), "Cán bộ Ba", 2);
    assertThat(desk.waiting()).isEmpty();
    assertThat(CustodyDesk.waiting(List.of())).isEmpty();
  }

  @Test
  void openingADossierIsInTheAccessLedgerWhenItIsShown() throws FaultException {
    assertThat(work.open(code, "Cán bộ Một")).isPresent();
    assertThat(store.ledger(code))
        .singleElement()
        .satisfies(entry -> assertThat(entry.who()).isEqualTo("Cán bộ Một"));
  }

  @Test
  void theCitizenSeesWhereThePapersAre() throws FaultException {
    work.move(code, Move.FORWARD, WorkDesk.Details.by("Cán bộ Một"));
    LookupDesk lookup = new LookupDesk(store, Samples.CALENDAR, new CallDesk(CLOCK), CLOCK);
    DossierView view = lookup.view(code).orElseThrow();
    assertThat(view.custody()).hasSize(1);
    assertThat(view.originals()).contains(view.dossier().holder());
  }
}
