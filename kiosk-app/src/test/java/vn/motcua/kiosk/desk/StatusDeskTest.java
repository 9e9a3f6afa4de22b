package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.StatusReader;
import vn.motcua.scanner.FaultException;

/** Statuses leave in order, each once, and say of every dossier what the store says. */
class StatusDeskTest {
  private static final String MORNING = "2026-11-26T09:00:00";
  private static final Pattern FILE =
      Pattern.compile("([0-9a-f]{16})-([0-9]{12})-([0-9]{12})-([1-9])-([A-Za-z]+)\\.json");

  @TempDir Path root;
  private Path out;
  private DataFolder folder;
  private DossierStore store;

  @BeforeEach
  void open() throws Exception {
    out = Files.createDirectory(root.resolve("portal"));
    folder = DataFolder.open(root.resolve("data"));
    store = DossierStore.open(folder, Samples.at(MORNING));
  }

  @AfterEach
  void close() {
    store.close();
    folder.close();
  }

  private DossierCode receive(int i) throws Exception {
    return Samples.receive(
        store,
        Samples.at(MORNING),
        Samples.party("05119140%04d".formatted(i), "Đinh \"Thị\" Số " + i));
  }

  private void forward(DossierCode code) throws Exception {
    store.write(transaction -> {
      Dossier now = transaction.find(code).orElseThrow();
      DossierEvent event =
          new DossierEvent(
              transaction.events(code).size() + 1,
              LocalDateTime.parse("2026-11-27T10:00:05"),
              Move.FORWARD,
              Stage.APPRAISAL,
              PortalStatus.PROCESSING,
              "Cán bộ Hai",
              "Bộ phận Hộ tịch",
              "ghi chú riêng của Mai");
      transaction.update(moved(now), event);
      return true;
    });
  }

  private static Dossier moved(Dossier now) {
    return new Dossier(
        now.code(),
        now.procedure(),
        now.applicant(),
        now.owner(),
        now.received(),
        now.due(),
        Stage.APPRAISAL,
        PortalStatus.PROCESSING,
        now.holder(),
        now.since(),
        now.papers(),
        now.originals(),
        now.channel(),
        now.apology(),
        now.missing(),
        now.reason(),
        now.counter(),
        now.fee(),
        now.handling());
  }

  private StatusDesk desk() throws FaultException {
    return new StatusDesk(StatusReader.of(folder.root()), new FolderExport(out));
  }

  @Test
  void everyDossierIsToldAsTheStoreHasIt() throws Exception {
    List<DossierCode> codes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      codes.add(receive(i));
    }
    StatusDesk.Done first = desk().run();
    assertThat(first.dossiers()).isEqualTo(40);
    for (int i = 0; i < 40; i += 3) {
      forward(codes.get(i));
    }
    receive(99);
    desk().run();
    StatusDesk.Done nothing = desk().run();
    assertThat(nothing.batches()).isZero();
    Portal portal = Portal.read(out);
    assertThat(portal.statuses).hasSize(41);
    assertThat(portal.progress).as("each event once").hasSize(41 + 14).doesNotHaveDuplicates();
    for (Dossier dossier :
        store.receivedBetween(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 31))) {
      assertThat(portal.statuses.get(dossier.code().value()))
          .isEqualTo(String.valueOf(dossier.status().number()));
      assertThat(portal.owners.get(dossier.code().value())).isEqualTo(dossier.owner().name());
    }
    assertThat(portal.text)
        .contains("\"NgayTiepNhan\" : \"20261126090000\"", "\"ThoiDiemXuLy\" : \"20261127100005\"")
        .contains("\"isUpdating\" : \"False\"", "\"isUpdating\" : \"True\"")
        .doesNotContain("ghi chú riêng");
  }

  @Test
  void anExportThatWasCutOffGoesOnWithTheSameBounds() throws Exception {
    DossierCode code = receive(1);
    String site = StatusReader.of(folder.root()).site();
    long end = StatusReader.of(folder.root()).after(0, 100, OptionalLong.empty()).upTo();
    // Ended after the first file of a batch, whose bounds stand in the cursor.
    Files.writeString(
        out.resolve("cursor.json"),
        "{\"site\":\"" + site + "\",\"delivered\":0,\"begun\":" + end + "}");
    Path half = out.resolve("%s-%012d-%012d-1-DongBoHoSoMC.json".formatted(site, 1, end));
    Files.writeString(half, "{}");
    forward(code);
    receive(2);
    StatusDesk.Done done = desk().run();
    assertThat(done.batches()).isEqualTo(2);
    Portal portal = Portal.read(out);
    assertThat(portal.statuses).hasSize(2).containsEntry(code.value(), "4");
    assertThat(portal.progress).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void anyPartCanBeExportedAgain() throws Exception {
    receive(1);
    StatusDesk.Done done = desk().run();
    assertThat(desk().since(0).dossiers()).isEqualTo(1);
    assertThat(desk().since(LocalDate.of(2026, 11, 26)).events()).isEqualTo(1);
    assertThat(desk().since(LocalDate.of(2026, 11, 27)).batches()).isZero();
    assertThat(new FolderExport(out).delivered(done.site())).isEqualTo(done.upTo());
    assertThat(Portal.read(out).progress).hasSize(1);
    assertThatThrownBy(() -> new FolderExport(out).delivered("0".repeat(16)))
        .isInstanceOfSatisfying(
            FaultException.class,
            fault -> assertThat(fault.fault().code()).isEqualTo("EXPORT-CURSOR"));
  }

  /** A small reader of its own: no JSON library, no class of the exporter. */
  private static final class Portal {
    private final Map<String, String> statuses = new LinkedHashMap<>();
    private final Map<String, String> owners = new LinkedHashMap<>();
    private final List<String> progress = new ArrayList<>();
    private String text = "";

    static Portal read(Path folder) throws Exception {
      Portal portal = new Portal();
      List<Path> files;
      try (Stream<Path> all = Files.list(folder)) {
        files = all.filter(file -> !file.endsWith("cursor.json")).sorted().toList();
      }
      long next = 1;
      long end = 0;
      for (Path file : files) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        assertThat(name.matches()).as(file.toString()).isTrue();
        if (Long.parseLong(name.group(3)) != end) {
          assertThat(Long.parseLong(name.group(2))).as("no gap, no double").isEqualTo(next);
          end = Long.parseLong(name.group(3));
          next = end + 1;
        }
        portal.take(name.group(5), Files.readString(file, StandardCharsets.UTF_8));
      }
      return portal;
    }

    private void take(String service, String json) {
      text += json;
      assertThat(json).contains("\"service\" : \"" + service + "\"");
      // Every object of the data begins with the dossier's code.
      for (String object : json.split("(?=\\{\\s+\"MaHoSo\")")) {
        String code = field(object, "MaHoSo");
        if (code.isEmpty()) {
          continue;
        }
        if (service.equals("DongBoHoSoMC")) {
          statuses.put(code, field(object, "TrangThaiHoSo"));
          owners.put(code, field(object, "ChuHoSo"));
        } else {
          progress.add(
              code
                  + " "
                  + field(object, "ThoiDiemXuLy")
                  + " "
                  + field(object, "NguoiXuLy")
                  + " "
                  + field(object, "TrangThai"));
          assertThat(field(object, "NoiDungXuLy")).isNotBlank();
        }
      }
    }

    private static String field(String object, String name) {
      Matcher found =
          Pattern.compile("\"" + name + "\" : \"((?:[^\"\\\\]|\\\\.)*)\"").matcher(object);
      return found.find() ? found.group(1).replace("\\\"", "\"") : "";
    }
  }
}
