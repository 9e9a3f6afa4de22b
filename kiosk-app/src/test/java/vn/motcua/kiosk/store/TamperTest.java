package vn.motcua.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.desk.Samples;
import vn.motcua.kiosk.desk.WorkDesk;
import vn.motcua.kiosk.dossier.Custody;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Handling;
import vn.motcua.kiosk.dossier.LinkedPart;
import vn.motcua.kiosk.dossier.LinkedWork;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.dossier.Payment;
import vn.motcua.kiosk.dossier.RemovalReason;
import vn.motcua.kiosk.dossier.TimeLimit;
import vn.motcua.kiosk.store.chain.AuditFault;
import vn.motcua.kiosk.store.chain.AuditReport;
import vn.motcua.kiosk.store.chain.SignedHead;
import vn.motcua.scanner.FaultException;

/** Whoever has the whole database in hand, and no triggers to stop them, is found out. */
class TamperTest {
  private static final Clock CLOCK = Samples.at("2026-11-20T09:00:00");
  private static final int DOSSIERS = 6;

  /** Every table that the chain covers, by the columns that name a row. */
  private static final Map<String, String> COVERED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("chain", "seq"),
              Map.entry("event", "dossier, number"),
              Map.entry("viewing", "id"),
              Map.entry("removed_page", "dossier, position"),
              Map.entry("custody", "dossier, number"),
              Map.entry("custody_confirmed", "dossier, number"),
              Map.entry("key_change", "id"),
              Map.entry("dossier", "id"),
              Map.entry("party", "dossier, role"),
              Map.entry("secret", "dossier"),
              Map.entry("paper", "dossier, position"),
              Map.entry("payment", "dossier, number"),
              Map.entry("form", "id"),
              Map.entry("linked_part", "dossier, position"),
              Map.entry("imported", "dossier"),
              Map.entry("source_viewing", "id")));

  @TempDir static Path folder;
  private static Path whole = Path.of("");
  private static SignedHead head;

  @BeforeEach
  void fill() throws Exception {
    if (!whole.equals(Path.of(""))) {
      return;
    }
    Path data = folder.resolve("whole");
    try (DataFolder open = DataFolder.open(data);
        DossierStore store = DossierStore.open(open, CLOCK)) {
      WorkDesk work = new WorkDesk(store, Samples.CALENDAR, Samples.CENTRE, CLOCK);
      for (int i = 0; i < DOSSIERS; i++) {
        DossierCode code = receive(store, i);
        work.open(code, "Cán bộ Một");
        work.move(code, Move.FORWARD, WorkDesk.Details.by("Cán bộ Một"));
        work.move(code, Move.FORWARD, WorkDesk.Details.by("Cán bộ Hai"));
      }
      another(store);
    }
    head = AuditTrail.head(data, CLOCK);
    whole = data;
  }

  /** An imported dossier that others have parts in, with payments and forms; and a view. */
  private static void another(DossierStore store) throws Exception {
    LocalDateTime now = LocalDateTime.now(CLOCK);
    DossierCode code = store.nextCode(Samples.CENTRE.agency(), now.toLocalDate());
    Blob blob = store.blobs().put(Files.writeString(folder.resolve("form"), "mẫu 02"), code);
    store.write(transaction -> {
      var dossier =
          Samples.dossier(code, now, Samples.party("051191407299", "Đinh Thị Mai"))
              .with(
                  Handling.LOCAL.with(
                      new LinkedWork(
                          List.of(
                              LinkedPart.waiting("Công an", "Cư trú", 1, new TimeLimit.Days(2)),
                              LinkedPart.waiting("BHXH", "Thẻ", 1, new TimeLimit.Hours(8))))));
      transaction
          .imports()
          .insert(
              new NewDossier(
                  dossier,
                  Samples.first(dossier),
                  Samples.SECRET,
                  List.of(),
                  Optional.empty(),
                  List.of()),
              new ImportOrigin("ab".repeat(32), 7, "Đinh Thị Mai;7", "{}"));
      Payment first = transaction.ask(code, 8000, now);
      transaction.ask(code, 9000, now);
      assertThat(
              transaction.confirm(
                  first, new Payment.Confirmation(now, "Cán bộ Một", Optional.of("FT1"))))
          .isTrue();
      transaction.add(code, new KeptFile(KeptFile.Kind.FORM, blob, "Mẫu 02"), now);
      IssuedForm second = new IssuedForm("02", 2026, 1, "2025-09-15", now, "Cán bộ Một");
      IssuedForm register = new IssuedForm("07", 2026, 1, "2025-09-15", now, "Cán bộ Một");
      String site = Samples.CENTRE.agency();
      assertThat(transaction.forms().take(site, second, Optional.of(code), Optional.of(blob)))
          .isTrue();
      return transaction.forms().take(site, register, Optional.empty(), Optional.empty());
    });
    new SourceAnswers(store)
        .viewed("tỉnh", List.of(code), new LedgerEntry(now, "Cán bộ Một", "xem", "quầy 3"));
  }

  private static DossierCode receive(DossierStore store, int i) throws FaultException {
    LocalDateTime now = LocalDateTime.now(CLOCK);
    return store.write(transaction -> {
      DossierCode code = transaction.reserve(Samples.CENTRE.agency(), now.toLocalDate());
      var dossier = Samples.dossier(code, now, Samples.party("05119140726" + i, "Đinh Thị Mai"));
      RemovedPage page =
          new RemovedPage(3, "Tờ khai", RemovalReason.BLANK, "A", now, 0, Optional.empty());
      transaction.insert(
          new NewDossier(
              dossier,
              Samples.first(dossier),
              Samples.SECRET,
              List.of(),
              Optional.empty(),
              List.of(page)));
      transaction.handOver(
          code,
          new Custody(
              transaction.custody(code).size() + 1,
              now,
              "Đinh Thị Mai",
              "Cán bộ Một",
              2,
              Originals.HELD,
              "Bộ phận Một cửa",
              Optional.of(new Custody.Confirmation(now, "Cán bộ Một", 2))));
      return code;
    });
  }

  @Test
  void whatWasNotTouchedIsWhole() throws Exception {
    AuditReport report = AuditTrail.verifyAgainst(whole, Optional.of(head), true);
    assertThat(report.findings()).isEmpty();
    assertThat(report.isWhole()).isTrue();
    assertThat(report.head()).isEqualTo(head.head());
    assertThat(report.links())
        .containsEntry("EVENT", 3L * DOSSIERS + 1)
        .containsEntry("STATE", 3L * DOSSIERS + 1)
        .containsEntry("PAYMENT", 2L)
        .containsEntry("PAYMENT_CONFIRMED", 1L)
        .containsEntry("FORM", 2L)
        .containsEntry("LINKED", 1L)
        .containsEntry("IMPORTED", 1L)
        .containsEntry("SOURCE_VIEWING", 1L)
        .containsEntry("VIEWING", (long) DOSSIERS)
        .containsEntry("REMOVED_PAGE", (long) DOSSIERS)
        .containsEntry("KEY_CHANGE", 3L);
  }

  @Test
  void tamperingAtRandomIsAlwaysFound() throws Exception {
    tries(200, 20_261_120);
  }

  @Test
  @Tag("long")
  void tamperingAThousandTimesIsAlwaysFound() throws Exception {
    tries(1000, 20_261_121);
  }

  private static void tries(int tries, long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < tries; i++) {
      Path copy = copy("try");
      String done;
      try (Connection connection = unguarded(copy)) {
        done =
            switch (random.nextInt(4)) {
              case 0, 1 -> flip(connection, random);
              case 2 -> delete(connection, random);
              default -> cut(connection, random);
            };
      }
      assertFound(copy, "seed " + seed + ", try " + i + ": " + done);
    }
  }

  private static void assertFound(Path copy, String done) {
    boolean found;
    try {
      found = !AuditTrail.verifyAgainst(copy, Optional.of(head), false).isWhole();
    } catch (FaultException refused) {
      found = true;
    }
    assertThat(found).as(done).isTrue();
  }

  /** One bit of one value of a covered row, whatever the value is. */
  private static String flip(Connection connection, Random random) throws Exception {
    while (true) {
      String table = pick(List.copyOf(COVERED.keySet()), random);
      String where = row(connection, table, random);
      List<String> columns = strings(connection, "SELECT name FROM pragma_table_info('%s')", table);
      String column = pick(columns, random);
      Object value = value(connection, "SELECT " + column + " FROM " + table + where);
      Object other = flipped(value, random);
      if (value == null || other.equals(value)) {
        continue;
      }
      try {
        Rows.run(connection, "UPDATE " + table + " SET " + column + " = ?" + where, other);
        return "flip " + table + "." + column + where;
      } catch (java.sql.SQLException refused) {
        continue; // a CHECK or a key holds it up even then
      }
    }
  }

  private static Object flipped(Object value, Random random) {
    return switch (value) {
      case null -> "";
      case byte[] bytes -> {
        byte[] other = bytes.clone();
        other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
        yield other;
      }
      case Number number -> number.longValue() ^ (1L << random.nextInt(10));
      default -> {
        byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
        if (text.length == 0) {
          yield "x";
        }
        text[random.nextInt(text.length)] ^= (byte) (1 << random.nextInt(6));
        yield new String(text, StandardCharsets.UTF_8);
      }
    };
  }

  private static String delete(Connection connection, Random random) throws Exception {
    String table = pick(List.copyOf(COVERED.keySet()), random);
    String where = row(connection, table, random);
    Rows.run(connection, "DELETE FROM " + table + where);
    return "delete " + table + where;
  }

  /** The last links, and with them what they cover. */
  private static String cut(Connection connection, Random random) throws Exception {
    long from = 1 + random.nextInt((int) head.head().seq());
    boolean clean = random.nextBoolean();
    if (clean) {
      for (String table : List.of("event", "custody", "custody_confirmed")) {
        sql(
            connection,
            "DELETE FROM %s WHERE (dossier, number) IN (SELECT dossier, number FROM chain"
                + " WHERE seq >= %d AND kind = '%s')",
            table,
            from,
            table.toUpperCase(java.util.Locale.ROOT));
      }
      sql(
          connection,
          "DELETE FROM viewing WHERE id IN (SELECT number FROM chain"
              + " WHERE seq >= %d AND kind = 'VIEWING')",
          from);
    }
    sql(connection, "DELETE FROM chain WHERE seq >= %d", from);
    return "cut from " + from + (clean ? " with rows" : "");
  }

  @Test
  void aCutEndIsToldApartByTheHead() throws Exception {
    Path copy = copy("cut");
    try (Connection connection = unguarded(copy)) {
      long last = head.head().seq();
      sql(connection, "DELETE FROM viewing WHERE id = (SELECT max(id) FROM viewing)");
      sql(connection, "DELETE FROM chain WHERE seq = %d", last);
    }
    assertThat(codes(AuditTrail.verifyAgainst(copy, Optional.of(head), false)))
        .contains("AUDIT-CUT");
  }

  @ParameterizedTest
  @CsvSource({"0, AUDIT-CUT", "40, AUDIT-REWRITTEN"})
  void aChainThatWasMadeAnewIsFoundByTheHeadOnly(int longer, String code) throws Exception {
    Path copy = copy("anew");
    try (Connection connection = unguarded(copy)) {
      sql(connection, "UPDATE event SET actor = 'Ai đó' WHERE dossier = 1");
      for (int i = 0; i < longer; i++) {
        sql(
            connection,
            "INSERT INTO viewing (dossier, at, who, why, terminal)"
                + " VALUES (1, '2026-11-20T08:00', 'Ai', 'xem', '')");
      }
      sql(connection, "DELETE FROM chain");
      sql(connection, "DELETE FROM key_change WHERE what = 'MIGRATION'");
      vn.motcua.kiosk.store.chain.ChainBuild.run(connection);
    }
    assertThat(AuditTrail.verifyAgainst(copy, Optional.empty(), false).isWhole())
        .as("a consistent rewriting cannot be told from within")
        .isTrue();
    assertThat(codes(AuditTrail.verifyAgainst(copy, Optional.of(head), false))).contains(code);
  }

  @Test
  void chainingAnewToHideAChangeIsFoundWithoutAHead() throws Exception {
    Path copy = copy("laundered");
    try (Connection connection = unguarded(copy)) {
      sql(connection, "UPDATE dossier SET holder = 'Ai đó' WHERE id = 3");
      sql(connection, "DELETE FROM key_change WHERE what = 'MIGRATION'");
      vn.motcua.kiosk.store.chain.ChainBuild.run(connection);
    }
    assertThat(codes(AuditTrail.verifyAgainst(copy, Optional.empty(), false)))
        .contains("AUDIT-MISSING");
  }

  /** Flips any byte of the file, with or without meaning: found, or all reads as before. */
  @Test
  @Tag("long")
  void aFlippedByteOfTheFileIsFoundOrMeansNothing() throws Exception {
    Random random = new Random(20_261_122);
    byte[] good = Files.readAllBytes(whole.resolve("motcua.db"));
    String before = content(whole);
    int found = 0;
    for (int i = 0; i < 1000; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      Path copy = copy("byte");
      Files.write(copy.resolve("motcua.db"), bad);
      boolean whole;
      try {
        whole = AuditTrail.verifyAgainst(copy, Optional.of(head), false).isWhole();
      } catch (FaultException refused) {
        whole = false;
      }
      found += whole ? 0 : 1;
      if (whole) {
        assertThat(content(copy)).as("try " + i).isEqualTo(before);
      }
    }
    assertThat(found).isGreaterThan(100);
  }

  private static String content(Path copy) throws Exception {
    StringBuilder all = new StringBuilder();
    try (Connection connection = connect(copy)) {
      for (Map.Entry<String, String> table : COVERED.entrySet()) {
        String order = "SELECT * FROM " + table.getKey() + " ORDER BY " + table.getValue();
        try (Statement sql = connection.createStatement();
            ResultSet row = sql.executeQuery(order)) {
          while (row.next()) {
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
              Object value = row.getObject(i);
              all.append(value instanceof byte[] b ? java.util.Arrays.toString(b) : value);
              all.append('|');
            }
          }
        }
      }
    }
    return all.toString();
  }

  @Test
  void aDamagedIndexIsDamage() throws Exception {
    Path copy = copy("index");
    long page;
    long size;
    try (Connection connection = unguarded(copy)) {
      page =
          ((Number)
                  value(
                      connection,
                      "SELECT rootpage FROM sqlite_master WHERE name = 'dossier_running'"))
              .longValue();
      size = ((Number) value(connection, "PRAGMA page_size")).longValue();
    }
    try (java.io.RandomAccessFile file =
        new java.io.RandomAccessFile(copy.resolve("motcua.db").toFile(), "rw")) {
      file.seek(page * size - 3);
      int old = file.read();
      file.seek(page * size - 3);
      file.write(old ^ 1);
    }
    assertThatThrownBy(() -> AuditTrail.verifyAgainst(copy, Optional.of(head), false))
        .isInstanceOfSatisfying(
            FaultException.class,
            found -> assertThat(found.fault()).isEqualTo(new StoreFault.Damaged()));
  }

  @Test
  void anAddedRowIsNamed() throws Exception {
    Path copy = copy("added");
    try (Connection connection = unguarded(copy)) {
      sql(connection, "INSERT INTO viewing VALUES (99, 1, '2026-11-20T08:00', 'Ai', 'xem', '')");
    }
    AuditReport report = AuditTrail.verifyAgainst(copy, Optional.of(head), false);
    assertThat(report.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.fault()).isEqualTo(new AuditFault.Added());
          assertThat(finding.number()).isEqualTo(99);
          assertThat(finding.dossier().orElseThrow()).endsWith("-0001");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE payment SET confirmed = asked, who = 'Ai' WHERE confirmed IS NULL | AUDIT-ADDED",
        "INSERT INTO payment VALUES (1, 1, 5, 'R', 'now', 'now', 'Ai', NULL) | AUDIT-ADDED",
        "UPDATE payment SET confirmed = NULL, who = NULL, bank_id = NULL | AUDIT-MISSING",
        "UPDATE payment SET amount = 1 WHERE number = 1 | AUDIT-CHANGED",
        "UPDATE payment SET who = 'Ai' WHERE who IS NOT NULL | AUDIT-CHANGED",
        "DELETE FROM payment WHERE number = 2 | AUDIT-MISSING",
        "DELETE FROM form WHERE form = '07' | AUDIT-MISSING",
        "UPDATE form SET officer = 'Ai' WHERE form = '07' | AUDIT-CHANGED",
        "UPDATE form SET number = 9 WHERE form = '02' | AUDIT-CHANGED",
        "INSERT INTO form SELECT site, form, year, 2, template, dossier, made, officer, sha256, 9"
            + " FROM form LIMIT 1 | AUDIT-ADDED",
        "INSERT INTO linked_part SELECT 1, position, agency, task, step, limit_unit, limit_value,"
            + " 'DONE', 'now', '', 0, 'now' FROM linked_part | AUDIT-ADDED",
        "INSERT INTO linked_part SELECT dossier, 5, agency, task, step, limit_unit, limit_value,"
            + " 'DONE', 'now', '', 0, 'now' FROM linked_part LIMIT 1 | AUDIT-CHANGED",
        "UPDATE linked_part SET state = 'DONE', due_at = 'now', since = 'now' | AUDIT-CHANGED",
        "DELETE FROM linked_part | AUDIT-CHANGED",
        "UPDATE imported SET line = 8 | AUDIT-CHANGED",
        "UPDATE imported SET row_mac = zeroblob(32) | AUDIT-CHANGED",
        "DELETE FROM imported | AUDIT-MISSING",
        "INSERT INTO imported SELECT 1, file, line, row_mac, rest FROM imported | AUDIT-ADDED",
        "UPDATE source_viewing SET who = '' | AUDIT-CHANGED",
        "DELETE FROM source_viewing | AUDIT-MISSING",
        "INSERT INTO source_viewing SELECT 9, source, code_mac, at, who, why, terminal"
            + " FROM source_viewing | AUDIT-ADDED"
      })
  void forgedChangedAndDeletedRowsOfEachKindAreNamed(String how, String code) throws Exception {
    Path copy = copy("forged");
    try (Connection connection = unguarded(copy)) {
      sql(connection, how);
    }
    assertThat(codes(AuditTrail.verifyAgainst(copy, Optional.empty(), false))).contains(code);
  }

  @Test
  void wipingAValueWithoutARecordIsFound() throws Exception {
    Path copy = copy("wiped");
    try (Connection connection = unguarded(copy)) {
      byte[] note = (byte[]) value(connection, "SELECT note FROM event WHERE dossier = 2");
      Rows.run(
          connection,
          "UPDATE event SET note = ? WHERE dossier = 2 AND number = 1",
          (Object) vn.motcua.kiosk.store.chain.Tombstone.of(note));
    }
    assertThat(codes(AuditTrail.verifyAgainst(copy, Optional.of(head), false)))
        .containsExactly("AUDIT-ERASED");
  }

  @Test
  void theDatabaseItselfRefusesToForget() throws Exception {
    Path copy = copy("guarded");
    try (Connection connection = connect(copy)) {
      for (String table : List.of("chain", "event", "custody", "custody_confirmed", "key_change")) {
        assertThatThrownBy(() -> sql(connection, "DELETE FROM %s", table))
            .as(table)
            .hasMessageContaining("never goes");
      }
      assertThatThrownBy(() -> sql(connection, "UPDATE event SET note = x'00'"))
          .hasMessageContaining("never changes");
      assertThatThrownBy(() -> sql(connection, "UPDATE custody SET pages = 9"))
          .hasMessageContaining("never changes");
    }
  }

  @Test
  void aChangedHeadFileIsRefused() throws Exception {
    Path file = folder.resolve("head.json");
    String text = head.json();
    Files.writeString(file, text);
    assertThat(AuditTrail.readHead(file)).isEqualTo(head);
    Files.writeString(file, text.replace("\"count\" : ", "\"count\" : 1"));
    assertThatThrownBy(() -> AuditTrail.readHead(file))
        .isInstanceOfSatisfying(
            FaultException.class,
            refused -> assertThat(refused.fault()).isEqualTo(new AuditFault.BadHead()));
  }

  private static List<String> codes(AuditReport report) {
    return report.findings().stream().map(finding -> finding.fault().code()).distinct().toList();
  }

  private static Path copy(String name) throws Exception {
    Path copy = folder.resolve(name);
    Files.createDirectories(copy);
    for (String end : List.of("-wal", "-shm")) {
      Files.deleteIfExists(copy.resolve("motcua.db" + end));
    }
    Files.copy(
        whole.resolve("motcua.db"), copy.resolve("motcua.db"), StandardCopyOption.REPLACE_EXISTING);
    return copy;
  }

  private static Connection connect(Path copy) throws Exception {
    return DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("motcua.db"));
  }

  private static Connection unguarded(Path copy) throws Exception {
    Connection connection = connect(copy);
    sql(connection, "PRAGMA synchronous = OFF");
    for (String trigger :
        strings(connection, "SELECT name FROM sqlite_master WHERE type = '%s'", "trigger")) {
      sql(connection, "DROP TRIGGER %s", trigger);
    }
    return connection;
  }

  private static String row(Connection connection, String table, Random random) throws Exception {
    String keys = COVERED.get(table);
    int rows = ((Number) value(connection, "SELECT count(*) FROM " + table)).intValue();
    List<String> parts = new ArrayList<>();
    try (Statement sql = connection.createStatement();
        ResultSet found =
            sql.executeQuery(
                "SELECT %s FROM %s ORDER BY %s LIMIT 1 OFFSET %d"
                    .formatted(keys, table, keys, random.nextInt(rows)))) {
      found.next();
      int i = 1;
      for (String key : keys.split(", ")) {
        parts.add(key + " = '" + found.getString(i++) + "'");
      }
    }
    return " WHERE " + String.join(" AND ", parts);
  }

  private static Object value(Connection connection, String query) throws Exception {
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getObject(1);
    }
  }

  private static List<String> strings(Connection connection, String query, Object... parts)
      throws Exception {
    return Rows.list(connection, query.formatted(parts), row -> row.getString(1));
  }

  private static void sql(Connection connection, String sql, Object... parts) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted(parts));
    }
  }

  private static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
