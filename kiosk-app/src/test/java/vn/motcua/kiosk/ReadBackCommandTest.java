package vn.motcua.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.cli.CommandLineFace;
import vn.motcua.kiosk.paper.TestPages;

/** {@code read-back} from a picture to proposals. */
class ReadBackCommandTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(String... args) {
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    Clock clock = Clock.fixed(Instant.parse("2026-11-25T03:00:00Z"), ZoneOffset.UTC);
    LocalTools tools = new LocalTools(clock, AppFaults.sentences(), folder.resolve("home"));
    return new CommandLineFace(print, AppFaults.sentences(), tools).execute(args);
  }

  @Test
  void aPictureGivesProposalsWithPlaces() throws Exception {
    Path page =
        TestPages.jpeg(folder.resolve("p.jpg"), TestPages.draw(200, 0.6, false, false), 200);
    assertEquals(0, run("read-back", page.toString(), "--json"));
    JsonNode json = new JsonMapper().readTree(out.toString(StandardCharsets.UTF_8));
    assertEquals("don-de-nghi", json.get("papers").get(0).get("kind").stringValue());
    JsonNode name = json.get("proposals").get(0);
    assertEquals("applicant.name", name.get("field").stringValue());
    assertEquals("Đinh Thị Hơ Rê", name.get("value").stringValue());
    assertEquals(4, name.get("box").size());
    assertTrue(name.get("confidence").doubleValue() > 0.5);
  }

  @Test
  void aPdfIsReadAsAPicture() throws Exception {
    Path page = TestPages.jpeg(folder.resolve("p.jpg"), TestPages.draw(200, 0, false, false), 200);
    Path pdf = folder.resolve("p.pdf");
    assertEquals(0, run("digitise", page.toString(), "--out", pdf.toString(), "--no-ocr"));
    out.reset();
    assertEquals(0, run("read-back", pdf.toString()));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("applicant.name = Đinh Thị Hơ Rê"));
  }

  @Test
  void aFileThatIsNoPageIsANamedFault() {
    assertEquals(1, run("read-back", folder.resolve("none.jpg").toString(), "--json"));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("\"PAGE-MISSING\""));
    assertEquals(2, run("read-back", "x.jpg", "--papers", folder.resolve("none").toString()));
  }
}
