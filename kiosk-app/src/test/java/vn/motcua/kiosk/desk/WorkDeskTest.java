package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Progress;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.FaultException;

class WorkDeskTest {
  private static final Clock FRIDAY = Samples.at("2026-11-20T09:00:00");

  @TempDir Path folder;
  private DataFolder data;
  private DossierStore store;

  @BeforeEach
  void open() throws FaultException {
    data = DataFolder.open(folder.resolve("data"));
    store = DossierStore.open(data, FRIDAY);
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private WorkDesk desk(String time) {
    return new WorkDesk(store, Samples.CALENDAR, Samples.CENTRE, Samples.at(time));
  }

  private static WorkDesk.Details by(String officer) {
    return WorkDesk.Details.by(officer);
  }

  private DossierCode one() throws FaultException {
    return Samples.receive(store, FRIDAY, Samples.party("051200000001", "Đinh Thị Thử"));
  }

  @Test
  void walksThroughTheFiveStagesAndIsHandedOut() throws FaultException {
    DossierCode code = one();
    List<DossierCode> told = new ArrayList<>();
    store.onChange(told::add);
    WorkDesk desk = desk("2026-11-20T10:00:00");

    assertThat(desk.move(code, Move.FORWARD, by("Hai")).stage()).isEqualTo(Stage.APPRAISAL);
    assertThat(desk.move(code, Move.FORWARD, by("Ba")).stage()).isEqualTo(Stage.APPROVAL);
    assertThat(desk.move(code, Move.FORWARD, by("Tư")).stage()).isEqualTo(Stage.SIGNING);
    Dossier ready = desk.move(code, Move.FINISH, by("Năm"));
    assertThat(ready.stage()).isEqualTo(Stage.RETURN);
    assertThat(ready.holder()).isEqualTo("Quầy 3");

    ReturnDesk counter = new ReturnDesk(store, desk, FRIDAY);
    assertThat(counter.find(code, Optional.of(Samples.SECRET), "Sáu")).isEqualTo(ready);
    Dossier returned = counter.handOut(code, "Đinh Thị Thử", "Sáu");
    assertThat(returned.status()).isEqualTo(PortalStatus.RETURNED);
    assertThat(returned.originals()).isEqualTo(Originals.GIVEN_BACK);
    assertThat(store.find(code)).contains(returned);
    assertThat(desk.history(code))
        .extracting(DossierEvent::number)
        .containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(told).hasSize(5).containsOnly(code);
  }

  @Test
  void returnsNothingThatIsNotReadyAndNothingTwice() throws FaultException {
    DossierCode code = one();
    WorkDesk desk = desk("2026-11-20T10:00:00");
    ReturnDesk counter = new ReturnDesk(store, desk, FRIDAY);
    assertThat(fault(() -> counter.find(code, Optional.of(Samples.SECRET), "Sáu")))
        .isEqualTo("DOSSIER-NOT-READY");
    assertThat(fault(() -> counter.find(code, Optional.of(new LookupSecret("222222")), "Sáu")))
        .isEqualTo("LOOKUP-UNKNOWN");
    assertThat(fault(() -> counter.handOut(code, "Ai đó", "Sáu"))).isEqualTo("DOSSIER-NOT-READY");
    for (Move move : List.of(Move.FORWARD, Move.FORWARD, Move.FORWARD, Move.FINISH)) {
      desk.move(code, move, by("Hai"));
    }
    counter.handOut(code, "Ai đó", "Sáu");
    assertThat(fault(() -> counter.handOut(code, "Ai đó", "Sáu"))).isEqualTo("DOSSIER-MOVE");
  }

  @Test
  void askingForPapersPausesTheClockAndHappensOnce() throws FaultException {
    DossierCode code = one(); // Friday, 3 days: Mon 23, Wed 25 (24 is a holiday), Thu 26
    assertThat(store.find(code).orElseThrow().due().orElseThrow().date())
        .isEqualTo(LocalDate.parse("2026-11-26"));
    WorkDesk.Details ask =
        new WorkDesk.Details("Hai", "", "", List.of("Giấy chứng sinh"), Optional.empty());
    Dossier paused = desk("2026-11-23T10:00:00").move(code, Move.ASK_FOR_PAPERS, ask);
    assertThat(desk("2026-12-20T10:00:00").open(code, "Hai").orElseThrow().progress())
        .isEqualTo(new Progress.WaitingForPapers(List.of("Giấy chứng sinh")));
    assertThat(paused.missing()).containsExactly("Giấy chứng sinh");

    Dossier resumed = desk("2026-11-30T10:00:00").move(code, Move.RESUME, by("Hai"));
    // Two working days were left on 23 November.
    assertThat(resumed.due().orElseThrow().date()).isEqualTo(LocalDate.parse("2026-12-02"));
    assertThat(resumed.due().orElseThrow().workingDays()).isEqualTo(3);
    assertThat(resumed.missing()).isEmpty();
    assertThat(fault(() -> desk("2026-11-30T11:00:00").move(code, Move.ASK_FOR_PAPERS, ask)))
        .isEqualTo("DOSSIER-MOVE");
    assertThat(desk("2026-11-30T11:00:00").allowed(code)).doesNotContain(Move.ASK_FOR_PAPERS);
  }

  @Test
  void apologisesWithADateThatIsLater() throws FaultException {
    DossierCode code = one();
    WorkDesk desk = desk("2026-11-27T08:00:00");
    assertThat(desk.list(Optional.empty(), "").getFirst().progress())
        .isEqualTo(new Progress.Late(LocalDate.parse("2026-11-26"), Optional.empty()));
    for (String wrong : List.of("2026-11-26", "2026-11-25", "2026-11-28", "2027-11-30")) {
      assertThat(fault(() -> desk.move(code, Move.EXTEND, extend(wrong))))
          .isEqualTo("INTAKE-INCOMPLETE");
    }
    Dossier late = desk.move(code, Move.EXTEND, extend("2026-12-01"));
    assertThat(late.due().orElseThrow().date()).isEqualTo(LocalDate.parse("2026-12-01"));
    assertThat(desk.open(code, "Hai").orElseThrow().progress())
        .isEqualTo(new Progress.Late(LocalDate.parse("2026-11-26"), late.apology()));
  }

  @Test
  void isLateFromTheHourThatWasPromised() throws FaultException {
    one();
    assertThat(desk("2026-11-26T17:00:00").list(Optional.empty(), "").getFirst().progress())
        .isInstanceOf(Progress.InTime.class);
    assertThat(desk("2026-11-26T17:00:01").list(Optional.empty(), "").getFirst().progress())
        .isEqualTo(new Progress.Late(LocalDate.parse("2026-11-26"), Optional.empty()));
  }

  private static WorkDesk.Details extend(String date) {
    return new WorkDesk.Details(
        "Hai", "", "Máy hỏng", List.of(), Optional.of(LocalDate.parse(date)));
  }

  @Test
  void ofTwoOfficersOneMovesTheDossier() throws Exception {
    for (int round = 0; round < 20; round++) {
      DossierCode code = one();
      WorkDesk desk = desk("2026-11-20T10:00:00");
      Dossier seen = store.find(code).orElseThrow();
      CountDownLatch start = new CountDownLatch(1);
      List<Callable<String>> officers = new ArrayList<>();
      for (String officer : List.of("Hai", "Ba")) {
        officers.add(() -> {
          start.await();
          try {
            desk.move(seen, Move.FORWARD, by(officer));
            return "moved";
          } catch (FaultException fault) {
            return fault.fault().code();
          }
        });
      }
      try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
        List<Future<String>> answers = officers.stream().map(pool::submit).toList();
        start.countDown();
        List<String> got = new ArrayList<>();
        for (Future<String> answer : answers) {
          got.add(answer.get());
        }
        assertThat(got).containsExactlyInAnyOrder("moved", "DOSSIER-MOVE");
      }
      assertThat(store.find(code).orElseThrow().stage()).isEqualTo(Stage.APPRAISAL);
      assertThat(store.events(code)).hasSize(2);
    }
  }

  @Test
  void findsByWordsWithoutDiacriticsAndByCode() throws FaultException {
    DossierCode code = one();
    WorkDesk desk = desk("2026-11-20T10:00:00");
    assertThat(desk.list(Optional.of(Stage.RECEPTION), "dinh thu")).hasSize(1);
    assertThat(desk.list(Optional.of(Stage.SIGNING), "dinh thu")).isEmpty();
    assertThat(desk.list(Optional.empty(), code.value().toLowerCase(Locale.ROOT).replace(".", " ")))
        .hasSize(1);
    assertThat(desk.list(Optional.empty(), "'; DROP TABLE dossier; --")).isEmpty();
    assertThat(desk.list(Optional.empty(), "%")).hasSize(1);
    assertThat(store.count()).isEqualTo(1);
  }

  static String fault(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    FaultException thrown = catchThrowableOfType(FaultException.class, call);
    assertThat(thrown).as("a fault was expected").isNotNull();
    return thrown.fault().code();
  }
}
