package vn.motcua.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.desk.Samples;
import vn.motcua.kiosk.desk.WorkDesk;
import vn.motcua.kiosk.dossier.Custody;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.RemovalReason;
import vn.motcua.kiosk.store.chain.AuditReport;
import vn.motcua.kiosk.store.chain.SignedHead;
import vn.motcua.scanner.FaultException;

class RetentionTest {
  private static final Clock CLOCK = Samples.at("2026-11-20T09:00:00");
  private static final Clock LATER = Samples.at("2028-11-21T09:00:00");
  private static final String MAI = "051191407263";

  @TempDir Path folder;
  private DataFolder data;
  private DossierStore store;
  private DossierCode ended;
  private DossierCode running;

  @BeforeEach
  void open() throws Exception {
    data = DataFolder.open(folder.resolve("data"));
    store = DossierStore.open(data, CLOCK);
    ended = receive(1);
    running = receive(2);
    WorkDesk work = new WorkDesk(store, Samples.CALENDAR, Samples.CENTRE, CLOCK);
    work.open(ended, "Cán bộ Một");
    work.move(
        ended,
        Move.WITHDRAW,
        new WorkDesk.Details("Cán bộ Một", "", "bà Mai rút", List.of(), Optional.empty()));
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private DossierCode receive(int i) throws Exception {
    LocalDateTime now = LocalDateTime.now(CLOCK);
    DossierCode code = store.nextCode(Samples.CENTRE.agency(), now.toLocalDate());
    Path scan = Files.writeString(folder.resolve("scan"), "trang " + i);
    Blob archive = store.blobs().put(scan, code);
    Blob removed = store.blobs().put(scan, code);
    store.write(transaction -> {
      transaction.reserve(Samples.CENTRE.agency(), now.toLocalDate());
      Dossier dossier = Samples.dossier(code, now, Samples.party(MAI, "Đinh Thị Mai"));
      transaction.insert(
          new NewDossier(
              dossier,
              Samples.first(dossier),
              Samples.SECRET,
              List.of(
                  new KeptFile(KeptFile.Kind.ARCHIVE, archive),
                  new KeptFile(KeptFile.Kind.REMOVED_PAGE, removed)),
              Optional.empty(),
              List.of(
                  new RemovedPage(
                      2, "Tờ khai", RemovalReason.BLANK, "A", now, 0, Optional.of(removed)))));
      transaction.handOver(
          code,
          new Custody(1, now, "Đinh Thị Mai", "A", 2, dossier.originals(), "A", Optional.empty()));
      return true;
    });
    return code;
  }

  private RetentionRules rules(String... rules) throws Exception {
    Path file = folder.resolve("rules.json");
    Files.writeString(
        file, "{\"version\":\"2026-11-20\",\"rules\":[" + String.join(",", rules) + "]}");
    return RetentionRules.read(file);
  }

  private static String rule(String id, String procedure, String what, String months) {
    return """
    {"id":"%s","procedure":"%s","what":"%s","months":%s,"confirmed":false,"source":"thử"}\
    """
        .formatted(id, procedure, what, months);
  }

  private RetentionRules all(String months) throws Exception {
    return rules(
        rule("p", "*", "PERSONAL", months),
        rule("f", "*", "FILES", months),
        rule("r", "*", "REMOVED_PAGES", months));
  }

  @Test
  void whatIsShippedKeepsEverythingAndClaimsNoLaw() throws FaultException {
    RetentionRules shipped = RetentionRules.shipped();
    assertThat(shipped.rules())
        .hasSize(3)
        .allSatisfy(rule -> {
          assertThat(rule.months()).isEmpty();
          assertThat(rule.confirmed()).isFalse();
          assertThat(rule.source()).contains("chưa xác nhận");
        });
    assertThat(new Retention(store, shipped, LATER).plan()).isEmpty();
  }

  @Test
  void onlyWhatEndedLongEnoughAgoIsDueAndLookingChangesNothing() throws Exception {
    RetentionRules rules = all("24");
    assertThat(new Retention(store, rules, Samples.at("2028-11-20T09:00:00")).plan()).isEmpty();
    List<Retention.Due> plan = new Retention(store, rules, LATER).plan();
    assertThat(plan).extracting(Retention.Due::code).containsExactly(ended);
    assertThat(plan.getFirst().by()).hasSize(3);
    assertThat(store.find(ended).orElseThrow().applicant().name()).isEqualTo("Đinh Thị Mai");
    String own = store.find(ended).orElseThrow().procedure().code();
    RetentionRules kept =
        rules(rule("own", own, "PERSONAL", "null"), rule("all", "*", "PERSONAL", "1"));
    assertThat(new Retention(store, kept, LATER).plan()).as("its own rule comes first").isEmpty();
  }

  @Test
  void whatIsErasedIsGoneAndItsRecordProvesIt() throws Exception {
    SignedHead before = AuditTrail.head(data.root(), CLOCK);
    List<String> sealed = sealedValues();
    List<Path> files = store.files(ended).stream().map(f -> store.blobs().path(f.blob())).toList();
    assertThat(files).hasSize(2).allSatisfy(file -> assertThat(file).exists());

    Retention retention = new Retention(store, all("24"), LATER);
    Retention.Done done = retention.run("Cán bộ Lưu trữ");
    assertThat(done.dossiers()).isEqualTo(1);
    assertThat(done.items()).isGreaterThan(8);

    Dossier left = store.find(ended).orElseThrow();
    assertThat(left.applicant().name()).isEqualTo("(đã xóa)");
    assertThat(left.reason()).isEmpty();
    assertThat(store.events(ended)).hasSize(2).allSatisfy(e -> assertThat(e.note()).isEmpty());
    assertThat(store.custody(ended)).hasSize(2).allSatisfy(c -> assertThat(c.giver()).isEmpty());
    assertThat(store.ofCitizen(new CitizenNumber(MAI))).hasSize(1);
    assertThat(store.list(Optional.empty(), "dinh mai")).hasSize(1);
    assertThat(store.opens(ended, Samples.SECRET)).isFalse();
    assertThat(store.files(ended)).isEmpty();
    assertThat(store.removedPages(ended))
        .singleElement()
        .satisfies(page -> assertThat(page.picture()).isEmpty());
    assertThat(files).allSatisfy(file -> assertThat(file).doesNotExist());
    assertThat(store.find(running).orElseThrow().applicant().name()).isEqualTo("Đinh Thị Mai");
    assertThat(store.files(running)).hasSize(2);

    AuditReport report = AuditTrail.verifyAgainst(data.root(), Optional.of(before), true);
    assertThat(report.findings()).isEmpty();
    assertThat(report.links()).containsEntry("ERASURE", 3L);
    assertThat(record())
        .contains("party/OWNER/sealed", "event/2/note", "ARCHIVE ", "REMOVED_PAGE ");
    String everything = everything();
    for (String value : sealed) {
      assertThat(everything).as("nothing of it remains on the disk").doesNotContain(value);
    }
    assertThat(retention.plan()).as("nothing is left to erase").isEmpty();
    assertThat(retention.run("Cán bộ Lưu trữ")).isEqualTo(new Retention.Done(0, 0));
  }

  @Test
  void whatEndedInAnOlderSystemCountsFromItsOwnEndAndItsErasureFits() throws Exception {
    LocalDateTime received = LocalDateTime.parse("2015-03-02T08:00");
    DossierCode old = imported(1, received, LocalDateTime.parse("2015-03-06T10:00"));
    DossierCode unknown = imported(2, received, received);
    Retention retention = new Retention(store, all("24"), CLOCK);
    assertThat(retention.plan())
        .as("the import was today")
        .singleElement()
        .satisfies(due -> {
          assertThat(due.code()).isEqualTo(old);
          assertThat(due.ended()).isEqualTo("2015-03-06");
        });
    assertThat(new Retention(store, all("24"), LATER).plan())
        .extracting(Retention.Due::code)
        .contains(unknown);
    SignedHead before = AuditTrail.head(data.root(), CLOCK);
    retention.run("A");
    assertThat(store.importedRest(old))
        .hasValueSatisfying(rest -> assertThat(rest).doesNotContain("tủ 7"));
    AuditReport report = AuditTrail.verifyAgainst(data.root(), Optional.of(before), true);
    assertThat(report.findings()).isEmpty();
    assertThat(report.links()).containsEntry("IMPORTED", 3L);
  }

  private DossierCode imported(int serial, LocalDateTime received, LocalDateTime since)
      throws Exception {
    DossierCode code = DossierCode.of(Samples.CENTRE.agency(), received.toLocalDate(), serial);
    Dossier whole = Samples.dossier(code, received, Samples.party(MAI, "Đinh Thị Mai"));
    Dossier dossier =
        new Dossier(
            code,
            whole.procedure(),
            whole.applicant(),
            whole.owner(),
            received,
            whole.due(),
            vn.motcua.kiosk.dossier.Stage.RETURN,
            vn.motcua.kiosk.dossier.PortalStatus.RETURNED,
            whole.holder(),
            since,
            whole.papers(),
            whole.originals(),
            whole.channel(),
            whole.apology(),
            whole.missing(),
            whole.reason(),
            whole.counter(),
            whole.fee(),
            whole.handling());
    vn.motcua.kiosk.dossier.DossierEvent came =
        new vn.motcua.kiosk.dossier.DossierEvent(
            1,
            LocalDateTime.now(CLOCK),
            Move.RECEIVE,
            dossier.stage(),
            dossier.status(),
            "A",
            dossier.holder(),
            "");
    store.write(transaction -> {
      transaction
          .imports()
          .insert(
              new NewDossier(dossier, came, Samples.SECRET, List.of(), Optional.empty()),
              new ImportOrigin("ab".repeat(32), serial, "hàng " + serial, "tủ 7"));
      return true;
    });
    return code;
  }

  @Test
  void aRuleForAnUnknownProcedureIsNamed() throws Exception {
    String own = store.find(ended).orElseThrow().procedure().code();
    RetentionRules rules =
        rules(
            rule("a", own, "FILES", "1"),
            rule("b", "9.999999", "FILES", "1"),
            rule("c", "1.000001", "FILES", "1"),
            rule("d", "*", "FILES", "1"));
    assertThat(new Retention(store, rules, CLOCK).unknown(java.util.Set.of("1.000001")))
        .containsExactly("9.999999");
  }

  @Test
  void filesOfARunThatWasCutOffGoWithTheNext() throws Exception {
    Path file = store.blobs().path(store.files(ended).getFirst().blob());
    byte[] bytes = Files.readAllBytes(file);
    new Retention(store, all("24"), LATER).run("A");
    Files.write(file, bytes);
    new Retention(store, all("24"), LATER).run("A");
    assertThat(file).doesNotExist();
  }

  @Test
  void aBackupOfErasedDossiersIsWhole() throws Exception {
    new Retention(store, all("24"), LATER).run("A");
    Path file = folder.resolve("backup.zip");
    BackupManifest made = Backup.write(data.root(), file, Optional.empty(), LATER);
    assertThat(made.whole()).isTrue();
    Path there = folder.resolve("there");
    assertThat(Restore.run(file, there, Optional.of(data.key()), Optional.empty())).isEqualTo(made);
  }

  @Test
  void rulesThatCannotBeUnderstoodEraseNothing() {
    for (String bad :
        List.of(
            rule("", "*", "FILES", "1"),
            rule("x", "*", "FILES", "0"),
            rule("x", "*", "ALL", "1"),
            "{}")) {
      FaultException refused = catchThrowableOfType(FaultException.class, () -> rules(bad));
      assertThat(refused.fault()).as(bad).isEqualTo(new RetentionFault.BadRules());
    }
  }

  /** Sealed values of the ended dossier, as they stand on the disk. */
  private List<String> sealedValues() throws Exception {
    try (Connection connection = connect()) {
      return Rows.list(
          connection,
          "SELECT sealed FROM party WHERE dossier = 1 UNION ALL SELECT note FROM event WHERE"
              + " dossier = 1 UNION ALL SELECT giver FROM custody WHERE dossier = 1"
              + " UNION ALL SELECT mac FROM secret WHERE dossier = 1",
          row -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1));
    }
  }

  private String record() throws Exception {
    try (Connection connection = connect()) {
      return String.join(
          "\n", Rows.list(connection, "SELECT items FROM erasure", row -> row.getString(1)));
    }
  }

  private Connection connect() throws Exception {
    return DriverManager.getConnection("jdbc:sqlite:" + data.database());
  }

  private String everything() throws Exception {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(data.root())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }
}
