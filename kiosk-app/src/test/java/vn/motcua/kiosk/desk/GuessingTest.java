package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.NewDossier;
import vn.motcua.scanner.FaultException;

/** Whoever tries codes gets nothing, not even by watching how long an answer takes. */
class GuessingTest {
  private static final Clock CLOCK = Samples.at("2026-11-20T09:00:00");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final int DOSSIERS = 500;
  private static final int PAIRS = 10_000;

  /** Chance alone goes below this twice in a thousand times; then the test looks again. */
  private static final double RARE = 0.002;

  @TempDir Path folder;
  private DataFolder data;
  private DossierStore store;
  private LookupDesk desk;

  @BeforeEach
  void open() throws FaultException {
    data = DataFolder.open(folder.resolve("data"));
    store = DossierStore.open(data, CLOCK);
    desk = new LookupDesk(store, Samples.CALENDAR, new CallDesk(CLOCK), CLOCK).paced(TryPace.NONE);
    SplittableRandom random = new SplittableRandom(5);
    store.write(transaction -> {
      for (int i = 1; i <= DOSSIERS; i++) {
        Dossier dossier =
            Samples.dossier(
                code(2 * i), DAY.atTime(8, 0), Samples.party("051191407263", "Đinh Thị Thử"));
        transaction.insert(
            new NewDossier(
                dossier,
                Samples.first(dossier),
                LookupSecret.random(random),
                List.of(),
                java.util.Optional.empty()));
      }
      return true;
    });
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  /** Even numbers exist. */
  private static DossierCode code(int number) {
    return DossierCode.of(Samples.CENTRE.agency(), DAY, number);
  }

  @Test
  void unknownCodeAndWrongSecretCannotBeToldApartByTheirTime() throws FaultException {
    same((code, secret) -> store.opens(code, secret));
  }

  @Test
  void atTheTerminalNeither() throws FaultException {
    same((code, secret) ->
        !(desk.begin("T1").byReceipt(code, secret) instanceof LookupAnswer.Refused));
  }

  @Test
  void theComparisonSeesOneRowMoreOrLess() throws FaultException {
    long[][] times = times((code, secret) -> store.events(code).size() > 1);
    assertThat(Ranks.chance(times[0], times[1])).isLessThan(RARE);
  }

  /** A leak shows every time; chance alone hardly shows twice. */
  private static void same(Try one) throws FaultException {
    long[][] times = times(one);
    double chance = Ranks.chance(times[0], times[1]);
    if (chance < RARE) {
      times = times(one);
      chance = Ranks.chance(times[0], times[1]);
    }
    assertThat(chance).isGreaterThanOrEqualTo(RARE);
  }

  @Test
  void guessesOpenNothing() throws FaultException {
    guess(5_000);
  }

  @Test
  @Tag("long")
  void aMillionGuessesOpenNothing() throws FaultException {
    guess(1_000_000);
  }

  private void guess(int guesses) throws FaultException {
    SplittableRandom random = new SplittableRandom(11);
    LookupSession session = desk.begin("T1");
    int opened = 0;
    for (int i = 0; i < guesses; i++) {
      if (session.triesLeft() == 0) {
        session.end();
        session = desk.begin("T1");
      }
      DossierCode code = code(1 + random.nextInt(2 * DOSSIERS));
      LookupAnswer answer = session.byReceipt(code, LookupSecret.random(random));
      opened += answer instanceof LookupAnswer.Opened ? 1 : 0;
    }
    assertThat(opened).isZero();
    for (int i = 2; i <= 2 * DOSSIERS; i += 2) {
      assertThat(store.ledger(code(i))).isEmpty();
    }
  }

  private interface Try {
    boolean opens(DossierCode code, LookupSecret secret) throws FaultException;
  }

  /** Times of unknown codes and of wrong secrets, in pairs of random order. */
  private static long[][] times(Try one) throws FaultException {
    SplittableRandom random = new SplittableRandom(7);
    long[][] times = new long[2][PAIRS];
    List<DossierCode> pair = new ArrayList<>(List.of(code(1), code(2)));
    for (int i = -PAIRS / 2; i < PAIRS; i++) {
      int number = 2 * (1 + random.nextInt(DOSSIERS));
      pair.set(0, code(number - 1));
      pair.set(1, code(number));
      int first = random.nextInt(2);
      LookupSecret secret = LookupSecret.random(random);
      for (int which : new int[] {first, 1 - first}) {
        DossierCode code = pair.get(which);
        long begin = System.nanoTime();
        boolean opened = one.opens(code, secret);
        long took = System.nanoTime() - begin;
        assertThat(opened).isFalse();
        if (i >= 0) {
          times[which][i] = took;
        }
      }
    }
    return times;
  }
}
