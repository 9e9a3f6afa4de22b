package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.motcua.kiosk.demo.DemoPages;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;

/** The demonstration walks the whole line by itself, with a card and pages of our choice. */
class WalkTest {
  @TempDir Path dir;

  /** The package's own test walks in the ordinary run. */
  @Test
  @Tag("long")
  void walksWithAnotherCardAndOtherPages() throws IOException {
    Path pages = Files.createDirectory(dir.resolve("pages"));
    List<byte[]> pictures =
        new DemoPages()
            .of(Map.of("name", "Y Bhăm Thử", "number", "0", "birth", "-", "residence", "-"));
    Files.write(pages.resolve("1.jpg"), pictures.get(2));
    Files.write(pages.resolve("2.jpg"), pictures.get(0));
    Path out = dir.resolve("walk");

    JsonNode summary =
        Typed.run(
                dir.resolve("home"),
                "demo",
                "--headless",
                "--out",
                out.toString(),
                "--card",
                "C",
                "--pages",
                pages.toString())
            .done();

    JsonNode read = step(summary, "card-read");
    assertThat(read.get("citizen").get("name").asString()).isEqualTo(SimulatedCitizens.c().name());
    assertThat(read.get("trust").asString()).isEqualTo("VERIFIED");
    assertThat(read.get("apdus").asInt()).isPositive();
    JsonNode received = step(summary, "received");
    assertThat(received.get("pages").asInt()).isEqualTo(2);
    assertThat(received.get("archive").get("pdfa").asString()).isEqualTo("2b");
    assertThat(received.get("receipt").get("pdfa").asString()).isEqualTo("2b");
    for (String stage : List.of("appraisal", "approval", "signing", "return")) {
      assertThat(step(summary, "terminal-" + stage).get("stage").asString())
          .isEqualToIgnoringCase(stage);
    }
    assertThat(step(summary, "scanner-jam").get("fault").asString()).isEqualTo("SCAN-JAM");
    for (JsonNode step : summary.get("steps")) {
      assertThat(out.resolve(step.get("screenshot").asString())).isNotEmptyFile();
    }
    assertThat(out.resolve("summary.json")).isNotEmptyFile();
    assertThat(out.resolve("archive.pdf")).isNotEmptyFile();
  }

  @Test
  void namesWhatIsWrongWithItsInput() throws IOException {
    Path empty = Files.createDirectory(dir.resolve("empty"));
    assertThat(demo("--card", "Q")).isEqualTo("DEMO-CARD");
    assertThat(demo("--pages", empty.toString())).isEqualTo("DEMO-PAGES");
  }

  private String demo(String option, String value) {
    return Typed.run(
            dir.resolve("home"),
            "demo",
            "--headless",
            "--out",
            dir.resolve("out").toString(),
            option,
            value)
        .fault();
  }

  private static JsonNode step(JsonNode summary, String name) {
    for (JsonNode step : summary.get("steps")) {
      if (step.get("step").asString().equals(name)) {
        return step;
      }
    }
    throw new AssertionError("no step " + name + " in " + summary);
  }
}
