package vn.motcua.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.desk.DeskFault;
import vn.motcua.kiosk.desk.Samples;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.scanner.FaultException;

class DossierStoreTest {
  private static final Clock CLOCK = Samples.at("2026-11-20T09:00:00");
  private static final Party MAI = Samples.party("051191407263", "Đinh Thị Mai");

  @TempDir Path folder;
  private DataFolder data;
  private DossierStore store;

  @BeforeEach
  void open() throws FaultException {
    data = DataFolder.open(folder.resolve("data"));
    store = DossierStore.open(data, CLOCK);
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private void reopen() throws FaultException {
    store.close();
    store = DossierStore.open(data, CLOCK);
  }

  @Test
  void keepsADossierAsItWas() throws FaultException {
    DossierCode code = Samples.receive(store, CLOCK, MAI);
    Dossier kept = store.find(code).orElseThrow();
    assertThat(kept).isEqualTo(Samples.dossier(code, LocalDateTime.now(CLOCK), MAI));
    reopen();
    assertThat(store.find(code)).contains(kept);
    assertThat(store.events(code)).containsExactly(Samples.first(kept));
    assertThat(store.ofCitizen(new CitizenNumber("051191407263"))).containsExactly(kept);
    assertThat(store.ofCitizen(new CitizenNumber("051191407264"))).isEmpty();
    assertThat(store.opens(code, Samples.SECRET)).isTrue();
  }

  @Test
  void keepsNoSecretInThePlain() throws Exception {
    Samples.receive(store, CLOCK, MAI);
    store.close();
    try (Stream<Path> files = Files.walk(data.root())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain(Samples.SECRET.value());
      }
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.key())))
        .isEqualTo("rw-------");
    store = DossierStore.open(data, CLOCK);
  }

  @Test
  void numbersTheDossiersOfADayOneAfterTheOther() throws FaultException {
    for (int i = 1; i <= 3; i++) {
      assertThat(Samples.receive(store, CLOCK, MAI).value()).endsWith("-261120-000" + i);
    }
    assertThat(Samples.receive(store, Samples.at("2026-11-23T09:00:00"), MAI).value())
        .endsWith("-261123-0001");
  }

  @Test
  void writesAllOrNothing() throws FaultException {
    FaultException thrown =
        catchThrowableOfType(
            FaultException.class,
            () ->
                store.write(transaction -> {
                  DossierCode code =
                      transaction.reserve(
                          Samples.CENTRE.agency(), LocalDateTime.now(CLOCK).toLocalDate());
                  Dossier dossier = Samples.dossier(code, LocalDateTime.now(CLOCK), MAI);
                  transaction.insert(
                      new NewDossier(
                          dossier,
                          Samples.first(dossier),
                          Samples.SECRET,
                          List.of(),
                          Optional.empty()));
                  throw new FaultException(new DeskFault.NotReady());
                }));
    assertThat(thrown.fault()).isEqualTo(new DeskFault.NotReady());
    assertThat(store.count()).isZero();
    assertThat(Samples.receive(store, CLOCK, MAI).value()).endsWith("-0001");
    assertThatThrownBy(() ->
            store.write(transaction -> {
              throw new IllegalArgumentException("a bug");
            }))
        .hasRootCauseMessage("a bug");
    assertThat(Samples.receive(store, CLOCK, MAI).value()).endsWith("-0002");
  }

  @Test
  void tenThreadsWriteTogetherAndNoneLosesItsOwn() throws Exception {
    int threads = 10;
    int each = 40;
    List<Callable<List<DossierCode>>> writers = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int number = t;
      writers.add(() -> {
        List<DossierCode> own = new ArrayList<>();
        for (int i = 0; i < each; i++) {
          if (i % 4 == 3) {
            // What fails takes nobody with it.
            assertThatThrownBy(() ->
                    store.write(transaction -> {
                      transaction.reserve("H99", LocalDateTime.now(CLOCK).toLocalDate());
                      throw new FaultException(new DeskFault.NotReady());
                    }))
                .isInstanceOf(FaultException.class);
          } else {
            Party party = Samples.party("05119140" + String.format("%04d", number), "Ai " + i);
            own.add(Samples.receive(store, CLOCK, party));
          }
        }
        return own;
      });
    }
    Set<DossierCode> all = new java.util.HashSet<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (Future<List<DossierCode>> own : pool.invokeAll(writers)) {
        all.addAll(own.get());
      }
    }
    assertThat(all).hasSize(threads * each * 3 / 4);
    assertThat(store.count()).isEqualTo(all.size());
    reopen();
    for (int t = 0; t < threads; t++) {
      assertThat(store.ofCitizen(new CitizenNumber("05119140" + String.format("%04d", t))))
          .hasSize(each * 3 / 4);
    }
    assertThat(store.nextCode("H99", LocalDateTime.now(CLOCK).toLocalDate()).value())
        .endsWith("-0001");
  }

  @Test
  void aFullDatabaseRefusesTheBigAndKeepsTheSmall() throws FaultException {
    Samples.receive(store, CLOCK, MAI);
    int pages = store.write(tx -> pragma(tx, "page_count"));
    store.write(tx -> pragma(tx, "max_page_count = " + (pages + 3)));
    Party big = Samples.party("051191407263", "Đ".repeat(40_000));
    long before = store.count();
    assertThat(fault(() -> Samples.receive(store, CLOCK, big))).isEqualTo("STORE-FULL");
    assertThat(store.count()).isEqualTo(before);
    Samples.receive(store, CLOCK, MAI);
    assertThat(store.count()).isEqualTo(before + 1);
    store.write(tx -> pragma(tx, "max_page_count = 1000000"));
    Samples.receive(store, CLOCK, big);
    assertThat(store.count()).isEqualTo(before + 2);
  }

  @Test
  void textThatLooksLikeSqlIsText() throws FaultException {
    String name = "Robert'); DROP TABLE dossier;-- \" % _ \\";
    DossierCode code = Samples.receive(store, CLOCK, Samples.party("051191407263", name));
    assertThat(store.find(code).orElseThrow().applicant().name()).isEqualTo(name);
    for (String text : List.of("'", "\"", "%", "_", "\\", ");", "\u0000", "x".repeat(100_000))) {
      assertThat(store.list(Optional.empty(), text).size()).isLessThanOrEqualTo(1);
    }
    assertThat(store.count()).isEqualTo(1);
  }

  @Test
  void eventsAndViewingsNeverChange() throws Exception {
    DossierCode code = Samples.receive(store, CLOCK, MAI);
    store.write(tx ->
        execute(
            tx,
            "INSERT INTO removed_page SELECT id, 0, 1, 'Tờ khai', 'BLANK', 'Hà',"
                + " '2026-11-20T08:00', 0, NULL FROM dossier"));
    store.write(tx -> {
      tx.viewed(code, new LedgerEntry(LocalDateTime.now(CLOCK), "Hà", "xem", ""));
      return true;
    });
    for (String sql :
        List.of(
            "UPDATE event SET actor = 'x'",
            "DELETE FROM event",
            "UPDATE viewing SET who = ''",
            "DELETE FROM viewing",
            "UPDATE removed_page SET who = ''",
            "DELETE FROM removed_page")) {
      assertThatThrownBy(() -> store.write(tx -> execute(tx, sql)))
          .hasStackTraceContaining("never");
    }
    assertThat(store.ledger(code)).hasSize(1);
  }

  @Test
  void refusesWhatANewerOrAnotherProgramWrote() throws Exception {
    Samples.receive(store, CLOCK, MAI);
    store.close();
    sql("INSERT INTO migration VALUES (999, '0999_future.sql', 'x', '2030-01-01')");
    assertThat(fault(() -> DossierStore.open(data, CLOCK).close())).isEqualTo("STORE-NEWER");
    sql("DELETE FROM migration WHERE number = 999");
    sql("UPDATE migration SET sha256 = 'changed' WHERE number = 1");
    assertThat(fault(() -> DossierStore.open(data, CLOCK).close())).isEqualTo("STORE-FOREIGN");
    sql(
        "UPDATE migration SET sha256 = '"
            + Migrations.own(Keys.of(KeyFile.open(data))).getFirst().sha256()
            + "' WHERE number = 1");
    store = DossierStore.open(data, CLOCK);
    assertThat(store.count()).isEqualTo(1);
  }

  @Test
  void namesADamagedDatabaseAndAMissingKey() throws Exception {
    Samples.receive(store, CLOCK, MAI);
    store.close();
    byte[] good = Files.readAllBytes(data.database());
    byte[] bad = good.clone();
    for (int i = 4096; i < bad.length; i++) {
      bad[i] = (byte) (i * 31);
    }
    Files.write(data.database(), bad);
    assertThat(fault(() -> DossierStore.open(data, CLOCK).close())).isEqualTo("STORE-DAMAGED");
    Files.writeString(
        data.database(), "this is no database at all, whatever its name says\n".repeat(200));
    assertThat(fault(() -> DossierStore.open(data, CLOCK).close())).isEqualTo("STORE-DAMAGED");
    Files.write(data.database(), good);
    byte[] key = Files.readAllBytes(data.key());
    Files.delete(data.key());
    assertThat(fault(() -> DossierStore.open(data, CLOCK).close())).isEqualTo("STORE-KEY");
    Files.write(data.key(), key);
    store = DossierStore.open(data, CLOCK);
    assertThat(store.count()).isEqualTo(1);
  }

  @Test
  void keepsFilesUnderTheirHash() throws Exception {
    DossierCode code = Samples.receive(store, CLOCK, MAI);
    Path source = Files.writeString(folder.resolve("a"), "abc");
    Blob blob = store.blobs().put(source, code);
    byte[] sealed = Files.readAllBytes(store.blobs().path(blob));
    assertThat(blob.bytes()).isEqualTo(sealed.length);
    assertThat(blob.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sealed)));
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("abc");
    Path plain = folder.resolve("plain");
    store.blobs().open(blob, code, plain);
    assertThat(plain).hasContent("abc");
    Files.delete(plain);
    DossierCode other = Samples.receive(store, CLOCK, MAI);
    assertThat(fault(() -> store.blobs().open(blob, other, plain))).isEqualTo("STORE-DAMAGED");
    assertThat(plain).doesNotExist();
    assertThat(data.temporary()).isEmptyDirectory();
    store.forget(List.of(blob));
    assertThat(store.blobs().path(blob)).doesNotExist();
    assertThatThrownBy(() -> new Blob("../../etc/passwd", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static int pragma(Transaction transaction, String pragma) {
    try {
      return Rows.first(transaction.connection(), "PRAGMA " + pragma, row -> row.getInt(1))
          .orElseThrow();
    } catch (java.sql.SQLException trouble) {
      throw new SqlTrouble(trouble);
    }
  }

  private static boolean execute(Transaction transaction, String sql) {
    try (Statement statement = transaction.connection().createStatement()) {
      return statement.execute(sql);
    } catch (java.sql.SQLException trouble) {
      throw new SqlTrouble(trouble);
    }
  }

  private void sql(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.database());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String fault(ThrowingCallable call) {
    FaultException thrown = catchThrowableOfType(FaultException.class, call);
    assertThat(thrown).as("a fault was expected").isNotNull();
    return thrown.fault().code();
  }
}
