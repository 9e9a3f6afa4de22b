package vn.motcua.kiosk.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.desk.Samples;
import vn.motcua.kiosk.desk.StoreMemory;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.FaultException;

/** The client against a server on a socket of its own, which answers what the test tells it. */
class HttpSourceTest {
  private static final Clock CLOCK = Samples.at("2026-11-26T09:00:00");
  private static final DossierCode CODE = new DossierCode("H48.25-261120-0001");
  private static final String GOOD =
      """
      {"error_code": "0", "result": {"MaHoSo": "H48.25-261120-0001", "MaTTHC": "1.001193",
       "ChuHoSo": "Hồ Thị Lành", "SoGiayTo": "051191407263", "NgayTiepNhan": "20261120083000",
       "NgayHenTra": "27/11/2026 17:00:00", "TrangThaiHoSo": 4, "TienTrinh": [
        {"NguoiXuLy": "Sở Tư pháp", "ThoiDiemXuLy": "2026-11-24T10:00:00",
         "NoiDungXuLy": "Thẩm định", "TrangThai": "4"},
        {"NguoiXuLy": "Một cửa", "ThoiDiemXuLy": "20261120083000",
         "NoiDungXuLy": "Tiếp nhận", "TrangThai": 2}]}}
      """;

  @TempDir Path dir;
  private DataFolder data;
  private DossierStore store;
  private LyingServer server;
  private Path mapping;

  @BeforeEach
  void open() throws Exception {
    data = DataFolder.open(dir.resolve("data"));
    store = DossierStore.open(data, CLOCK);
    server = new LyingServer();
    mapping = Files.writeString(dir.resolve("m.json"), "{\"totalSeconds\": 1}");
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    store.close();
    data.close();
  }

  private HttpSource source() throws FaultException {
    return HttpSource.open(
        "tỉnh",
        "http://127.0.0.1:" + server.port() + "/lgsp",
        mapping,
        data.keys(),
        new StoreMemory(store, CLOCK),
        CLOCK);
  }

  private SourceFault.Kind silent(String answer) throws FaultException {
    server.answers(answer);
    try (HttpSource source = source()) {
      SourceAnswer said = source.ask(CODE);
      assertThat(said).as(answer).isInstanceOf(SourceAnswer.Unreachable.class);
      return ((SourceFault) ((SourceAnswer.Unreachable) said).fault()).kind();
    }
  }

  private static String ok(String body) {
    return LyingServer.http("200 OK", body);
  }

  @Test
  void aGoodAnswerIsTakenWholeAndKeptForLater() throws Exception {
    server.answers(ok(GOOD));
    try (HttpSource source = source()) {
      SourceAnswer.Found found = (SourceAnswer.Found) source.ask(CODE);
      assertThat(found.asOf()).isEqualTo(LocalDateTime.of(2026, 11, 26, 9, 0));
      SourceDossier dossier = found.dossier();
      assertThat(dossier.status()).isEqualTo(PortalStatus.PROCESSING);
      assertThat(dossier.received()).isEqualTo(LocalDateTime.of(2026, 11, 20, 8, 30));
      assertThat(dossier.due()).contains(LocalDateTime.of(2026, 11, 27, 17, 0));
      assertThat(dossier.progress())
          .extracting(SourceDossier.Line::what)
          .containsExactly("Tiếp nhận", "Thẩm định");
      assertThat(server.lastRequest())
          .startsWith("POST /lgsp HTTP/1.1")
          .contains(
              "{\"service\":\"TraCuuHoSo\",\"data\":{\"MaHoSo\":\"H48.25-261120-0001\"},"
                  + "\"isUpdating\":false}");
      server.answers("");
      SourceAnswer later = source.ask(CODE);
      assertThat(later).isInstanceOf(SourceAnswer.Unreachable.class);
      assertThat(later.known()).contains(found);
      assertThat(source.ofOwner(new CitizenNumber("051191407263"))).containsExactly(found);
    }
  }

  @Test
  void noSuchDossierIsSaidOnlyWhenItWasSaid() throws Exception {
    Files.writeString(mapping, "{\"totalSeconds\": 1, \"notKnown\": [\"-1\"]}");
    for (String none :
        List.of(
            "{\"error_code\": 0, \"result\": null}",
            "{\"error_code\": \"0\", \"result\": []}",
            "{\"error_code\": \"-1\", \"message\": \"x\"}")) {
      server.answers(ok(none));
      try (HttpSource source = source()) {
        assertThat(source.ask(CODE)).isInstanceOf(SourceAnswer.NotKnown.class);
      }
    }
    assertThat(silent(ok("{\"error_code\": \"-2\"}"))).isEqualTo(SourceFault.Kind.SERVER);
  }

  @Test
  void liesAndRubbishAreNamedAndNeverTaken() throws Exception {
    Map<String, SourceFault.Kind> lies =
        Map.ofEntries(
            Map.entry(ok(GOOD.replace("0001\"", "0002\"")), SourceFault.Kind.OTHER_DOSSIER),
            Map.entry(ok(GOOD.replace("HoSo\": 4", "HoSo\": 99")), SourceFault.Kind.ANSWER),
            Map.entry(ok(GOOD.replace("code\": \"0\"", "code\": \"7\"")), SourceFault.Kind.ANSWER),
            Map.entry(
                ok(GOOD.replace("NgayTiepNhan\": \"2026", "NgayTiepNhan\": \"2027")),
                SourceFault.Kind.ANSWER),
            Map.entry(ok(GOOD.replace("2026-11-24T", "2027-11-24T")), SourceFault.Kind.ANSWER),
            Map.entry(ok(GOOD.replace("27/11/2026", "31/02/2026")), SourceFault.Kind.ANSWER),
            Map.entry(ok(GOOD.replace("051191407263", "12")), SourceFault.Kind.ANSWER),
            Map.entry(ok(GOOD + "{}"), SourceFault.Kind.ANSWER),
            Map.entry(
                ok(GOOD.replace("{\"error_code\"", "{\"result\": 1, \"error_code\"")),
                SourceFault.Kind.ANSWER),
            Map.entry(ok("<html>Đăng nhập</html>"), SourceFault.Kind.ANSWER),
            Map.entry(ok("[".repeat(5000)), SourceFault.Kind.ANSWER),
            Map.entry(ok("{}"), SourceFault.Kind.ANSWER),
            Map.entry(ok("{\"error_code\": 0, \"result\": \"x\"}"), SourceFault.Kind.ANSWER),
            Map.entry(
                ok("{\"error_code\": 0, \"result\": \"" + "x".repeat(1 << 20) + "\"}"),
                SourceFault.Kind.ANSWER),
            Map.entry(
                LyingServer.http("200 OK\r\nContent-Encoding: gzip", GOOD),
                SourceFault.Kind.ANSWER),
            Map.entry(LyingServer.http("500 No", "x"), SourceFault.Kind.SERVER),
            Map.entry(LyingServer.http("401 No", "x"), SourceFault.Kind.REFUSED),
            Map.entry(
                LyingServer.http("302 Found\r\nLocation: http://127.0.0.1:1/", ""),
                SourceFault.Kind.REDIRECT),
            Map.entry("", SourceFault.Kind.OFFLINE),
            Map.entry("SSH-2.0-x\r\n", SourceFault.Kind.OFFLINE),
            Map.entry(
                "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + GOOD,
                SourceFault.Kind.OFFLINE));
    for (Map.Entry<String, SourceFault.Kind> lie : lies.entrySet()) {
      assertThat(silent(lie.getKey())).as(lie.getKey()).isEqualTo(lie.getValue());
    }
    try (HttpSource source = source()) {
      server.answers("");
      assertThat(source.ask(CODE).known()).as("no lie was kept").isEmpty();
    }
  }

  @Test
  void aServerThatSaysNothingOrDripsIsLeftInTime() throws Exception {
    for (LyingServer.Pace slow : List.of(LyingServer.Pace.SILENT, LyingServer.Pace.DRIPS)) {
      server.answers(ok(GOOD), slow);
      try (HttpSource source = source()) {
        long begin = System.nanoTime();
        SourceAnswer.Unreachable said = (SourceAnswer.Unreachable) source.ask(CODE);
        assertThat(said.fault()).isEqualTo(new SourceFault(SourceFault.Kind.TIMEOUT));
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
            .isBetween(Duration.ofMillis(900), Duration.ofSeconds(8));
      }
    }
  }

  @Test
  void aLostQuestionIsAskedOnceMoreAndAFailingServiceIsLeftAlone() throws Exception {
    server.answers("");
    try (HttpSource source = source()) {
      for (int i = 0; i < 3; i++) {
        source.ask(CODE);
      }
      assertThat(server.requests()).isEqualTo(6);
      SourceAnswer.Unreachable paused = (SourceAnswer.Unreachable) source.ask(CODE);
      assertThat(paused.fault()).isEqualTo(new SourceFault(SourceFault.Kind.PAUSED));
      assertThat(server.requests()).isEqualTo(6);
    }
  }

  @Test
  void thePauseGrowsAndOneQuestionTriesTheServiceAfterIt() {
    long[] now = {0};
    Breaker breaker = new Breaker(() -> now[0]);
    for (int i = 0; i < 3; i++) {
      assertThat(breaker.mayAsk()).isTrue();
      breaker.failed();
    }
    assertThat(breaker.mayAsk()).isFalse();
    now[0] += Duration.ofSeconds(16).toNanos();
    assertThat(breaker.mayAsk()).isTrue();
    assertThat(breaker.mayAsk()).as("one at a time").isFalse();
    breaker.failed();
    now[0] += Duration.ofSeconds(16).toNanos();
    assertThat(breaker.mayAsk()).as("twice as long").isFalse();
    now[0] += Duration.ofSeconds(16).toNanos();
    assertThat(breaker.mayAsk()).isTrue();
    breaker.answered();
    assertThat(breaker.mayAsk()).isTrue();
  }

  @Test
  void theKeyIsSentAndToldToNobodyElse() throws Exception {
    Files.writeString(
        mapping,
        "{\"totalSeconds\": 1, \"tokenHeader\": \"X-Token\", \"tokenFile\": \"tinh.key\"}");
    assertThatThrownBy(this::source).hasMessageStartingWith("SOURCE-KEY");
    Files.writeString(data.keys().resolve("tinh.key"), "khóa\nhai dòng");
    assertThatThrownBy(this::source).hasMessageStartingWith("SOURCE-KEY");
    Files.writeString(data.keys().resolve("tinh.key"), "Bearer abc.def\n");
    server.answers(ok(GOOD));
    try (HttpSource source = source()) {
      source.ask(CODE);
    }
    assertThat(server.lastRequest()).containsIgnoringCase("X-Token: Bearer abc.def");
  }

  @Test
  void onlySafeAddressesAreAsked() {
    for (String bad :
        List.of(
            "http://example.org/",
            "ftp://127.0.0.1/",
            "file:///etc/passwd",
            "x y",
            "https://",
            "http://127.0.0.1.example.org/",
            "https://u:p@example.org/")) {
      assertThatThrownBy(
              () -> HttpSource.open("x", bad, mapping, data.keys(), NoMemory.INSTANCE, CLOCK))
          .as(bad)
          .isInstanceOfSatisfying(
              FaultException.class,
              wrong -> assertThat(wrong.fault().code()).isEqualTo("SOURCE-MAPPING"));
    }
  }

  @Test
  void aSourceThatCannotBeSetUpIsSilentAndNeverSaysNo() throws Exception {
    StoreMemory memory = new StoreMemory(store, CLOCK);
    SourceFault why = new SourceFault(SourceFault.Kind.MAPPING);
    SourceAnswer said = new SilentSource("tỉnh", why, memory, CLOCK).ask(CODE);
    assertThat(said)
        .isEqualTo(
            new SourceAnswer.Unreachable(
                "tỉnh", LocalDateTime.of(2026, 11, 26, 9, 0), why, Optional.empty()));
  }

  @Test
  void nothingOfAPersonIsInWhatMayBeLogged() {
    SourceDossier.Line line =
        new SourceDossier.Line(
            LocalDateTime.of(2026, 1, 1, 0, 0), "Bà Lành", "x", Optional.empty());
    assertThat(line.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(40);
    assertThat(line.toString()).doesNotContain("Lành");
  }
}
