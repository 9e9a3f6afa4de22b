package vn.motcua.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.paper.readback.Box;
import vn.motcua.kiosk.paper.readback.Conflict;
import vn.motcua.kiosk.paper.readback.Proposal;
import vn.motcua.kiosk.paper.readback.ReadBack;
import vn.motcua.kiosk.paper.readback.Reason;
import vn.motcua.kiosk.paper.readback.RecognisedPaper;
import vn.motcua.kiosk.paper.readback.ValueKind;

/** How {@code read-back} tells what contradicts. */
class ReadBackReplyTest {
  private static Proposal number(String value, int page) {
    return new Proposal(
        "applicant.number",
        "Số",
        ValueKind.NUMBER,
        value,
        0.75,
        List.of(Reason.OTHER_PAGE_DIFFERS),
        page,
        new Box(1, 2, 3, 4));
  }

  @Test
  void aConflictNamesItsValuesAndTheirPages() {
    List<Proposal> both = List.of(number("001190012345", 1), number("001190012346", 2));
    ReadBack read =
        new ReadBack(
            List.of(new RecognisedPaper(1, "a", "A", 1), new RecognisedPaper(2, "a", "A", 1)),
            both,
            List.of(new Conflict(Reason.OTHER_PAGE_DIFFERS, both)));
    Reply reply = ReadBackReply.of(Path.of("x.pdf"), read, 1);
    assertThat(reply.text().lines().filter(line -> line.startsWith("!")))
        .singleElement()
        .asString()
        .containsPattern("001190012345 \\((page|trang) 1\\)")
        .containsPattern("001190012346 \\((page|trang) 2\\)");
    JsonNode conflict = new JsonMapper().valueToTree(reply.json().get("conflicts")).get(0);
    assertThat(conflict.get("why").asString()).isEqualTo("OTHER_PAGE_DIFFERS");
    assertThat(conflict.get("proposals").get(1).get("page").asInt()).isEqualTo(2);
  }
}
