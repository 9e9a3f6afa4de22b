package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.cli.CommandLineFace;
import vn.motcua.kiosk.desk.Pages;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.simulated.SimulatedScanDriver;

/** {@code scan} and {@code profile} as somebody types them. */
class ScanCommandTest {
  @TempDir Path dir;

  private final SimulatedScanDriver scanner = new SimulatedScanDriver();

  private Typed run(String command, Object... more) {
    List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
    Stream.of(more).map(Object::toString).forEach(words::add);
    words.add("--json");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit =
        new CommandLineFace(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                AppFaults.sentences(),
                new ScannerTools(dir.resolve("home"), scanner))
            .execute(words.toArray(String[]::new));
    return new Typed(exit, JsonMapper.builder().build().readTree(out.toByteArray()));
  }

  private Path out() {
    return dir.resolve("doc.pdf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scan --out x.pdf",
        "scan --device simulated:desk --profile A --out x.pdf",
        "scan --profile A --dpi 300 --out x.pdf",
        "scan --profile A --duplex --out x.pdf",
        "scan --device simulated:desk --duplex --source flatbed --out x.pdf",
        "scan --device simulated:desk --size A9 --out x.pdf",
        "scan --device simulated:desk --quality 0 --out x.pdf",
        "scan --device simulated:desk --dpi 5000 --out x.pdf",
        "scan --device simulated:desk --pages 0 --out x.pdf",
        "scan --device simulated:desk --without-damaged --out x.pdf",
        "scan --resume --dpi 300 --out x.pdf",
        "scan --device simulated:desk --replace 1 --out x.pdf",
        "scan --resume --replace 0 --out x.pdf",
        "profile make A --device nowhere",
        "profile make A --device simulated:desk --dpi 5000",
        "profile",
      })
  void contradictionsAreWrongUse(String command) {
    Typed answer = run(command);
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.json().path("usage").asString()).isNotBlank();
  }

  @Test
  void aProfileIsMadeLockedSentOnAndScannedBy() {
    assertThat(run("profile make Chính --device simulated:desk --source adf --mode grey").exit())
        .isZero();
    assertThat(run("profile make Chính --device simulated:desk").fault())
        .isEqualTo("PROFILE-EXISTS");
    Typed lacks = run("profile make To --device simulated:desk --size A3");
    assertThat(lacks.fault()).isEqualTo("SCAN-SETTING");
    assertThat(lacks.json().get("setting").asString()).isEqualTo("area");
    Typed away = run("profile make Xa --device sane:127.0.0.1:1/x --source adf");
    assertThat(away.done().get("unchecked").asString()).isEqualTo("SCAN-OFFLINE");
    assertThat(run("profile lock Chính --pin 2408").exit()).isZero();
    assertThat(run("profile make Chính --device simulated:desk --replace").fault())
        .isEqualTo("PROFILE-LOCKED");
    assertThat(run("profile remove Chính").fault()).isEqualTo("PROFILE-LOCKED");
    Typed wrong = run("profile unlock Chính --pin 2409");
    assertThat(wrong.fault()).isEqualTo("PROFILE-PIN");
    Typed none = run("profile show Không");
    assertThat(none.fault()).isEqualTo("PROFILE-NONE");
    assertThat(none.json().get("profile").asString()).isEqualTo("Không");

    JsonNode list = run("profile list").done().get("profiles");
    assertThat(list).hasSize(2);
    assertThat(list.get(0).get("locked").asBoolean()).isTrue();
    assertThat(run("profile show Chính").done().get("fits").asString()).isEqualTo("yes");
    Path sent = dir.resolve("sent.json");
    assertThat(run("profile export --out", sent).done().get("profiles").asInt()).isEqualTo(2);
    assertThat(run("profile import", sent, "--replace").fault()).isEqualTo("PROFILE-LOCKED");
    assertThat(run("profile unlock Chính --pin 2408").exit()).isZero();
    assertThat(run("profile import", sent, "--replace").done().get("profiles")).hasSize(2);
    assertThat(run("profile remove Xa").exit()).isZero();

    scanner.load(List.of(Pages.text("A"), Pages.text("B")));
    Path picture = dir.resolve("test.jpg");
    JsonNode test = run("profile test Chính --out", picture).done();
    assertThat(test.get("width").asInt()).isEqualTo(827);
    assertThat(picture).isNotEmptyFile();
    assertThat(run("scan --profile Chính --no-ocr --out", out()).done().get("pages").asInt())
        .isEqualTo(1);
    assertThat(run("scan --profile Chính --no-ocr --out", out()).fault()).isEqualTo("SCAN-EMPTY");
  }

  @Test
  void afterAFaultTheAnswerSaysHowManyPagesAreKeptAndTheCommandThatGoesOn() {
    scanner.load(List.of(Pages.text("A"), Pages.text("B"), Pages.text("C")));
    scanner.fail(new ScanFault.Jam(), 1);
    String scan = "scan --device simulated:desk --source adf --no-ocr --out";
    Typed jam = run(scan, out());
    assertThat(jam.fault()).isEqualTo("SCAN-JAM");
    assertThat(jam.json().get("pages").asInt()).isEqualTo(1);
    String goOn = jam.json().get("resume").asString();
    assertThat(goOn)
        .isEqualTo(
            "./kiosk scan --resume "
                + jam.json().get("batch").asString()
                + " --out "
                + out()
                + " --no-ocr");
    assertThat(run(goOn.substring("./kiosk ".length())).fault()).isEqualTo("SCAN-JAM");
    scanner.clear();
    JsonNode made = run(goOn.substring("./kiosk ".length())).done();
    assertThat(made.get("pages").asInt()).isEqualTo(3);
    assertThat(out()).isNotEmptyFile();
    assertThat(dir.resolve("doc.pdf.pages")).doesNotExist();
    assertThat(run("scan --resume --out", out()).fault()).isEqualTo("BATCH-NONE");
  }

  @Test
  void resumeWithoutAnIdTakesTheOnlyOneAndListsSeveral() throws Exception {
    scanner.load(List.of(Pages.text("A"), Pages.text("B"), Pages.text("C")));
    String scan = "scan --device simulated:desk --source adf --no-ocr --out";
    scanner.fail(new ScanFault.Jam(), 1);
    assertThat(run(scan, out()).fault()).isEqualTo("SCAN-JAM");
    scanner.fail(new ScanFault.CoverOpen(), 1);
    String second = run(scan, out()).json().get("batch").asString();
    scanner.clear();
    Typed several = run("scan --resume --out", out());
    assertThat(several.fault()).isEqualTo("BATCH-SEVERAL");
    assertThat(several.json().get("unfinished")).hasSize(2);
    assertThat(several.json().get("unfinished").get(0).get("pages").asInt()).isEqualTo(1);
    assertThat(
            run("scan --no-ocr --resume " + second + " --pages 0 --out", out())
                .done()
                .get("pages")
                .asInt())
        .isEqualTo(1);
    assertThat(run("scan --resume --no-ocr --pages 1 --out", out()).done().get("pages").asInt())
        .isEqualTo(2);
  }

  @Test
  void aLostPageIsSaidBeforeADocumentIsMadeWithoutIt() throws Exception {
    scanner.load(List.of(Pages.text("A"), Pages.text("B"), Pages.text("C")));
    scanner.fail(new ScanFault.Jam(), 2);
    Typed jam = run("scan --device simulated:desk --source adf --no-ocr --out", out());
    Files.delete(Path.of(jam.json().get("kept").get(0).asString()));
    scanner.clear();
    Typed lost = run("scan --resume --no-ocr --out", out());
    assertThat(lost.fault()).isEqualTo("BATCH-DAMAGED");
    assertThat(lost.json().get("troubles").get(0).get("page").asInt()).isEqualTo(1);
    assertThat(lost.json().get("troubles").get(0).get("what").asString()).isEqualTo("MISSING");
    assertThat(scanner.loaded()).as("nothing was drawn in").isEqualTo(1);
    String goOn = lost.json().get("resume").asString();
    assertThat(goOn).contains("--without-damaged");
    assertThat(run(goOn.substring("./kiosk ".length())).done().get("pages").asInt()).isEqualTo(2);
  }

  @Test
  void aLostPageIsScannedAgainToItsPlace() throws Exception {
    scanner.load(List.of(Pages.text("A"), Pages.text("B"), Pages.text("C")));
    scanner.fail(new ScanFault.Jam(), 2);
    Typed jam = run("scan --device simulated:desk --source adf --no-ocr --out", out());
    Files.delete(Path.of(jam.json().get("kept").get(0).asString()));
    scanner.clear();
    assertThat(run("scan --resume --replace 9 --out", out()).fault()).isEqualTo("BATCH-PAGE");
    scanner.load(List.of(Pages.text("D"))); // after the one that was left in the feeder
    JsonNode made = run("scan --resume --no-ocr --replace 1 --out", out()).done();
    assertThat(made.get("pages").asInt()).isEqualTo(3);
    assertThat(scanner.loaded()).isZero();
  }

  /** TT 01/2023/TT-VPCP Đ8.2: nothing is dropped silently. */
  @Test
  void aSoundPageThatIsReplacedIsNamedAndKeptBesideTheDocument() throws Exception {
    scanner.load(List.of(Pages.text("A"), Pages.text("B")));
    scanner.fail(new ScanFault.Jam(), 1);
    Typed jam = run("scan --device simulated:desk --source adf --no-ocr --out", out());
    byte[] old = Files.readAllBytes(Path.of(jam.json().get("kept").get(0).asString()));
    scanner.clear();
    scanner.load(List.of(Pages.text("C")));
    JsonNode made = run("scan --resume --no-ocr --replace 1 --out", out()).done();
    assertThat(made.get("pages").asInt()).isEqualTo(2);
    assertThat(made.get("removed")).hasSize(1);
    JsonNode removed = made.get("removed").get(0);
    assertThat(removed.get("page").asInt()).isEqualTo(1);
    assertThat(removed.get("reason").asString()).isEqualTo("REPLACED");
    assertThat(removed.get("replacedBy").asInt()).isEqualTo(2);
    Path kept = Path.of(made.get("removedKept").asString());
    assertThat(kept).isEqualTo(dir.resolve("doc.pdf.removed").toAbsolutePath());
    assertThat(kept.resolve("journal")).content().contains("\"insteadOf\":1");
    try (Stream<Path> files = Files.list(kept)) {
      List<Path> pictures =
          files.filter(file -> file.getFileName().toString().startsWith("0001.")).toList();
      assertThat(pictures).hasSize(1);
      assertThat(pictures.getFirst()).hasBinaryContent(old);
    }
    assertThat(dir.resolve("doc.pdf.pages")).doesNotExist();
  }

  @Test
  void aNewScanSaysWhatLiesUnfinishedBesideIt() {
    scanner.load(List.of(Pages.text("A"), Pages.text("B"), Pages.text("C")));
    scanner.fail(new ScanFault.Jam(), 1);
    String scan = "scan --device simulated:desk --source adf --no-ocr --out";
    String left = run(scan, out()).json().get("batch").asString();
    scanner.clear();
    JsonNode made = run(scan, out()).done();
    assertThat(made.get("pages").asInt()).isEqualTo(2);
    assertThat(made.get("unfinished").get(0).get("batch").asString()).isEqualTo(left);
  }

  @Test
  void oneScanAtATimeBesideADocument() throws Exception {
    scanner.load(List.of(Pages.text("A")));
    Path spool = Files.createDirectory(dir.resolve("doc.pdf.pages"));
    try (FileChannel other =
            FileChannel.open(
                spool.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = other.lock()) {
      assertThat(held.isValid()).isTrue();
      assertThat(run("scan --device simulated:desk --source adf --no-ocr --out", out()).fault())
          .isEqualTo("BATCH-IN-USE");
      assertThat(scanner.loaded()).isEqualTo(1);
    }
    run("scan --device simulated:desk --source adf --no-ocr --out", out()).done();
    assertThat(spool).doesNotExist();
  }

  /** As an interrupted file of a hot folder does, which comes again whole. */
  @Test
  void pagesThatCameTwiceAreNamed() {
    scanner.load(List.of(Pages.text("A"), Pages.text("B"), Pages.text("C")));
    scanner.fail(new ScanFault.Jam(), 2);
    run("scan --device simulated:desk --source adf --no-ocr --out", out());
    scanner.clear();
    scanner.unload();
    scanner.load(List.of(Pages.text("A"), Pages.text("B"), Pages.text("C")));
    JsonNode made = run("scan --resume --no-ocr --out", out()).done();
    assertThat(made.get("pages").asInt()).isEqualTo(5);
    assertThat(made.get("repeatedPages").toString()).isEqualTo("[3,4]");
  }

  @Test
  void pagesEndsTheScanWithTheRestStillInTheFeeder() {
    scanner.load(List.of(Pages.text("A"), Pages.text("B"), Pages.text("C")));
    JsonNode made =
        run("scan --device simulated:desk --source adf --pages 2 --no-ocr --out", out()).done();
    assertThat(made.get("pages").asInt()).isEqualTo(2);
    assertThat(scanner.loaded()).isEqualTo(1);
  }

  /** Not INT: a shell that runs this in its background ignores it, and so would the child. */
  @ParameterizedTest
  @ValueSource(strings = "TERM")
  @DisabledOnOs(OS.WINDOWS)
  @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aSignalEndsTheScanInOrder(String signal) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                InterruptedScan.class.getName(),
                dir.resolve("home").toString(),
                "scan",
                "--device",
                "simulated:desk",
                "--source",
                "adf",
                "--out",
                out().toString(),
                "--json")
            .start();
    Path spool = dir.resolve("doc.pdf.pages");
    try (BufferedReader told = child.errorReader(StandardCharsets.UTF_8)) {
      assertThat(told.lines().anyMatch(InterruptedScan.TWO_KEPT::equals)).isTrue();
      assertThat(
              new ProcessBuilder("kill", "-" + signal, Long.toString(child.pid()))
                  .start()
                  .waitFor())
          .isZero();
      JsonNode said = JsonMapper.builder().build().readTree(child.getInputStream().readAllBytes());
      assertThat(child.waitFor(120, TimeUnit.SECONDS)).isTrue();
      assertThat(child.exitValue()).isEqualTo(1);
      assertThat(said.get("fault").asString()).isEqualTo("SCAN-CANCELLED");
      assertThat(said.get("pages").asInt()).isEqualTo(pages(spool)).isEqualTo(3);
      assertThat(said.get("resume").asString()).startsWith("./kiosk scan --resume ");
      assertThat(run("scan --resume --pages 0 --no-ocr --out", out()).done().get("pages").asInt())
          .isEqualTo(said.get("pages").asInt());
    } finally {
      child.destroyForcibly();
    }
  }

  private static long pages(Path spool) throws IOException {
    try (Stream<Path> files = Files.walk(spool)) {
      return files.filter(file -> file.toString().endsWith(".png")).count();
    }
  }
}
