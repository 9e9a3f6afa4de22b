package vn.motcua.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.desk.Samples;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;

class BackupTest {
  private static final Clock CLOCK = Samples.at("2026-11-20T09:00:00");
  private static final String MAI = "051191407263";

  @TempDir Path folder;
  private Path root = Path.of("");
  private Path file = Path.of("");
  private DataFolder data;
  private DossierStore store;

  @BeforeEach
  void open() throws Exception {
    root = folder.resolve("data");
    file = folder.resolve("backup.zip");
    data = DataFolder.open(root);
    store = DossierStore.open(data, CLOCK);
    for (int i = 0; i < 3; i++) {
      receive(i);
    }
    Files.writeString(root.resolve("settings.json"), "{}");
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private DossierCode receive(int i) throws FaultException, IOException {
    LocalDateTime now = LocalDateTime.now(CLOCK);
    Path scan = Files.writeString(folder.resolve("scan-" + i), "trang giấy số " + i);
    DossierCode code = store.nextCode(Samples.CENTRE.agency(), now.toLocalDate());
    Blob blob = store.blobs().put(scan, code);
    store.write(transaction -> {
      assertThat(transaction.reserve(Samples.CENTRE.agency(), now.toLocalDate())).isEqualTo(code);
      Dossier dossier = Samples.dossier(code, now, Samples.party(MAI, "Đinh Thị Mai"));
      transaction.insert(
          new NewDossier(
              dossier,
              Samples.first(dossier),
              Samples.SECRET,
              List.of(new KeptFile(KeptFile.Kind.ARCHIVE, blob)),
              Optional.empty()));
      return true;
    });
    return code;
  }

  @Test
  void isTheSameElsewhereAfterABackupUnderWriting() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    List<DossierCode> meanwhile = new ArrayList<>();
    Thread busy =
        Thread.ofPlatform()
            .start(() -> {
              try {
                for (int i = 10; !stop.get(); i++) {
                  meanwhile.add(receive(i));
                }
              } catch (FaultException | IOException trouble) {
                throw new IllegalStateException(trouble);
              }
            });
    BackupManifest made;
    try {
      made = Backup.write(root, file, Optional.empty(), CLOCK);
    } finally {
      stop.set(true);
      busy.join();
    }
    assertThat(made.whole()).isTrue();
    Path elsewhere = folder.resolve("elsewhere");
    BackupManifest restored =
        Restore.run(file, elsewhere, Optional.of(data.key()), Optional.empty());
    assertThat(restored).isEqualTo(made);
    assertThat(AuditTrail.verifyAgainst(elsewhere, Optional.of(made.head()), true).isWhole())
        .isTrue();
    try (DataFolder other = DataFolder.open(elsewhere);
        DossierStore there = DossierStore.open(other, CLOCK)) {
      assertThat(there.count()).isEqualTo(made.counts().get("dossier")).isGreaterThanOrEqualTo(3);
      DossierCode code = new DossierCode("H48.125.16-261120-0002");
      assertThat(there.find(code)).isEqualTo(store.find(code));
      assertThat(there.files(code)).isEqualTo(store.files(code)).hasSize(1);
      Path plain = folder.resolve("plain");
      there.blobs().open(there.files(code).getFirst().blob(), code, plain);
      assertThat(plain).hasContent("trang giấy số 1");
      assertThat(there.opens(code, Samples.SECRET)).isTrue();
      assertThat(there.list(Optional.empty(), "dinh mai")).hasSizeGreaterThanOrEqualTo(3);
      // It goes on under the same name, with a key of its own for the heads to come.
      Samples.receive(there, CLOCK, Samples.party(MAI, "Đinh Thị Mai"));
    }
    assertThat(AuditTrail.verifyAgainst(elsewhere, Optional.of(made.head()), true).isWhole())
        .isTrue();
    assertThat(leftOvers()).isEmpty();
  }

  @Test
  void theKeyIsNotInsideUnlessAPassphraseSealsIt() throws Exception {
    Backup.write(root, file, Optional.empty(), CLOCK);
    assertThat(fault(Optional.empty(), Optional.of("x"))).isEqualTo(new BackupFault.NoKey());
    Path other = folder.resolve("other.key");
    Files.write(other, new byte[32]);
    assertThat(fault(Optional.of(other), Optional.empty())).isEqualTo(new BackupFault.KeyWrong());

    Backup.write(root, file, Optional.of("cụm mật khẩu".toCharArray()), CLOCK);
    assertThat(fault(Optional.empty(), Optional.of("khác")))
        .isEqualTo(new BackupFault.Passphrase());
    Path elsewhere = folder.resolve("elsewhere");
    Restore.run(file, elsewhere, Optional.empty(), Optional.of("cụm mật khẩu".toCharArray()));
    assertThat(elsewhere.resolve("keys/lookup.key")).hasSameBinaryContentAs(data.key());
    String raw = Files.readString(data.key(), StandardCharsets.ISO_8859_1);
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(raw);
  }

  @Test
  void anyFlippedByteIsFoundAndNothingIsLeftBehind() throws Exception {
    Backup.write(root, file, Optional.empty(), CLOCK);
    byte[] good = Files.readAllBytes(file);
    Random random = new Random(20_261_120);
    int refused = 0;
    for (int i = 0; i < 60; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, bad);
      Path there = folder.resolve("flip-" + i);
      try {
        Restore.run(file, there, Optional.of(data.key()), Optional.empty());
        // A bit of the ZIP that says nothing of the content, a time, say.
        assertThat(AuditTrail.verify(there, Optional.empty(), true).isWhole()).isTrue();
      } catch (FaultException found) {
        refused++;
        assertThat(there).doesNotExist();
      }
    }
    assertThat(refused).isGreaterThan(40);
    assertThat(leftOvers()).isEmpty();
  }

  @Test
  void aCutBackupIsIncomplete() throws Exception {
    Backup.write(root, file, Optional.empty(), CLOCK);
    byte[] good = Files.readAllBytes(file);
    for (int length : new int[] {0, 10, good.length / 2, good.length - 1}) {
      Files.write(file, java.util.Arrays.copyOf(good, length));
      assertThat(fault(Optional.of(data.key()), Optional.empty()))
          .isInstanceOfAny(BackupFault.Incomplete.class, BackupFault.Damaged.class);
    }
    Files.delete(file);
    assertThat(fault(Optional.of(data.key()), Optional.empty()))
        .isEqualTo(new BackupFault.Unreadable());
  }

  @Test
  void onlyAnEmptyFolderIsRestoredInto() throws Exception {
    Backup.write(root, file, Optional.empty(), CLOCK);
    Path there = Files.createDirectory(folder.resolve("there"));
    Files.writeString(there.resolve("thư"), "của người khác");
    FaultException refused =
        catchThrowableOfType(
            FaultException.class,
            () -> Restore.run(file, there, Optional.of(data.key()), Optional.empty()));
    assertThat(refused.fault()).isEqualTo(new BackupFault.NotEmpty());
    Files.delete(there.resolve("thư"));
    Restore.run(file, there, Optional.of(data.key()), Optional.empty());
    assertThat(there.resolve("settings.json")).hasContent("{}");
  }

  @Test
  void aMissingFileOfADossierIsNoBackup() throws Exception {
    Backup.write(root, file, Optional.empty(), CLOCK);
    byte[] before = Files.readAllBytes(file);
    DossierCode code = new DossierCode("H48.125.16-261120-0001");
    Files.delete(store.blobs().path(store.files(code).getFirst().blob()));
    FaultException refused =
        catchThrowableOfType(
            FaultException.class, () -> Backup.write(root, file, Optional.empty(), CLOCK));
    assertThat(refused.fault()).isEqualTo(new BackupFault.Source());
    assertThat(Files.readAllBytes(file)).as("the older backup stays").isEqualTo(before);
    assertThat(leftOvers()).isEmpty();
    assertThat(AuditTrail.verify(root, Optional.empty(), true).findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.fault().code()).isEqualTo("AUDIT-FILE");
          assertThat(finding.dossier()).contains(code.value());
        });
  }

  private Fault fault(Optional<Path> key, Optional<String> passphrase) {
    Path there = folder.resolve("refused");
    FaultException refused =
        catchThrowableOfType(
            FaultException.class,
            () -> Restore.run(file, there, key, passphrase.map(String::toCharArray)));
    assertThat(there).doesNotExist();
    return refused.fault();
  }

  private List<String> leftOvers() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".part") || name.startsWith(".restore"))
          .toList();
    }
  }
}
