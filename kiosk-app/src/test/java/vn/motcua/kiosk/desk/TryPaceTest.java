package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.NewDossier;
import vn.motcua.scanner.FaultException;

/** Who leaves and comes back has five new tries, and is not faster for it. */
class TryPaceTest {
  private static final Clock CLOCK = Samples.at("2026-11-20T09:00:00");
  private static final LookupSecret SECRET = new LookupSecret("7K4MQX");

  private final AtomicLong now = new AtomicLong(5);
  private final TryPace pace = new TryPace(now::get, now::addAndGet);

  @TempDir Path folder;

  private long seconds() {
    return Duration.ofNanos(now.get()).toSeconds();
  }

  @Test
  void newVisitsDoNotMakeGuessingFasterAndNobodyIsTurnedAway() throws FaultException {
    try (DataFolder data = DataFolder.open(folder);
        DossierStore store = DossierStore.open(data, CLOCK)) {
      DossierCode code = DossierCode.of(Samples.CENTRE.agency(), LocalDate.of(2026, 11, 20), 7);
      Dossier dossier =
          Samples.dossier(
              code,
              LocalDate.of(2026, 11, 20).atTime(8, 0),
              Samples.party("051191407263", "Đinh Thị Thử"));
      store.write(transaction -> {
        transaction.insert(
            new NewDossier(dossier, Samples.first(dossier), SECRET, List.of(), Optional.empty()));
        return true;
      });
      LookupDesk desk =
          new LookupDesk(store, Samples.CALENDAR, new CallDesk(CLOCK), CLOCK).paced(pace);
      SplittableRandom random = new SplittableRandom(3);
      int guesses = 200;
      for (int i = 0; i < guesses; i++) {
        LookupSession visit = desk.begin("Máy 1"); // a new visit for every single guess
        assertThat(visit.byReceipt(code, LookupSecret.random(random)))
            .isInstanceOf(LookupAnswer.Refused.class);
        visit.end();
      }
      long took = seconds();
      assertThat(took).isEqualTo((guesses - TryPace.FREE) * TryPace.PAUSE.toSeconds());
      assertThat(desk.begin("Máy 1").byTyped(code.value(), SECRET.value()))
          .as("the next citizen waits once, and is told")
          .isInstanceOf(LookupAnswer.Opened.class);
      assertThat(seconds() - took).isEqualTo(TryPace.PAUSE.toSeconds());
      long before = now.get();
      assertThat(desk.begin("Máy 2").byReceipt(code, SECRET))
          .isInstanceOf(LookupAnswer.Opened.class);
      assertThat(now.get()).as("the other terminal does not suffer").isEqualTo(before);
    }
  }

  @Test
  void aVisitWithoutTriesIsToldAtOnceAndARightReceiptTakesNothingBack() {
    for (int i = 0; i < TryPace.FREE - 1; i++) {
      pace.wrong("Máy 1");
    }
    long before = now.get();
    pace.await("Máy 1");
    assertThat(now.get()).isEqualTo(before);
    pace.wrong("Máy 1");
    pace.await("Máy 1");
    assertThat(now.get() - before).isEqualTo(TryPace.PAUSE.toNanos());
    pace.await("Máy 1");
    assertThat(now.get() - before).as("no longer than that").isEqualTo(TryPace.PAUSE.toNanos());
    now.addAndGet(TryPace.FORGETS.toNanos() + 1);
    pace.wrong("Máy 1");
    before = now.get();
    pace.await("Máy 1");
    assertThat(now.get()).as("forgotten by now").isEqualTo(before);
  }
}
