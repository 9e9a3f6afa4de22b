package vn.motcua.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.desk.Samples;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.SerialRange;
import vn.motcua.scanner.FaultException;

/** A counter that is cut off never gives out a number that another gives out too. */
class SerialRangeTest {
  private static final Clock CLOCK = Samples.at("2026-11-26T09:00:00");
  private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-26T09:00");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final String AGENCY = "H48.025.16";

  @TempDir Path folder;

  private static DossierCode reserve(DossierStore store) throws FaultException {
    return store.write(transaction -> transaction.reserve(AGENCY, DAY));
  }

  private static SerialRange grant(DossierStore store, String site, int count)
      throws FaultException {
    return store.write(
        transaction -> transaction.grant(AGENCY, DAY, site, count, NOW, "Cán bộ Một"));
  }

  private static void adopt(DossierStore store, SerialRange range) throws FaultException {
    store.write(transaction -> {
      transaction.adopt(range, NOW, "Cán bộ Hai");
      return true;
    });
  }

  private static DossierStore cutOff(DataFolder data, String site) throws FaultException {
    DossierStore store = DossierStore.open(data, CLOCK);
    store.write(transaction -> {
      transaction.become(site);
      return true;
    });
    return store;
  }

  @Test
  void noNumberIsGivenOutTwiceWhoeverIsCutOff() throws Exception {
    Random random = new Random(4);
    try (DataFolder a = DataFolder.open(folder.resolve("a"));
        DataFolder b = DataFolder.open(folder.resolve("b"));
        DataFolder c = DataFolder.open(folder.resolve("c"));
        DossierStore main = DossierStore.open(a, CLOCK);
        DossierStore two = cutOff(b, "Q2");
        DossierStore three = cutOff(c, "Q3")) {
      Set<DossierCode> given = new HashSet<>();
      int ranOut = 0;
      for (int i = 0; i < 120; i++) {
        switch (random.nextInt(8)) {
          case 0 -> adopt(two, grant(main, "Q2", 1 + random.nextInt(6)));
          case 1 -> adopt(three, grant(main, "Q3", 1 + random.nextInt(6)));
          case 2, 3 -> assertThat(given.add(reserve(main))).isTrue();
          default -> {
            DossierStore other = random.nextBoolean() ? two : three;
            try {
              DossierCode next = other.nextCode(AGENCY, DAY);
              DossierCode code = reserve(other);
              assertThat(code).isEqualTo(next);
              assertThat(given.add(code)).as("%s", code).isTrue();
            } catch (FaultException out) {
              assertThat(out.fault().code()).isEqualTo("STORE-SERIALS");
              ranOut++;
            }
          }
        }
      }
      assertThat(given).hasSizeGreaterThan(40);
      assertThat(ranOut).isPositive();
    }
  }

  @Test
  void theUnusedRestIsReported() throws Exception {
    try (DataFolder a = DataFolder.open(folder.resolve("a"));
        DataFolder b = DataFolder.open(folder.resolve("b"));
        DossierStore main = DossierStore.open(a, CLOCK);
        DossierStore two = cutOff(b, "Q2")) {
      reserve(main);
      SerialRange range = grant(main, "Q2", 10);
      assertThat(range).isEqualTo(new SerialRange(AGENCY, DAY, "Q2", 2, 11, 2));
      assertThat(reserve(main).serial()).isEqualTo(12);
      adopt(two, range);
      assertThat(reserve(two).serial()).isEqualTo(2);
      assertThat(reserve(two).serial()).isEqualTo(3);
      assertThat(two.serialRanges(AGENCY, DAY))
          .singleElement()
          .satisfies(rest -> assertThat(rest.unused()).isEqualTo(8));
      boolean later = two.write(t -> t.take(AGENCY, DAY, DossierCode.of(AGENCY, DAY, 9)));
      assertThat(later).isFalse();
      boolean next = two.write(t -> t.take(AGENCY, DAY, DossierCode.of(AGENCY, DAY, 4)));
      assertThat(next).isTrue();
    }
  }

  @Test
  void whatWouldDoubleANumberIsRefused() throws Exception {
    try (DataFolder a = DataFolder.open(folder.resolve("a"));
        DataFolder b = DataFolder.open(folder.resolve("b"));
        DossierStore main = DossierStore.open(a, CLOCK);
        DossierStore two = cutOff(b, "Q2")) {
      SerialRange range = grant(main, "Q2", 5);
      adopt(two, range);
      assertThatThrownBy(() -> adopt(two, range))
          .hasRootCauseInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> adopt(two, new SerialRange(AGENCY, DAY, "Q2", 5, 9, 5)))
          .hasRootCauseInstanceOf(IllegalArgumentException.class);
      SerialRange others = grant(main, "Q3", 5);
      assertThatThrownBy(() -> adopt(two, others))
          .hasRootCauseInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> grant(two, "Q4", 1))
          .hasRootCauseInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> grant(main, "Q4", 0))
          .hasRootCauseInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void theDatabaseItselfRefusesIt() throws Exception {
    try (DataFolder data = DataFolder.open(folder)) {
      try (DossierStore main = DossierStore.open(data, CLOCK)) {
        grant(main, "Q2", 5);
      }
      try (java.sql.Connection raw =
              java.sql.DriverManager.getConnection("jdbc:sqlite:" + data.database());
          java.sql.Statement sql = raw.createStatement()) {
        for (String wrong :
            List.of(
                "INSERT INTO serial_range VALUES ('H48.025.16', '2026-11-26', 4, 9, 4, 'Q3', '', '')",
                "UPDATE serial_range SET last = 9",
                "DELETE FROM serial_range",
                "UPDATE serial SET last = 1")) {
          assertThatThrownBy(() -> sql.execute(wrong))
              .as(wrong)
              .isInstanceOf(java.sql.SQLException.class);
        }
      }
    }
  }
}
