package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.forms.receipt.SiteSigner;
import vn.motcua.kiosk.outgoing.PackageName;
import vn.motcua.kiosk.store.Blob;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.KeptFile;
import vn.motcua.kiosk.store.PackageContent;
import vn.motcua.kiosk.store.PackageRow;
import vn.motcua.kiosk.store.PackageRow.State;
import vn.motcua.scanner.FaultException;

/** Packages leave once, whole, and are kept in the books until the receiver has the same bytes. */
class PackageDeskTest {
  private static final String MORNING = "2026-11-26T09:00:00";
  private static final byte[] PDF = "%PDF-1.7 tờ khai".getBytes(StandardCharsets.UTF_8);

  @TempDir Path root;
  private Path out;
  private DataFolder folder;
  private DossierStore store;
  private SiteSigner signer;

  @BeforeEach
  void open() throws Exception {
    out = Files.createDirectory(root.resolve("share"));
    folder = DataFolder.open(root.resolve("data"));
    store = DossierStore.open(folder, Samples.at(MORNING));
    signer = SiteSigner.open(folder.keys(), "Xã Suối Đá");
  }

  @AfterEach
  void close() {
    store.close();
    folder.close();
  }

  private PackageDesk desk(String time) {
    return desk(Samples.at(time), out);
  }

  private PackageDesk desk(Clock clock, Path to) {
    PackagePlace place = new PackagePlace(to, to, false, Duration.ofDays(7));
    return new PackageDesk(
        store, folder, Optional.of(place), signer, "Một Cửa 0", "H48.125.16", clock);
  }

  private DossierCode receive() throws Exception {
    DossierCode code =
        Samples.receive(
            store, Samples.at(MORNING), Samples.party("051191407263", "Đinh Thị Sao Mai"));
    add(code, KeptFile.Kind.ARCHIVE, "Tờ khai", PDF);
    add(code, KeptFile.Kind.RECEIPT, "", "%PDF secret 7K3MPX".getBytes(StandardCharsets.UTF_8));
    return code;
  }

  private void add(DossierCode code, KeptFile.Kind kind, String paper, byte[] bytes)
      throws Exception {
    Path plain = Files.write(root.resolve("plain"), bytes);
    Blob blob = store.blobs().put(plain, code);
    LocalDateTime at = LocalDateTime.parse(MORNING);
    store.write(transaction -> {
      transaction.add(code, new KeptFile(kind, blob, paper), at);
      return true;
    });
  }

  private void forward(DossierCode code, int number) throws Exception {
    DossierEvent event =
        new DossierEvent(
            number,
            LocalDateTime.parse("2026-11-26T10:00:00"),
            Move.FORWARD,
            Stage.APPRAISAL,
            PortalStatus.PROCESSING,
            "Cán bộ Một",
            "Bộ phận Hộ tịch",
            "ghi chú");
    store.write(transaction -> {
      transaction.update(transaction.find(code).orElseThrow(), event);
      return true;
    });
  }

  private PackageRow only() throws FaultException {
    assertThat(store.packages().newest()).hasSize(1);
    return store.packages().newest().getFirst();
  }

  @Test
  void aPackageIsWholeReadableAndProved() throws Exception {
    DossierCode code = receive();
    PackageDesk desk = desk(MORNING);
    assertThat(desk.pump()).isFalse();
    Path file = out.resolve(code + "_1.zip");
    PackageRow row = only();
    assertThat(row.state()).isEqualTo(State.WRITTEN);
    assertThat(row.file().orElseThrow())
        .isEqualTo(new Blob(sha256(Files.readAllBytes(file)), Files.size(file)));
    Map<String, byte[]> entries = unzip(file);
    JsonNode manifest = JsonMapper.shared().readTree(entries.get("manifest.json"));
    assertThat(manifest.path("MaHoSo").stringValue()).isEqualTo(code.value());
    assertThat(manifest.path("MaTTHC").stringValue()).isEqualTo("1.004873");
    assertThat(manifest.path("ChuHoSo").stringValue()).isEqualTo("Đinh Thị Sao Mai");
    assertThat(manifest.path("NgayTiepNhan").stringValue()).isEqualTo("20261126090000");
    assertThat(manifest.path("NgayHenTra").stringValue()).startsWith("202612");
    assertThat(manifest.path("TrangThaiHoSo").stringValue()).isEqualTo("2");
    assertThat(manifest.path("TienDo")).hasSize(1);
    assertThat(manifest.path("program").stringValue()).isEqualTo("Một Cửa 0");
    assertThat(manifest.path("seq").path("after").longValue()).isZero();
    assertThat(manifest.path("seq").path("upTo").longValue()).isPositive();
    assertThat(manifest.path("notInPackage").path("RECEIPT").intValue()).isEqualTo(1);
    assertThat(manifest.path("TaiLieuNop").get(0).path("DuongDanTaiTepTin").stringValue())
        .isEqualTo(code + "_01_to-khai.pdf");
    assertThat(manifest.path("files")).hasSize(1);
    for (JsonNode each : manifest.path("files")) {
      byte[] content = entries.get(each.path("name").stringValue());
      assertThat(content).isEqualTo(PDF);
      assertThat(each.path("sha256").stringValue()).isEqualTo(sha256(content));
      assertThat(each.path("bytes").intValue()).isEqualTo(content.length);
    }
    assertThat(entries).hasSize(3);
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .as("the citizen's secret stays in the house")
        .doesNotContain("7K3MPX");
    proved(entries);
    if (Files.getFileStore(out).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
          .isEqualTo("rwx------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  private static void proved(Map<String, byte[]> entries) throws Exception {
    JsonNode signed = JsonMapper.shared().readTree(entries.get("manifest.sig"));
    String key =
        signed.path("publicKey").stringValue().replaceAll("(?m)^[#-].*$", "").replaceAll("\\s", "");
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key))));
    check.update(entries.get("manifest.json"));
    assertThat(check.verify(Base64.getDecoder().decode(signed.path("signature").stringValue())))
        .isTrue();
  }

  @Test
  void anotherProgramUnpacksIt() throws Exception {
    assumeThat(Path.of("/usr/bin/unzip")).exists();
    DossierCode code = receive();
    desk(MORNING).pump();
    Process unzip =
        new ProcessBuilder("unzip", "-t", out.resolve(code + "_1.zip").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(unzip.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(unzip.waitFor()).as(said).isZero();
    assertThat(said).contains("manifest.json", "No errors");
  }

  @Test
  void everyChangeLeavesOnceAndViewingsDoNot() throws Exception {
    DossierCode code = receive();
    PackageDesk desk = desk(MORNING);
    desk.pump();
    desk.pump();
    assertThat(store.packages().newest()).hasSize(1);
    forward(code, 2);
    desk.pump();
    add(code, KeptFile.Kind.RESULT, "", "%PDF kết quả".getBytes(StandardCharsets.UTF_8));
    desk.pump();
    desk.pump();
    assertThat(store.packages().newest()).extracting(PackageRow::version).containsExactly(3, 2, 1);
    JsonNode second =
        JsonMapper.shared().readTree(unzip(out.resolve(code + "_2.zip")).get("manifest.json"));
    JsonNode third =
        JsonMapper.shared().readTree(unzip(out.resolve(code + "_3.zip")).get("manifest.json"));
    assertThat(second.path("TienDo")).hasSize(2);
    assertThat(third.path("seq").path("after")).isEqualTo(second.path("seq").path("upTo"));
    assertThat(third.path("files")).hasSize(2);
  }

  @Test
  void onlyAnAnswerWithTheRightHashCounts() throws Exception {
    DossierCode code = receive();
    PackageDesk desk = desk(MORNING);
    desk.pump();
    Path ack = out.resolve(code + "_1.zip.ack");
    Files.writeString(ack, "{\"sha256\": \"");
    desk.pump();
    assertThat(only().fault()).isEqualTo("PACKAGE-ANSWER");
    Files.writeString(ack, "{\"sha256\": \"" + "0".repeat(64) + "\"}");
    desk.pump();
    assertThat(only().state()).isEqualTo(State.WRITTEN);
    assertThat(only().fault()).isEqualTo("PACKAGE-HASH");
    Files.delete(ack);
    Files.writeString(out.resolve(code + "_1.nack"), "{\"reason\": \"thiếu\\u0007 tệp của Mai\"}");
    desk.pump();
    assertThat(only().state()).isEqualTo(State.REFUSED);
    assertThat(only().reason()).isEqualTo("thiếu tệp của Mai");
    assertThat(only().fault()).isEqualTo("PACKAGE-REFUSED");
    Files.delete(out.resolve(code + "_1.nack"));
    Files.writeString(
        ack,
        "{\"sha256\": \"" + only().file().orElseThrow().sha256().toUpperCase(Locale.ROOT) + "\"}");
    desk.pump();
    assertThat(only().state()).isEqualTo(State.ACKNOWLEDGED);
    assertThat(only().fault()).isEmpty();
    desk("2026-12-03T08:00:00").pump();
    assertThat(out.resolve(code + "_1.zip")).exists();
    desk("2026-12-03T10:00:00").pump();
    assertThat(out).isEmptyDirectory();
    assertThat(only().removed()).isPresent();
    // What a receiver says may name people.
    String named =
        new String("tệp của Mai".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    for (String file : List.of("motcua.db", "motcua.db-wal")) {
      byte[] bytes = Files.readAllBytes(folder.root().resolve(file));
      assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain(named);
    }
  }

  @Test
  void aFolderThatIsGoneLosesNothing() throws Exception {
    DossierCode code = receive();
    Path away = root.resolve("away");
    Files.move(out, away);
    PackageDesk desk = desk(MORNING);
    assertThat(desk.pump()).isFalse();
    assertThat(desk.trouble().orElseThrow().code()).isEqualTo("PACKAGE-FOLDER");
    forward(code, 2);
    desk.pump();
    assertThat(only().state()).as("one package tells both").isEqualTo(State.QUEUED);
    Files.move(away, out);
    desk.pump();
    assertThat(desk.trouble()).isEmpty();
    assertThat(out.resolve(code + "_1.zip")).exists();
    JsonNode manifest =
        JsonMapper.shared().readTree(unzip(out.resolve(code + "_1.zip")).get("manifest.json"));
    assertThat(manifest.path("TienDo")).hasSize(2);
  }

  @Test
  void whereverTheProgramEndsAPackageLeavesOnce() throws Exception {
    DossierCode code = receive();
    PackageRow queued = queue();
    PackagePlace place = new PackagePlace(out, out, false, Duration.ofDays(7));
    PackageName name = new PackageName(code, 1);
    PackageContent content =
        store.write(transaction -> transaction.packages().content(queued)).orElseThrow();
    Blob blob = place.write(name, zip -> zip.write(PDF));
    store.write(transaction -> {
      transaction.packages().writing(queued, blob, content.upTo());
      return true;
    });
    assertThat(names()).containsExactly("." + code + "_1.zip.part");
    // Ended before the file had its name: it gets it, unchanged.
    desk(MORNING).pump();
    assertThat(out.resolve(code + "_1.zip")).hasBinaryContent(PDF);
    assertThat(only().state()).isEqualTo(State.WRITTEN);
    assertThat(names()).hasSize(1);
    // Ended after that, and the receiver took it away meanwhile.
    forward(code, 2);
    PackageRow second = queue();
    store.write(transaction -> {
      transaction.packages().writing(second, blob, content.upTo());
      return true;
    });
    desk(MORNING).pump();
    assertThat(out.resolve(code + "_2.zip")).doesNotExist();
    assertThat(store.packages().newest().getFirst().state()).isEqualTo(State.WRITTEN);
    // Somebody wrote into what had no name yet: nobody has it, so that it is made anew.
    forward(code, 3);
    PackageRow third = queue();
    store.write(transaction -> {
      transaction.packages().writing(third, blob, content.upTo());
      return true;
    });
    Files.write(out.resolve("." + code + "_3.zip.part"), new byte[3]);
    desk(MORNING).pump();
    desk(MORNING).pump();
    assertThat(unzip(out.resolve(code + "_3.zip"))).containsKey("manifest.json");
  }

  private PackageRow queue() throws FaultException {
    LocalDateTime at = LocalDateTime.parse(MORNING);
    store.write(transaction -> transaction.packages().follow(1000, at));
    return store.packages().open(10).getFirst();
  }

  @Test
  void aDamagedFileHoldsUpItsOwnDossierOnly() throws Exception {
    DossierCode bad = receive();
    Blob blob = store.files(bad).getFirst().blob();
    Files.write(store.blobs().path(blob), new byte[10]);
    DossierCode good = receive();
    desk(MORNING).pump();
    assertThat(names()).containsExactly(good + "_1.zip");
    assertThat(store.packages().find(bad, 1).orElseThrow().fault()).isEqualTo("STORE-DAMAGED");
  }

  @Test
  void aPersonCanSendAgainWhatExists() throws Exception {
    DossierCode code = receive();
    PackageDesk desk = desk(MORNING);
    desk.pump();
    desk.again(code);
    desk.again(code);
    desk.pump();
    assertThat(names()).containsExactly(code + "_1.zip", code + "_2.zip");
    assertThatThrownBy(() -> desk.again(new DossierCode("H48.125.16-261126-0999")))
        .isInstanceOfSatisfying(
            FaultException.class,
            fault -> assertThat(fault.fault().code()).isEqualTo("PACKAGE-DOSSIER"));
  }

  @Test
  void theWorkerLetsThemLeaveByItself() throws Exception {
    DossierCode code = receive();
    try (var worker = new PackageWorker(desk(MORNING), Duration.ofMillis(20))) {
      assertThat(worker).isNotNull();
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (!Files.exists(out.resolve(code + "_1.zip")) && System.nanoTime() < end) {
        LockSupport.parkNanos(5_000_000);
      }
      assertThat(out.resolve(code + "_1.zip")).exists();
    }
  }

  private List<String> names() throws Exception {
    try (Stream<Path> all = Files.list(out)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Map<String, byte[]> unzip(Path file) throws Exception {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          entries.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return entries;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
