package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Rating;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.FaultException;

/** Once for each returned dossier, and nobody can say whose answer it was. */
class RatingDeskTest {
  private static final Clock CLOCK = Samples.at("2026-11-26T09:00:00");
  private static final Rating GOOD =
      new Rating(Rating.Face.GOOD, Set.of(Rating.Reason.MANNERS, Rating.Reason.TIME));

  @TempDir Path folder;
  private DataFolder data;
  private DossierStore store;
  private RatingDesk ratings;

  @BeforeEach
  void open() throws FaultException {
    data = DataFolder.open(folder);
    store = DossierStore.open(data, CLOCK);
    ratings = new RatingDesk(store, CLOCK);
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private DossierCode returned() throws FaultException {
    DossierCode code = Samples.receive(store, CLOCK, Samples.party("051200000001", "Y Thử"));
    WorkDesk work = new WorkDesk(store, Samples.CALENDAR, Samples.CENTRE, CLOCK);
    Dossier now = store.find(code).orElseThrow();
    for (Move move : List.of(Move.FORWARD, Move.FORWARD, Move.FORWARD, Move.FINISH)) {
      now =
          work.move(
              now,
              move,
              new WorkDesk.Details("Cán bộ Hai", "Cán bộ Ba", "", List.of(), Optional.empty()));
    }
    assertThat(now.status()).isEqualTo(PortalStatus.FINISHED);
    new ReturnDesk(store, work, CLOCK, ratings::handedOut).handOut(code, "Y Thử", "Cán bộ Hai");
    return code;
  }

  @Test
  void theQuestionIsPutOnceAndAnsweredOnce() throws Exception {
    List<DossierCode> heard = new ArrayList<>();
    Runnable end = ratings.listen(heard::add);
    DossierCode code = returned();
    assertThat(heard).containsExactly(code);
    assertThat(ratings.give(code, GOOD)).as("nobody was asked").isFalse();
    assertThat(ratings.mayAsk(code)).isTrue();
    assertThat(ratings.ask(code)).isTrue();
    assertThat(ratings.mayAsk(code)).isFalse();
    assertThat(ratings.ask(code)).isFalse();
    assertThat(ratings.give(code, GOOD)).isTrue();
    assertThat(ratings.give(code, new Rating(Rating.Face.BAD, Set.of()))).isFalse();
    end.run();
    ratings.handedOut(code);
    assertThat(heard).hasSize(1);

    DossierCode open = Samples.receive(store, CLOCK, Samples.party("051200000002", "Y Hai"));
    assertThat(ratings.mayAsk(open)).as("nothing was returned").isFalse();
    assertThat(ratings.ask(open)).isFalse();
    assertThat(ratings.ask(new DossierCode("H48.125.16-261126-9999"))).isFalse();
  }

  @Test
  void countsAreToldFromFiveAnswersOnAndLeadToNobody() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(ratings.counts(java.time.LocalDate.now(CLOCK)).faces()).isEmpty();
      DossierCode code = returned();
      ratings.ask(code);
      ratings.give(code, i == 0 ? new Rating(Rating.Face.VERY_BAD, Set.of()) : GOOD);
    }
    DossierCode skipped = returned();
    ratings.ask(skipped);
    assertThat(ratings.counts(java.time.LocalDate.now(CLOCK)))
        .satisfies(counts -> {
          assertThat(counts.asked()).isEqualTo(6);
          assertThat(counts.total()).isEqualTo(5);
          assertThat(counts.faces())
              .containsEntry(Rating.Face.GOOD, 4)
              .containsEntry(Rating.Face.VERY_BAD, 1);
          assertThat(counts.reasons()).containsEntry(Rating.Reason.TIME, 4);
        });
    for (int i = 6; i <= 10; i++) {
      DossierCode code = returned();
      ratings.ask(code);
      ratings.give(code, new Rating(Rating.Face.BAD, Set.of()));
      assertThat(ratings.counts(java.time.LocalDate.now(CLOCK)).faces())
          .as("one more answer would be the one of whoever was just here: " + i)
          .isEqualTo(
              i < 10
                  ? Map.of(Rating.Face.GOOD, 4, Rating.Face.VERY_BAD, 1)
                  : Map.of(Rating.Face.GOOD, 4, Rating.Face.VERY_BAD, 1, Rating.Face.BAD, 5));
    }
    store.close();
    assertThat(columns("rating")).containsExactlyInAnyOrder("id", "day", "face", "reasons");
    store = DossierStore.open(data, CLOCK);
  }

  private Path database() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".db")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> columns(String table) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery("PRAGMA table_info(" + table + ")")) {
      while (rows.next()) {
        names.add(rows.getString("name"));
      }
    }
    return names;
  }
}
