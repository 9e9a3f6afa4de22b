package vn.motcua.kiosk.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
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

/** A watched folder over the real store: what is taken, what is not, and what never goes. */
class FolderSourceTest {
  private static final Clock CLOCK = Samples.at("2026-11-26T09:00:00");
  private static final DossierCode ONE = new DossierCode("H48.25-261120-0001");
  private static final DossierCode TWO = new DossierCode("H48.25-261120-0002");
  private static final String HEAD = "MaHoSo,TrangThai,ChuHoSo,CCCD,NgayNhan\n";
  private static final String ROW_ONE = ONE + ",Đang xử lý,Hồ Thị Lành,051191407263,20/11/2026\n";
  private static final String ROW_TWO = TWO + ",9,Đinh Văn Rin,,20/11/2026\n";
  private static final String COLUMNS =
      "\"columns\": {\"code\": \"MaHoSo\", \"status\": \"TrangThai\", \"owner\": \"ChuHoSo\","
          + " \"ownerNumber\": \"CCCD\", \"received\": \"NgayNhan\"}";

  @TempDir Path dir;
  private Path folder;
  private DataFolder data;
  private DossierStore store;
  private StoreMemory memory;
  private long seconds;

  @BeforeEach
  void open() throws Exception {
    folder = Files.createDirectory(dir.resolve("xuat"));
    data = DataFolder.open(dir.resolve("data"));
    store = DossierStore.open(data, CLOCK);
    memory = new StoreMemory(store, CLOCK);
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private FolderSource source(String more) throws Exception {
    Path mapping = dir.resolve("tinh.json");
    Files.writeString(mapping, "{" + more + (more.isEmpty() ? "" : ",") + COLUMNS + "}");
    return FolderSource.open("tỉnh", folder, mapping, memory, CLOCK, report -> {});
  }

  private static final String QUIET = "\"complete\": \"quiet\", \"quietSeconds\": 30";

  /** Looks, and looks again when the quiet time is over. */
  private List<ImportReport> settle(FolderSource source) throws FaultException {
    List<ImportReport> reports = new ArrayList<>(source.poll(Instant.ofEpochSecond(seconds)));
    seconds += 31;
    reports.addAll(source.poll(Instant.ofEpochSecond(seconds)));
    return reports;
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    Files.setLastModifiedTime(
        file, FileTime.from(LocalDateTime.of(2026, 11, 26, 8, 0).atZone(Samples.ZONE).toInstant()));
    return file;
  }

  private static String fault(List<ImportReport> reports) {
    return reports.getFirst().note().fault();
  }

  @Test
  void goodRowsAreTakenAndBadOnesNamedByLineAndField() throws Exception {
    FolderSource source = source(QUIET);
    write(
        "a.csv",
        "\ufeff"
            + HEAD
            + ROW_ONE
            + "H48.25-261120-0003,99,X,,20/11/2026\n"
            + "nonsense,4,X,,20/11/2026\n"
            + "H48.25-261120-0004,4,=cmd|' /c calc'!A1,,20/11/2026\n"
            + "H48.25-261120-0005,4,X,,31/02/2026\n"
            + "H48.25-261120-0006,4,X,,20/11/2027\n"
            + "H48.25-261120-0007,4,X\n"
            + ROW_TWO);
    List<ImportReport> reports = settle(source);
    assertThat(reports).hasSize(1);
    assertThat(reports.getFirst().newer()).isEqualTo(2);
    assertThat(reports.getFirst().note().rows()).isEqualTo(2);
    assertThat(reports.getFirst().bad())
        .containsExactly(
            new ImportReport.BadLine(3, "status"),
            new ImportReport.BadLine(4, "code"),
            new ImportReport.BadLine(5, "owner"),
            new ImportReport.BadLine(6, "received"),
            new ImportReport.BadLine(7, "received"),
            new ImportReport.BadLine(8, "COLUMNS"));
    SourceAnswer.Found one = (SourceAnswer.Found) source.ask(ONE);
    assertThat(one.source()).isEqualTo("tỉnh");
    assertThat(one.asOf()).isEqualTo(LocalDateTime.of(2026, 11, 26, 8, 0));
    assertThat(one.dossier().status()).isEqualTo(PortalStatus.PROCESSING);
    assertThat(source.ofOwner(new CitizenNumber("051191407263"))).containsExactly(one);
    assertThat(source.ask(new DossierCode("H48.25-261120-0009")))
        .isEqualTo(new SourceAnswer.NotKnown("tỉnh", LocalDateTime.of(2026, 11, 26, 9, 0)));
    assertThat(settle(source)).as("the same content is not taken twice").isEmpty();
  }

  @Test
  void asLongAsNothingCameNobodySaysThatThereIsNone() throws Exception {
    FolderSource source = source(QUIET);
    settle(source);
    assertThat(source.ask(ONE))
        .isEqualTo(
            new SourceAnswer.Unreachable(
                "tỉnh",
                LocalDateTime.of(2026, 11, 26, 9, 0),
                new SourceFault(SourceFault.Kind.NOTHING_YET),
                Optional.empty()));
  }

  @Test
  void aFileThatIsNotDoneIsNeverTaken() throws Exception {
    FolderSource source = source(QUIET);
    Path file = write("a.csv", HEAD + ROW_ONE);
    assertThat(source.poll(Instant.ofEpochSecond(0))).as("seen once").isEmpty();
    Files.writeString(file, ROW_TWO, StandardOpenOption.APPEND);
    assertThat(source.poll(Instant.ofEpochSecond(31))).as("still growing").isEmpty();
    assertThat(source.poll(Instant.ofEpochSecond(50))).as("not quiet for long").isEmpty();
    assertThat(source.poll(Instant.ofEpochSecond(62))).hasSize(1);
    for (String name : List.of("b.csv.tmp", ".b.csv", "~b.csv", "b.csv.part", "b.csv~")) {
      write(name, HEAD + ROW_ONE);
    }
    for (String half : List.of(HEAD + ROW_ONE + TWO + ",9,Đi", HEAD + "\"" + ROW_ONE + ROW_TWO)) {
      write("c.csv", half);
      seconds += 1000;
      assertThat(fault(settle(source))).isEqualTo("SOURCE-FILE-UNFINISHED");
    }
  }

  @Test
  void aFileThatIsLockedOrALinkIsPassedBy() throws Exception {
    FolderSource source = source(QUIET);
    Path file = write("a.csv", HEAD + ROW_ONE);
    Path other = Files.writeString(dir.resolve("elsewhere.csv"), HEAD + ROW_TWO);
    try {
      Files.createSymbolicLink(folder.resolve("b.csv"), other);
    } catch (IOException | UnsupportedOperationException windows) {
      // Links need a right there.
    }
    try (FileChannel writing = FileChannel.open(file, StandardOpenOption.WRITE);
        var lock = writing.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThat(settle(source)).isEmpty();
    }
    assertThat(settle(source)).extracting(r -> r.note().name()).containsExactly("a.csv");
  }

  @Test
  void aMarkerSaysThatAFileIsDone() throws Exception {
    FolderSource source = source("\"complete\": \"marker\", \"marker\": \".ok\"");
    write("a.csv", HEAD + ROW_ONE.strip());
    assertThat(settle(source)).isEmpty();
    write("a.csv.ok", "");
    assertThat(settle(source)).hasSize(1);
    assertThat(source.ask(ONE)).isInstanceOf(SourceAnswer.Found.class);
  }

  @Test
  void aBadFileNeverErasesWhatIsKnown() throws Exception {
    FolderSource source = source(QUIET + ", \"full\": true, \"maxMegabytes\": 1");
    write("a.csv", HEAD + ROW_ONE + ROW_TWO + "H48.25-261120-0003,4,X,,20/11/2026\n");
    assertThat(settle(source).getFirst().newer()).isEqualTo(3);
    SourceAnswer before = source.ask(ONE);
    Random random = new Random(3);
    byte[] noise = new byte[5000];
    random.nextBytes(noise);
    String rubbish = new String(noise, StandardCharsets.ISO_8859_1);
    for (String bad :
        List.of(
            "",
            "\n",
            HEAD,
            "ma;trang thai\n1;2\n",
            rubbish,
            "<html></html>\n",
            HEAD + "x,y,z,,\n",
            HEAD + ROW_ONE)) {
      write("a.csv", bad);
      List<ImportReport> reports = settle(source);
      assertThat(fault(reports)).as(bad).isNotEmpty();
      assertThat(source.ask(ONE)).isEqualTo(before);
      assertThat(source.ask(TWO)).isInstanceOf(SourceAnswer.Found.class);
    }
    try (FileChannel big =
        FileChannel.open(
            folder.resolve("b.csv"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      big.position(5L << 30);
      big.write(java.nio.ByteBuffer.wrap(new byte[1])); // sparse: five gigabytes of nothing
    }
    assertThat(fault(settle(source))).isEqualTo("SOURCE-FILE-LARGE");
    assertThat(source.ask(ONE)).isEqualTo(before);
  }

  @Test
  void aFullExportThatShrankIsRefusedEvenASecondTime() throws Exception {
    FolderSource source = source(QUIET + ", \"full\": true");
    StringBuilder all = new StringBuilder(HEAD);
    for (int i = 1; i <= 10; i++) {
      all.append("H48.25-261120-%04d,4,X,,20/11/2026\n".formatted(i));
    }
    write("a.csv", all.toString());
    assertThat(settle(source).getFirst().newer()).isEqualTo(10);
    write("a.csv", HEAD + ROW_ONE);
    assertThat(fault(settle(source))).isEqualTo("SOURCE-FILE-SHRUNK");
    write("a.csv", HEAD + ROW_TWO);
    assertThat(fault(settle(source))).isEqualTo("SOURCE-FILE-SHRUNK");
    assertThat(settle(source(QUIET + ", \"full\": true, \"leastPercent\": 0")).getFirst().newer())
        .as("a mended mapping looks at the file anew")
        .isEqualTo(1);
  }

  @Test
  void olderNeverReplacesNewer() throws Exception {
    FolderSource source =
        source(
            QUIET
                + ", \"asOfInName\": \"([0-9]{14})\", \"dates\": [\"yyyyMMddHHmmss\","
                + " \"dd/MM/yyyy\"]");
    write("x-20261125080000.csv", HEAD + ONE + ",9,X,,20/11/2026\n");
    settle(source);
    write("x-20261124080000.csv", HEAD + ONE + ",4,X,,20/11/2026\n");
    assertThat(settle(source).getFirst().newer()).isZero();
    SourceAnswer.Found now = (SourceAnswer.Found) source.ask(ONE);
    assertThat(now.dossier().status()).isEqualTo(PortalStatus.FINISHED);
    assertThat(now.asOf()).isEqualTo(LocalDateTime.of(2026, 11, 25, 8, 0));
    write("x-20991125080000.csv", HEAD + ONE + ",4,X,,20/11/2026\n");
    write("x-20261399080000.csv", HEAD + ONE + ",4,X,,20/11/2026\n");
    assertThat(settle(source))
        .as("nothing is from a time to come, or from no time")
        .extracting(report -> report.note().fault())
        .containsExactly("SOURCE-FILE-NAME", "SOURCE-FILE-NAME");
    assertThat(settle(source)).as("it is told once").isEmpty();
    assertThat(source.ask(ONE).asOf()).isEqualTo(LocalDateTime.of(2026, 11, 25, 8, 0));
  }

  @Test
  void rowsThatContradictEachOtherAreToldAndNotTaken() throws Exception {
    FolderSource source = source(QUIET);
    write("a.csv", HEAD + ROW_ONE + ROW_TWO + ROW_ONE + TWO + ",4,Đinh Văn Rin,,20/11/2026\n");
    ImportReport report = settle(source).getFirst();
    assertThat(report.bad()).containsExactly(new ImportReport.BadLine(5, "CONTRADICTS"));
    assertThat(report.note().rows()).isEqualTo(2);
    assertThat(source.ask(ONE)).isInstanceOf(SourceAnswer.Found.class);
    assertThat(source.ask(TWO)).isInstanceOf(SourceAnswer.NotKnown.class);
  }

  @Test
  void whatAFileInTheFolderSaysIsNeverForgotten() throws Exception {
    write("a.csv", HEAD + ROW_ONE);
    settle(source(QUIET));
    Clock later = Samples.at("2026-12-20T09:00:00");
    StoreMemory then = new StoreMemory(store, later);
    FolderSource again =
        FolderSource.open("tỉnh", folder, dir.resolve("tinh.json"), then, later, report -> {});
    assertThat(settle(again)).as("nothing new is told").isEmpty();
    assertThat(then.forgetBefore("tỉnh", LocalDateTime.of(2026, 12, 1, 17, 0))).isZero();
    assertThat(again.ask(ONE)).isInstanceOf(SourceAnswer.Found.class);
    assertThat(again.ask(ONE).asOf()).isEqualTo(LocalDateTime.of(2026, 11, 26, 8, 0));
  }

  /** Files that were dealt with, or are not ready, take no other file's place. */
  @Test
  void theNewestFileIsTakenHoweverManyLieThere() throws Exception {
    source("\"complete\": \"marker\"");
    FolderMapping mapping = FolderMapping.read(dir.resolve("tinh.json"));
    ReadyFiles files = new ReadyFiles(folder, mapping, 2);
    for (int i = 0; i < 5; i++) {
      Path file = write("f" + i + ".csv", HEAD + ROW_ONE);
      Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1000 + i)));
      if (i != 0) {
        write("f" + i + ".csv.done", "");
      }
    }
    List<String> taken = new ArrayList<>();
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ReadyFiles.Looked looked =
          files.look(
              Instant.ofEpochSecond(i),
              ready -> taken.contains(ready.file().getFileName().toString()));
      looked.ready().forEach(ready -> taken.add(ready.file().getFileName().toString()));
      left.add(looked.left());
    }
    assertThat(taken).containsExactly("f1.csv", "f2.csv", "f3.csv", "f4.csv");
    assertThat(left).containsExactly(0, 2, 0, 0);
  }

  @Test
  void jsonThatGoesOnBehindItsEndIsNotTaken() throws Exception {
    Path mapping = dir.resolve("json.json");
    Files.writeString(
        mapping,
        """
        {"format": "json", "rows": "items", "complete": "rename",
         "columns": {"code": "ma", "status": "tt"}}
        """);
    FolderSource source = FolderSource.open("tỉnh", folder, mapping, memory, CLOCK, report -> {});
    String list = "\"items\": [{\"ma\": \"" + ONE + "\", \"tt\": 4}]";
    write("a.json", "{" + list + "} {}");
    assertThat(fault(settle(source))).isEqualTo("TABLE-BROKEN");
    write("b.json", "{" + list + "," + list + "}");
    List<ImportReport> twice = settle(source);
    assertThat(fault(twice)).isEqualTo("TABLE-HEADING");
    assertThat(twice.getFirst().bad())
        .containsExactly(new ImportReport.BadLine(1, "TABLE-HEADING: items twice"));
    assertThat(source.ask(ONE).known()).isEmpty();
    write("c.json", "{" + list + "}");
    assertThat(fault(settle(source))).isEmpty();
  }

  @Test
  void aShareThatIsGoneIsNoEmptyFolder() throws Exception {
    FolderSource source = source(QUIET);
    write("a.csv", HEAD + ROW_ONE);
    settle(source);
    Files.move(folder, dir.resolve("gone"));
    settle(source);
    assertThat(source.trouble()).contains(new SourceFault(SourceFault.Kind.FOLDER));
    SourceAnswer known = source.ask(ONE);
    assertThat(known).isInstanceOf(SourceAnswer.Unreachable.class);
    assertThat(known.known()).isPresent();
    assertThat(source.ask(TWO).known()).isEmpty();
    assertThat(source.ask(TWO)).isInstanceOf(SourceAnswer.Unreachable.class);
    Files.move(dir.resolve("gone"), folder);
    settle(source);
    assertThat(source.ask(ONE)).isInstanceOf(SourceAnswer.Found.class);
  }

  @Test
  void filesAreMovedAsideWhereThatIsWanted() throws Exception {
    FolderSource source = source(QUIET + ", \"after\": \"move\"");
    write("a.csv", HEAD + ROW_ONE);
    write("b.csv", "rubbish\n");
    write("c.csv", HEAD + TWO + ",9,Đi");
    assertThat(settle(source)).hasSize(3);
    assertThat(folder.resolve("c.csv")).as("still being written").exists();
    for (String aside : List.of("done", "failed")) {
      try (Stream<Path> files = Files.list(folder.resolve(aside))) {
        assertThat(files).hasSize(1);
      }
    }
    assertThat(folder.resolve("a.csv")).doesNotExist();
  }

  @Test
  void jsonIsReadByTheWayToItsRows() throws Exception {
    Path mapping = dir.resolve("json.json");
    Files.writeString(
        mapping,
        """
        {"format": "json", "rows": "data.items", "complete": "rename",
         "statuses": {"Chờ ký": 4}, "stages": {"Ký số": "SIGNING"},
         "columns": {"code": "ma", "status": "tt", "stage": "buoc", "owner": "chu.ten",
           "progressAt": "luc", "progress": "viec", "holder": "ai", "due": "hen"}}
        """);
    FolderSource source = FolderSource.open("tỉnh", folder, mapping, memory, CLOCK, report -> {});
    write(
        "a.json",
        "{\"data\": {\"items\": [{\"ma\": \""
            + ONE
            + "\", \"tt\": \"chờ ký\", \"buoc\": \"Ký số\", \"chu\": {\"ten\": \"Hồ Lành\"},"
            + " \"luc\": \"2026-11-25T10:00:00\", \"viec\": \"Trình ký\", \"ai\": \"Văn phòng\","
            + " \"hen\": \"20261201000000\"}, 7]}}");
    assertThat(settle(source).getFirst().bad())
        .containsExactly(new ImportReport.BadLine(1, "NOT_AN_OBJECT"));
    SourceDossier dossier = source.ask(ONE).known().orElseThrow().dossier();
    assertThat(dossier.stage()).isEqualTo(vn.motcua.kiosk.dossier.Stage.SIGNING);
    assertThat(dossier.due()).contains(LocalDateTime.of(2026, 12, 1, 17, 0));
    assertThat(dossier.progress())
        .containsExactly(
            new SourceDossier.Line(
                LocalDateTime.of(2026, 11, 25, 10, 0),
                "Văn phòng",
                "Trình ký",
                Optional.of(PortalStatus.PROCESSING)));
    write("b.json", "{\"data\": {\"items\": [{\"ma\": \"" + TWO + "\", \"tt\": 4},");
    assertThat(fault(settle(source))).isEqualTo("TABLE-BROKEN");
    assertThat(source.ask(TWO)).isInstanceOf(SourceAnswer.NotKnown.class);
  }

  @Test
  void nothingOfAPersonStandsInPlainTextOnTheDisk() throws Exception {
    FolderSource source = source(QUIET);
    write("a.csv", HEAD + ROW_ONE);
    settle(source);
    store.close();
    data.close();
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(dir.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
    assertThat(all.toString()).doesNotContain("Lành", "051191407263", ONE.value());
    open2();
  }

  private void open2() throws FaultException {
    data = DataFolder.open(dir.resolve("data"));
    store = DossierStore.open(data, CLOCK);
  }

  @Test
  void oldAnswersAreForgotten() throws Exception {
    FolderSource source = source(QUIET);
    write("a.csv", HEAD + ROW_ONE);
    settle(source);
    assertThat(memory.forgetBefore("tỉnh", LocalDateTime.of(2026, 11, 26, 9, 0))).isZero();
    assertThat(memory.forgetBefore("tỉnh", LocalDateTime.of(2026, 11, 26, 9, 1))).isEqualTo(1);
    assertThat(source.ask(ONE)).isInstanceOf(SourceAnswer.NotKnown.class);
  }

  @Test
  void aMappingThatMeansNothingIsRefused() throws Exception {
    for (String bad :
        List.of(
            "",
            "\"complete\": \"soon\"",
            QUIET + ", \"quite\": 3",
            QUIET + ", \"separator\": \"x\"",
            QUIET + ", \"files\": \"../*\"",
            QUIET + ", \"dates\": [\"QQQQQQQ\"]",
            QUIET + ", \"statuses\": {\"a\": 11}",
            QUIET + ", \"proofs\": [\"secret\"]",
            QUIET + ", \"proofs\": [\"name\"]",
            QUIET + ", \"complete\": \"quiet\"",
            QUIET + ", \"asOfInName\": \"[\"",
            QUIET + ", \"proofs\": \"number6\"",
            QUIET + ", \"full\": \"có\"",
            QUIET + ", \"dates\": \"dd/MM/yyyy\"",
            QUIET + ", \"dates\": [7]",
            QUIET + ", \"statuses\": [\"x\"]",
            QUIET + ", \"statuses\": {\"Chờ ký\": 4, \"chờ  ký\": 9}",
            QUIET + ", \"stages\": \"x\"",
            QUIET + ", \"stages\": {\"x\": \"NOWHERE\"}",
            QUIET + ", \"encoding\": \"EBCDIC\"")) {
      assertThatThrownBy(() -> source(bad))
          .as(bad)
          .isInstanceOfSatisfying(
              FaultException.class,
              wrong -> assertThat(wrong.fault().code()).isEqualTo("SOURCE-MAPPING"));
    }
  }

  /** Whatever is written there, looking ends, and what is known stays. */
  @Test
  void randomFilesNeverBreakTheLooking() throws Exception {
    FolderSource source = source("\"complete\": \"rename\"");
    write("good.csv", HEAD + ROW_ONE);
    settle(source);
    Random random = new Random(11);
    String valid = HEAD + ROW_TWO + ROW_TWO;
    for (int round = 0; round < 60; round++) {
      StringBuilder text = new StringBuilder(valid);
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, "\",\n\u0000x".charAt(random.nextInt(5)));
          case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
          default -> text.insert(at, text.substring(0, random.nextInt(text.length())));
        }
      }
      write("r" + round + ".csv", text.toString());
    }
    assertThat(settle(source)).hasSizeGreaterThan(50);
    assertThat(source.ask(ONE)).isInstanceOf(SourceAnswer.Found.class);
  }
}
