package vn.motcua.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.desk.Samples;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DraftCode;
import vn.motcua.kiosk.dossier.Handling;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.RequiredPaper;
import vn.motcua.kiosk.store.seal.MasterKey;

/** A database of each earlier version becomes one of today, with all that was in it. */
class MigrationsTest {
  private static final Clock CLOCK = Samples.at("2026-11-20T09:00:00");
  private static final DossierCode CODE = new DossierCode("H48.025.16-261120-0007");
  private static final String HASH = "ab".repeat(32);

  @TempDir Path folder;

  /** Versions from which a database may come; its rows were written in plain text up to 2. */
  static Stream<Integer> earlier() {
    return Stream.of(1, 2, 3);
  }

  @ParameterizedTest
  @MethodSource("earlier")
  void whatAnEarlierVersionWroteIsThereAndSealed(int version) throws Exception {
    try (DataFolder data = DataFolder.open(folder)) {
      MasterKey master = KeyFile.open(data);
      Keys keys = Keys.of(master);
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.database())) {
        Migrations.apply(connection, Migrations.own(keys).subList(0, Math.min(version, 2)), CLOCK);
        fill(connection, keys, version);
        Migrations.apply(connection, Migrations.own(keys).subList(0, version), CLOCK);
      }
      try (DossierStore store = DossierStore.open(data, CLOCK)) {
        Dossier dossier = store.find(CODE).orElseThrow();
        assertThat(dossier.procedure())
            .isEqualTo(
                new Procedure(
                    "1.001193",
                    "2026-11-20",
                    "Đăng ký khai sinh",
                    "Khai sinh",
                    "Birth",
                    "Hộ tịch",
                    List.of("sinh con", "em bé"),
                    List.of(
                        new RequiredPaper("Tờ khai", 1, 0, true),
                        new RequiredPaper("Giấy \"chứng\" sinh", 0, 2, false)),
                    0,
                    8000,
                    true,
                    false));
        assertThat(dossier.handling()).isEqualTo(Handling.LOCAL);
        assertThat(dossier.applicant().name()).isEqualTo("Đinh Thị Mai");
        assertThat(dossier.applicant().birth()).contains(LocalDate.of(1991, 3, 12));
        assertThat(dossier.applicant().female()).contains(true);
        assertThat(dossier.owner().number()).isEmpty();
        assertThat(dossier.owner().female()).isEmpty();
        assertThat(dossier.reason()).isEqualTo("thiếu giấy");
        assertThat(dossier.apology().orElseThrow().reason()).isEqualTo("chờ xác minh ở thôn");
        assertThat(store.events(CODE))
            .singleElement()
            .satisfies(event -> assertThat(event.note()).isEqualTo("bà Mai nộp hộ"));
        assertThat(store.files(CODE))
            .containsExactly(new KeptFile(KeptFile.Kind.ARCHIVE, new Blob(HASH, 5)));
        assertThat(store.opens(CODE, new LookupSecret("7K3MPX"))).isTrue();
        assertThat(store.ofCitizen(new CitizenNumber("051191407263"))).hasSize(1);
        assertThat(store.list(Optional.empty(), "dinh mai")).hasSize(1);
        assertThat(store.list(Optional.empty(), "0912345678")).hasSize(1);
        assertThat(store.ledger(CODE)).hasSize(1);
      }
      assertThat(AuditTrail.verify(folder, Optional.empty(), false))
          .satisfies(report -> {
            assertThat(report.findings()).isEmpty();
            assertThat(report.links())
                .containsEntry("EVENT", 1L)
                .containsEntry("STATE", 1L)
                .containsEntry("VIEWING", 1L);
          });
    }
    assertThat(everything())
        .as("nothing of a person is left in plain text, in free pages or in the log")
        .doesNotContain("Đinh", "Mai", "051191407263", "Sơn Tân", "0912345678", "1991-03-12")
        .doesNotContain("bà Mai nộp hộ", "chờ xác minh", "thiếu giấy");
  }

  /** From version 3 on rows are sealed; forms came with version 6. */
  @Test
  void filesOfASealedVersionAreThereAndFormsCanBeNumbered() throws Exception {
    try (DataFolder data = DataFolder.open(folder)) {
      Keys keys = Keys.of(KeyFile.open(data));
      filled(data, keys, 3);
      try (DossierStore store = DossierStore.open(data, CLOCK)) {
        Blob blob = new Blob(HASH, 5);
        assertThat(store.files(CODE)).containsExactly(new KeptFile(KeptFile.Kind.ARCHIVE, blob));
        LocalDateTime at = LocalDateTime.now(CLOCK);
        KeptFile form = new KeptFile(KeptFile.Kind.FORM, blob, "Mẫu 02");
        store.write(transaction -> {
          transaction.add(CODE, form, at);
          IssuedForm second = new IssuedForm("02", 2026, 2, "2025-09-15", at, "Hà");
          assertThat(transaction.forms().take("H48", second, Optional.of(CODE), Optional.of(blob)))
              .as("a number that does not follow")
              .isFalse();
          IssuedForm first = new IssuedForm("02", 2026, 1, "2025-09-15", at, "Hà");
          return transaction.forms().take("H48", first, Optional.of(CODE), Optional.of(blob));
        });
        assertThat(store.files(CODE)).hasSize(2).contains(form);
        assertThat(store.nextFormNumber("H48", "02", 2026)).isEqualTo(2);
      }
    }
  }

  /** Packages came with version 8: what was there before leaves once a folder is set. */
  @Test
  void whatAnEarlierVersionReceivedCanLeave() throws Exception {
    try (DataFolder data = DataFolder.open(folder)) {
      Keys keys = Keys.of(KeyFile.open(data));
      filled(data, keys, 6);
      try (DossierStore store = DossierStore.open(data, CLOCK)) {
        assertThat(store.packages().isBehind()).isTrue();
        LocalDateTime at = LocalDateTime.now(CLOCK);
        boolean more = store.write(transaction -> transaction.packages().follow(1000, at));
        assertThat(more).isFalse();
        assertThat(store.packages().open(10))
            .singleElement()
            .satisfies(row -> assertThat(row.dossier()).isEqualTo(CODE));
        assertThat(store.importedRest(CODE)).isEmpty();
      }
    }
  }

  /** Answers of other systems came with version 7; what a store of version 6 has stays. */
  @Test
  void aStoreWithoutSourcesGetsRoomForThem() throws Exception {
    try (DataFolder data = DataFolder.open(folder)) {
      Keys keys = Keys.of(KeyFile.open(data));
      filled(data, keys, 6);
      try (DossierStore store = DossierStore.open(data, CLOCK)) {
        assertThat(store.find(CODE)).isPresent();
        SourceAnswers answers = new SourceAnswers(store);
        LocalDateTime at = LocalDateTime.now(CLOCK);
        SourceAnswers.Kept kept = new SourceAnswers.Kept(CODE, Optional.empty(), at, "bí mật");
        assertThat(answers.put("tỉnh", List.of(kept, kept), at)).isEqualTo(2);
        assertThat(answers.find("tỉnh", CODE)).contains(kept);
        assertThat(answers.find("khác", CODE)).isEmpty();
        assertThat(answers.count("tỉnh")).isEqualTo(1);
      }
    }
    assertThat(everything()).doesNotContain("bí mật");
  }

  /** What citizens prepare came with version 11; what a store of version 9 has stays. */
  @Test
  void aStoreWithoutDraftsGetsRoomForThem() throws Exception {
    DraftCode code = DraftCode.random(new java.util.Random(5));
    try (DataFolder data = DataFolder.open(folder)) {
      Keys keys = Keys.of(KeyFile.open(data));
      filled(data, keys, 9);
      try (DossierStore store = DossierStore.open(data, CLOCK)) {
        assertThat(store.find(CODE)).isPresent();
        Drafts drafts = new Drafts(store);
        LocalDateTime at = LocalDateTime.now(CLOCK);
        Drafts.Kept kept =
            new Drafts.Kept("bí mật", List.of("một trang".getBytes(StandardCharsets.UTF_8)));
        assertThat(drafts.put(code, kept, at, at.plusDays(3))).isTrue();
        assertThat(drafts.put(code, kept, at, at.plusDays(3))).as("a code in use").isFalse();
        Drafts.Kept found = drafts.find(code, at).orElseThrow();
        assertThat(found.text()).isEqualTo("bí mật");
        assertThat(found.pages().getFirst()).isEqualTo(kept.pages().getFirst());
        assertThat(drafts.find(code, at.plusDays(3))).as("expired").isEmpty();
        assertThat(drafts.remove(code, at)).isTrue();
        assertThat(drafts.remove(code, at)).isFalse();
        assertThat(drafts.count()).isZero();
      }
    }
    assertThat(everything()).doesNotContain("bí mật", "một trang", code.value());
  }

  /** Payments, forms, linked parts, imports and views of other systems got links in version 9. */
  @Test
  void whatHadNoLinkGetsOneAndOldLinksStillFit() throws Exception {
    try (DataFolder data = DataFolder.open(folder)) {
      Keys keys = Keys.of(KeyFile.open(data));
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.database())) {
        Migrations.apply(connection, Migrations.own(keys).subList(0, 2), CLOCK);
        fill(connection, keys, 2);
        Migrations.apply(connection, Migrations.own(keys).subList(0, 8), CLOCK);
        for (String row :
            List.of(
                "payment VALUES (1, 1, 8000, 'R1', '2026-11-20T08:00', '2026-11-20T09:00', 'A',"
                    + " 'FT1'), (1, 2, 9000, 'R2', '2026-11-20T08:00', NULL, NULL, NULL)",
                "form VALUES ('H48', '07', 2026, 1, '2025', NULL, '2026-11-20T08:00', 'A', NULL)",
                "form VALUES ('H49', '07', 2026, 1, '2025', NULL, '2026-11-20T08:00', 'A', NULL)",
                "form VALUES ('H48', '02', 2026, 1, '2025', 1, '2026-11-20T08:00', 'A', '"
                    + HASH
                    + "')",
                "linked_part VALUES (1, 0, 'BHXH', 'Thẻ', 1, 'DAYS', 2, 'WAITING', NULL, '', 0,"
                    + " NULL)",
                "imported VALUES (1, '" + HASH + "', 7, zeroblob(32), x'01')",
                "source_viewing VALUES (1, 'tỉnh', zeroblob(32), '2026-11-20T08:00', 'A', 'xem',"
                    + " '')")) {
          sql(connection, "INSERT INTO " + row);
        }
        vn.motcua.kiosk.store.chain.ChainBuild.run(connection);
      }
      var before = AuditTrail.verify(folder, Optional.empty(), false);
      assertThat(before.findings()).as("an older database can be audited").isEmpty();
      assertThat(before.links()).doesNotContainKeys("PAYMENT", "FORM", "LINKED", "IMPORTED");
      DossierStore.open(data, CLOCK).close();
      var after = AuditTrail.verify(folder, Optional.empty(), false);
      assertThat(after.findings()).isEmpty();
      assertThat(after.links())
          .containsEntry("STATE", 1L)
          .containsEntry("PAYMENT", 2L)
          .containsEntry("PAYMENT_CONFIRMED", 1L)
          .containsEntry("FORM", 3L)
          .containsEntry("LINKED", 1L)
          .containsEntry("IMPORTED", 1L)
          .containsEntry("SOURCE_VIEWING", 1L);
    }
  }

  /** A database of that version with what one of version 2 had. */
  private static void filled(DataFolder data, Keys keys, int version) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.database())) {
      Migrations.apply(connection, Migrations.own(keys).subList(0, 2), CLOCK);
      fill(connection, keys, 2);
      Migrations.apply(connection, Migrations.own(keys).subList(0, version), CLOCK);
    }
  }

  private String everything() throws Exception {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }

  private static void fill(Connection connection, Keys keys, int version) throws Exception {
    sql(
        connection,
        "INSERT INTO procedure VALUES ('1.001193', '2026-11-20', 'Đăng ký khai sinh',"
            + " 'Khai sinh', 'Birth', 'Hộ tịch', 0, 8000, 1, 0)");
    sql(
        connection,
        "INSERT INTO procedure_word VALUES ('1.001193', '2026-11-20', 0, 'sinh con'),"
            + " ('1.001193', '2026-11-20', 1, 'em bé')");
    sql(
        connection,
        "INSERT INTO procedure_paper VALUES ('1.001193', '2026-11-20', 1, 'Giấy \"chứng\" sinh',"
            + " 0, 2, 0), ('1.001193', '2026-11-20', 0, 'Tờ khai', 1, 0, 1)");
    sql(
        connection,
        "INSERT INTO dossier VALUES (1, '"
            + CODE
            + "', '1.001193', '2026-11-20',"
            + " '2026-11-20T08:00', '2026-11-20T17:00', '', 0, 'APPRAISAL', 4, 'Hộ tịch',"
            + " '2026-11-20T08:00', 'HELD', 'COUNTER', '2026-11-20', '2026-11-25',"
            + " 'chờ xác minh ở thôn', 'thiếu giấy', '3', 0, NULL, 'dinh thi mai')");
    run(
        connection,
        "INSERT INTO party VALUES (1, 'APPLICANT', '051191407263', ?,"
            + " 'Đinh Thị Mai', '1991-03-12', 1, 'Sơn Tân', '0912 345 678')",
        keys.lookup().of(new CitizenNumber("051191407263")));
    sql(
        connection,
        "INSERT INTO party VALUES (1, 'OWNER', NULL, NULL, 'Đinh Văn Rin', NULL,"
            + " NULL, '', '')");
    run(
        connection,
        "INSERT INTO secret VALUES (1, ?)",
        keys.lookup().of(CODE, new LookupSecret("7K3MPX")));
    sql(connection, "INSERT INTO paper VALUES (1, 0, 'Tờ khai', 1, 0, 2)");
    sql(
        connection,
        "INSERT INTO event VALUES (1, 1, '2026-11-20T08:00', 'RECEIVE', 'RECEPTION',"
            + " 2, 'Lê Thị Hà', 'quầy 3', 'bà Mai nộp hộ')");
    sql(
        connection,
        "INSERT INTO viewing VALUES (1, 1, '2026-11-20T08:01', 'Lê Thị Hà', 'xem', 'q3')");
    sql(connection, "INSERT INTO blob VALUES ('" + HASH + "', 5, '2026-11-20T08:00')");
    sql(
        connection,
        "INSERT INTO dossier_file VALUES (1, 0, 'ARCHIVE', '"
            + HASH
            + "'"
            + (version > 1 ? ", ''" : "")
            + ")");
  }

  private static void sql(Connection connection, String sql) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void run(Connection connection, String sql, byte[] value) throws Exception {
    Rows.run(connection, sql, (Object) value);
  }
}
