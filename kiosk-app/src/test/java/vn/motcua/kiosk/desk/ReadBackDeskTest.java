package vn.motcua.kiosk.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.paper.TestPages;
import vn.motcua.kiosk.paper.readback.PaperKinds;
import vn.motcua.kiosk.paper.readback.PaperReader;
import vn.motcua.kiosk.paper.readback.Proposal;
import vn.motcua.scanner.Cancellation;

/** What is offered beside empty fields. */
class ReadBackDeskTest {
  private final ReadBackDesk desk =
      new ReadBackDesk(
          new PaperReader(
              PaperKinds.shipped(),
              Clock.fixed(Instant.parse("2026-11-25T03:00:00Z"), ZoneOffset.UTC)));

  @TempDir private Path folder;

  @Test
  void onlyEmptyFieldsAreOfferedSomething() throws Exception {
    Path page = TestPages.jpeg(folder.resolve("p.jpg"), TestPages.draw(200, 0, false, false), 200);
    Map<String, List<Proposal>> offers =
        desk.offers(List.of(page), Set.of("applicant.name", "applicant.phone"), new Cancellation());
    assertEquals(Set.of("applicant.name"), offers.keySet());
    Proposal name = offers.get("applicant.name").getFirst();
    assertEquals("Đinh Thị Hơ Rê", name.value());
    assertTrue(name.confidence() >= ReadBackDesk.LEAST);
    assertEquals(Map.of(), desk.offers(List.of(page), Set.of("mother.name"), new Cancellation()));
  }
}
