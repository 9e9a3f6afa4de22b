package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.cli.CommandLineFace;
import vn.motcua.kiosk.desk.Samples;
import vn.motcua.kiosk.desk.WorkDesk;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.store.AuditTrail;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;

/** Dossiers of an older system are taken over whole, once, and as they were; the rest is named. */
class ImportCommandTest {
  private static final Clock CLOCK = Samples.at("2026-11-26T09:00:00");
  private static final String MAPPING =
      """
      {"separator": ";", "dates": ["dd/MM/yyyy HH:mm", "dd/MM/yyyy"],
       "columns": {"code": "Số hồ sơ", "procedure": "TTHC", "procedureName": "Tên thủ tục",
         "ownerName": "Chủ hồ sơ", "ownerNumber": "CCCD", "ownerPhone": "Điện thoại",
         "submitterName": "Người nộp", "received": "Ngày nhận", "due": "Hẹn trả",
         "status": "Tình trạng", "unit": "Phòng", "holder": "Cán bộ", "since": "Từ ngày",
         "notes": "Ghi chú"},
       "statuses": {"Chờ bổ sung": 5, "Trả rồi": 10}, "ignore": ["STT"]}
      """;
  private static final String HEADING =
      "STT;Số hồ sơ;TTHC;Tên thủ tục;Chủ hồ sơ;CCCD;Điện thoại;Người nộp;Ngày nhận;Hẹn trả;"
          + "Tình trạng;Phòng;Cán bộ;Từ ngày;Ghi chú;Số tủ";

  @TempDir Path root;

  private record Answer(int exit, JsonNode json) {}

  private Answer run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--json");
    int exit =
        new CommandLineFace(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                AppFaults.sentences(),
                new LocalTools(CLOCK, AppFaults.sentences(), root.resolve("home")))
            .execute(all.toArray(new String[0]));
    return new Answer(exit, JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8)));
  }

  private Answer bring(Path csv, String... more) throws Exception {
    Path mapping = Files.writeString(root.resolve("mapping.json"), MAPPING);
    List<String> words =
        new ArrayList<>(
            List.of("import", csv.toString(), "--mapping", mapping.toString(), "--data"));
    words.add(root.resolve("data").toString());
    words.addAll(List.of(more));
    return run(words.toArray(new String[0]));
  }

  private Path csv(String... rows) throws Exception {
    return Files.writeString(
        root.resolve("old.csv"), "\ufeff" + HEADING + "\r\n" + String.join("\r\n", rows) + "\r\n");
  }

  private static String row(String code, String name, String status) {
    return "1;"
        + code
        + ";1.004873;;"
        + name
        + ";051191407263;0912 345 678;;20/11/2026 08:30;25/11/2026;"
        + status
        + ";;;;;T4";
  }

  private interface Look {
    void at(DossierStore store) throws Exception;
  }

  private void look(Look look) throws Exception {
    try (DataFolder folder = DataFolder.open(root.resolve("data"));
        DossierStore store = DossierStore.open(folder, CLOCK)) {
      look.at(store);
    }
  }

  @Test
  void aDossierIsTakenOverAsItWas() throws Exception {
    Path csv =
        csv(
            "7;000.00.16.h48-241115-0003;1.004873;;Đinh Thị  Sao;051191407263;0912 345 678;"
                + "Đinh Văn Rin;15/11/2024 08:30;22/11/2024;Chờ bổ sung;Hộ tịch;Lê Hà;"
                + "18/11/2024;\"thiếu \"\"giấy\"\"\nchứng sinh\";Tủ 4");
    Answer answer = bring(csv);
    assertThat(answer.exit()).isZero();
    assertThat(answer.json().path("taken").intValue()).isEqualTo(1);
    assertThat(answer.json().path("unknownColumns").get(0).stringValue()).isEqualTo("Số tủ");
    look(store -> {
      DossierCode code = new DossierCode("000.00.16.H48-241115-0003");
      Dossier dossier = store.find(code).orElseThrow();
      assertThat(dossier.owner().name()).isEqualTo("Đinh Thị Sao");
      assertThat(dossier.applicant().name()).isEqualTo("Đinh Văn Rin");
      assertThat(dossier.received()).isEqualTo(LocalDateTime.parse("2024-11-15T08:30"));
      assertThat(dossier.due().orElseThrow().at())
          .isEqualTo(LocalDateTime.parse("2024-11-22T17:00"));
      assertThat(dossier.due().orElseThrow().provisional()).isFalse();
      assertThat(dossier.procedure().version()).isEqualTo("old");
      assertThat(dossier.status()).isEqualTo(PortalStatus.SUPPLEMENT_REQUESTED);
      assertThat(dossier.stage()).isEqualTo(Stage.APPRAISAL);
      assertThat(dossier.holder()).isEqualTo("Hộ tịch · Lê Hà");
      assertThat(store.events(code))
          .singleElement()
          .satisfies(event -> {
            assertThat(event.note()).startsWith("Nhập từ hệ thống cũ (tệp SHA-256 ");
            assertThat(event.note()).contains("dòng 2").endsWith("thiếu \"giấy\" chứng sinh");
            assertThat(event.at()).isEqualTo(LocalDateTime.parse("2024-11-18T00:00"));
          });
      assertThat(store.ofCitizen(new CitizenNumber("051191407263"))).hasSize(1);
      assertThat(store.list(Optional.empty(), "dinh sao")).hasSize(1);
      assertThat(store.importedRest(code).orElseThrow()).isEqualTo("{\"Số tủ\":\"Tủ 4\"}");
    });
    assertThat(AuditTrail.verify(root.resolve("data"), Optional.empty(), false).findings())
        .isEmpty();
    for (String file : List.of("motcua.db", "motcua.db-wal")) {
      Path path = root.resolve("data").resolve(file);
      if (Files.exists(path)) {
        assertThat(new String(Files.readAllBytes(path), StandardCharsets.UTF_8))
            .doesNotContain("Đinh", "051191407263", "chứng sinh", "Tủ 4");
      }
    }
  }

  @Test
  void aDryRunSaysWhatTheRunWillSayAndChangesNothing() throws Exception {
    Path csv =
        csv(
            row("H48.025.16-261120-0001", "Đinh Thị Một", "4"),
            row("H48.025.16-261120-0002", "Đinh Thị Hai", "Trả rồi"),
            row("H48.025.16-261120-0001", "Đinh Thị Một", "4"),
            row("H48.025.16-261120-0002", "Đinh Thị Khác", "Trả rồi"),
            row("H48.025.16-261120-0003", "=HYPERLINK(1)", "4"),
            row("H48.025.16-261120-0004", "Đinh Thị Bốn", "lạ"),
            row("H48.025.16-263120-0005", "Đinh Thị Năm", "4"),
            row("H48.025.16-261120-0006", "", "4"),
            "1;2;3");
    Path dryReport = root.resolve("dry.json");
    Answer dry = bring(csv, "--dry-run", "--report", dryReport.toString());
    look(store -> assertThat(store.count()).isZero());
    Path realReport = root.resolve("real.json");
    Answer real = bring(csv, "--report", realReport.toString());
    for (String total : List.of("rows", "taken", "same", "conflict", "refused", "refusedBecause")) {
      assertThat(real.json().path(total)).as(total).isEqualTo(dry.json().path(total));
    }
    JsonNode rows = JsonMapper.shared().readTree(Files.readString(realReport)).path("rows");
    assertThat(JsonMapper.shared().readTree(Files.readString(dryReport)).path("rows"))
        .isEqualTo(rows);
    assertThat(rows.toString()).doesNotContain("Đinh", "051191407263");
    assertThat(real.json().path("taken").intValue()).isEqualTo(2);
    assertThat(real.json().path("same").intValue()).isEqualTo(1);
    assertThat(rows.get(3).path("result").stringValue()).isEqualTo("CONFLICT");
    assertThat(rows.get(3).path("fields").toString())
        .isEqualTo("[\"ownerName\",\"submitterName\"]");
    assertThat(rows.get(4).path("why").stringValue()).isEqualTo("TEXT");
    assertThat(rows.get(4).path("column").toString()).isEqualTo("[\"Chủ hồ sơ\"]");
    assertThat(rows.get(4).path("line").intValue()).isEqualTo(6);
    assertThat(rows.get(5).path("why").stringValue()).isEqualTo("STATUS");
    assertThat(rows.get(6).path("why").stringValue()).isEqualTo("CODE");
    assertThat(rows.get(7).path("why").stringValue()).isEqualTo("MISSING");
    assertThat(rows.get(8).path("why").stringValue()).isEqualTo("COLUMNS");
    Path csvReport = root.resolve("again.csv");
    Answer again = bring(csv, "--report", csvReport.toString());
    assertThat(again.json().path("taken").intValue()).isZero();
    assertThat(again.json().path("same").intValue()).isEqualTo(3);
    assertThat(again.json().path("conflict").intValue()).isEqualTo(1);
    assertThat(Files.readAllLines(csvReport)).hasSize(10);
    look(store -> assertThat(store.count()).isEqualTo(2));
  }

  @Test
  void whatIsThereIsNeverChangedAndTheDifferenceNamed() throws Exception {
    bring(csv(row("H48.025.16-261120-0001", "Đinh Thị Một", "4")));
    Answer other =
        bring(
            csv(
                row("H48.025.16-261120-0001", "Đinh Thị Một", "Trả rồi")
                    .replace("25/11/2026", "26/11/2026")));
    assertThat(other.json().path("conflict").intValue()).isEqualTo(1);
    assertThat(other.json().path("first").get(0).path("fields").toString())
        .isEqualTo("[\"due\",\"status\",\"stage\",\"holder\"]");
    look(store ->
        assertThat(store.find(new DossierCode("H48.025.16-261120-0001")).orElseThrow().status())
            .isEqualTo(PortalStatus.PROCESSING));
  }

  @Test
  void anImportedNumberIsNeverGivenOutAgain() throws Exception {
    bring(
        csv(
            row("H48.025.16-261126-0007", "Đinh Thị Bảy", "4")
                .replace("20/11/2026 08:30;25/11/2026", "26/11/2026 08:30;30/11/2026")));
    LocalDate today = LocalDate.of(2026, 11, 26);
    look(store -> {
      assertThat(store.nextCode("H48.025.16", today).value()).endsWith("-0008");
      store.write(transaction ->
          transaction.grant("H48.025.16", today, "quầy 2", 5, LocalDateTime.now(CLOCK), "Hà"));
    });
    Answer set =
        bring(
            csv(
                row("H48.025.16-261126-0010", "Đinh Thị Mười", "4")
                    .replace("20/11/2026 08:30;25/11/2026", "26/11/2026 08:30;30/11/2026")));
    assertThat(set.json().path("refusedBecause").path("SERIAL").intValue()).isEqualTo(1);
  }

  @Test
  void numbersOfFiveDigitsNeverStopReception() throws Exception {
    List<String> rows = new ArrayList<>();
    for (String serial : List.of("99999", "100000", "100001", "100004")) {
      rows.add(
          row("H48.025.16-261126-" + serial, "Đinh Thị Bảy", "4")
              .replace("20/11/2026 08:30;25/11/2026", "26/11/2026 08:30;30/11/2026"));
    }
    rows.add(
        row("H48.025.16-261127-0001", "Đinh Thị Mai", "4")
            .replace("20/11/2026 08:30;25/11/2026", "26/11/2026 08:30;30/11/2026"));
    Answer answer = bring(csv(rows.toArray(new String[0])));
    assertThat(answer.json().path("taken").intValue()).isEqualTo(4);
    assertThat(answer.json().path("first").get(0).path("why").stringValue()).isEqualTo("ORDER");
    assertThat(answer.json().path("first").get(0).path("fields").toString())
        .isEqualTo("[\"code\"]");
    LocalDate today = LocalDate.of(2026, 11, 26);
    look(store -> {
      assertThat(store.nextCode("H48.025.16", today).value()).endsWith("-100002");
      assertThat(store.write(transaction -> transaction.reserve("H48.025.16", today)).value())
          .endsWith("-100002");
      assertThat(
              store
                  .write(transaction ->
                      transaction.grant(
                          "H48.025.16", today, "quầy 2", 2, LocalDateTime.now(CLOCK), "Hà"))
                  .first())
          .isEqualTo(100_005);
      assertThat(store.nextCode("H48.025.16", today).value()).endsWith("-100007");
    });
  }

  @Test
  void goingOnAfterAPauseNeverBreaksThePromise() throws Exception {
    String paused =
        row("H48.025.16-261120-0001", "Đinh Thị Một", "5")
            .replace("25/11/2026", "30/11/2026")
            .replace("5;;;;;T4", "5;;;24/11/2026;;T4");
    assertThat(bring(csv(paused)).json().path("taken").intValue()).isEqualTo(1);
    look(store -> {
      Dossier going =
          new WorkDesk(store, Samples.CALENDAR, Samples.CENTRE, CLOCK)
              .move(
                  new DossierCode("H48.025.16-261120-0001"),
                  Move.RESUME,
                  WorkDesk.Details.by("Hà"));
      assertThat(going.due().orElseThrow().date()).isEqualTo(LocalDate.of(2026, 12, 2));
    });
  }

  @Test
  void impossibleDatesAreRefusedByName() throws Exception {
    String good = row("H48.025.16-261120-0001", "Đinh Thị Một", "4");
    String since = good.replace("4;;;;;T4", "4;;;%s;;T4");
    List<List<String>> wrong =
        List.of(
            List.of("ORDER", since.formatted("01/01/2001")),
            List.of("ORDER", since.formatted("01/01/2099")),
            List.of("ORDER", good.replace("25/11/2026", "25/11/9999")),
            List.of("DATE", good.replace("20/11/2026", "20/11/0026")),
            List.of("ORDER", good.replace("-261120-", "-991120-")));
    for (List<String> each : wrong) {
      Answer answer = bring(csv(each.get(1)), "--dry-run");
      assertThat(answer.json().path("first").get(0).path("why").stringValue())
          .as(each.get(1))
          .isEqualTo(each.get(0));
    }
    String columns = "Số hồ sơ;Chủ hồ sơ;Ngày nhận;Ngày sinh;Ngày xong;TTHC;Tình trạng";
    String mapping =
        MAPPING
            .replace("\"STT\"", "")
            .replaceAll(
                "(?s)\"columns\": \\{.*?\\}",
                "\"columns\": {"
                    + """
                    "code": "Số hồ sơ", "ownerName": "Chủ hồ sơ", "received": "Ngày nhận",
                    "ownerBirth": "Ngày sinh", "resultDate": "Ngày xong", "procedure": "TTHC",
                    "status": "Tình trạng"}\
                    """);
    Path other = Files.writeString(root.resolve("births.json"), mapping);
    String data = root.resolve("data").toString();
    for (List<String> each :
        List.of(
            List.of("01/01/0001", "", "DATE"),
            List.of("01/01/2099", "", "DATE"),
            List.of("01/01/1950", "25/11/2099", "ORDER"),
            List.of("01/01/1950", "25/11/2026", ""))) {
      Path csv =
          Files.writeString(
              root.resolve("births.csv"),
              columns
                  + "\r\nH48.025.16-261120-0001;Đinh Thị Một;20/11/2026;"
                  + each.get(0)
                  + ";"
                  + each.get(1)
                  + ";1.004873;4\r\n");
      Answer answer =
          run("import", csv.toString(), "--mapping", other.toString(), "--data", data, "--dry-run");
      assertThat(answer.json().path("first").path(0).path("why").asString(""))
          .as("%s %s", each, answer.json())
          .isEqualTo(each.get(2));
    }
  }

  @Test
  void hostileRowsAreNamedAndTheOthersTaken() throws Exception {
    String good = row("H48.025.16-261120-0001", "Đinh Thị Một", "4");
    String evil = row("H48.025.16-261120-0002", "Đinh\u0000Thị", "4");
    String long10 = row("H48.025.16-261120-0003", "x".repeat(10 << 20), "4");
    String slipped = row("H48.025.16-261120-0004", "\"Rin\n" + good.replace("\"", "") + "\"", "4");
    String open = row("H48.025.16-261120-0005", "Đinh \"Thị", "4");
    String last = row("H48.025.16-261120-0006", "Đinh Thị Sáu", "4");
    Answer answer = bring(csv(good, evil, long10, slipped, open, last));
    assertThat(answer.exit()).isZero();
    assertThat(answer.json().path("rows").intValue()).isEqualTo(6);
    JsonNode why = answer.json().path("refusedBecause");
    assertThat(why.path("CHARACTERS").intValue()).isEqualTo(1);
    assertThat(why.path("TOO_LONG").intValue()).isEqualTo(1);
    look(store -> {
      assertThat(store.find(new DossierCode("H48.025.16-261120-0001"))).isPresent();
      assertThat(store.find(new DossierCode("H48.025.16-261120-0006"))).isPresent();
    });
    Files.writeString(root.resolve("twice.csv"), HEADING + ";CCCD\r\n" + good + ";1\r\n");
    Answer twice = bring(root.resolve("twice.csv"));
    assertThat(twice.exit()).isEqualTo(1);
    assertThat(twice.json().path("fault").stringValue()).isEqualTo("TABLE-HEADING");
    assertThat(twice.json().path("detail").stringValue()).isEqualTo("CCCD");
  }

  @Test
  void olderEncodingsAreReadAndMixedOnesNamed() throws Exception {
    Charset vietnamese = Charset.forName("windows-1258");
    Path mapping =
        Files.writeString(
            root.resolve("1258.json"),
            """
            {"encoding": "windows-1258", "columns": {"code": "Ma", "ownerName": "Ten",
              "received": "Ngay"}, "defaults": {"procedure": "1.004873", "status": "4"}}
            """);
    // Tones stand apart there; letters with their own accent do not.
    String name = "Đinh Thi\u0323 Lê";
    byte[] old =
        ("Ma,Ten,Ngay\nH48.025.16-251120-0001," + name + ",20/11/2025\n").getBytes(vietnamese);
    byte[] mixed =
        "H48.025.16-251120-0002,Đinh Thị Lê,20/11/2025\n".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(old);
    both.write(mixed);
    Path csv = Files.write(root.resolve("1258.csv"), both.toByteArray());
    Answer answer =
        run(
            "import",
            csv.toString(),
            "--mapping",
            mapping.toString(),
            "--data",
            root.resolve("data").toString());
    assertThat(answer.json().path("taken").intValue()).isEqualTo(1);
    assertThat(answer.json().path("refused").intValue()).isEqualTo(1);
    look(store ->
        assertThat(
                store.find(new DossierCode("H48.025.16-251120-0001")).orElseThrow().owner().name())
            .isEqualTo(Normalizer.normalize(name, Normalizer.Form.NFC)));
  }

  @Test
  void aMappingThatCannotBeUnderstoodTakesNothing() throws Exception {
    Path csv = csv(row("H48.025.16-261120-0001", "Đinh Thị Một", "4"));
    for (String bad :
        List.of(
            "{",
            "[]",
            "{\"columns\": {}}",
            MAPPING.replace("\"ignore\"", "\"ignored\""),
            MAPPING.replace("\"notes\"", "\"note\""),
            MAPPING.replace(": 5", ": 11"),
            MAPPING.replace(": 5", ": \"5\""),
            MAPPING.replace("{\"Chờ bổ sung\": 5, \"Trả rồi\": 10}", "[5]"),
            MAPPING.replace(": 5,", ": 5, \"chờ  BỔ sung\": 4,"),
            MAPPING.replace("\"code\": \"Số hồ sơ\"", "\"code\": \"A\", \"code\": \"B\""))) {
      Path mapping = Files.writeString(root.resolve("bad.json"), bad);
      Answer answer =
          run(
              "import",
              csv.toString(),
              "--mapping",
              mapping.toString(),
              "--data",
              root.resolve("data").toString());
      assertThat(answer.exit()).isEqualTo(1);
      assertThat(answer.json().path("fault").stringValue()).isEqualTo("IMPORT-MAPPING");
    }
    assertThat(root.resolve("data")).doesNotExist();
    for (List<String> each :
        List.of(
            List.of("\"dd/MM/yyyy\"]", "\"QQQQQQQ\"]", "dates"),
            List.of("\"ignore\"", "\"dueTime\": \"25:00\", \"ignore\"", "dueTime"),
            List.of("\"ignore\"", "\"stages\": {\"x\": \"NO\"}, \"ignore\"", "stages.x"),
            List.of(": 5", ": \"5\"", "statuses.Chờ bổ sung"))) {
      Path mapping =
          Files.writeString(root.resolve("bad.json"), MAPPING.replace(each.get(0), each.get(1)));
      Answer answer = run("import", csv.toString(), "--mapping", mapping.toString());
      assertThat(answer.json().path("detail").asString("")).isEqualTo(each.get(2));
    }
  }
}
