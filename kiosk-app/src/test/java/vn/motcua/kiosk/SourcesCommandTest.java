package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.kiosk.desk.StoreMemory;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.source.LyingServer;
import vn.motcua.kiosk.source.SourceAnswer;
import vn.motcua.kiosk.source.SourceDossier;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.FaultException;

/** From the settings over a running house to {@code lookup} and {@code sources}. */
class SourcesCommandTest {
  private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CODE = "H48.25-250120-0001";

  @TempDir Path dir;
  private Path data;
  private Path folder;

  private House open() throws FaultException {
    return House.open(data, CLOCK, (_, _) -> new House.Hardware(List.of(), List.of(), List.of()));
  }

  @BeforeEach
  void set() throws Exception {
    data = dir.resolve("data");
    folder = Files.createDirectory(dir.resolve("xuat"));
    open().close();
    Files.createDirectories(data.resolve("sources"));
    Files.writeString(
        data.resolve("sources/tinh.json"),
        """
        {"complete": "rename", "proofs": ["secret"],
         "columns": {"code": "ma", "status": "tt", "owner": "chu", "secret": "matra"}}
        """);
  }

  private void settings(String... sources) throws Exception {
    Path file = data.resolve("settings.json");
    ObjectNode settings = (ObjectNode) JSON.readTree(Files.readString(file));
    settings.set("sources", JSON.readTree("[" + String.join(",", sources) + "]"));
    Files.writeString(file, JSON.writeValueAsString(settings));
  }

  private static String source(String id, String kind, String address, String mapping) {
    return JSON.writeValueAsString(
        new SourceSetting(id, kind, "nguồn " + id, address, mapping, 30));
  }

  private Typed run(String... command) {
    return Typed.run(dir, command);
  }

  @Test
  void aFolderIsTakenWhileTheHouseIsOpenAndLookedUpAfterwards() throws Exception {
    settings(source("tinh", "folder", folder.toString(), "sources/tinh.json"));
    Files.writeString(
        folder.resolve("a.csv"),
        "ma,tt,chu,matra\n" + CODE + ",Đang xử lý,Hồ Thị Lành,K7M3PX\nx,4,Y,ABCDEF\n");
    Path report = data.resolve("sources/tinh.report.json");
    try (House house = open()) {
      assertThat(house.settings().sources()).hasSize(1);
      CountDownLatch never = new CountDownLatch(1);
      long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (!Files.exists(report) && System.nanoTime() < end) {
        assertThat(never.await(100, TimeUnit.MILLISECONDS)).isFalse();
      }
    }
    JsonNode file = run("sources", "--data", data.toString()).done().at("/sources/0/files/0");
    assertThat(file.get("rows").asInt()).isEqualTo(1);
    assertThat(file.get("refused").asInt()).isEqualTo(1);
    assertThat(file.at("/bad/0/line").asInt()).isEqualTo(3);
    assertThat(file.at("/bad/0/why").asString()).isEqualTo("code");
    assertThat(Files.readString(report)).doesNotContain("Lành", "K7M3PX");

    JsonNode found = run("lookup", CODE, "--secret", "k7m3px", "--data", data.toString()).done();
    assertThat(found.get("source").asString()).isEqualTo("nguồn tinh");
    assertThat(found.get("asOf").asString()).isNotEmpty();
    assertThat(found.get("portalStatus").asInt()).isEqualTo(4);
    assertThat(found.get("ageMinutes").asLong()).isNotNegative();
    assertThat(run("lookup", CODE, "--secret", "222222", "--data", data.toString()).fault())
        .isEqualTo("LOOKUP-UNKNOWN");
  }

  @Test
  void peopleOfASourceThatWasTakenOutOrRenamedAreForgotten() throws Exception {
    try (DataFolder folder = DataFolder.open(data);
        DossierStore store = DossierStore.open(folder, CLOCK)) {
      StoreMemory memory = new StoreMemory(store, CLOCK);
      SourceDossier dossier =
          new SourceDossier(
              new DossierCode(CODE),
              "",
              "",
              "Hồ Thị Lành",
              Optional.empty(),
              "",
              "K7M3PX",
              LocalDateTime.now(CLOCK),
              Optional.empty(),
              PortalStatus.PROCESSING,
              Stage.APPRAISAL,
              "",
              "",
              0,
              List.of());
      for (String name : List.of("tên cũ", "nguồn tinh")) {
        memory.put(name, List.of(new SourceAnswer.Found(name, LocalDateTime.now(CLOCK), dossier)));
      }
      SourceSetting set = new SourceSetting("tinh", "folder", "nguồn tinh", "x", "y", 60);
      Clock late = Clock.offset(CLOCK, Duration.ofDays(59));
      HouseSources.forget(List.of(set), memory, late);
      assertThat(memory.sources()).containsExactly("nguồn tinh", "tên cũ");
      HouseSources.forget(
          List.of(
              new SourceSetting("b", "folder", "b", "x", "y", 50),
              new SourceSetting("tinh", "folder", "nguồn tinh", "x", "y", 3650)),
          memory,
          Clock.offset(CLOCK, Duration.ofDays(3640)));
      assertThat(memory.sources()).as("not before the longest time").hasSize(2);
      HouseSources.forget(List.of(), memory, Clock.offset(CLOCK, Duration.ofDays(89)));
      assertThat(memory.sources()).hasSize(2);
      HouseSources.forget(List.of(set), memory, Clock.offset(CLOCK, Duration.ofDays(61)));
      assertThat(memory.sources()).isEmpty();
    }
  }

  @Test
  void whatIsWrongIsToldSourceBySource() throws Exception {
    Files.writeString(data.resolve("sources/bad.json"), "{\"complete\": \"rename\"}");
    Files.writeString(data.resolve("sources/http.json"), "{\"totalSeconds\": 1}");
    try (LyingServer server = new LyingServer()) {
      server.answers(LyingServer.http("500 No", "x"));
      settings(
          source("gone", "folder", dir.resolve("none").toString(), "sources/tinh.json"),
          source("bad", "folder", folder.toString(), "sources/bad.json"),
          source("svc", "http", "http://127.0.0.1:" + server.port() + "/", "sources/http.json"),
          source("far", "http", "http://example.org/", "sources/http.json"));
      JsonNode all = run("sources", "--data", data.toString()).done().get("sources");
      assertThat(all.at("/0/state").asString()).isEqualTo("SOURCE-FOLDER");
      assertThat(all.at("/1/state").asString()).isEqualTo("SOURCE-MAPPING");
      assertThat(all.at("/1/detail").asString()).contains("bad.json", "columns");
      assertThat(all.at("/2/state").asString()).as("nobody was asked").isEqualTo("OK");
      assertThat(all.at("/3/state").asString()).isEqualTo("SOURCE-MAPPING");
      assertThat(server.requests()).isZero();
      JsonNode asked = run("sources", "--check", "--data", data.toString()).done().get("sources");
      assertThat(asked.at("/2/state").asString()).isEqualTo("SOURCE-SERVER");
      assertThat(run("lookup", CODE, "--secret", "222222", "--data", data.toString()).fault())
          .as("a mistake in a mapping is never \"no dossier\"")
          .isEqualTo("LOOKUP-SOURCES");
    }
  }

  @Test
  void settingsThatMeanNothingAreDamaged() throws Exception {
    settings(
        "{\"id\": \"A/B\", \"kind\": \"folder\", \"name\": \"x\", \"address\": \"y\","
            + " \"mapping\": \"z\", \"keepDays\": 1}");
    assertThat(run("sources", "--data", data.toString()).fault()).isEqualTo("SETTINGS-DAMAGED");
  }
}
