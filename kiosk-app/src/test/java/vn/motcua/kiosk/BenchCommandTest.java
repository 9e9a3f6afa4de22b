package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.motcua.kiosk.bench.made.Faces;
import vn.motcua.kiosk.bench.made.MadePages;
import vn.motcua.kiosk.bench.made.PageKind;

class BenchCommandTest {
  @TempDir Path dir;

  @Test
  void aBenchWithoutPagesKnowsNoFolderAndNoSeed() {
    assertThat(Typed.run(dir, "bench", "start", dir.toString()).exit()).isEqualTo(2);
    assertThat(Typed.run(dir, "bench", "chip", "--seed", "1").exit()).isEqualTo(2);
    assertThat(Typed.run(dir, "bench", "nothing").exit()).isEqualTo(2);
    assertThat(Typed.run(dir, "bench", "digitise", "--rounds", "0").exit()).isEqualTo(2);
  }

  @Test
  void aFolderWithoutPicturesIsNamed() {
    assertThat(Typed.run(dir, "bench", "digitise", dir.toString()).fault())
        .isEqualTo("BENCH-NO-PAGES");
    assertThat(Typed.run(dir, "bench", "feeder", dir.toString()).fault())
        .isEqualTo("BENCH-NO-PAGES");
  }

  @Test
  void aFeederDeliversEveryPage() throws Exception {
    Path pages = Files.createDirectory(dir.resolve("pages"));
    new MadePages(1, Faces.shipped()).page(1, PageKind.BLANK).write(pages);

    JsonNode done = Typed.run(dir, "bench", "feeder", pages.toString(), "--pages", "3").done();

    assertThat(done.get("figures").get("pages in the searchable file").asInt()).isEqualTo(3);
    assertThat(done.get("figures").get("longest queue, pages").asInt()).isBetween(1, 3);
    JsonNode last = done.get("goals").get(done.get("goals").size() - 1);
    assertThat(last.get("bound").asString()).isEqualTo("at least");
    assertThat(last.get("met").asBoolean()).isTrue();
  }
}
